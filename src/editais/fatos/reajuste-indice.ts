import { findAchados, type Achado } from '../extracao/achados.js';
import { isEqual, weighRegiao, preferEdital } from '../extracao/autoridade-contrato.js';
import { defineCampo, type Candidato, type Contexto } from '../extracao/candidato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { readLinhasDaFolha } from '../extracao/linhas-da-folha.js';
import { fraseEm } from '../extracao/limites-de-frase.js';

/** Index as a bidder names it, and how it is written (folded). The order matters: the longer name first. */
const INDICES: readonly [string, string][] = [
  ['IPCA-E', String.raw`ipca\s?-\s?e\b|ipcae\b|precos\s+ao\s+consumidor\s+amplo\s*-?\s*especial`],
  ['IPCA', String.raw`ipca\b|(?:indice\s+nacional\s+de\s+)?precos\s+a[o]?s?\s+consumidor(?:es)?\s+amplo`],
  ['INPC', String.raw`inpc\b|indice\s+nacional\s+de\s+precos\s+ao\s+consumidor\b(?!\s+amplo)`],
  ['IGP-M', String.raw`igp\s?-?\s?m\b|indice\s+geral\s+de\s+precos\s+d[eo]\s+mercado`],
  ['IGP-DI', String.raw`igp\s?-?\s?di\b`],
  ['INCC-DI', String.raw`incc\s?-?\s?di\b`],
  ['INCC-M', String.raw`incc\s?-?\s?m\b`],
  ['INCC', String.raw`incc\b|indice\s+nacional\s+d[eoa]\s+(?:custos?\s+d[ae]\s+)?construcao(?:\s+civil)?`],
  ['ICTI', String.raw`icti\b|indice\s+de\s+custos?\s+d[ae]\s+tecnologia\s+da\s+informacao`],
  ['IST', String.raw`indice\s+de\s+servicos\s+de\s+telecomunicac\w+|(?<=indice\s)ist\b`],
  ['IPC-FIPE', String.raw`ipc\s?[-/]?\s?fipe\b`],
  ['IPC', String.raw`ipc\b`],
  ['CUB', String.raw`cub\b|custo\s+unitario\s+basico`],
  ['SINAPI', String.raw`sinapi\b|sistema\s+nacional\s+de\s+pesquisas?\s+de\s+custos\s+e\s+indices`],
  ['SICRO', String.raw`sicro\b`],
  ['INPP', String.raw`inpp\b`],
  ['DNIT', String.raw`indices?[^.;]{0,60}\bdnit\b`],
];
const INDICE = new RegExp(INDICES.map(([, r], i) => String.raw`(?<i${i}>\b(?:${r}))`).join('|'));
const nomeDe = (a: Achado): string => INDICES.find((_, i) => a.nome[`i${i}`] !== undefined)![0];

/** Correction of what is owed, not adjustment of prices. */
const MORA = /atras|\bmora\b|moratori|juros|ressarc|caucao|\bmultas?\b|inadimpl|nao pagamento|debito|devolvid|restitui|garantia|indeniz|vencida|vencimento da/;
const CORRECAO = /correcao monetaria|atualizad[oa]s? monetariamente|atualizacao (?:monetaria|financeira|do respectivo)|compensacao financeira/;
const REAJUSTE = /\breajust|repactua|recompo|revis(?:ao|oes|ados?)\s+d[eo]s?\s+(?:valor|preco)\w*[^.;]{0,160}(?:variac|indice)|(?:corrigid|atualizad|revist)[oa]s?\s+(?:anual|apos|a\s+cada|a\s+partir)/;
/** Sources of the budget: an index only when the sentence says so. */
const TABELA = new Set(['SINAPI', 'SICRO', 'CUB']);

/** The acronym stands this near to the name it spells out. */
const SIGLA_JUNTO = 25;

