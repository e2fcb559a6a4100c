import type { Guarda } from '../../storage/storage.module.js';
import type { ProgressoOcr } from '../leitura/ocr/ocr.js';
import type { CoberturaDocumento, LeituraDoConjunto, ReuniaoEmDisco } from '../estagios/tipos.js';

/** Documents read so far. */
export interface Progresso {
  readonly feitos: number;
  readonly total: number;
  /** Pages recognised, of those known so far to need OCR; absent while none is. */
  readonly ocr?: ProgressoOcr;
}

export interface OpcoesEtapa {
  readonly signal?: AbortSignal | undefined;
  /** The run under whose lease the result is stored; none for work outside a run. */
  readonly guarda?: Guarda | null;
  readonly onProgresso?: (progresso: Progresso) => void;
}

/** A finished stage: the key of its result, and few numbers about it. */
export interface EtapaFeita<R> {
  readonly chave: string;
  /** It was found finished. */
  readonly reaproveitada: boolean;
  readonly resumo: R;
}

/** What stage 2 needs of stage 1. */
export interface ReunidoRef {
  readonly chave: string;
}

/** What the stages after the second need of it. */
export interface LidoRef {
  readonly chave: string;
  /** Key of stage 1. */
  readonly reunido: string;
}

export interface ResumoReunir {
  readonly documentos: number;
  readonly naoLidos: number;
  readonly duplicados: number;
}
export interface ResumoLer {
  readonly documentos: number;
  readonly comErro: number;
  readonly paginas: number;
  readonly paginasLidas: number;
}
export interface ResumoExtracao {
  /** Name of the edital in force. */
  readonly edital: string | null;
  /** Fields with a value. */
  readonly fatos: number;
  readonly itens: number;
}

export const resumoDaReuniao = ({ documentos, naoLido, duplicados }: ReuniaoEmDisco): ResumoReunir => ({ documentos: documentos.length, naoLidos: naoLido.length, duplicados: duplicados.length });

export const resumoDaLeitura = (coberturas: readonly CoberturaDocumento[]): ResumoLer => ({
  documentos: coberturas.length, comErro: coberturas.filter((c) => c.erro).length,
  paginas: coberturas.reduce((n, c) => n + c.totalPaginas, 0), paginasLidas: coberturas.reduce((n, c) => n + c.paginasLidas, 0),
});

export const resumoDaExtracao = ({ emVigor, fatos, itens }: LeituraDoConjunto): ResumoExtracao => ({
  edital: emVigor?.documento ?? null, fatos: Object.values(fatos).filter((f) => f.valor !== null).length, itens: itens.length,
});
