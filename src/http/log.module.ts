import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule, type Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { CONFIG, type Config } from '../config/index.js';
import { createOcultador } from '../kernel/index.js';
import { readContexto } from '../observacao/index.js';
import { openSaidaDoLog } from './destino-do-log.js';
import { createLogDePedidos, LOG_DE_PEDIDOS } from './log-de-pedidos.js';

/** Fields that carry secrets, wherever they stand. What is in a text is hidden by the destination. */
const SEGREDOS = ['segredo', 'chave', 'senha', 'password', 'apiKey', 'authorization', 'connectionString'].flatMap((campo) => [campo, `*.${campo}`, `*.*.${campo}`]);

/** An error as a line of log: what it is and where. Not its other properties: a query's are the client's data. */
export function toLinhaDeErro(dado: unknown): Record<string, unknown> {
  // pino-http gives its own rendering, with the error itself in `raw`.
  const erro = dado instanceof Error ? dado : (dado as { raw?: unknown } | null)?.raw;
  if (!(erro instanceof Error)) return { tipo: typeof dado };
  const { code, codigo } = erro as { code?: unknown; codigo?: unknown };
  return { tipo: erro.name, codigo: codigo ?? code, mensagem: messageOf(erro.message, code), pilha: erro.stack?.split('\n').slice(1, 12).map((l) => l.trim()), ...(erro.cause === undefined ? {} : { causa: erro.cause instanceof Error ? erro.cause.message.slice(0, 500) : typeof erro.cause }) };
}

/** PostgreSQL quotes the value it could not take (SQLSTATE class 22): a client's data. */
const messageOf = (mensagem: string, codigo: unknown): string => (typeof codigo === 'string' && /^22[0-9A-Z]{3}$/.test(codigo) ? mensagem.replace(/"[^]*"/, '"…"') : mensagem).slice(0, 500);

/** Secrets this process was given: hidden from every line, however they got there. */
function segredosDe({ openai, pinecone, banco, metricas, arquivos, segredoMestre, email, execucoes, tracos, alertas }: Config): (string | null)[] {
  const enderecos = [banco.url, banco.diretoUrl, execucoes.url?.reveal() ?? null].filter((url) => url !== null);
  const senhas = enderecos.map((url) => new URL(url).password).filter(Boolean);
  const tokens = enderecos.map((url) => new URL(url).searchParams.get('authToken'));
  return [openai.chave, pinecone.chave, metricas.token, arquivos.s3?.segredo.reveal() ?? null, email.smtp?.senha?.reveal() ?? null, alertas.url?.reveal() ?? null, ...Object.values(tracos.cabecalhos).flatMap((c) => secretsOf(c.reveal())), ...enderecos, ...senhas, ...senhas.map(decodeURIComponent), ...tokens, ...(segredoMestre ?? []).map((s) => s.reveal())];
}

/** A header's value and, of `Bearer …`, the token alone. */
const secretsOf = (valor: string): string[] => [valor, ...valor.split(/\s+/).slice(1)];

const base = ({ papel }: Config): Record<string, unknown> => ({ pid: process.pid, papel });

/** JSON lines on stdout (or `destino`): request, organisation, key and analysis ids; no headers, no bodies, no query values, no secrets. */
export function logModule(destinoDado?: DestinationStream): DynamicModule {
  const { agora: destino, porVolta: dosPedidos } = destinoDado ? { agora: destinoDado, porVolta: destinoDado } : openSaidaDoLog();
  const geral = LoggerModule.forRootAsync({
    inject: [CONFIG],
    useFactory: (config: Config): Params => {
      const ocultar = createOcultador(segredosDe(config));
      return {
        // Requests are told by registro-de-pedidos.ts, which knows their route and their organisation: no middleware.
        forRoutes: [],
        pinoHttp: [
          { level: config.log.nivel, base: base(config), redact: { paths: SEGREDOS, censor: '[oculto]' }, mixin: () => readContexto(), serializers: { err: toLinhaDeErro } },
          { write: (linha) => void destino.write(ocultar(linha)) },
        ],
      };
    },
  });
  return { module: LogModule, global: true, imports: [geral], providers: [{ provide: LOG_DE_PEDIDOS, inject: [CONFIG], useFactory: (config: Config) => createLogDePedidos({ nivel: config.log.nivel, base: base(config), ocultar: createOcultador(segredosDe(config)) }, dosPedidos) }], exports: [LOG_DE_PEDIDOS] };
}

@Module({})
class LogModule {}
