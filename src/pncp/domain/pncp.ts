import type { Readable } from 'node:stream';

/** A period and a page of `/v1/contratacoes/*`. Days are Brasília's, YYYY-MM-DD. */
export interface ConsultaContratacoes {
  /** `publicacao` and `atualizacao` demand `de` and `modalidade`; `proposta` (receiving proposals until `ate`) has no `de`. */
  readonly rota: 'publicacao' | 'atualizacao' | 'proposta';
  readonly de?: string;
  /** At most 365 days after `de`. */
  readonly ate: string;
  readonly modalidade?: number;
  readonly uf?: string;
  readonly codigoIbge?: string;
  readonly cnpj?: string;
  /** From 1. */
  readonly pagina: number;
  /** 10 to 50 (default 50). */
  readonly tamanhoPagina?: number;
}

/** A period and a page of `/v1/atas*` and `/v1/contratos*`: by validity (atas) or publication (contratos), or by update. */
export interface ConsultaPeriodo {
  readonly por: 'periodo' | 'atualizacao';
  readonly de: string;
  readonly ate: string;
  readonly cnpj?: string;
  readonly pagina: number;
  /** 10 to 500 (default 500). */
  readonly tamanhoPagina?: number;
}

/** One page, its records as PNCP sent them. An answer 204, asked more than once, is an empty page. */
export interface PaginaPncp {
  readonly registros: readonly unknown[];
  /** As this answer says; may differ from page to page while records move. */
  readonly totalRegistros: number | null;
  readonly totalPaginas: number | null;
  readonly numeroPagina: number;
  /** Filters of the request that some record does not fit: PNCP ignored them. Empty: all kept. */
  readonly filtrosIgnorados: readonly string[];
}

/** A file as PNCP lists it. `publicadoEm`: as sent, without a zone (Brasília's). `url` is data, never followed. */
export interface ArquivoPncp {
  readonly sequencial: number;
  readonly titulo: string | null;
  readonly tipoDocumentoId: number | null;
  readonly tipoDocumentoNome: string | null;
  readonly url: string | null;
  readonly publicadoEm: string | null;
  /** False: withdrawn. */
  readonly ativo: boolean;
  readonly bruto: unknown;
}

/** A file on its way. `conteudo` fails with `pncp_arquivo_grande` or `pncp_arquivo_cortado`; whoever takes it reads it or destroys it. */
export interface DownloadPncp {
  /** Of `Content-Disposition`: untrusted text. */
  readonly nome: string | null;
  readonly tipo: string | null;
  readonly conteudo: Readable;
}

/** What PNCP is asked, one part of its address each. A breaker, a latency and a drift per endpoint. */
export const ENDPOINTS = ['publicacao', 'atualizacao', 'proposta', 'detalhe', 'itens', 'resultados', 'arquivos', 'arquivo', 'historico', 'atas', 'contratos'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** How one request (not one call: a call may make several) ended. */
export const DESFECHOS_PNCP = ['ok', 'vazio', 'limite', 'erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida', 'recusado', 'nao_encontrado', 'cancelado'] as const;
export type DesfechoPncp = (typeof DESFECHOS_PNCP)[number];

/** `meio_aberto`: one request probes. */
export type EstadoDisjuntor = 'fechado' | 'aberto' | 'meio_aberto';

/** How PNCP's contract differs from what we know; none of it fails a call. */
export type TipoDeriva = 'campo_novo' | 'campo_ausente' | 'tipo_diferente' | 'filtro_ignorado' | 'tipo_de_conteudo' | 'charset' | 'envelope';

export interface EstadoEndpoint {
  readonly endpoint: Endpoint;
  readonly disjuntor: EstadoDisjuntor;
  /** Until when an open breaker refuses; null when closed. */
  readonly abertoAte: Date | null;
  readonly emCurso: number;
  readonly desfechos: Readonly<Record<DesfechoPncp, number>>;
  /** Of the last requests that were answered, ms; null without any. */
  readonly latenciaMs: { readonly p50: number; readonly p95: number; readonly max: number } | null;
  /** `tipo:campo` → records; bounded. */
  readonly deriva: Readonly<Record<string, number>>;
  readonly ultimoSucesso: Date | null;
  readonly ultimaFalha: { readonly em: Date; readonly desfecho: DesfechoPncp; readonly status: number | null } | null;
}

export interface EstadoPncp {
  readonly consultaUrl: string;
  readonly url: string;
  /** `limite` adapts between the configured ends; `naFila`: requests waiting for a place. */
  readonly concorrencia: { readonly limite: number; readonly emCurso: number; readonly naFila: number };
  /** After a 429 the whole client waits. */
  readonly pausadoAte: Date | null;
  readonly endpoints: readonly EstadoEndpoint[];
}

/**
 * PNCP's protocol: records come back as they were sent. `numero` is a numeroControlePNCP of a contratação, in any
 * spelling `parseNumeroControle` takes.
 *
 * Every method throws AlicitError. Worth asking again later (`indisponivel`): `pncp_sem_resposta` (network, timeouts,
 * 5xx after all tries), `pncp_limite` (429), `pncp_resposta_invalida` (HTML, cut or foreign JSON), `pncp_disjuntor_aberto`,
 * `pncp_lista_incompleta`, `pncp_ainda_sem_itens`, `pncp_ainda_sem_arquivos`, `pncp_fila_cheia`, `pncp_cancelado`,
 * `pncp_encerrado`; `detalhes.tentarEmS` says when, where it is known. Final: `pncp_recusado` (4xx, `detalhes.status`),
 * `pncp_nao_encontrado`, `pncp_resposta_grande`, `pncp_arquivo_grande`, `pncp_redirecionado`, `pncp_consulta_invalida`,
 * `pncp_numero_invalido`.
 */
export interface Pncp {
  contratacoes(consulta: ConsultaContratacoes, sinal?: AbortSignal): Promise<PaginaPncp>;
  detalhe(numero: string, sinal?: AbortSignal): Promise<unknown>;
  /** Every item, by number, as many as `/quantidade` says. @throws `pncp_ainda_sem_itens`: 404, usual soon after publication */
  itens(numero: string, sinal?: AbortSignal): Promise<readonly unknown[]>;
  resultados(numero: string, item: number, sinal?: AbortSignal): Promise<readonly unknown[]>;
  /** Every file, as many as `/quantidade` says. @throws `pncp_ainda_sem_arquivos` */
  arquivos(numero: string, sinal?: AbortSignal): Promise<readonly ArquivoPncp[]>;
  historico(numero: string, sinal?: AbortSignal): Promise<readonly unknown[]>;
  atas(consulta: ConsultaPeriodo, sinal?: AbortSignal): Promise<PaginaPncp>;
  contratos(consulta: ConsultaPeriodo, sinal?: AbortSignal): Promise<PaginaPncp>;
  /** Streams a file from PNCP's own address. Holds a place of the concurrency until `conteudo` ends. */
  baixar(numero: string, sequencial: number, sinal?: AbortSignal): Promise<DownloadPncp>;
  estado(): EstadoPncp;
  /** Cuts what is in flight; later calls fail with `pncp_encerrado`. */
  close(): Promise<void>;
}