function judge(a: Achado, frase: string, ateIndice: string): number {
  if (/[☐□]\s*$|\(\s*\)\s*$|\[\s*\]\s*$/.test(ateIndice)) return 0;
  const falaDeReajuste = REAJUSTE.test(frase);
  if (MORA.test(frase) && !/\breajust/.test(ateIndice.slice(-160))) return 0;
  if (MORA.test(ateIndice.slice(-160)) && !/\breajust[^.;]{0,100}$/.test(ateIndice)) return 0;
  if (/(?:caso de|havendo|pelo|no) atraso|valor(?:es)? devidos?/.test(frase)) return 0;
  if (CORRECAO.test(frase) && !falaDeReajuste) return 0;
  const indice = nomeDe(a);
  if (TABELA.has(indice) && !/\breajust[^.;]{0,140}(?:indice|variac|tabela)|repactua|(?:indice|variac)[^.;]{0,60}$/.test(ateIndice)) return 0;
  if (falaDeReajuste) return /\breajust[^.;]{0,200}$/.test(ateIndice) || /indice/.test(ateIndice.slice(-60)) ? 0.93 : 0.8;
  if (/reajust/.test(a.secao)) return /indice|variac|acumulad|ipca|conforme|consonancia/.test(ateIndice.slice(-80)) ? 0.82 : 0.7;
  return /indice[^.;]{0,40}(?:geral ou setorial|de precos do contrato|a ser (?:adotad|aplicad|utilizad))/.test(ateIndice.slice(-120)) && /contrat|preco/.test(frase) ? 0.6 : 0;
}

function readIndices({ t }: Contexto): Candidato<string>[] {
  const porFrase = new Map<number, Candidato<string>>();
  for (const a of findAchados(t, INDICE)) {
    const f = fraseEm(t, a.inicio, a.fim);
    const limpo = (s: string): string => s.replace(/\s+/g, ' ');
    const peso = weighRegiao(a.regiao, judge(a, limpo(t.dobrado.slice(f.inicio, f.fim)), limpo(t.dobrado.slice(f.inicio, a.inicio))));
    const anterior = porFrase.get(f.inicio);
    // The first index of the sentence rules; the others replace it or spell it out ("Índice … da Construção – INCC-DI").
    if (peso > 0 && !anterior) porFrase.set(f.inicio, { valor: nomeDe(a), inicio: inicioDoTrecho(t, f.inicio, a.inicio), fim: a.fim, peso });
    else if (anterior && a.inicio - anterior.fim < SIGLA_JUNTO && nomeDe(a).startsWith(`${anterior.valor}-`)) porFrase.set(f.inicio, { ...anterior, valor: nomeDe(a), fim: a.fim });
  }
  return preferEdital(t, [...porFrase.values(), ...readFolha(t)], isEqual);
}

/** The row of the data sheet to which a general condition leaves the adjustment. */
const readFolha = (t: TextoEdital): Candidato<string>[] =>
  readLinhasDaFolha(t).filter((l) => /\breajust/.test(l.condicao)).flatMap((l) => {
    const m = INDICE.exec(l.texto);
    const indice = m && INDICES.find((_, i) => m.groups?.[`i${i}`] !== undefined)?.[0];
    return m && indice && !MORA.test(l.texto.slice(0, m.index)) ? [{ valor: indice, inicio: Math.max(l.inicio, inicioDoTrecho(t, l.inicio, l.inicio + m.index)), fim: l.inicio + m.index + m[0].length, peso: 0.95 }] : [];
  });

/** The quote begins before the index, where the sentence says what it is for. */
const inicioDoTrecho = (t: TextoEdital, frase: number, indice: number): number => {
  const desde = Math.max(frase, indice - 160);
  const palavra = t.dobrado.slice(desde, indice).search(desde === frase ? /\S/ : /(?<=\s)\S/);
  return palavra < 0 ? indice : desde + palavra;
};

const SEM_REAJUSTE = /(?:precos?|valor(?:es)?)[^.;]{0,90}\birreajustave(?:l|is)|nao\s+(?:havera|sofrer(?:a|ao)|ser(?:a|ao)|cabera|se\s+aplica)[^.;]{0,50}\breajust/;

/** Fixed for the first year only: an adjustment comes after it. */
const PRIMEIRO_ANO = /^[^.;]{0,40}\b(?:um ano|1 \(?um\)? ano|12 \(?doze|doze meses|12 meses|primeiro ano|primeiros)/;

/** Index that adjusts the prices after a year (arts. 25 §7º and 92 V of Lei 14.133/2021). Not the one that corrects late payments. */
export const reajusteIndice = defineCampo<'reajuste_indice'>({
  campo: 'reajuste_indice',
  read: readIndices,
  ausencia: ({ t }) => {
    const a = findAchados(t, SEM_REAJUSTE).find((x) => !PRIMEIRO_ANO.test(x.depois(90).replace(/\s+/g, ' ')));
    return a ? { ausencia: 'nao_exige', inicio: a.inicio, fim: a.fim, nota: 'O documento diz que os preços não se reajustam e não nomeia índice.' } : null;
  },
});
