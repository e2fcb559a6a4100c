import type { Uso } from '../../observacao/index.js';
import type { Causa } from './falha.js';

/** The last request to the models' server that ended by itself. */
export interface UltimoPedido {
  readonly em: Date;
  readonly ms: number;
  /** Null: it went well. */
  readonly erro: Causa | null;
  /** The model itself ended the answer, of no use as it is. */
  readonly terminada: boolean;
  readonly ultimoSucesso: Date | null;
}

/** What a failure says of the server; what is not here says nothing bad of it: it answered. */
const DIZ: Readonly<Partial<Record<Causa, Pick<Uso, 'estado' | 'desmentivel'>>>> = {
  chave_recusada: { estado: 'chave_invalida', desmentivel: true },
  sem_credito: { estado: 'limite', desmentivel: false },
  limite: { estado: 'limite', desmentivel: false },
  rede: { estado: 'indisponivel', desmentivel: true },
  erro_servidor: { estado: 'indisponivel', desmentivel: false },
  tempo_esgotado: { estado: 'indisponivel', desmentivel: false },
  resposta_invalida: { estado: 'indisponivel', desmentivel: false },
  resposta_cortada: { estado: 'indisponivel', desmentivel: false },
  // It answers, and what was configured does not fit it.
  modelo_desconhecido: { estado: 'degradado', desmentivel: false },
  dimensao_inesperada: { estado: 'degradado', desmentivel: false },
};

/** How the models' server is, by the last request to it. */
export function usoDe(ultimo: UltimoPedido | null): Uso | null {
  if (!ultimo) return null;
  const { em, ms: latenciaMs, erro, terminada, ultimoSucesso } = ultimo;
  const dito = erro !== null && !terminada ? DIZ[erro] : undefined;
  return dito ? { ...dito, erro, em, latenciaMs, ultimoSucesso } : { estado: 'ok', erro: null, em, latenciaMs, ultimoSucesso: em, desmentivel: false };
}
