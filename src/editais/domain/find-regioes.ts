import type { Regiao, TipoRegiao } from './estrutura.js';
import { findSumarios } from './find-sumario.js';
import type { LinhaTexto } from './linhas-texto.js';
import { readTituloRegiao, startsWithAnexo } from './titulo-regiao.js';

export { cutLinhas, isUpper, type LinhaTexto } from './linhas-texto.js';
export { tipoDoTitulo } from './titulo-regiao.js';

/** Two headings nearer than this name the same part ("ANEXO I" / "TERMO DE REFERÊNCIA"). */
const MESMA_PARTE = 400;
/** Rows of a list of annexes stand nearer to each other than this. */
const LINHA_DE_LISTA = 320;

interface Corte {
  readonly inicio: number;
  readonly tipo: TipoRegiao;
  readonly titulo: string;
  readonly anexo: boolean;
}

/**
 * Cuts the text into the edital's body and its annexes. An annex begins at a line "ANEXO II …" that stands as a
 * heading (near the top of a page, or short and upper case) and is not a row of the list of annexes, nor a mention
 * inside a sentence. A table of contents is a region of its own.
 */
export function findRegioes(linhas: readonly LinhaTexto[], fim: number, inicial: TipoRegiao = 'edital', inicio = 0): Regiao[] {
  const sumarios = findSumarios(linhas);
  const noSumario = (l: LinhaTexto): boolean => sumarios.some((s) => l.inicio >= s.inicio && l.inicio < s.fim);
  const deLista = findListas(linhas);
  const fimDaPrimeira = linhas[linhas.findIndex((l, i) => i > 0 && l.ordemNaPagina === 0) - 1]?.fim ?? -1;
  const cortes: Corte[] = [{ inicio, tipo: inicial, titulo: '', anexo: false }];
  linhas.forEach((l, i) => {
    if (deLista.has(i) || noSumario(l)) return;
    const t = readTituloRegiao(linhas, i);
    // The first page of an edital names its annexes (a link, a row of the summary): none begins there.
    if (t && (t.anexo || inicial !== 'edital' || l.inicio > fimDaPrimeira)) addCorte(cortes, { ...t, inicio: l.inicio });
  });
  return insertSumarios(cortes, sumarios).map((c, i, todos) => ({ tipo: c.tipo, titulo: c.titulo, inicio: c.inicio, fim: todos[i + 1]?.inicio ?? fim }));
}

function addCorte(cortes: Corte[], novo: Corte): void {
  const anterior = cortes.at(-1)!;
  const perto = novo.inicio - anterior.inicio < MESMA_PARTE && anterior.titulo !== '';
  if (perto && !novo.anexo && (anterior.tipo === novo.tipo || novo.tipo === 'anexo')) return;
  if (perto && anterior.tipo === 'anexo' && !novo.anexo) {
    cortes.pop();
    cortes.push({ ...novo, inicio: anterior.inicio, titulo: `${anterior.titulo} ${novo.titulo}`.slice(0, 200), anexo: true });
    return;
  }
  // The contract's own heading inside a minuta, the title repeated at the head of a TR's page.
  if (!novo.anexo && novo.tipo === anterior.tipo) return;
  cortes.push(novo);
}

/** Indexes of lines that are rows of a list of annexes: three or more close together, on one page or going on at the head of the next. */
function findListas(linhas: readonly LinhaTexto[]): ReadonlySet<number> {
  const anexos = linhas.flatMap((l, i) => (startsWithAnexo(l) ? [i] : []));
  const deLista = new Set<number>();
  let grupo: number[] = [];
  const close = (): void => {
    if (grupo.length >= 3) grupo.forEach((i) => deLista.add(i));
    grupo = [];
  };
  anexos.forEach((i, k) => {
    const ultimo = grupo.at(-1);
    const proximo = anexos[k + 1];
    // A single annex at the head of a page is the first annex itself, not the list's last row.
    const sozinho = proximo === undefined || !isNear(linhas, i, proximo);
    const segue = ultimo !== undefined && distance(linhas, ultimo, i) <= LINHA_DE_LISTA && (isNear(linhas, ultimo, i) || (grupo.length > 1 && !sozinho));
    if (!segue) close();
    grupo.push(i);
  });
  close();
  return deLista;
}

/** Close together on the same page. */
const isNear = (linhas: readonly LinhaTexto[], a: number, b: number): boolean =>
  distance(linhas, a, b) <= LINHA_DE_LISTA && linhas[b]!.ordemNaPagina - linhas[a]!.ordemNaPagina === b - a;
const distance = (linhas: readonly LinhaTexto[], a: number, b: number): number => linhas[b]!.inicio - linhas[a]!.inicio;

/** A table of contents interrupts the part it stands in, which goes on after it. */
function insertSumarios(cortes: readonly Corte[], sumarios: readonly { inicio: number; fim: number }[]): Corte[] {
  const saida = [...cortes];
  for (const s of sumarios) {
    const k = saida.findLastIndex((c) => c.inicio <= s.inicio);
    const dentro = saida[k]!;
    const segue = saida[k + 1]?.inicio === s.fim + 1 ? [] : [{ ...dentro, inicio: s.fim }];
    saida.splice(k + 1, 0, { inicio: s.inicio, tipo: 'sumario', titulo: '', anexo: false }, ...segue);
    if (dentro.inicio === s.inicio) saida.splice(k, 1);
  }
  return saida;
}
