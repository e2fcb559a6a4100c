import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { CONFIG, type Config } from '../config/index.js';

/** Headers and fields that carry secrets, wherever they stand. */
const SEGREDOS = ['req.headers.authorization', 'req.headers.cookie', 'req.headers["idempotency-key"]', 'res.headers["set-cookie"]', '*.segredo', '*.chave', '*.senha', '*.password', '*.apiKey', '*.connectionString'];

/** A request's id: the caller's when it is a plain one, else ours. */
export function newReqId(cabecalho: string | string[] | undefined): string {
  return typeof cabecalho === 'string' && /^[\w.-]{1,64}$/.test(cabecalho) ? cabecalho : randomUUID();
}

type Recebido = IncomingMessage & { id?: unknown };

interface PedidoLogado {
  readonly id: unknown;
  readonly method: string;
  readonly url?: string;
  readonly raw?: { readonly acesso?: { readonly organizacaoId: string } };
}

/** JSON lines on stdout: request, organisation and analysis ids, no headers, no query values, no secrets. */
export const logModule = (): DynamicModule =>
  LoggerModule.forRootAsync({
    inject: [CONFIG],
    useFactory: (config: Config) => ({
      pinoHttp: {
        level: config.log.nivel,
        redact: { paths: SEGREDOS, censor: '[oculto]' },
        genReqId: (req: Recebido) => String(req.id ?? newReqId(req.headers['x-request-id'])),
        autoLogging: { ignore: (req: Recebido) => /^\/(?:health|metrics)/.test(req.url ?? '') },
        serializers: {
          req: (req: PedidoLogado) => ({ id: req.id, method: req.method, url: (req.url ?? '').split('?')[0], organizacao: req.raw?.acesso?.organizacaoId }),
          res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
        },
      },
    }),
  });
