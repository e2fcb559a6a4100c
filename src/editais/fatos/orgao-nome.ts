import { fold, squeeze } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isModeloEmBranco, type Achado } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { DESCONTO_LUGAR, lugarEm } from '../extracao/lugar.js';
import { fimDoNome, INICIO_DE_ORGAO, nucleoDoNome } from '../extracao/orgaos.js';

interface Fonte {
  readonly rx: RegExp;
  readonly peso: number;
  /** Only on the first pages: elsewhere the same words name others. */
  readonly soNoInicio?: boolean;
  /** The name is the line, not a sentence. */
  readonly linha?: boolean;
}

const NOME = String.raw`(?<org>(?:\d{1,3}\s?[ºª]\s)?${INICIO_DE_ORGAO})`;
const ARTIGO = String.raw`(?:[oa]s?\s*(?:\([ao]s?\)?\s*)?(?:[oa]\s+)?|\([ao]\)\s*)?`;
const FONTES: readonly Fonte[] = [
  // "Torna-se público que o MUNICÍPIO DE…", "A PREFEITURA MUNICIPAL DE …, … torna público"
  { rx: new RegExp(String.raw`\btorna-?\s?se\s+publico,?\s+(?:para\s+(?:o\s+)?conhecimento\s+d[aeo]s?\s+interessados,?\s+)?que\s+${ARTIGO}${NOME}`), peso: 0.93 },
  { rx: new RegExp(String.raw`(?:^|[\n\f.]\s{0,8}(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*-?\s*)?)[oa]s?\s+${NOME}(?=[^;]{0,700}?\b(?:torna\w*\s+public[oa]|realizar[ao]|fara\s+realizar|fara\s+saber|divulga|leva\s+ao\s+conhecimento|comunica|faz\s+saber|convida|estara\s+reunido|tornam\s+public[oa])\b)`), peso: 0.9, soNoInicio: true },
  { rx: new RegExp(String.raw`\b(?:pregoeir[oa]|comissao|agente\s+de\s+contratacao|presidente|diretor[a]?|prefeit[oa]|ordenador\w*)\b[^.;]{0,60}?\bd[aeo]\s+${NOME}(?=[^;]{0,400}?\btorna\w*\s+public[oa]\b)`), peso: 0.78, soNoInicio: true },
  // labels of the summary table
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:orgao\s+|entidade\s+)?(?:contratante|licitante|comprador|licitador|promotor|gerenciador)(?:\s*\(uasg\))?\s*[:\n-]?\s*(?:[oa]\s+)?${NOME}`), peso: 0.94, soNoInicio: true, linha: true },
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:(?:[ivx]{1,6}|\d[\d.]{0,6})\s?[.)-]\s*)?(?:orgao(?:\/entidade)?|entidade|unidade\s+gestora|instituicao|interessad[oa]s?(?!\s*:\s*secretaria\s+municipal))\s*:\s*${NOME}`), peso: 0.8, soNoInicio: true, linha: true },
  // the contract's parties
  { rx: new RegExp(String.raw`\bcontratante\s*:\s*(?:[oa]\s+)?${NOME}`), peso: 0.84 },
  { rx: new RegExp(String.raw`\b(?:de\s+um\s+lado,?\s+(?:como\s+contratante,?\s+)?|entre\s+si\s+\w+,?:?\s+)(?:[oa]\s+)?${NOME}`), peso: 0.84 },
];
/** Letterhead: a line of its own among the first of the first pages. */
const TIMBRE = new RegExp(String.raw`(?:^|[\n\f])[ \t]*(?:[a-z]{2,10}[ \t]*-[ \t]*)?${NOME}`);
const ALTURA_TIMBRE = 900;

