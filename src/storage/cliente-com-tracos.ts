import { AsyncResource } from 'node:async_hooks';
import pg, { type Pool } from 'pg';
import { classOf, describeSql, openTraco, type TracoAberto } from '../observacao/index.js';

type Fim = (erro: unknown, resultado?: unknown) => void;

/** A connection whose statements are spans of the trace under way: operation, table and text, never values. pg-boss's and Mastra's too: they share the pool. */
export class ClienteComTracos extends pg.Client {
  override query(...pedido: unknown[]): never {
    const texto = textOf(pedido[0]);
    const traco = texto === null ? null : openSql(texto);
    const pedir = super.query as unknown as (...a: unknown[]) => unknown;
    if (!traco) return pedir.apply(this, pedido) as never;
    const ultimo = pedido.at(-1);
    if (typeof ultimo !== 'function') return follow(traco, pedir.apply(this, pedido)) as never;
    const fim: Fim = (erro, resultado) => {
      traco.end(erro ? classOf(erro) : null);
      (ultimo as Fim)(erro, resultado);
    };
    return pedir.apply(this, [...pedido.slice(0, -1), fim]) as never;
  }
}

/** Null: a query that does its own reading (streams), or one that was told apart from its text. */
function textOf(primeiro: unknown): string | null {
  if (typeof primeiro === 'string') return primeiro;
  const { text, submit, callback } = (primeiro ?? {}) as { text?: unknown; submit?: unknown; callback?: unknown };
  return typeof text === 'string' && submit === undefined && callback === undefined ? text : null;
}

/** The name and the attributes come from the same reading of the text, made only when there is a trace. */
function openSql(texto: string): TracoAberto | null {
  let nome = 'SQL';
  const traco = openTraco(nome, 'cliente', () => {
    const descrito = describeSql(texto);
    nome = descrito.nome;
    return descrito.atributos;
  });
  traco?.rename(nome);
  return traco;
}

function follow(traco: TracoAberto, pedido: unknown): unknown {
  if (pedido instanceof Promise) pedido.then(() => traco.end(null), (erro: unknown) => traco.end(classOf(erro)));
  else traco.end(null);
  return pedido;
}

/** Whoever waits for a connection goes on in its own context, not in that of whoever gave the connection back. */
export function keepContexto(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (fim?: (...a: unknown[]) => void) => unknown;
  pool.connect = ((fim?: (...a: unknown[]) => void) => connect(fim && AsyncResource.bind(fim))) as Pool['connect'];
  return pool;
}
