import type { Candidata, Parte, QuemRecebe } from './tipos.js';

/** Items reserved to micro and small companies (LC 123/2006, arts. 47 and 48) against the company's size, −5 to +3. */
export function parteMeEpp({ meEpp }: Candidata, { porte }: QuemRecebe): Parte {
  const dados = { porte, meEpp };
  if (meEpp === null) return { pontos: 0, codigo: 'itens_desconhecidos', dados };
  if (meEpp === 'nenhuma') return { pontos: 0, codigo: 'sem_exclusividade', dados };
  if (porte === null) return { pontos: 0, codigo: 'porte_desconhecido', dados, alerta: 'porte_desconhecido' };
  if (porte !== 'demais') return { pontos: meEpp === 'exclusiva' ? 3 : 1, codigo: meEpp === 'exclusiva' ? 'exclusiva_a_favor' : 'parcial_a_favor', dados };
  return meEpp === 'exclusiva' ? { pontos: -5, codigo: 'exclusiva_contra', dados, alerta: 'exclusiva_me_epp' } : { pontos: -2, codigo: 'parcial_contra', dados, alerta: 'itens_exclusivos_me_epp' };
}
