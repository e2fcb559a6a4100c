import { decimal } from '../../kernel/index.js';
import type { Candidata, Parte, Retorno, TipoRetorno } from './tipos.js';

/** Half of the smaller set of rare words in common: below this, two objects are not alike. */
const MINIMA = 0.35;
const LIMITE = 8;
/** How much each answer says that the like of it is wanted. One that was lost was wanted too. */
const PESO: Readonly<Record<TipoRetorno, number>> = { venci: 1, participei: 0.9, interessa: 0.75, perdi: 0.4, nao_interessa: -1 };
const NENHUMA: Parte = { pontos: 0, codigo: 'sem_retorno', dados: {} };

/** What companies said of tenders, by the rare words these had: so that a candidate meets only what it has a word in common with. */
export interface IndiceDeRetornos {
  readonly retornos: readonly Retorno[];
  readonly porNumero: ReadonlyMap<string, Retorno>;
  readonly porPalavra: ReadonlyMap<number, readonly number[]>;
}

export function indexRetornos(retornos: readonly Retorno[]): IndiceDeRetornos {
  const porPalavra = new Map<number, number[]>();
  retornos.forEach((r, i) => {
    for (const palavra of new Set(r.assinatura)) porPalavra.set(palavra, [...(porPalavra.get(palavra) ?? []), i]);
  });
  return { retornos, porNumero: new Map(retornos.map((r) => [r.numero, r])), porPalavra };
}

/**
 * What the company said of tenders like this one, −8 to +8: the strongest for and the strongest against, each by how alike they
 * are. Why it was refused counts: for its place or value, only what has that in common with it is lowered; for its deadline or what
 * it demands, nothing is.
 */
export function parteRetorno(c: Candidata, indice: IndiceDeRetornos): Parte {
  const dito = indice.porNumero.get(c.numero);
  if (dito) return { pontos: PESO[dito.retorno] * LIMITE, codigo: 'retorno', dados: { retorno: dito.retorno } };
  let favor = { pontos: 0, de: -1 };
  let contra = { pontos: 0, de: -1 };
  for (const [i, comuns] of countComuns(c.assinatura ?? [], indice)) {
    const r = indice.retornos[i]!;
    const parecida = comuns / Math.max(1, Math.min(c.assinatura!.length, r.assinatura.length));
    if (parecida < MINIMA || !shares(c, r)) continue;
    const pontos = PESO[r.retorno] * LIMITE * Math.min(1, parecida);
    if (pontos > favor.pontos) favor = { pontos, de: i };
    if (pontos < contra.pontos) contra = { pontos, de: i };
  }
  const pontos = Math.round((favor.pontos + contra.pontos) * 10) / 10;
  if (pontos === 0) return NENHUMA;
  const { numero, retorno, objeto } = indice.retornos[pontos > 0 ? favor.de : contra.de]!;
  return { pontos, codigo: 'parecida', dados: { numero, retorno, objeto } };
}

function countComuns(assinatura: readonly number[], { porPalavra }: IndiceDeRetornos): Map<number, number> {
  const comuns = new Map<number, number>();
  for (const palavra of assinatura) for (const i of porPalavra.get(palavra) ?? []) comuns.set(i, (comuns.get(i) ?? 0) + 1);
  return comuns;
}

/** Whether what was said of one counts for the other. */
function shares(c: Candidata, { retorno, motivo, uf, valor }: Retorno): boolean {
  if (retorno !== 'nao_interessa' || motivo === null || motivo === 'assunto') return true;
  if (motivo === 'regiao') return uf !== null && uf === c.uf;
  if (motivo === 'valor') return valor !== null && c.valor !== null && decimal(c.valor).gte(decimal(valor).div(2)) && decimal(c.valor).lte(decimal(valor).mul(2));
  return false;
}
