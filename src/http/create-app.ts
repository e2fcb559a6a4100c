import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { Config } from '../config/index.js';
import { Atalhos, mountAtalhos } from './atalhos.js';
import { mountBorda } from './borda.js';
import { leaveProntas } from './com-corpos.js';
import { COMPRIMIR_ACIMA } from './corpos.js';
import { observePedidos } from './observe-pedidos.js';
import { ProblemaFilter, sendRecusa } from './problema.filter.js';
import { conexoesDe, limitConexoes } from './conexoes.js';
import { mountProtecao } from './protecao.js';
import { refuseConexao } from './recusa-de-conexao.js';
import { quietMontagem } from './registro-nest.js';
import { newReqId } from './req-id.js';
import { validationPipe } from './validar.js';

/** Texts. Not streams of events, which must arrive one by one, nor files, whose bytes are what they are. */
const COMPRESSIVEIS = /^text\/(?!event-stream)|[+/](?:json|xml|javascript)(?:;|$)/;

/** The HTTP application, ready to listen: limits, errors, validation and documentation as every route has them. */
export async function createHttpApp(modulo: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adaptador = new FastifyAdapter({
    bodyLimit: config.http.maxBytesCorpo, genReqId: (req: { headers: Record<string, string | string[] | undefined> }) => newReqId(req.headers['x-request-id']),
    ...conexoesDe(config), trustProxy: config.http.proxies ?? false, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true }, frameworkErrors: (erro: unknown, pedido: { id: unknown }, resposta: FastifyReply) => sendRecusa(erro, pedido, resposta), clientErrorHandler: refuseConexao,
  });
  const app = await NestFactory.create<NestFastifyApplication>(modulo, adaptador, { bufferLogs: true, abortOnError: false, bodyParser: false });
  app.useLogger(quietMontagem(app.get(Logger)));
  observePedidos(app, config);
  mountAtalhos(app, config);
  limitConexoes(app.getHttpServer(), config);
  mountBorda(app.getHttpAdapter().getInstance());
  app.useGlobalFilters(new ProblemaFilter());
  app.useGlobalPipes(validationPipe());
  await mountProtecao(app, config);
  leaveProntas(app.getHttpAdapter().getInstance());
  await app.register(compress, { threshold: COMPRIMIR_ACIMA, encodings: ['br', 'gzip'], globalDecompression: false, customTypes: COMPRESSIVEIS, brotliOptions: { params: { 1: 4 } } });
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: config.http.maxBytesArquivo, files: config.http.maxArquivos, fields: 50, fieldSize: config.http.maxBytesCorpo, parts: config.http.maxArquivos + 50, headerPairs: 50 } });
  const atalhos = app.get(Atalhos);
  app.getHttpAdapter().getInstance().addHook('onSend', (pedido: FastifyRequest, resposta: FastifyReply, _corpo: unknown, pronto: () => void) => {
    atalhos.sending(pedido);
    resposta.header('x-request-id', String(pedido.id));
    pronto();
  });
  return app;
}
