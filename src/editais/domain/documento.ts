import type { Pagina } from './pagina.js';

/** Real type, decided by the content and never by the name. */
export type TipoArquivo = 'pdf' | 'docx' | 'xlsx' | 'zip' | 'html' | 'txt' | 'doc' | 'xls' | 'rtf' | 'odt' | 'ods' | 'mht' | 'rar' | '7z' | 'tar' | 'p7s' | 'imagem' | 'desconhecido';

/** What the document is in the tender, decided by what it says. */
export type ClasseDocumento =
  | 'edital' | 'aviso' | 'tr' | 'etp' | 'minuta' | 'planilha' | 'errata' | 'dfd' | 'ata' | 'parecer' | 'resultado' | 'outro';

/** A document as bytes, taken out of whatever archive it came in. */
export interface Arquivo {
  /** Path inside the set the user gave: "pasta/edital.zip!Edital.pdf". Untrusted text. */
  readonly nome: string;
  readonly bytes: Uint8Array;
  readonly tipo: TipoArquivo;
  readonly sha256: string;
}

/** Why a file, or some pages of it, could not be read. */
export interface NaoLido {
  readonly documento: string;
  /** Absent: the whole file. */
  readonly paginas?: readonly number[];
  /** Stable code: `sem_texto`, `pdf_cifrado`, `pdf_corrompido`, `formato_nao_suportado`… */
  readonly codigo: string;
  readonly motivo: string;
}

/** A document that was read. */
export interface DocumentoLido {
  readonly nome: string;
  readonly sha256: string;
  readonly tipo: TipoArquivo;
  readonly bytes: number;
  /** Total of pages of the file, read or not. */
  readonly totalPaginas: number;
  readonly paginas: readonly Pagina[];
  readonly naoLido: readonly NaoLido[];
  /** Version of the reader that made this; part of the cache key. */
  readonly versaoLeitor: string;
}
