import type { Parecer } from '../../analises/index.js';
import type { DocumentoLido } from '../../editais/index.js';
import { squeeze, TRECHO_MAXIMO, TRECHO_MINIMO } from '../../kernel/index.js';
import { findInstrucoes } from './conferir/index.js';

/** Alerts of one analysis: one a page, and no more than a reader will read. */
const MAX_ALERTAS = 10;

/** Pages that talk to a model instead of a bidder: told, with the quote, and never obeyed. */
export function findAlertas(documentos: readonly Pick<DocumentoLido, 'nome' | 'paginas'>[]): Parecer['alertas'] {
  const alertas: Parecer['alertas'][number][] = [];
  for (const d of documentos) {
    for (const p of d.paginas) {
      const [zona] = p.texto ? findInstrucoes(p.texto) : [];
      if (!zona) continue;
      const trecho = squeeze(p.texto.slice(zona.inicio, zona.fim)).slice(0, TRECHO_MAXIMO).trim();
      if (trecho.length < TRECHO_MINIMO) continue;
      alertas.push({ texto: 'A página traz texto dirigido a um modelo de linguagem, e não a quem participa. Ele não foi mostrado aos agentes nem obedecido; confira por que está no documento.', evidencia: { documento: d.nome, pagina: p.numero, trecho } });
      if (alertas.length === MAX_ALERTAS) return alertas;
    }
  }
  return alertas;
}
