import { z } from 'zod';

/** A whole number of a variable, within limits that its error tells. */
export const inteiro = (minimo: number, maximo: number, padrao: number) => {
  const esperado = `esperado um número inteiro de ${minimo} a ${maximo}`;
  return z.string().regex(/^\d{1,10}$/, esperado).transform(Number).refine((n) => n >= minimo && n <= maximo, esperado).default(padrao);
};
