import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, type Achado } from './achados.js';
import type { Candidato } from './candidato.js';
import { NOME_DA_FOLHA } from './folha-de-dados.js';
import { fraseDe } from './limites-de-frase.js';
import { once } from './once.js';
import { notaConflito, PERIODO, readPeriodo, type PeriodoLido } from './periodos.js';

/** A row of a data sheet that fills in a general condition: "CGL 5.2 | 90 dias". */
export interface LinhaDaFolha {
  /** Sentence of the general condition that leaves the answer to this row. Folded, white space collapsed. */
  readonly condicao: string;
  /** What the row says, from `inicio` to `fim`; folded, as printed. */
  readonly texto: string;
  readonly inicio: number;
  readonly fim: number;
}

const PREFIXO = String.raw`(?:cgl|cgc|cge|iap|iao|ial|itb|fd|dl|(?:sub)?item|clausula|subclausula)`;
const NUMERO = String.raw`\d{1,2}(?:\.\d{1,2}){1,3}`;
const LINHA = new RegExp(String.raw`(?:^|[\n\f])[ \t]{0,8}${PREFIXO}\s(?<numero>${NUMERO})\.?\)?[ \t]{0,4}[:|–-]?\s{1,6}(?=\S)`);
const FIM_DA_LINHA = new RegExp(String.raw`\n[ \t]{0,8}${PREFIXO}\s${NUMERO}|\f|\n\s*\n`);
const MENCAO = new RegExp(String.raw`\b${NOME_DA_FOLHA}(?:,?\s*\(?\s*${PREFIXO}\s(?<citado>${NUMERO}))?`);
const PROPRIO = new RegExp(String.raw`^\s*(?<numero>${NUMERO})[\s.)–-]`);
const MAX_LINHA = 700;

/** Rows of the data sheet that answer a general condition, by the number that joins the two. */
export const readLinhasDaFolha = once((t: TextoEdital): readonly LinhaDaFolha[] => {
  const condicoes = new Map<string, string>();
  for (const a of findAchados(t, MENCAO)) {
    const numero = a.nome['citado'] ?? PROPRIO.exec(a.clausula)?.groups?.['numero'];
    if (numero !== undefined) condicoes.set(numero, `${condicoes.get(numero) ?? ''} ${fraseDe(t, a.inicio, a.fim, 500)}`);
  }
  return findAchados(t, LINHA).flatMap((a) => toLinha(t, a, condicoes));
});

function toLinha(t: TextoEdital, a: Achado, condicoes: ReadonlyMap<string, string>): LinhaDaFolha[] {
  const condicao = condicoes.get(a.nome['numero']!);
  if (condicao === undefined) return [];
  const resto = t.dobrado.slice(a.fim, Math.min(a.fim + MAX_LINHA, t.paginaEm(a.fim).fim));
  const texto = resto.slice(0, FIM_DA_LINHA.exec(resto)?.index ?? resto.length);
  return [{ condicao, texto, inicio: a.fim, fim: a.fim + texto.trimEnd().length }];
}

/** Periods that open a row whose general condition fits `condicao`. */
export function readPeriodosDaFolha(t: TextoEdital, condicao: RegExp, peso: number): Candidato<PeriodoLido['valor']>[] {
  const abre = new RegExp(String.raw`^(?:[oa]\s+)?(?:prazo\s+(?:de\s+)?|em\s+|ate\s+|no\s+minimo,?\s+|minimo\s+de\s+){0,3}${PERIODO}`);
  return readLinhasDaFolha(t).filter((l) => condicao.test(l.condicao)).flatMap((l) => {
    const m = abre.exec(l.texto);
    const lido = m && readPeriodo(m.groups ?? {});
    if (!m || !lido) return [];
    const nota = notaConflito(lido);
    return [{ valor: lido.valor, inicio: l.inicio, fim: Math.min(l.fim, Math.max(l.inicio + m[0].length, l.inicio + 112)), peso, ...(nota ? { nota } : {}) }];
  });
}
