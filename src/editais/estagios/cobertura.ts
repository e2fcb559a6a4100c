import type { DocumentoLido } from '../domain/documento.js';
import type { CoberturaDocumento } from './tipos.js';

const paginasCom = (d: DocumentoLido, codigo: string): readonly number[] => d.naoLido.filter((n) => n.codigo === codigo).flatMap((n) => n.paginas ?? []);

/** How much of a document was read. Pure. */
export const coberturaDe = (d: DocumentoLido): CoberturaDocumento => ({
  sha256: d.sha256, totalPaginas: d.totalPaginas, paginasLidas: d.paginas.filter((p) => p.texto).length,
  semTexto: paginasCom(d, 'sem_texto'), ilegiveis: paginasCom(d, 'pagina_corrompida'),
  naoLido: d.naoLido.map(({ codigo, motivo, paginas }) => ({ codigo, motivo, ...(paginas ? { paginas } : {}) })),
});

/** A document of which nothing could be read. */
export const coberturaComErro = (sha256: string, codigo: string, motivo: string): CoberturaDocumento => ({
  sha256, totalPaginas: 0, paginasLidas: 0, semTexto: [], ilegiveis: [], naoLido: [], erro: { codigo, motivo },
});