/** Words a line may begin with without being the buyer's name. */
const FALSO = /^(?:secretaria\s+(?:municipal\s+)?requisitante|governo\s+do\s+estado|empresa\s+(?:contratada|vencedora|especializada|proponente|licitante|interessada|para|de\s+pequeno)|conselho\s+(?:regional|federal)\s+de\s+(?:engenharia|arquitetura|administracao|contabilidade)|departamento\s+de\s+(?:licitac|compras)|diretoria\s+de\s+(?:licitac|compras)|associacao\s+brasileira|estado\s+d[aeo]\s+[a-z ]{4,20}$|escola\s+(?:municipal|estadual)|sociedade\s+(?:empresaria|simples|anonima|limitada|estrangeira|cooperativa)|instituto\s+nacional\s+d[eo]\s+(?:seguro|metrologia)|agencia\s+nacional|servico\s+de\s+(?!agua|apoio\s+as\s+micro|aprendizagem)|empresa\s+de\s+(?:engenharia|pequeno)|consorcios?\s*:?\s*(?:de\s+empresas|nao\b|sim\b|vedad|permitid|admitid|ate\s)|caixa\s+economica(?!\s+federal))/;

/** The buying body, as named in the preamble, the summary table, the contract or the letterhead. */
export const orgaoNome = defineCampo<'orgao_nome'>({
  campo: 'orgao_nome',
  read: ({ t }) => preferNomeCheio([
    ...FONTES.flatMap((f) => findAchados(t, f.rx).flatMap((a) => toCandidato(t, f, a))),
    ...readPorSigla(t),
    ...readTimbre(t),
  ]),
  same: (a, b) => {
    const [x, y] = [nucleoDoNome(a), nucleoDoNome(b)];
    return x === y || (Math.min(x.length, y.length) >= 4 && (x.startsWith(y) || y.startsWith(x)));
  },
  corteAlternativa: 0.95,
});

/** "A AGEOB, por sua Comissão, torna público": the name its initials stand for, printed beside them on the first pages. */
const SIGLA_COMO_SUJEITO = /(?:^|[\n\f.]\s{0,8})[oa]\s+(?<sigla>[a-z]{3,12}(?:\/[a-z]{2})?)(?=\s*,|\s+(?:torna|fara|realizara|comunica|convida|leva))(?=[^;]{0,400}?\b(?:torna\w*\s+public[oa]|realizar[ao]|fara\s+realizar|comunica|convida|leva\s+ao\s+conhecimento)\b)/;
function readPorSigla(t: TextoEdital): Candidato<string>[] {
  const sigla = findAchados(t, SIGLA_COMO_SUJEITO, { ate: 3 }).map((a) => a.original('sigla') ?? '').find((s) => /^\p{Lu}{3,12}(?:\/\p{Lu}{2})?$/u.test(s));
  if (!sigla) return [];
  const curta = sigla.split('/')[0]!.toLowerCase();
  const extenso = new RegExp(String.raw`(?:^|[\n\f.,;:]\s{0,8}|\b[oa]\s)${NOME}(?=[^;:.\n]{4,120}[\s(–-]${curta}\b)`);
  return findAchados(t, extenso, { ate: 3 }).flatMap((a) => toCandidato(t, { rx: extenso, peso: 0.9, soNoInicio: true, linha: true }, a)).filter((c) => new RegExp(String.raw`\b${curta}\b`, 'i').test(c.valor)).slice(0, 2);
}

/** Names of the social services, whose acronyms are not their initials. */
const SISTEMA_S: readonly (readonly [RegExp, RegExp])[] = [
  [/^SENAI/, /aprendizagem industrial/], [/^SENAC/, /aprendizagem (?:comercial|do comercio)/], [/^SENAR/, /aprendizagem rural/], [/^SENAT/, /aprendizagem do transporte/], [/^SESCOOP/, /aprendizagem do cooperativismo/],
  [/^SESI/, /social da industria/], [/^SESC(?!OOP)/, /social do comercio/], [/^SEST/, /social do transporte/], [/^SEBRAE/, /apoio as micro/],
];
function isNomeDaSigla(sigla: string, nome: string): boolean {
  const dobrado = fold(nome);
  const iniciais = dobrado.split(/[^a-z]+/).filter((p) => p.length > 2 && !/^(?:das?|dos|para|com)$/.test(p)).map((p) => p[0]).join('');
  return SISTEMA_S.some(([s, n]) => s.test(sigla) && n.test(dobrado)) || iniciais === /^\p{Lu}+/u.exec(sigla)?.[0].toLowerCase();
}

