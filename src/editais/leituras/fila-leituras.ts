import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { JobsService } from '../../jobs/jobs.module.js';
import type { Fila } from '../../jobs/index.js';
import type { DaLicitacao } from './andamentos.js';

/** A reading to be made. `chave` names it by content: equal ones asked for at about the same time are made once. */
export interface PedidoLeitura extends DaLicitacao {
  readonly chave: string;
}

/** Does it. @throws what another try may mend, or what an abort brings */
export type FazLeitura = (pedido: PedidoLeitura, signal: AbortSignal) => Promise<void>;

const FILA: Fila = { nome: 'ler-licitacao', retryLimit: 5, expireInSeconds: 1800 };
/** Readings at once in a process: each already reads several documents at a time. */
const SIMULTANEAS = 2;
/** Equal requests within this many seconds are one. */
const IGUAIS_S = 30;
const TENTATIVAS = 3;
const ESPERA_MS = 2000;

/** Where readings wait for their turn: the queue `ler-licitacao`. */
@Injectable()
export class FilaLeituras {
  constructor(private readonly jobs: JobsService) {}

  /** Declares who does it in this process. A failure is tried again after a while; a process that stops hands it back. */
  work(fazer: FazLeitura): void {
    this.jobs.work<PedidoLeitura>(FILA, { concorrencia: SIMULTANEAS }, async ({ dados, sinal }) => {
      for (let vez = 1; ; vez++) {
        try {
          return await fazer(dados, sinal);
        } catch (erro) {
          if (sinal.aborted) throw erro;
          if (vez >= TENTATIVAS) return;
          await wait(ESPERA_MS * 2 ** (vez - 1), undefined, { signal: sinal });
        }
      }
    });
  }

  async send(pedido: PedidoLeitura): Promise<void> {
    await this.jobs.send(null, FILA, pedido, { chave: pedido.chave, umPorS: IGUAIS_S });
  }
}
