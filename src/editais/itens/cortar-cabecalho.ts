import type { LinhaDePalavras, PalavraNaLinha } from './palavras.js';
import { tipoDaPalavra } from './vocabulario.js';

/** The end of the row before a repeated header: a line above the description's title, inside its column, that names nothing. */
export function isSobra(linhas: readonly LinhaDePalavras[], a: number, fim: number): boolean {
  const area = areaDaDescricao(linhas.slice(a + 1, fim + 1));
  return area !== null && isDentro(linhas[a]!, area) && !linhas[a]!.palavras.some((p) => tipoDaPalavra(p.dobrado) === 'descricao');
}

interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly titulo: PalavraNaLinha;
}
/** Text of the description's column: nothing outside it, and some of it under (or over) the title. */
const isDentro = (l: LinhaDePalavras, { x0, x1, titulo }: Area): boolean =>
  l.palavras.every((p) => p.x0 >= x0 && p.x1 <= x1) && l.celulas.some((c) => c.x0 < titulo.x1 && c.x1 > titulo.x0);

/** Where descriptions may stand: between the titles beside theirs, on the line that names the item. Null when no line names both. */
function areaDaDescricao(linhas: readonly LinhaDePalavras[]): Area | null {
  for (const l of linhas) {
    const tipos = l.palavras.map((p) => tipoDaPalavra(p.dobrado));
    const titulo = tipos.indexOf('descricao');
    if (titulo < 0 || !tipos.includes('numero')) continue;
    const de = l.palavras.findLast((_, i) => i < titulo && tipos[i] !== 'descricao' && tipos[i] !== 'qualifica');
    const ate = l.palavras.find((_, i) => i > titulo && tipos[i] !== 'descricao' && tipos[i] !== 'qualifica');
    return { x0: de?.x1 ?? -Infinity, x1: ate?.x0 ?? Infinity, titulo: l.palavras[titulo]! };
  }
  return null;
}

/** More words than a title's line has, commas, or a gap above that lines of one title do not leave. */
const isTextoCorrido = (linhas: readonly LinhaDePalavras[], i: number): boolean =>
  linhas[i]!.palavras.length > 3 || linhas[i]!.palavras.some((p) => /[,;]$/.test(p.texto)) || linhas[i]!.y - linhas[i - 1]!.y > 1.35 * linhas[i]!.altura;

/** Last line of the header: a first row whose description begins with a word of headers ("Serviço de") is not part of it. */
export function dropDescricao(linhas: readonly LinhaDePalavras[], a: number, fim: number): number {
  const tiposDe = (l: LinhaDePalavras) => l.palavras.map((p) => tipoDaPalavra(p.dobrado));
  const titulo = linhas.slice(a, fim + 1).flatMap((l) => l.palavras).filter((p) => tipoDaPalavra(p.dobrado) === 'descricao').sort((x, y) => x.x0 - y.x0)[0];
  const area = areaDaDescricao(linhas.slice(a, fim + 1));
  // Among the header's own lines: a sheet has thousands.
  const chave = a + linhas.slice(a, fim + 1).findLastIndex((l) => tiposDe(l).includes('numero') && !(area && isDentro(l, area)));
  let ultima = fim;
  // Several words inside the description's column, below its title: a row.
  while (area && ultima > Math.max(chave, a) && isDentro(linhas[ultima]!, area) && isTextoCorrido(linhas, ultima)) ultima--;
  while (titulo && ultima > Math.max(chave, a) && tiposDe(linhas[ultima]!).every((t) => t === null || t === 'descricao' || t === 'qualifica') && linhas[ultima]!.palavras.every((p) => p.x0 < titulo.x1 + 60 && p.x1 > titulo.x0 - 60)) ultima--;
  return ultima;
}
