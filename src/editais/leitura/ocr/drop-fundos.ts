import { fold, lettersOf } from '../../../kernel/index.js';
import type { Pagina } from '../../domain/pagina.js';
import type { PaginaPendente } from './decide-ocr.js';

/** Lines of stamps, signature strips and footers: what stands over a scanned page. */
const CARIMBO = /assinad|assinatura|autentic|verifi|valida|certific|codigo|protocol|\bfls?\b|folha|\bpag|rubrica|https?:|www\.|@|\bicp\b|digitaliz|escanead|scanner|\d{2}\/\d{2}\/\d{4}|\d{2}:\d{2}/;
/** A line that stands on so many pages, digits aside, is a running one. */
const VEZES = 3;
/** Letters of the page's own that a title or a signature under an image may have. */
const MAX_LETRAS = 80;
/** The same where pages of text have an image behind them too: letterhead. */
const MAX_LETRAS_COM_FUNDO = 8;

/**
 * Pages sent to OCR for their image, less those whose image is but the background of their own text. What is left of
 * such a page's text once stamps and running lines are taken out tells which it is. `comFundo`: pages full of text have
 * images behind them in this document. Pure.
 */
export function dropFundos(pendentes: readonly PaginaPendente[], paginas: readonly Pagina[], comFundo: () => boolean): readonly PaginaPendente[] {
  if (!pendentes.some((p) => p.causa === 'imagem')) return pendentes;
  const vezes = new Map<string, number>();
  for (const p of paginas) for (const chave of new Set(p.texto.split('\n').map(keyOf))) vezes.set(chave, (vezes.get(chave) ?? 0) + 1);
  const maximo = comFundo() ? MAX_LETRAS_COM_FUNDO : MAX_LETRAS;
  const porNumero = new Map(paginas.map((p) => [p.numero, p]));
  const proprias = (texto: string): number => lettersOf(texto.split('\n').filter((l) => !CARIMBO.test(fold(l)) && (vezes.get(keyOf(l)) ?? 0) < VEZES).join('')).length;
  return pendentes.filter((p) => p.causa !== 'imagem' || proprias(porNumero.get(p.numero)?.texto ?? '') <= maximo);
}

const keyOf = (linha: string): string => fold(linha).replace(/\d+/g, '#').replace(/\s+/g, '');
