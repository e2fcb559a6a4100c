import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlicitError, asErroPublico } from '../kernel/index.js';
import { toBancoFora } from './banco-fora.js';
import { findRecusa } from './erros-do-framework.js';
import { RespostaPronta } from './idempotencia.js';
import { statusOf, toProblema, type Problema } from './problema.js';

/** The only place where an error becomes an answer: RFC 9457, Portuguese, with a stable code; never a stack. */
@Catch()
export class ProblemaFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(lancado: unknown, host: ArgumentsHost): void {
    const erro = toBancoFora(lancado);
    const http = host.switchToHttp();
    const resposta = http.getResponse<FastifyReply>();
    const pedido = http.getRequest<FastifyRequest>();
    if (erro instanceof RespostaPronta) return erro.send(resposta);
    const problema = toProblemaDe(erro, String(pedido.id));
    if (problema.status >= 500 && problema.codigo === 'erro_interno') this.log.error({ err: erro, reqId: pedido.id }, 'falha interna');
    if (resposta.sent || resposta.raw.headersSent) {
      resposta.raw.destroy();
      return;
    }
    const espera = erro instanceof AlicitError ? erro.detalhes?.['tentarEmS'] : undefined;
    if (typeof espera === 'number') void resposta.header('retry-after', String(Math.max(1, Math.ceil(espera))));
    if (problema.status === 401) void resposta.header('www-authenticate', 'Bearer realm="alicit"');
    void resposta.status(problema.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problema));
  }
}

/** Any thrown thing as the client is told of it. */
export function toProblemaDe(lancado: unknown, id: string): Problema {
  const erro = toBancoFora(lancado);
  if (erro instanceof AlicitError) return toProblema(statusOf(erro.tipo, erro.codigo), erro.codigo, erro.message, id, erro.detalhes);
  const recusa = findRecusa(erro, erro instanceof HttpException ? erro.getStatus() : undefined);
  if (recusa) return toProblema(recusa.status, recusa.codigo, recusa.mensagem, id);
  if (erro instanceof HttpException && erro.getStatus() < 500) return toProblema(erro.getStatus(), 'pedido_invalido', 'O pedido não é válido.', id);
  const publico = asErroPublico(erro);
  return toProblema(500, publico.codigo, 'Falha interna do ALICIT: nada do que foi enviado se perdeu. Tente de novo; se continuar, informe o identificador deste pedido.', id);
}

/** A refusal from before there is a route, in the same form. */
export function sendRecusa(erro: unknown, pedido: { readonly id: unknown }, resposta: FastifyReply): void {
  const { status, codigo, mensagem } = findRecusa(erro, undefined) ?? { status: 400, codigo: 'pedido_invalido', mensagem: 'O pedido não é válido.' };
  const id = String(pedido.id);
  void resposta.status(status).header('x-request-id', id).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(toProblema(status, codigo, mensagem, id)));
}
