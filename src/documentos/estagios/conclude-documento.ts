import type { Leitura } from '../../editais/index.js';
import { readDocumentosEmpresa } from '../domain/read-documento-empresa.js';
import type { ArquivoLido, DocumentoDaEmpresa } from './tipos.js';

const SEM_TEXTO = { codigo: 'sem_texto', motivo: 'O documento não tem camada de texto (imagem digitalizada): não foi lido.' };

/** The papers of a document whose reading is whole; one without a word of text is told with the reason of its pages. Pure. */
export function concludeDocumento({ nome, sha256, deArquivo }: Pick<DocumentoDaEmpresa, 'nome' | 'sha256' | 'deArquivo'>, leitura: Leitura): ArquivoLido {
  const naoLido = leitura.naoLido.map((n) => ({ documento: nome, ...n }));
  if (!leitura.paginas.some((p) => p.texto.trim())) return { documentos: [], naoLido: naoLido.length ? naoLido : [{ documento: nome, ...SEM_TEXTO }] };
  return { documentos: [{ nome, sha256, deArquivo, papeis: readDocumentosEmpresa(nome, leitura.paginas), naoLido }], naoLido: [] };
}
