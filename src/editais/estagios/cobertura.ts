import type { DocumentoLido } from '../domain/documento.js';
import type { CoberturaDocumento, CoberturaOcr } from './tipos.js';

const paginasCom = (d: DocumentoLido, codigo: string): readonly number[] => d.naoLido.filter((n) => n.codigo === codigo).flatMap((n) => n.paginas ?? []);

/** What of a document was read by OCR; nothing when nothing was. Pure. */
export function ocrDe({ paginas }: Pick<DocumentoLido, 'paginas'>): { readonly ocr?: CoberturaOcr } {
  const lidas = paginas.filter((p) => p.origem === 'ocr');
  const soma = lidas.reduce((n, p) => n + (p.confiancaOcr ?? 0), 0);
  return lidas.length ? { ocr: { paginas: lidas.map((p) => p.numero), confianca: Math.round((soma / lidas.length) * 100) / 100 } } : {};
}

/** How much of a document was read. Pure. */
export const coberturaDe = (d: DocumentoLido): CoberturaDocumento => ({
  sha256: d.sha256, totalPaginas: d.totalPaginas, paginasLidas: d.paginas.filter((p) => p.texto).length,
  semTexto: paginasCom(d, 'sem_texto'), ilegiveis: paginasCom(d, 'pagina_corrompida'),
  naoLido: d.naoLido.map(({ codigo, motivo, paginas }) => ({ codigo, motivo, ...(paginas ? { paginas } : {}) })), ...ocrDe(d),
});

/** A document of which nothing could be read. */
export const coberturaComErro = (sha256: string, codigo: string, motivo: string): CoberturaDocumento => ({
  sha256, totalPaginas: 0, paginasLidas: 0, semTexto: [], ilegiveis: [], naoLido: [], erro: { codigo, motivo },
});
