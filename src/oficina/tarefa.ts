import { AlicitError, type TipoErro } from '../kernel/index.js';

/** A function of a worker module: one task in, one result out. Both must survive a structured clone. */
export type Tarefa<E, S> = (entrada: E) => Promise<S>;

/** Where tasks run: a compiled module of this program, and how to load it in the caller's own thread. */
export interface Trabalho {
  /** The worker module beside the file that names it: `new URL('./x.worker.js', import.meta.url)`. */
  readonly modulo: URL;
  /** Loads the same module here, for a workshop without threads: `() => import('./x.worker.js')`. */
  readonly load: () => Promise<object>;
}

/** What a task gives back: an error class does not survive the way between threads; its parts do. */
export type Entrega<S> =
  | { readonly ok: true; readonly resultado: S }
  | { readonly ok: false; readonly erro: { readonly tipo: TipoErro; readonly codigo: string; readonly mensagem: string; readonly detalhes?: Readonly<Record<string, unknown>> } };

/** Makes a function fit to be exported by a worker module: errors that a user may see become data. */
export const asTarefa =
  <E, S>(tarefa: Tarefa<E, S>): Tarefa<E, Entrega<S>> =>
  async (entrada) => {
    try {
      return { ok: true, resultado: await tarefa(entrada) };
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
      return { ok: false, erro: { tipo: erro.tipo, codigo: erro.codigo, mensagem: erro.message, ...(erro.detalhes ? { detalhes: erro.detalhes } : {}) } };
    }
  };

/** @throws AlicitError the one that was thrown in the thread */
export function openEntrega<S>(entrega: Entrega<S>): S {
  if (entrega.ok) return entrega.resultado;
  const { tipo, codigo, mensagem, detalhes } = entrega.erro;
  throw new AlicitError(tipo, codigo, mensagem, detalhes);
}
