import { z } from 'zod';

/** What a reader answers when the value cannot be understood: the Portuguese message for the person who wrote it. */
export interface Recusa {
  readonly recusa: string;
}
export const recusa = (mensagem: string): Recusa => ({ recusa: mensagem });
const isRecusa = (v: unknown): v is Recusa => typeof v === 'object' && v !== null && 'recusa' in v;

/** Reads one tolerant value of a profile. */
export type Leitor<T> = (valor: unknown) => T | Recusa;

/** A field that must be there. Absent and null are refused by the reader, which sees `undefined`. */
export const obrigatorio = <T>(read: Leitor<T>) =>
  z.unknown().transform((valor, ctx): T => apply(read, valor ?? undefined, ctx));

/** A field that may be absent; null counts as absent. */
export const opcional = <T>(read: Leitor<T>) =>
  z.unknown().optional().transform((valor, ctx): T | undefined => (valor == null ? undefined : apply(read, valor, ctx)));

/** A field where null means something of its own. */
export const anulavel = <T>(read: Leitor<T>) =>
  z.unknown().optional().transform((valor, ctx): T | null | undefined => (valor == null ? valor : apply(read, valor, ctx)));

function apply<T>(read: Leitor<T>, valor: unknown, ctx: { addIssue: (i: { code: 'custom'; message: string }) => void }): T {
  const r = read(valor);
  if (!isRecusa(r)) return r;
  ctx.addIssue({ code: 'custom', message: r.recusa });
  return z.NEVER;
}

const MAXIMO_LISTA = 2000;

/** A list of objects or of readers' values. */
export const lista = <S extends z.ZodType>(item: S) =>
  z.preprocess((v) => v ?? undefined, z.array(item, { error: 'Esperava uma lista entre colchetes [ ].' })
    .max(MAXIMO_LISTA, { error: `A lista tem mais de ${MAXIMO_LISTA} elementos.` }).optional());

/** An object whose unknown keys are reported (see `parseEmpresa`). */
export const objeto = <F extends z.ZodRawShape>(campos: F) =>
  z.strictObject(campos, { error: (i) => (i.code === 'unrecognized_keys' ? undefined : 'Esperava um objeto entre chaves { }.') });
