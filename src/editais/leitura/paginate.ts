import { normalizeText, squeeze } from '../../kernel/index.js';
import type { Celula, Linha, Pagina } from '../domain/pagina.js';

/** A paragraph or table row of a format without pages. */
export interface Bloco {
  /** One cell for a paragraph; the cells of a row in their columns, empty ones included. */
  readonly celulas: readonly string[];
  /** The author broke the page here. */
  readonly quebraAntes?: boolean;
  /** Set apart from its neighbours by a blank line, so that it is read as a clause of its own. */
  readonly paragrafo?: boolean;
}

/** Characters of a logical page: about what a printed page of an edital holds. */
export const CARACTERES_POR_PAGINA = 3000;
/** Width given to a column and height given to a line, in points: there is no real geometry, only order. */
const LARGURA_COLUNA = 100;
const ALTURA_LINHA = 12;

/**
 * Formats without pages (DOCX, HTML, TXT) → logical pages ("páginas lógicas"): cut where the author broke the page,
 * else at the first paragraph after ~3000 characters. Rows are lines with their cells apart by tabs. The numbers are
 * ours: they follow the document's order but need not be those a word processor prints.
 */
export function paginate(blocos: readonly Bloco[], alvo = CARACTERES_POR_PAGINA): Pagina[] {
  const paginas: Bloco[][] = [[]];
  let tamanho = 0;
  for (const bloco of blocos.flatMap((b) => cut(b, alvo * 2))) {
    if (tamanho && (bloco.quebraAntes || tamanho >= alvo)) {
      paginas.push([]);
      tamanho = 0;
    }
    paginas.at(-1)!.push(bloco);
    tamanho += bloco.celulas.reduce((soma, c) => soma + c.length, 0);
  }
  return paginas.filter((p) => p.some((b) => b.celulas.some((c) => c.trim()))).map(toPagina);
}

/** One page of these rows, whatever its size. */
export function toPagina(blocos: readonly Bloco[], indice: number): Pagina {
  const linhas: Linha[] = [];
  let texto = '';
  for (const [i, bloco] of blocos.entries()) {
    const celulas = toCelulas(bloco.celulas);
    if (!celulas.length) continue;
    linhas.push({ y: (i + 1) * ALTURA_LINHA, altura: ALTURA_LINHA - 2, celulas });
    texto += `${texto ? (bloco.paragrafo ? '\n\n' : '\n') : ''}${celulas.map((c) => c.texto).join('\t')}`;
  }
  return { numero: indice + 1, texto, linhas, origem: 'nativo' };
}

function toCelulas(textos: readonly string[]): Celula[] {
  return textos.flatMap((original, coluna) => {
    const texto = squeeze(normalizeText(original));
    return texto ? [{ texto, x0: coluna * LARGURA_COLUNA, x1: (coluna + 1) * LARGURA_COLUNA - 10 }] : [];
  });
}

/** A paragraph longer than two pages (whole documents pasted as one) is cut between words. */
function cut(bloco: Bloco, maximo: number): Bloco[] {
  const unico = bloco.celulas[0] ?? '';
  if (bloco.celulas.length > 1 || unico.length <= maximo) return [bloco];
  const partes: Bloco[] = [];
  for (let i = 0; i < unico.length; ) {
    let fim = Math.min(i + maximo, unico.length);
    const espaco = unico.lastIndexOf(' ', fim);
    if (fim < unico.length && espaco > i + maximo / 2) fim = espaco;
    partes.push({ ...bloco, celulas: [unico.slice(i, fim)], quebraAntes: i === 0 ? bloco.quebraAntes : false });
    i = fim;
  }
  return partes;
}
