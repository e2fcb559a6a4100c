import { indisponivel, type AlicitError } from '../kernel/index.js';

/** What to do about what a server, or a pooler, answers to a new connection: by SQLSTATE. */
const CONSELHOS: Readonly<Record<string, string>> = {
  '28P01': 'O usuário ou a senha de DATABASE_URL não valem neste servidor.',
  '28000': 'O servidor não aceita este usuário, ou não desta máquina (pg_hba.conf).',
  '3D000': 'O banco de DATABASE_URL não existe neste servidor: crie-o (createdb), ou corrija o nome.',
  '53300': 'O servidor não tem mais conexões livres: diminua ALICIT_BANCO_CONEXOES ou o número de processos, aumente max_connections, ou ponha um pooler (ALICIT_BANCO_POOLER=1).',
};

/**
 * Why a connection could not be made, for who runs the service. Never the address: it holds the password.
 * @returns `banco_recusa_ajustes` for a pooler that refuses what is set at the start of a connection, else `banco_indisponivel`
 */
export function toErroDeConexao(erro: unknown): AlicitError {
  const { code = 'sem resposta', message = '' } = erro as { code?: string; message?: string };
  // pgbouncer refuses each parameter it does not know, in any mode: "unsupported startup parameter: statement_timeout".
  if (message.includes('unsupported startup parameter')) {
    return indisponivel('banco_recusa_ajustes', 'DATABASE_URL aponta para um pooler (pgbouncer) que recusa ajustes no início da conexão. Defina ALICIT_BANCO_POOLER=1 em todos os processos e dê ao papel do banco o limite de tempo: alter role PAPEL set statement_timeout = \'30s\'.', { variavel: 'ALICIT_BANCO_POOLER' });
  }
  return indisponivel('banco_indisponivel', `Não foi possível conectar ao banco de dados (${code}). ${CONSELHOS[code] ?? 'Confira DATABASE_URL e se o servidor está de pé.'}`);
}
