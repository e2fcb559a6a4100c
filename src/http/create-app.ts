import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Config } from '../config/index.js';
import { newReqId } from './log.module.js';
import { ProblemaFilter } from './problema.filter.js';
import { validationPipe } from './validar.js';

/** Answers smaller than this are sent as they are: compressing them costs more than it saves. */
const COMPRIMIR_ACIMA = 2048;

/** The HTTP application, ready to listen: limits, errors, validation and documentation as every route has them. */
export async function createHttpApp(modulo: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adaptador = new FastifyAdapter({
    bodyLimit: config.http.maxBytesCorpo, genReqId: (req: { headers: Record<string, string | string[] | undefined> }) => newReqId(req.headers['x-request-id']),
    requestTimeout: 120_000, trustProxy: config.http.proxies ?? false, keepAliveTimeout: 65_000, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(modulo, adaptador, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.useGlobalFilters(new ProblemaFilter());
  app.useGlobalPipes(validationPipe());
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] } } });
  await app.register(compress, { threshold: COMPRIMIR_ACIMA, encodings: ['br', 'gzip'], globalDecompression: false, brotliOptions: { params: { 1: 4 } } });
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: config.http.maxBytesArquivo, files: config.http.maxArquivos, fields: 50, fieldSize: config.http.maxBytesCorpo, parts: config.http.maxArquivos + 50, headerPairs: 50 } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/merge-patch+json', { parseAs: 'string', bodyLimit: config.http.maxBytesCorpo }, fastify.getDefaultJsonParser('error', 'error'));
  fastify.addHook('onSend', async (pedido, resposta) => {
    resposta.header('x-request-id', String(pedido.id));
  });
  return app;
}
