import { Decimal } from 'decimal.js';
import { DATA, HORA, readData, readHora } from '../../../../editais/index.js';
import { readCodigos } from './codigos.js';
import { DIGITOS, EXTENSO, valueOf } from './valor.js';
import type { ChaveNumero, TipoNumero } from './tipos.js';

export interface Leitura {
  readonly tipo: TipoNumero;
  readonly chaves: readonly ChaveNumero[];
  readonly porExtenso?: boolean;
  readonly folga?: number;
}
/** One kind of number: where it may stand on folded text, and what it says; null leaves the stretch to the next kinds. */
export interface LeitorDeNumero {
  readonly padrao: RegExp;
  readonly read: (m: RegExpMatchArray) => readonly Leitura[] | null;
}

const N = String.raw`(?:(?<!\d)(?<!\d[.,/])(?<d>${DIGITOS})(?:\s*\(\s*(?<p>[a-z\s,]{2,80}?)\s*\))?|(?<w>${EXTENSO})(?:\s*\(\s*(?<pd>\d{1,9}(?:[.,]\d+)?)\s*\))?)`;
const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const mesDe = (nome: string): string => String(MESES.findIndex((m) => m.startsWith(nome.slice(0, 3))) + 1).padStart(2, '0');
const one = (tipo: TipoNumero, ...valores: (string | null)[]): Leitura[] | null => {
  const chaves = valores.filter((v) => v !== null).map((v) => `${tipo}:${v}`);
  return chaves.length ? [{ tipo, chaves }] : null;
};

/** Digits and the words in parentheses after them: one number when they agree, two when they do not. */
function doubled(g: Record<string, string | undefined>, make: (valor: string) => Leitura | null): Leitura[] | null {
  const principal = g['d'] ?? g['pd'] ?? g['w'];
  const outro = g['d'] !== undefined ? g['p'] : g['pd'] !== undefined ? g['w'] : undefined;
  const a = principal === undefined ? null : valueOf(principal);
  const b = outro === undefined ? null : valueOf(outro.replace(/\s*(?:por cento|reais|dias?|meses|anos|horas).*$/, ''));
  const lidos = [...new Set([a, b])].filter((v) => v !== null).map(make).filter((l) => l !== null);
  const porExtenso = g['d'] === undefined && g['pd'] === undefined;
  return lidos.length ? lidos.map((l) => ({ ...l, porExtenso })) : null;
}

const DURACAO: readonly (readonly [RegExp, TipoNumero, number])[] = [
  [/^dias?\s+ut/, 'dias_uteis', 1], [/^dia/, 'dias', 1], [/^semana/, 'dias', 7], [/^quinzena/, 'dias', 15], [/^me/, 'meses', 1], [/^bimestre/, 'meses', 2], [/^trimestre/, 'meses', 3], [/^semestre/, 'meses', 6],
  [/^(?:ano|exercicio)/, 'meses', 12], [/^h/, 'horas', 1], [/^min/, 'minutos', 1],
];
function duration(valor: string, unidade: string): Leitura | null {
  const linha = DURACAO.find(([r]) => r.test(unidade));
  if (!linha) return null;
  const v = new Decimal(valor).times(linha[2]);
  const outra = linha[1] === 'horas' ? `minutos:${v.times(60).toFixed()}` : linha[1] === 'minutos' && v.mod(60).isZero() ? `horas:${v.div(60).toFixed()}` : null;
  if (linha[1] === 'dias' && v.lte(4)) return { tipo: 'dias', chaves: [`dias:${v.toFixed()}`, `horas:${v.times(24).toFixed()}`] };
  return { tipo: linha[1], chaves: [`${linha[1]}:${v.toFixed()}`, ...(outra === null ? [] : [outra])] };
}
const UNIDADE_TEMPO = String.raw`(?:dias?(?:\s+uteis|\s+util)?|semanas?|quinzenas?|mes(?:es)?|bimestres?|trimestres?|semestres?|anos?|horas?|hs?|minutos?|min)\b`;

const MEDIDAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:m2|m²|metros?\s+quadrados?)$/, 'm2'], [/^(?:m3|m³|metros?\s+cubicos?)$/, 'm3'], [/^(?:km2|km²)$/, 'km2'], [/^(?:km|quilometros?)$/, 'km'], [/^(?:m|metros?(?:\s+lineares)?|ml)$/, 'm'], [/^(?:cm|centimetros?)$/, 'cm'],
  [/^(?:mm|milimetros?)$/, 'mm'], [/^(?:kg|quilos?|quilogramas?)$/, 'kg'], [/^(?:g|gramas?)$/, 'g'], [/^(?:mg|miligramas?)$/, 'mg'], [/^(?:t|ton|toneladas?)$/, 't'], [/^(?:l|litros?)$/, 'l'], [/^(?:gb|gigabytes?)$/, 'gb'], [/^(?:tb|terabytes?)$/, 'tb'],
  [/^(?:mb|megabytes?)$/, 'mb'], [/^mbps$/, 'mbps'], [/^gbps$/, 'gbps'], [/^(?:kw|quilowatts?)$/, 'kw'], [/^kva$/, 'kva'], [/^kwh$/, 'kwh'], [/^(?:w|watts?)$/, 'w'], [/^(?:v|volts?)$/, 'v'], [/^(?:hp|cv)$/, 'cv'], [/^(?:ha|hectares?)$/, 'ha'], [/^(?:mpa)$/, 'mpa'], [/^ghz$/, 'ghz'],
];
const UNIDADE = String.raw`(?:metros?\s+(?:quadrados?|cubicos?|lineares)|m[23²³](?![a-z\d])|km[2²]?|quilometros?|metros?|cm|centimetros?|mm|milimetros?|kg|quilos?|quilogramas?|gramas?|mg|miligramas?|toneladas?|ton|litros?|gb|gigabytes?|tb|terabytes?|mb|megabytes?|mbps|gbps|kw|kwh|kva|watts?|volts?|hp|cv|hectares?|ha|mpa|ghz|m|g|t|l|v|w)(?![a-z\d])`;

const dataDe = (m: RegExpMatchArray): Leitura[] | null => {
  const dia = readData(m.groups!);
  return dia === null ? null : [{ tipo: 'data', chaves: [`data:${dia}`] }];
};
const horaDe = (m: RegExpMatchArray): Leitura[] | null => {
  const hora = readHora(m.groups!);
  if (hora === null) return null;
  const so = /^(\d{1,3})\s?(?:\([a-z\s]+\)\s?)?h(?:oras?|rs?|s)?$/.exec(m[0].trim());
  return [{ tipo: 'hora', chaves: so ? [`hora:${hora}`, `horas:${Number(so[1])}`, `minutos:${Number(so[1]) * 60}`] : [`hora:${hora}`] }];
};

