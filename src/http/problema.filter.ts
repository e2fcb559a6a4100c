import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlicitError, asErroPublico } from '../kernel/index.js';
import { RespostaPronta } from './idempotencia.js';
import { statusOf, toProblema, type Problema } from './problema.js';

/** What Nest and Fastify themselves refuse, in our words. */
const DO_FRAMEWORK: Readonly<Record<number, readonly [string, string]>> = {
  400: ['corpo_malformado', 'O corpo do pedido não pôde ser lido: confira o JSON e o Content-Type.'],
  404: ['rota_nao_encontrada', 'Não há nada neste endereço. A lista dos endereços está em /docs.'],
  405: ['metodo_nao_permitido', 'Este endereço não aceita este método.'],
  413: ['corpo_grande', 'O corpo do pedido passa do limite.'],
  415: ['tipo_de_corpo_nao_aceito', 'O Content-Type do pedido não é aceito aqui: use application/json ou multipart/form-data, como /docs indica.'],
  429: ['muitos_pedidos', 'Pedidos demais em pouco tempo: espere e tente de novo.'],
  503: ['encerrando', 'O serviço está encerrando: tente de novo em instantes.'],
};

/** The only place where an error becomes an answer: RFC 9457, Portuguese, with a stable code; never a stack. */
@Catch()
export class ProblemaFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(erro: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const resposta = http.getResponse<FastifyReply>();
    const pedido = http.getRequest<FastifyRequest>();
    if (erro instanceof RespostaPronta) return erro.send(resposta);
    const problema = this.toProblema(erro, String(pedido.id));
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

  private toProblema(erro: unknown, id: string): Problema {
    if (erro instanceof AlicitError) return toProblema(statusOf(erro.tipo, erro.codigo), erro.codigo, erro.message, id, erro.detalhes);
    const status = erro instanceof HttpException ? erro.getStatus() : (erro as { statusCode?: unknown } | null)?.statusCode;
    const conhecido = typeof status === 'number' ? DO_FRAMEWORK[status] : undefined;
    if (conhecido) return toProblema(status as number, conhecido[0], conhecido[1], id);
    if (erro instanceof HttpException && erro.getStatus() < 500) return toProblema(erro.getStatus(), 'pedido_invalido', 'O pedido não é válido.', id);
    const publico = asErroPublico(erro);
    return toProblema(500, publico.codigo, 'Falha interna do ALICIT: nada do que foi enviado se perdeu. Tente de novo; se continuar, informe o identificador deste pedido.', id);
  }
}
