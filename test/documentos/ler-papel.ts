import { readDocumento } from '../../src/editais/index.js';
import { readDocumentosEmpresa } from '../../src/documentos/domain/read-documento-empresa.js';
import type { LeituraDocumento } from '../../src/empresas/index.js';
import { pdfDoPapel, textoDoPapel, type PapelDeTeste } from '../support/papeis/pdf-do-papel.js';

/** The readings of a paper, through a real PDF. */
export async function lerPdf(papel: PapelDeTeste): Promise<LeituraDocumento[]> {
  const bytes = await pdfDoPapel(papel);
  const { paginas } = await readDocumento({ nome: 'papel.pdf', bytes, tipo: 'pdf', sha256: '0'.repeat(64) });
  return readDocumentosEmpresa('papel.pdf', paginas);
}

/** The readings of pages of text, without geometry. */
export const lerTexto = (paginas: readonly string[] | string): LeituraDocumento[] =>
  readDocumentosEmpresa('papel.pdf', (typeof paginas === 'string' ? [paginas] : paginas).map((texto, i) => ({ numero: i + 1, texto, linhas: [], origem: 'nativo' as const })));

export const lerComoTexto = (papel: PapelDeTeste): LeituraDocumento[] => lerTexto(textoDoPapel(papel));
