import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import type { Servico } from '../jobs/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { createSaida, type Saida } from '../saida/index.js';
import { CofreService } from './cofre.service.js';
import { pickSegredosValidos } from './domain/segredos.js';
import { contextoEntrega, contextoWebhook } from './entregas.service.js';
import { FILA_ENTREGAS, FILA_LENTA } from './filas.js';
import { ReservasService, type Reserva } from './reservas.service.js';
import { sendEntrega, type ResultadoEntrega } from './send-entrega.js';

export interface OpcoesEntrega {
  readonly agora?: Date;
  /** 0 ≤ n < 1: spreads the next attempt. */
  readonly sorteio?: number;
  /** Asked for by the queue of slow destinations. */
  readonly lenta?: boolean;
  readonly sinal?: AbortSignal;
}

/** One attempt that was made. */
export interface TentativaFeita {
  readonly resultado: ResultadoEntrega['desfecho'];
  readonly ms: number;
}

/** Another process may have the key. */
const ILEGIVEL: ResultadoEntrega = {
  desfecho: 'tentar_de_novo', codigo: 'segredo_ilegivel', motivo: 'O segredo deste webhook foi guardado com uma chave que o serviço não tem mais (ALICIT_SEGREDO_MESTRE). Troque o segredo.', desativar: false,
  status: null, resposta: null, respostaCortada: false, esperaPedidaMs: null, duracaoMs: 0,
};

/** Makes deliveries: takes one, signs and sends it, writes down what became of it. */
@Injectable()
export class EntregadorService implements OnApplicationShutdown {
  private readonly saida: Saida;
  private readonly ouvintes: ((feita: TentativaFeita) => void)[] = [];

  constructor(private readonly reservas: ReservasService, private readonly cofre: CofreService, jobs: JobsService, @Inject(CONFIG) private readonly config: Config) {
    const { permitePrivado, concorrencia } = config.webhooks;
    this.saida = createSaida({ permitePrivado });
    for (const fila of [FILA_ENTREGAS, FILA_LENTA]) {
      jobs.work<{ entregaId: string }>(fila, { concorrencia: fila === FILA_LENTA ? Math.ceil(concorrencia / 2) : concorrencia }, ({ dados, sinal }: Servico<{ entregaId: string }>) => this.deliver(dados.entregaId, { lenta: fila === FILA_LENTA, sinal }));
    }
  }

  /** Whoever wants to hear of each attempt, from now on. */
  onTentativa(ouvinte: (feita: TentativaFeita) => void): void {
    this.ouvintes.push(ouvinte);
  }

  /** One attempt, if it is the delivery's turn. At least once: see `ReservasService`. */
  async deliver(entregaId: string, { agora = new Date(), sorteio = Math.random(), lenta = false, sinal }: OpcoesEntrega = {}): Promise<void> {
    const reserva = await this.reservas.reserve(entregaId, agora, lenta);
    if (!reserva) return;
    const resultado = await this.attempt(reserva, sinal);
    for (const o of this.ouvintes) o({ resultado: resultado.desfecho, ms: resultado.duracaoMs });
    const fim = new Date(agora.getTime() + resultado.duracaoMs);
    await this.reservas.record(reserva, resultado, fim, sorteio);
    await this.reservas.wakeNext(reserva.destino, fim);
  }

  onApplicationShutdown(): Promise<void> {
    return this.saida.fechar();
  }

  private async attempt(r: Reserva, sinal: AbortSignal | undefined): Promise<ResultadoEntrega> {
    const contexto = r.webhookId === null ? contextoEntrega(r.id) : contextoWebhook(r.webhookId);
    const segredos = pickSegredosValidos({ atual: r.segredo, anterior: r.segredoAnterior }, r.inicio).map((s) => this.cofre.unseal(s, contexto)).filter((s) => s !== null);
    if (!segredos.length) return ILEGIVEL;
    return sendEntrega(this.saida, { id: r.eventoId, url: r.url, corpo: r.corpo, segredos }, { agora: r.inicio, tempoMs: this.config.webhooks.tempoMs, ...(sinal ? { sinal } : {}) });
  }
}
