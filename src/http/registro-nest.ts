import type { LoggerService } from '@nestjs/common';

/** Who speaks only of how the application is put together. */
const DA_MONTAGEM: ReadonlySet<unknown> = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest's lines about its own start go to `debug`; everything else as it came. */
export function quietMontagem(registro: LoggerService): LoggerService {
  return {
    log: (mensagem: unknown, ...resto: unknown[]) => void (DA_MONTAGEM.has(resto.at(-1)) ? registro.debug?.(mensagem, ...resto) : registro.log(mensagem, ...resto)),
    error: (mensagem: unknown, ...resto: unknown[]) => void registro.error(mensagem, ...resto),
    warn: (mensagem: unknown, ...resto: unknown[]) => void registro.warn(mensagem, ...resto),
    debug: (mensagem: unknown, ...resto: unknown[]) => void registro.debug?.(mensagem, ...resto),
    verbose: (mensagem: unknown, ...resto: unknown[]) => void registro.verbose?.(mensagem, ...resto),
    fatal: (mensagem: unknown, ...resto: unknown[]) => void registro.fatal?.(mensagem, ...resto),
  };
}