/** A lone acronym gives way to the name that spells it out. */
function preferNomeCheio(lidos: readonly Candidato<string>[]): Candidato<string>[] {
  return lidos.map((c) => {
    const siglas = lidos.filter((k) => /^\p{Lu}{3,12}(?:\s?[/-]\s?\p{Lu}{2}){0,2}$/u.test(k.valor) && k.peso > c.peso);
    const maior = siglas.find((k) => (c.valor.length > k.valor.length + 8 && c.valor.split(/[^\p{L}]+/u).includes(/^\p{Lu}+/u.exec(k.valor)![0])) || (k.valor.length < c.valor.length && isNomeDaSigla(k.valor, c.valor)));
    return maior && c.peso >= 0.5 ? { ...c, peso: maior.peso + 0.01 } : c;
  });
}

/** One reading of the letterhead: its lines name one body and those it belongs to, which is no contradiction. */
function readTimbre(t: TextoEdital): Candidato<string>[] {
  const linhas = findAchados(t, TIMBRE, { ate: 2 }).filter((a) => isTimbre(t, a)).flatMap((a) => toCandidato(t, { rx: TIMBRE, peso: pesoDoTimbre(a), soNoInicio: true, linha: true }, a));
  return linhas.sort((a, b) => b.peso - a.peso || a.inicio - b.inicio).slice(0, 1);
}
/** Near the top of the page, and beginning with a capital. */
function isTimbre(t: TextoEdital, a: Achado): boolean {
  const s = a.span('org');
  return s !== undefined && a.inicio - t.paginaEm(a.fim).inicio < ALTURA_TIMBRE && /[\p{Lu}\d]/u.test(t.texto[s.inicio] ?? '');
}
/** Of several lines of a letterhead, the buyer is below the ministry, government or power it belongs to. */
const pesoDoTimbre = (a: Achado): number => (INDIRETA.test(a.nome['org'] ?? '') || INDIRETA.test(`${a.nome['org'] ?? ''}${a.depois(40)}`) ? 0.67 : /^(?:ministerio\s+(?!publico)|governo|estado|justica|exercito|marinha|aeronautica|diretoria|coordenadoria|departamento|superintendencia|central|centro)/.test(`${a.nome['org'] ?? ''}${a.depois(10)}`) ? 0.6 : 0.66);
/** Bodies of their own, printed under the secretariat they answer to. */
const INDIRETA = /^(?:fundacao|autarquia|agencia|instituto|companhia|cia|universidade|empresa|policia|corpo\s+de\s+bombeiros|consorcio|hospital\s+(?:universitario|federal|das\s+clinicas)|departamento\s+(?:estadual|municipal|nacional|autonomo)|departamento\s+de\s+(?:estradas|transito|aguas?|rodovias))/;

function toCandidato(t: TextoEdital, f: Fonte, a: Achado): Candidato<string>[] {
  const s = a.span('org');
  const lugar = lugarEm(t, a.fim);
  if (!s || (f.soNoInicio && lugar !== 'capa' && lugar !== 'abertura')) return [];
  const doEstado = orgaoDoEstado(t, s.inicio) ?? s.inicio;
  const inicio = doEstado + (SECRETARIA_E_ENTIDADE.exec(t.dobrado.slice(doEstado, doEstado + 200))?.[0].length ?? 0);
  const corte = f.linha ? endOfLinha(t.dobrado, inicio) : inicio + 170;
  const fim = inicio + fimDoNome(t.dobrado.slice(inicio, corte));
  const nome = cleanNome(t.texto.slice(inicio, fim));
  const dobrado = t.dobrado.slice(inicio, fim).replace(/\s+/g, ' ').trim();
  if (nome.length < 8 || nome.length > 160 || FALSO.test(dobrado) || isModeloEmBranco(nome) || /[[\]<>{}]/.test(nome) || !isNomeProprio(nome) || nucleoDoNome(nome).length < 3) return [];
  return [{ valor: nome, inicio, fim, peso: f.peso - DESCONTO_LUGAR[lugar] }];
}

