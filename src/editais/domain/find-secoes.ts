import type { Secao } from './estrutura.js';
import { isUpper, type LinhaTexto } from './find-regioes.js';

const NUMERADO = /^(?:secao\s+)?([ivx]{1,5}|\d{1,2})\s*[.)\-:]{0,2}\s*[-–]?\s*(?=\p{L})(.{3,})$/u;
const CLAUSULA = /^cl[a]usula\s+\S+/;

/**
 * Titled sections: short lines numbered at the first level ("10. DA IMPUGNAÇÃO", "3 - Do objeto"), clauses of the
 * contract ("CLÁUSULA SÉTIMA – …") and upper-case titles that begin with "DO/DA/DOS/DAS". Rows of a summary (dots
 * up to a page number) are not titles.
 */
export function findSecoes(linhas: readonly LinhaTexto[], fim: number): Secao[] {
  const titulos = linhas.filter((l, i) => isTitulo(l, linhas[i + 1]));
  return titulos.map((l, i) => ({ titulo: l.texto.trim().slice(0, 160), inicio: l.inicio, fim: titulos[i + 1]?.inicio ?? fim }));
}

function isTitulo(l: LinhaTexto, seguinte: LinhaTexto | undefined): boolean {
  const t = l.texto.trim();
  if (t.length > 120 || /\.{4,}|[;]$/.test(t)) return false;
  if (CLAUSULA.test(l.dobrado)) return isUpper(t) || t.length < 80;
  const numerado = NUMERADO.exec(l.dobrado);
  if (numerado) {
    const alto = isUpper(t);
    if (alto) return true;
    // "3. Do objeto" followed by "3.1 …"
    const n = numerado[1]!;
    return t.length < 80 && !/[.:,]$/.test(t) && new RegExp(`^${n}\\s*\\.\\s*1\\b`).test(seguinte?.dobrado ?? '');
  }
  return isUpper(t) && t.length < 80 && /^d(?:[oa]s?|e) [a-z]/.test(l.dobrado) && !/[.,]$/.test(t);
}
