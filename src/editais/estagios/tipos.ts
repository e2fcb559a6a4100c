import type { ConferenciaItens } from '../domain/conferencia.js';
import type { ClasseDocumento, NaoLido, TipoArquivo } from '../domain/documento.js';
import type { Fatos } from '../domain/fato.js';
import type { ItemEdital } from '../domain/item.js';
import type { OrigemTexto } from '../domain/pagina.js';
import type { ClassesCorrigidas, EmVigor } from '../em-vigor/montar-conjunto.js';
import type { ListasDoEdital } from '../read-listas.js';
import type { LimitesReunir } from '../reunir/limites.js';

/** What a stage needs to know of this process: sent with each task, since threads read no environment. */
export interface AmbienteEstagios {
  readonly pastaDados: string;
  readonly maxPaginas: number;
  /** Pages of a document that OCR may read, and the time each has, ms; 0 pages: OCR is off. */
  readonly maxPaginasOcr: number;
  readonly tempoPaginaOcrMs: number;
  /** 0: readings are not kept. */
  readonly maxBytesCache: number;
  readonly maxBytesDocumentos: number;
  readonly reunir: LimitesReunir;
}

/** A file as the user sent it, on this machine's disk. `nome` is untrusted text. */
export interface EntradaEmDisco {
  readonly nome: string;
  readonly caminho: string;
}

/** A document of a set, by its content. `caminho` only when it is a file as sent; what came out of a ZIP lies in the data folder under its hash. */
export interface DocumentoReunido {
  readonly nome: string;
  readonly sha256: string;
  readonly tipo: TipoArquivo;
  readonly bytes: number;
  readonly caminho?: string;
}

export interface Duplicado {
  readonly nome: string;
  readonly igualA: string;
}

/** Stage 1: the set taken apart. */
export interface ReuniaoEmDisco {
  readonly documentos: readonly DocumentoReunido[];
  readonly naoLido: readonly NaoLido[];
  readonly duplicados: readonly Duplicado[];
}

/** What of a document was read by OCR, which may be wrong: 1-based pages, and their mean confidence, 0 to 1. */
export interface CoberturaOcr {
  readonly paginas: readonly number[];
  readonly confianca: number;
}

/** Stage 2 of one document: how much of it could be read. The reading itself stays on disk. */
export interface CoberturaDocumento {
  readonly sha256: string;
  readonly totalPaginas: number;
  /** With text. */
  readonly paginasLidas: number;
  /** 1-based pages without a text layer. */
  readonly semTexto: readonly number[];
  /** 1-based pages that could not be opened. */
  readonly ilegiveis: readonly number[];
  readonly naoLido: readonly Omit<NaoLido, 'documento'>[];
  /** Pages read by OCR; absent when there are none. */
  readonly ocr?: CoberturaOcr;
  /** Set when nothing of it could be read; all counts are 0. */
  readonly erro?: { readonly codigo: string; readonly motivo: string };
}

/** A set by its content: what stages 3 and 4 start from. */
export interface ConjuntoPedido {
  readonly documentos: readonly DocumentoReunido[];
  /** What stages 1 and 2 could not read. Documents listed here whole are not tried again. */
  readonly naoLido: readonly NaoLido[];
  readonly duplicados?: readonly Duplicado[];
  /** Classes given by people. */
  readonly classes?: ClassesCorrigidas;
  /** sha256 of the files the documents came out of, when they are known: what is made of the set goes with the first of them that is erased. */
  readonly arquivos?: readonly string[];
}

/** A document and what was made of it. */
export interface DocumentoDaLeitura {
  readonly nome: string;
  readonly sha256: string;
  readonly tipo: TipoArquivo;
  readonly bytes: number;
  readonly classe: ClasseDocumento;
  readonly motivo: string;
  readonly usado: boolean;
  readonly paginas: number;
  readonly paginasLidas: number;
  readonly ocr?: CoberturaOcr;
}

/** Stage 3, complete: what every company that looks at the set shares. */
export interface LeituraDoConjunto {
  readonly documentos: readonly DocumentoDaLeitura[];
  readonly emVigor: EmVigor | null;
  readonly naoLido: readonly NaoLido[];
  readonly duplicados: readonly Duplicado[];
  /** Portuguese, for the user. */
  readonly avisos: readonly string[];
  readonly fatos: Fatos;
  readonly itens: readonly ItemEdital[];
  /** The items before the tender's rule of ME/EPP fills them; null when it filled none. */
  readonly tabela: readonly ItemEdital[] | null;
  /** Absent in readings kept from before the arithmetic was checked. */
  readonly conferencia?: ConferenciaItens;
  readonly listas: ListasDoEdital;
  readonly versoes: { readonly leitor: string; readonly fatos: string };
}

/** One page of a document, as text. */
export interface PaginaLida {
  /** 1-based. */
  readonly numero: number;
  readonly totalPaginas: number;
  readonly texto: string;
  readonly origem: OrigemTexto;
}
