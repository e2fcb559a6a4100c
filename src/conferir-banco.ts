import type { Pool } from 'pg';
import { countConexoes, type Config } from './config/index.js';
import { indisponivel } from './kernel/index.js';
import { readLinhas, vivos } from './processos/index.js';
import { judgeConexoes, readServidor, type Servidor } from './storage/storage.module.js';

/** What a person should know of the database before the service listens on it, in Portuguese. */
export interface Conferencia {
  /** To be acted on: said at the terminal and logged. */
  readonly avisos: readonly string[];
  /** Only logged. */
  readonly notas: readonly string[];
}

/**
 * Whether the connections of all processes fit, and whether every statement has a limit of time.
 * @throws AlicitError `conexoes_insuficientes` when not even this process fits
 */
export async function conferirBanco(pool: Pool, config: Config): Promise<Conferencia> {
  const servidor = await readServidor(pool);
  // Those that live now count too: an estimate of one, with ten alive, is wrong.
  const outros = vivos(await readLinhas(pool)).length;
  const conta = judgeConexoes(countConexoes(config), Math.max(config.processos.total, outros + 1), servidor, config.banco.pooler);
  if (conta.situacao === 'impossivel') throw indisponivel('conexoes_insuficientes', conta.mensagem ?? '');
  const semTempo = sayTempo(servidor, config.banco);
  return {
    avisos: [...(conta.situacao === 'apertado' && conta.mensagem !== null ? [conta.mensagem] : []), ...(semTempo === null ? [] : [semTempo])],
    notas: conta.situacao === 'desconhecido' && conta.mensagem !== null ? [conta.mensagem] : [],
  };
}

/** Why a statement nobody waits for any more might run on in the server; null: none will. */
function sayTempo({ tempoMs }: Servidor, { pooler, tempoMs: pedido }: Config['banco']): string | null {
  if (pooler) return tempoMs > 0 ? null : `O banco não tem limite de tempo para os comandos, e atrás de um pooler não é este processo que o põe: alter role PAPEL set statement_timeout = '${Math.round(pedido / 1000)}s'.`;
  if (tempoMs === pedido) return null;
  return 'O que este processo ajusta no início da conexão não chegou ao banco: há um pooler no caminho. Defina ALICIT_BANCO_POOLER=1 em todos os processos; sem isso, em modo transação, avisos da fila se perdem.';
}
