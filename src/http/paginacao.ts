import { z } from 'zod';

/** `?limite=&cursor=` of a list of what has ids with this prefix: the cursor of another list is refused, as is a parameter nobody knows. */
export const paginacaoDe = (prefixo: string) => z.strictObject({
  limite: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Itens por página, de 1 a 100.' }),
  cursor: z.string().max(64).regex(new RegExp(`^${prefixo}_[0-9A-Z]{26}$`), 'o cursor é o valor de "proximo" da página anterior').optional().meta({ description: 'Valor de `proximo` da página anterior.' }),
});
export type Paginacao = z.infer<ReturnType<typeof paginacaoDe>>;

/** A page of a list of `item`: newest first. */
export const paginaDe = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ itens: z.array(item), proximo: z.string().nullable().meta({ description: 'Cursor da próxima página; null na última.' }) }).meta({ id, description: 'Uma página da lista, da mais nova para a mais antiga.' });
