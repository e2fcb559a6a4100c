import type { Guarda } from '../../storage/storage.module.js';
import type { CoberturaDocumento, LeituraDoConjunto, ReuniaoEmDisco } from '../estagios/tipos.js';
import type { ArquivoDoConjunto } from './chaves.js';

/** Documents read so far. */
export interface Progresso {
  readonly feitos: number;
  readonly total: number;
}

export interface OpcoesEtapa {
  readonly signal?: AbortSignal | undefined;
  /** The run under whose lease the result is stored; none for work outside a run. */
  readonly guarda?: Guarda | null;
  readonly onProgresso?: (progresso: Progresso) => void;
}

/** A set of files after stage 1: what the stages that follow start from. */
export interface ConjuntoRef {
  /** Key of stage 1. */
  readonly reunido: string;
  readonly arquivos: readonly ArquivoDoConjunto[];
}

/** A finished stage: the set, few numbers about it, and whether all of it was found finished. */
export interface EtapaFeita<R> extends ConjuntoRef {
  readonly reaproveitada: boolean;
  readonly resumo: R;
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
