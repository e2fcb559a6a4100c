import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseCodificacao, type Codificacao } from './codificacao.js';
import type { Corpos } from './corpos.js';
import { hasEtag } from './etag.js';

/** A route that sends `Corpos`: it chooses the encoding, and nothing compresses its answers again. */
export const ComCorpos = (): MethodDecorator => applyDecorators(RouteConfig({ comCorpos: true }));

/** To be called before the compressing plugin is registered, which reads the option of each route. */
export function leaveProntas(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (rota) => {
    if ((rota.config as { comCorpos?: boolean } | undefined)?.comCorpos) (rota as { compress?: false }).compress = false;
  });
}

/** The encoding this client gets a body in. */
export const codificacaoPara = (pedido: FastifyRequest, corpos: Corpos): Codificacao => corpos.encodingFor(chooseCodificacao(pedido.headers['accept-encoding'] as string | undefined));

/**
 * Sends a body in the encoding the client likes best, or 304 when it has it. Its copy must always be asked about. What the
 * answer depends on besides the encoding goes in `vary` before; bodies given by a function are fetched only when they are sent.
 */
export async function sendCorpos(pedido: FastifyRequest, resposta: FastifyReply, { corpos, etag, tipo }: { readonly corpos: Corpos | (() => Promise<Corpos>); readonly etag: string; readonly tipo: string }): Promise<void> {
  void resposta.header('etag', etag).header('cache-control', 'private, no-cache');
  if (!resposta.hasHeader('vary')) void resposta.header('vary', 'accept-encoding');
  if (hasEtag(pedido, etag)) return void (await resposta.status(304).send());
  const prontos = typeof corpos === 'function' ? await corpos() : corpos;
  const codificacao = codificacaoPara(pedido, prontos);
  if (codificacao !== 'identity') void resposta.header('content-encoding', codificacao);
  await resposta.type(tipo).send(await prontos.get(codificacao));
}
