import { Inject, Injectable } from '@nestjs/common';
import type { Histogram } from 'prom-client';
import { MetricasService } from '../observacao/observacao.module.js';
import { LOG_DE_PEDIDOS, type LinhaDePedido, type LogDePedidos } from './log-de-pedidos.js';

/** A request that was answered, and what kind of answer it was. */
export interface PedidoFeito extends Omit<LinhaDePedido, 'ms'> {
  /** An answer that stays open (events): no measure of speed. */
  readonly fluxo?: boolean;
}

const FAIXAS_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const METODOS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** One of the known methods: a label must end. */
export const methodOf = (metodo: string): string => (METODOS.has(metodo) ? metodo : 'OUTRO');

/** Asked all the time by machines: told in the log at debug only. */
export const isDeMaquina = (rota: string): boolean => /^\/(?:health|metrics)(?:\/|$)/.test(rota);

const levelOf = (rota: string, status: number): 'debug' | 'info' | 'warn' => (isDeMaquina(rota) ? 'debug' : status >= 500 ? 'warn' : 'info');

/** Requests as the log and the metrics tell them: one line and one observation each. */
@Injectable()
export class RegistroDePedidos {
  private readonly duracao: Histogram<'metodo' | 'rota' | 'status'>;

  constructor(metricas: MetricasService, @Inject(LOG_DE_PEDIDOS) private readonly log: LogDePedidos) {
    this.duracao = metricas.histogram('alicit_http_duracao_segundos', 'Duração das respostas HTTP, por método, modelo da rota e classe do status. Fluxos de eventos não contam.', ['metodo', 'rota', 'status'], FAIXAS_S);
  }

  note({ reqId, reqIdNosso = false, organizacaoId, chaveId, analiseId, traceId, spanId, metodo: pedido, rota, status, fluxo = false }: PedidoFeito, ms: number): void {
    const metodo = methodOf(pedido);
    if (!fluxo) this.duracao.observe({ metodo, rota, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
    this.log(levelOf(rota, status), { reqId, reqIdNosso, organizacaoId, chaveId, analiseId, traceId, spanId, metodo, rota, status, ms: Math.round(ms * 10) / 10 });
  }
}