/** Names are written with capitals; a sentence that begins with "empresa" or "governo" is not one. */
function isNomeProprio(nome: string): boolean {
  const palavras = nome.split(/\s+/).filter((p) => p.replace(/[^\p{L}]/gu, '').length > 3);
  return palavras.filter((p) => /^[^\p{L}]*\p{Lu}/u.test(p)).length >= palavras.length * 0.7;
}

/** End of the line, or of the next one when this one plainly goes on ("…DE COMPRAS E"). */
function endOfLinha(dobrado: string, inicio: number): number {
  const fim = dobrado.indexOf('\n', inicio);
  if (fim < 0) return Math.min(dobrado.length, inicio + 170);
  if (!/\b(?:d[aeo]s?|e|para)\s*$/.test(dobrado.slice(inicio, fim))) return fim;
  const seguinte = dobrado.indexOf('\n', fim + 1);
  return seguinte < 0 ? fim : Math.min(seguinte, inicio + 170);
}

/** "O ESTADO DO ACRE, por intermédio da Secretaria…": the secretariat buys, not the State. Start of its name, or null. */
function orgaoDoEstado(t: TextoEdital, inicio: number): number | null {
  const trecho = t.dobrado.slice(inicio, inicio + 320);
  const m = ESTADO_POR_MEIO.exec(trecho) ?? ESTADO_QUALIFICADO.exec(trecho) ?? POR_MEIO_DA_ENTIDADE.exec(trecho);
  return m ? inicio + m[0].length : null;
}
/** "Secretaria da Agricultura e do Instituto de Terras": the entity buys, the secretariat oversees it. */
const SECRETARIA_E_ENTIDADE = /^secretaria\b[^;.,–]{4,80}\s+e\s+d[ao]\s+(?=(?:instituto|fundacao|agencia|autarquia|companhia|empresa|departamento\s+(?:de\s+estradas|estadual|municipal)|universidade)\b)/;
/** A body with a personality of its own buys in its own name, whoever stands above it. */
const POR_MEIO_DA_ENTIDADE = /^(?:municipio|prefeitura|secretaria)\b[^;.]{0,80}?,?\s+(?:por\s+(?:meio|intermedio)|atraves)\s+d[ao]\s+(?=(?:companhia|fundacao|autarquia|agencia|empresa\s+(?:municipal|publica|de)|instituto\s+(?:de|municipal)|universidade|servico\s+autonomo|departamento\s+(?:estadual|autonomo)|consorcio)\b)/;
const ESTADO_POR_MEIO = new RegExp(String.raw`^(?:governo\s+do\s+)?(?:estado|uniao|distrito\s+federal)[^;.]{0,60}?,?\s+(?:por\s+(?:meio|intermedio)|atraves)\s+d[aeo]s?\s+(?=${INICIO_DE_ORGAO})`);

/** The same with its qualification between: "pessoa jurídica de direito público, inscrita no CNPJ sob o nº …, por intermédio da …". */
const ESTADO_QUALIFICADO = new RegExp(String.raw`^(?:governo\s+do\s+)?(?:estado|uniao|distrito\s+federal)\b[^;,]{0,40},\s*(?:pessoa\s+juridica|inscrit[oa]|ente\s+federad|cnpj)[^;]{0,170}?,\s+(?:por\s+(?:meio|intermedio)|atraves)\s+d[aeo]s?\s+(?=${INICIO_DE_ORGAO})`);

const cleanNome = (bruto: string): string => squeeze(bruto).replace(/[\s,;:.–—-]+$/, '').replace(/\s*\((?:[ao]s?)?$/, '').replace(/\s*\(\d{4,8}\)$/, '').trim().replace(/\bS\.\s?A$/, '$&.');
