import { decimal } from '../../kernel/index.js';
import type { Candidata, Parte, QuemRecebe } from './tipos.js';

/** The estimated value against what the company wants, −4 to +4; half outside when it is near the limit. An unknown value changes nothing. */
export function parteValor({ valor }: Candidata, { valorMinimo, valorMaximo }: QuemRecebe): Parte {
  const dados = { valor, minimo: valorMinimo, maximo: valorMaximo };
  if (valorMinimo === null && valorMaximo === null) return { pontos: 0, codigo: 'sem_faixa', dados };
  if (valor === null) return { pontos: 0, codigo: 'valor_desconhecido', dados };
  const v = decimal(valor);
  if (valorMinimo !== null && v.lt(valorMinimo)) return { pontos: v.mul(2).lt(valorMinimo) ? -4 : -2, codigo: 'abaixo_da_faixa', dados };
  if (valorMaximo !== null && v.gt(valorMaximo)) return { pontos: v.gt(decimal(valorMaximo).mul(2)) ? -4 : -2, codigo: 'acima_da_faixa', dados };
  return { pontos: 4, codigo: 'na_faixa', dados };
}
