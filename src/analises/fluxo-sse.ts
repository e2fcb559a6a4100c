import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Acesso } from '../acesso/index.js';
import { TERMINAIS, type EventoAnalise } from '../eventos/index.js';
import { FluxosService } from '../eventos/eventos.module.js';
import { openSse, toEventoSse } from '../http/index.js';
import { AnalisesService, isTerminada } from './analises.service.js';

/** Events of an analysis on an open HTTP answer. A client that lost the stream may come back where it was. */
@Injectable()
export class FluxoSse {
  constructor(private readonly fluxos: FluxosService, private readonly analises: AnalisesService) {}

  /** @throws AlicitError `analise_nao_encontrada`, `fluxos_demais` */
  async open({ organizacaoId, chaveId }: Acesso, analiseId: string, pedido: FastifyRequest, resposta: FastifyReply): Promise<void> {
    const { estado, eventos } = await this.analises.situacao(organizacaoId, analiseId);
    // A number that never was counts as the last: what comes next, the end among it, is told all the same.
    const depoisDe = Math.min(readUltimo(pedido.headers['last-event-id']), eventos);
    // Nothing more will come: 204 tells the client not to come back.
    if (isTerminada(estado) && depoisDe >= eventos) return void (await resposta.status(204).send());
    // Events come later, never while it opens.
    const fluxo = this.fluxos.open({
      organizacaoId, analiseId, chaveId, depoisDe, onFim: () => sse.close(),
      onEvento: (evento) => {
        sse.write(toTexto(evento));
        // What comes after the end was already there when the stream was opened: nothing else is waited for.
        if (isTerminada(estado) ? evento.sequencia >= eventos : TERMINAIS.has(evento.tipo)) sse.close();
      },
    });
    const sse = openSse(pedido, resposta, () => fluxo.close());
  }
}

const readUltimo = (cabecalho: string | readonly string[] | undefined): number => {
  const n = typeof cabecalho === 'string' && /^\d{1,9}$/.test(cabecalho) ? Number(cabecalho) : 0;
  return n;
};

const toTexto = ({ sequencia, tipo, dados, criadoEm }: EventoAnalise): string => toEventoSse(tipo, { ...dados, em: criadoEm.toISOString() }, sequencia);
