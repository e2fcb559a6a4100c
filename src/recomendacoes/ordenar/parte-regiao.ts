import type { Candidata, Distancia, Parte, QuemRecebe } from './tipos.js';

/** A neighbour: what a company reaches in a day's work, km. */
const PERTO_KM = 100;

/** Where it is, −5 to +5: the company's município, near it, its State or those it wants; lower where it wants others. */
export function parteRegiao(c: Candidata, e: QuemRecebe, distancia: Distancia): Parte {
  const km = distancia(e.codigoIbge, c.codigoIbge);
  const dados = { uf: c.uf, km: km === null ? null : Math.round(km) };
  if (c.codigoIbge !== null && c.codigoIbge === e.codigoIbge) return { pontos: 5, codigo: 'mesmo_municipio', dados };
  if (km !== null && km <= PERTO_KM) return { pontos: 4, codigo: 'perto', dados };
  if (c.uf === null) return { pontos: 0, codigo: 'local_desconhecido', dados };
  if (c.uf === e.uf) return { pontos: 3, codigo: 'mesma_uf', dados };
  if (e.ufsDeInteresse.includes(c.uf)) return { pontos: 3, codigo: 'uf_de_interesse', dados };
  if (e.ufsDeInteresse.length) return { pontos: -5, codigo: 'fora_das_ufs', dados };
  return e.uf === null ? { pontos: 0, codigo: 'empresa_sem_local', dados } : { pontos: -2, codigo: 'outra_uf', dados };
}
