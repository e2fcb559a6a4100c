import type { LimitesReunir, NaoLido, PaginaPendente } from '../../editais/index.js';
import type { LeituraDocumento } from '../../empresas/index.js';

/** A file on this machine's disk; `nome` is untrusted text. */
export interface ArquivoDaEmpresa {
  readonly nome: string;
  readonly caminho: string;
}

/** What a thread needs to know of this process. */
export interface AmbienteDocumentos {
  readonly reunir: LimitesReunir;
  readonly maxPaginas: number;
  /** Pages of a document that OCR may read; 0: OCR is off. */
  readonly maxPaginasOcr: number;
}

/** Where what comes out of an archive is put, each document under its sha256: what OCR must see, or all. */
export interface Saida {
  readonly pasta: string;
  readonly tudo: boolean;
}

interface DocumentoAchado {
  readonly nome: string;
  readonly sha256: string;
  /** Set when it came out of an archive. */
  readonly deArquivo: boolean;
}

/** A document found in a file (itself, or what an archive holds), with its papers. */
export interface DocumentoDaEmpresa extends DocumentoAchado {
  readonly papeis: readonly LeituraDocumento[];
  /** Pages that could not be read. */
  readonly naoLido: readonly NaoLido[];
}

/** A document with pages that OCR should read before it is understood. */
export interface DocumentoPendente extends DocumentoAchado {
  readonly tipo: 'pdf' | 'imagem';
  /** Its bytes are in the folder of `Saida`; else they are the file itself. */
  readonly naPasta: boolean;
  readonly pendentes: readonly PaginaPendente[];
  /** What was read without OCR, encoded. */
  readonly leitura: Uint8Array;
}

/** A file after the first look. */
export interface ArquivoAberto {
  readonly documentos: readonly (DocumentoDaEmpresa | DocumentoPendente)[];
  readonly naoLido: readonly NaoLido[];
}

/** Everything a file gave. What could not be read is listed with its reason. */
export interface ArquivoLido {
  readonly documentos: readonly DocumentoDaEmpresa[];
  readonly naoLido: readonly NaoLido[];
}
