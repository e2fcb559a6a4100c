import { z } from 'zod';
import type { LicitacaoParaCasar } from './read-arquivos.js';

const itens = z.array(z.object({ numeroItem: z.coerce.number().int().optional().catch(undefined), descricao: z.string().catch('') })).max(5000).nullish().catch(null);
/** The normalised form (`objeto`) or PNCP's record (`objetoCompra`). */
const registro = z.object({ numeroControlePNCP: z.string().trim().min(1), objeto: z.string().nullish(), objetoCompra: z.string().nullish(), itens });

/** A record as a tender to be matched, or in Portuguese why it is none. */
export function toLicitacaoParaCasar(bruto: unknown): LicitacaoParaCasar | string {
  if (bruto === undefined) return 'a linha não é JSON';
  const lido = registro.safeParse(bruto);
  if (!lido.success) return 'falta numeroControlePNCP';
  const { numeroControlePNCP: numero, objeto, objetoCompra, itens: lista } = lido.data;
  const texto = (objeto ?? objetoCompra ?? '').trim();
  if (!texto && !lista?.length) return `a licitação ${numero} não traz objeto`;
  return { numero, objeto: texto, ...(lista?.length ? { itens: lista.filter((i) => i.descricao.trim()).map((i, k) => ({ numero: i.numeroItem ?? k + 1, descricao: i.descricao })) } : {}) };
}
