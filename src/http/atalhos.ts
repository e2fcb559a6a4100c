import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { Pressao } from './pressao.js';
import { RegistroDePedidos, type PedidoFeito } from './registro-de-pedidos.js';

/**
 * Answers a request at once, out of memory, in front of the framework: the request, told as the log and the metrics tell
 * it; null: nothing was touched, and it goes the usual way. It neither waits nor throws.
 */
export type Atalho = (pedido: IncomingMessage, resposta: ServerResponse) => Omit<PedidoFeito, 'ms'> | null;

/** Short ways of features, each with the prefix of the addresses it may answer. A request that belongs to a trace goes the usual way. */
@Injectable()
export class Atalhos {
  private readonly ouvintes: ((pedido: FastifyRequest) => void)[] = [];
  private readonly lista: { readonly prefixo: string; readonly atalho: Atalho }[] = [];

  add(prefixo: string, atalho: Atalho): void {
    this.lista.push({ prefixo, atalho });
  }

  /** `ouvinte` is told of each answer of the normal routes before it is sent: what a request changed counts before its client knows. */
  onEnvio(ouvinte: (pedido: FastifyRequest) => void): void {
    this.ouvintes.push(ouvinte);
  }

  sending(pedido: FastifyRequest): void {
    for (const ouvinte of this.ouvintes) ouvinte(pedido);
  }

  answer(pedido: IncomingMessage, resposta: ServerResponse): Omit<PedidoFeito, 'ms'> | null {
    if (pedido.method !== 'GET' || pedido.headers['traceparent'] !== undefined) return null;
    for (const { prefixo, atalho } of this.lista) if (pedido.url!.startsWith(prefixo)) return atalho(pedido, resposta);
    return null;
  }
}

/**
 * Puts the short ways in front of every route. What they answer is counted and logged like the rest. They step aside while
 * the process starts, stops or is overloaded, where answers differ, and where requests are traced.
 */
export function mountAtalhos(app: NestFastifyApplication, config: Config): void {
  if (config.tracos.endereco !== null) return;
  const [atalhos, saude, pressao, registro] = [app.get(Atalhos), app.get(SaudeService), app.get(Pressao), app.get(RegistroDePedidos)];
  const servidor = app.getHttpServer() as Server;
  const [usual] = servidor.listeners('request') as ((pedido: IncomingMessage, resposta: ServerResponse) => void)[];
  if (!usual) throw new Error('servidor sem ouvinte de pedidos');
  servidor.removeAllListeners('request');
  servidor.on('request', (pedido: IncomingMessage, resposta: ServerResponse) => {
    const inicio = performance.now();
    const feito = saude.fase === 'pronto' && pressao.motivo() === null ? atalhos.answer(pedido, resposta) : null;
    if (feito) registro.note({ ...feito, ms: performance.now() - inicio });
    else usual(pedido, resposta);
  });
}
