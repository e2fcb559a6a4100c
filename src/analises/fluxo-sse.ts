import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Acesso } from '../acesso/index.js';
import { TERMINAIS, type EventoAnalise } from '../eventos/index.js';
import { FluxosService } from '../eventos/eventos.module.js';
import { AnalisesService, isTerminada } from './analises.service.js';

/** Proxies close what is silent for a minute, or half of one. */
const BATIDA_MS = 15_000;
/** A client that does not read loses the stream; it may come back where it was. */
const MAX_BYTES_PARADOS = 256 * 1024;

/** Events of an analysis on an open HTTP answer (server-sent events, WHATWG HTML §9.2). */
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
    const { raw } = resposta;
    let aberto = true;
    const close = (): void => {
      if (!aberto) return;
      aberto = false;
      clearInterval(batida);
      fluxo.close();
      raw.end();
    };
    const write = (texto: string): void => {
      if (!aberto) return;
      if (raw.writableLength > MAX_BYTES_PARADOS) return void raw.destroy();
      raw.write(texto);
    };
    const batida = setInterval(() => write(': vivo\n\n'), BATIDA_MS);
    const fluxo = this.follow({
      organizacaoId, analiseId, chaveId, depoisDe, onFim: close,
      onEvento: (evento) => {
        write(toTexto(evento));
        // What comes after the end was already there when the stream was opened: nothing else is waited for.
        if (isTerminada(estado) ? evento.sequencia >= eventos : TERMINAIS.has(evento.tipo)) close();
      },
    }, batida);
    raw.once('close', close);
    resposta.hijack();
    for (const [nome, valor] of Object.entries(resposta.getHeaders())) if (valor !== undefined) raw.setHeader(nome, valor);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close', 'x-request-id': String(pedido.id) });
    write('retry: 2000\n\n');
  }

  private follow(pedido: Parameters<FluxosService['open']>[0], batida: NodeJS.Timeout) {
    try {
      return this.fluxos.open(pedido);
    } catch (erro) {
      clearInterval(batida);
      throw erro;
    }
  }
}

const readUltimo = (cabecalho: string | readonly string[] | undefined): number => {
  const n = typeof cabecalho === 'string' && /^\d{1,9}$/.test(cabecalho) ? Number(cabecalho) : 0;
  return n;
};

const toTexto = ({ sequencia, tipo, dados, criadoEm }: EventoAnalise): string => `id: ${sequencia}\nevent: ${tipo}\ndata: ${JSON.stringify({ ...dados, em: criadoEm.toISOString() })}\n\n`;
