import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { MauUso, type ContextoCli } from './contexto.js';

/** An id names a file: no path may hide in it. */
const idSchema = z.string().min(1).max(200).refine((id) => !/[/\\\0]/.test(id) && id !== '.' && id !== '..', 'id não pode conter barras');

/** An entry of `--lista`. */
export const pedidoSchema = z.object({ id: idSchema, arquivo: z.string().min(1) });
export type Pedido = z.infer<typeof pedidoSchema>;

/**
 * Reads a JSON list of requests; each file is looked for where the user is, then beside the list.
 * @throws MauUso `lista_invalida`
 */
export function readLista<T extends Pedido>(ctx: ContextoCli, caminho: string, schema: z.ZodType<T>): (T & { readonly caminho: string })[] {
  const arquivo = ctx.entrada(caminho);
  let bruto: unknown;
  try {
    bruto = JSON.parse(readFileSync(arquivo, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new MauUso('lista_invalida', `A lista “${caminho}” não existe ou não é JSON.`);
  }
  const lista = z.array(schema).safeParse(bruto);
  if (!lista.success) {
    const { path, message } = lista.error.issues[0]!;
    throw new MauUso('lista_invalida', `A lista “${caminho}” não tem a forma esperada${path.length ? ` em ${path.join('.')}` : ''}: ${message}.`);
  }
  const repetido = lista.data.find((p, i) => lista.data.findIndex((q) => q.id === p.id) !== i);
  if (repetido) throw new MauUso('lista_invalida', `A lista “${caminho}” traz o id “${repetido.id}” mais de uma vez.`);
  return lista.data.map((p) => ({ ...p, caminho: ctx.entrada(p.arquivo, [dirname(arquivo)]) }));
}
