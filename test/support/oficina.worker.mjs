/** A worker module for the tests of the workshop: plain JavaScript, so that threads run it as it is. */
import { threadId } from 'node:worker_threads';

let lembrado = 0;

export const eco = async (entrada) => ({ ok: true, resultado: entrada });
export const onde = async () => ({ ok: true, resultado: { thread: threadId, vezes: ++lembrado } });
export const recusar = async ({ detalhes }) => ({ ok: false, erro: { tipo: 'conflito', codigo: 'nao_pode', mensagem: 'Não pode.', detalhes } });
export const quebrar = async () => {
  throw new TypeError('defect');
};
/** Holds its thread for ever. */
export const girar = async () => {
  for (;;);
};
/** Works for `ms`, holding its thread. */
export const ocupar = async ({ ms }) => {
  const fim = performance.now() + ms;
  while (performance.now() < fim);
  return { ok: true, resultado: threadId };
};
/** Takes memory until there is none. */
export const encher = async () => {
  const tudo = [];
  for (;;) tudo.push(new Array(100_000).fill(Math.random()));
};
