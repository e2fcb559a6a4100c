// Which of the services answer.
import { answersPostgres, answersPrometheus, answersRedis } from './receitas.mjs';

/** @returns the names of those that do not answer, with none when all do */
export async function listMudos(estado) {
  const perguntas = {
    redis: () => answersRedis(estado.redis.url), postgres: () => answersPostgres(estado.postgres.url), 'pgbouncer (transação)': () => answersPostgres(estado.pgbouncer.transacao),
    'pgbouncer (sessão)': () => answersPostgres(estado.pgbouncer.sessao), prometheus: () => answersPrometheus(estado.prometheus.url),
  };
  const respostas = await Promise.all(Object.entries(perguntas).map(async ([nome, pergunta]) => [nome, await Promise.resolve().then(pergunta).catch(() => false)]));
  return respostas.filter(([, ok]) => !ok).map(([nome]) => nome);
}
