import type { LimitesReunir, NaoLido } from '../../editais/index.js';
import type { LeituraDocumento } from '../../empresas/index.js';

/** A file on this machine's disk; `nome` is untrusted text. */
export interface ArquivoDaEmpresa {
  readonly nome: string;
  readonly caminho: string;
  /** Where documents that come out of an archive are written, each under its sha256; absent: nowhere. */
  readonly pastaSaida?: string;
}

/** What a thread needs to know of this process. */
export interface AmbienteDocumentos {
  readonly reunir: LimitesReunir;
  readonly maxPaginas: number;
}

/** A document found in a file (itself, or what an archive holds), with its papers. */
export interface DocumentoDaEmpresa {
  readonly nome: string;
  readonly sha256: string;
  /** Set when it came out of an archive. */
  readonly deArquivo: boolean;
  readonly papeis: readonly LeituraDocumento[];
  /** Pages that could not be read. */
  readonly naoLido: readonly NaoLido[];
}

/** Everything a file gave. What could not be read is listed with its reason. */
export interface ArquivoLido {
  readonly documentos: readonly DocumentoDaEmpresa[];
  readonly naoLido: readonly NaoLido[];
}
