import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AlicitError } from '../kernel/index.js';
import { createMetodos } from './metodos.js';

/** Where pages of ours, and mail programs (RFC 8058), post plain forms: what is in them is not read. */
const FORMULARIOS = /^\/avisos\//;
const MAX_BYTES_FORMULARIO = 1024;

/** What every request meets before its route: bodies of JSON and forms only, methods that exist, no encodings of requests. */
export function mountBorda(fastify: FastifyInstance): void {
  acceptOnlyJson(fastify);
  const metodos = createMetodos();
  fastify.addHook('onRoute', ({ method, url }) => metodos.add(method, url));
  fastify.addHook('onRequest', async (pedido, resposta) => {
    if (pedido.is404) return answerMetodos(metodos.of(pedido.url), pedido, resposta);
    const codificacao = pedido.headers['content-encoding'];
    if (codificacao !== undefined && codificacao !== 'identity') throw new AlicitError('invalido', 'codificacao_nao_aceita', 'O corpo do pedido não pode vir comprimido: envie sem Content-Encoding.');
    return undefined;
  });
}

/** An address that exists with other methods says which: to OPTIONS as an answer, to the others as 405 (RFC 9110, 15.5.6). */
function answerMetodos(aceitos: readonly string[], pedido: FastifyRequest, resposta: FastifyReply): FastifyReply | undefined {
  if (aceitos.length === 0 || aceitos.includes(pedido.method)) return undefined;
  void resposta.header('allow', [...aceitos, 'OPTIONS'].join(', '));
  if (pedido.method === 'OPTIONS') return resposta.status(204).send();
  throw new AlicitError('conflito', 'metodo_nao_permitido', `Este endereço não aceita ${pedido.method}: aceita ${aceitos.join(', ')}.`);
}

/** JSON is the only plain body. An empty one is no body: clients send the header even where there is nothing to say. */
function acceptOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(['application/json', 'application/merge-patch+json'], { parseAs: 'string' }, (pedido, corpo, pronto) => {
    if (corpo === '') pronto(null, undefined);
    else parse(pedido, corpo as string, pronto);
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MAX_BYTES_FORMULARIO }, (pedido, _, pronto) => {
    if (FORMULARIOS.test(pedido.routeOptions.url ?? '')) pronto(null, undefined);
    else pronto(new AlicitError('invalido', 'tipo_de_corpo_nao_aceito', 'O Content-Type do pedido não é aceito aqui: use application/json ou multipart/form-data, como /docs indica.'));
  });
}
