import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Acesso } from '../acesso/index.js';
import { TERMINAIS } from '../eventos/index.js';
import { FluxosService } from '../eventos/eventos.module.js';
import { AlicitError } from '../kernel/index.js';

/** Waits for analyses that others, in this process or another, are working on. */
@Injectable()
export class EsperaService {
  constructor(private readonly fluxos: FluxosService) {}

  /** Whether it ended within `ms`; false at once when too many already wait. Ends when the client goes away. */
  async wait({ organizacaoId, chaveId }: Acesso, analiseId: string, ms: number, resposta: FastifyReply): Promise<boolean> {
    if (ms <= 0) return false;
    return new Promise<boolean>((resolve) => {
      const fim = (terminou: boolean): void => {
        clearTimeout(relogio);
        resposta.raw.off('close', desiste);
        fluxo?.close();
        resolve(terminou);
      };
      const desiste = (): void => fim(false);
      const relogio = setTimeout(desiste, ms);
      resposta.raw.once('close', desiste);
      const fluxo = this.open({ organizacaoId, analiseId, chaveId, depoisDe: 0, onEvento: ({ tipo }) => TERMINAIS.has(tipo) && fim(true), onFim: desiste });
      if (!fluxo) desiste();
    });
  }

  private open(pedido: Parameters<FluxosService['open']>[0]) {
    try {
      return this.fluxos.open(pedido);
    } catch (erro) {
      if (erro instanceof AlicitError && erro.tipo === 'limite') return null;
      throw erro;
    }
  }
}