/** In the order they are tried: what is longer and surer first. */
export const LEITORES: readonly LeitorDeNumero[] = [
  ...readCodigos,
  { padrao: new RegExp(DATA, 'g'), read: dataDe },
  { padrao: new RegExp(String.raw`(?<![\d/.,])(?<dia>[0-3]?\d)\s*º?\s*(?:\([a-z\s]{2,20}\)\s*)?de\s+(?<mes>${MESES.join('|')})\b`, 'g'), read: ({ groups: g }) => one('dia_mes', `${mesDe(g!['mes']!)}-${g!['dia']!.padStart(2, '0')}`) },
  { padrao: new RegExp(String.raw`\b(?<mes>${MESES.join('|')})\s*(?:de|/)\s*(?<ano>20\d\d|19\d\d)\b`, 'g'), read: ({ groups: g }) => one('mes_ano', `${g!['ano']}-${mesDe(g!['mes']!)}`) },
  { padrao: /(?<![\d/.,-])(?<dia>[0-3]?\d)\/(?<mes>0\d|1[0-2])(?![\d/])/g, read: ({ groups: g }) => one('dia_mes', `${g!['mes']}-${g!['dia']!.padStart(2, '0')}`) },
  { padrao: /(?<![\d/.,-])(?<ano>(?:19|20)\d\d)-(?<mes>0[1-9]|1[0-2])-(?<dia>[0-3]\d)(?!\d)/g, read: ({ groups: g }) => one('data', `${g!['ano']}-${g!['mes']}-${g!['dia']}`) },
  // Amounts: "R$ 1.860.573,88", "R$ 1,2 milhão", "dez mil reais".
  { padrao: new RegExp(String.raw`r\s?\$\s*(?<d>${DIGITOS})(?:\s*(?<e>mil(?:hao|hoes)?|bilhao|bilhoes|mi|bi)\b)?`, 'g'), read: (m) => rounded(one('dinheiro', money(valueOf(m.groups!['d']!, m.groups!['e']))), m) },
  { padrao: new RegExp(String.raw`(?<![\d.,/])(?<d>${DIGITOS})(?:\s*(?<e>mil(?:hao|hoes)?|bilhao|bilhoes))?\s+(?:de\s+)?reais\b`, 'g'), read: (m) => rounded(one('dinheiro', money(valueOf(m.groups!['d']!, m.groups!['e']))), m) },
  { padrao: new RegExp(String.raw`(?<r>${EXTENSO})\s+(?:de\s+)?reais\b(?:\s+e\s+(?<c>${EXTENSO})\s+centavos)?`, 'g'), read: ({ groups: g }) => one('dinheiro', money(valueOf(g!['r']!), g!['c'] === undefined ? null : valueOf(g!['c']))) },
  { padrao: new RegExp(String.raw`${N}\s*(?:\([a-z\s,]{2,60}\)\s*)?(?:%|por\s+cento|pontos?\s+percentua(?:l|is))(?:\s*\([a-z\s,]*(?:decimo|centesimo|milesimo|inteiro|virgula|meio)[a-z\s,]*\))?`, 'g'), read: ({ groups: g }) => doubled(g!, (v) => ({ tipo: 'pct', chaves: [`pct:${v}`] })) },
  { padrao: /\bmeio\s+por\s+cento\b/g, read: () => [{ tipo: 'pct', chaves: ['pct:0.5'], porExtenso: true }] },
  { padrao: /\b(?<n>um|tres)\s+quartos?(?!\s+(?:de\s+hora|lugar|colocad|termo|trimestre|dia|andar|[a-z]*s?\s*\())(?=\s+d[aeo]s?\b)/g, read: ({ groups: g }) => [{ tipo: 'pct', chaves: [g!['n'] === 'um' ? 'pct:25' : 'pct:75'], porExtenso: true }] },
  { padrao: /\b(?:um\s+quinto|um\s+decimo)(?=\s+d[aeo]s?\b)/g, read: (m) => [{ tipo: 'pct', chaves: [/quinto/.test(m[0]) ? 'pct:20' : 'pct:10'], porExtenso: true }] },
  { padrao: /\bmetade\b/g, read: () => [{ tipo: 'pct', chaves: ['pct:50'], porExtenso: true }] },
  { padrao: new RegExp(String.raw`(?<=\b(?:as|ate|das|partir das|entre)\s{1,2})(?<h>${HORA.replace(/\?<(\w+)>/g, '?<$1>')})`, 'g'), read: horaDe },
  { padrao: new RegExp(String.raw`${N}\s*(?<u>${UNIDADE_TEMPO})(?!\s*\d\d)`, 'g'), read: ({ groups: g }) => (/^h/.test(g!['u']!) && g!['u'] !== 'horas' && g!['u'] !== 'hora' && Number(g!['d']) <= 24 ? null : doubled(g!, (v) => duration(v, g!['u']!))) },
  { padrao: new RegExp(HORA, 'g'), read: horaDe },
  { padrao: new RegExp(String.raw`${N}\s*(?<u>${UNIDADE})`, 'g'), read: ({ groups: g }) => {
    const unidade = MEDIDAS.find(([r]) => r.test(g!['u']!.replace(/\s+/g, ' ')))?.[1];
    return unidade === undefined ? null : doubled(g!, (v) => ({ tipo: 'medida', chaves: [`medida:${unidade}:${v}`] }));
  } },
  { padrao: /(?<!\d)(?<!\d[\/.,-])(?<ano>(?:19|20)\d\d)(?![\d/]|[.,]\d)/g, read: ({ groups: g }) => [{ tipo: 'ano', chaves: [`ano:${g!['ano']}`, `plano:${g!['ano']}`] }] },
  { padrao: new RegExp(N, 'g'), read: ({ groups: g }) => doubled(g!, (v) => ({ tipo: 'plano', chaves: [`plano:${v}`] })) },
  // Digits that no other kind reads are compared as they are written.
  { padrao: /\d[\d.,/:-]*\d|\d/g, read: (m) => one('codigo', m[0]) },
];

const PASSO: Readonly<Record<string, number>> = { mil: 1e3, mi: 1e6, milhao: 1e6, milhoes: 1e6, bi: 1e9, bilhao: 1e9, bilhoes: 1e9 };
/** "R$ 15,4 milhões" stands for what rounds to it; "R$ 400" said after "cerca de" too. */
function rounded(lidas: Leitura[] | null, { groups: g, index, input }: RegExpMatchArray): Leitura[] | null {
  const escala = g!['e'] === undefined ? undefined : PASSO[g!['e']];
  const perto = /\b(?:cerca de|aproximadamente|em torno de|por volta de|quase|perto de|pouco (?:mais|menos) de|na casa d[oe]s?)\s+$/.test((input ?? '').slice(Math.max(0, (index ?? 0) - 24), index));
  if (escala === undefined && !perto) return lidas;
  const [inteiro = '', decimais = ''] = g!['d']!.split(',');
  const zeros = perto && !decimais ? /0*$/.exec(inteiro.replace(/\./g, ''))![0].length : 0;
  const folga = ((escala ?? 1) * 10 ** (zeros - decimais.length)) / 2;
  return lidas?.map((l) => ({ ...l, folga })) ?? null;
}

function money(reais: string | null, centavos: string | null = null): string | null {
  return reais === null ? null : new Decimal(reais).plus(new Decimal(centavos ?? 0).div(100)).toFixed(2);
}
