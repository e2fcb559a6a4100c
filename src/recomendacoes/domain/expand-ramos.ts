import { RAMOS } from './read-ramos.js';
import type { Razao } from './tipos.js';

/** A class the company names, with the strength and place where it does. */
export interface RamoProprio { readonly ramo: number; readonly peso: number; readonly fonte: number }

/** How near a class of tenders is to the company. */
export interface Afinidade { readonly valor: number; readonly fonte: number; readonly tipo: Razao['tipo'] }

const NARROWER = 0.94;
/** The same for a speciality of the wider class, and for the classes below a sister. */
const SPECIAL = 0.5;
const NIECE = 0.7;
/** A tender for the wider class, by how many of its children the company has. */
const WIDER = [0, 0.7, 0.86, 0.94];
const WIDER_APART = [0, 0.5, 0.62, 0.7];
/** A sister class, likewise. */
const SISTER = [0, 0.5, 0.68, 0.85];
const SISTER_APART = [0, 0.2, 0.3, 0.4];
const LEAST = 0.04;

/** From the classes a company names to every class it may serve: the narrower, the wider, the sisters. */
export function expandRamos(proprios: readonly RamoProprio[]): ReadonlyMap<number, Afinidade> {
  const mapa = new Map<number, Afinidade>();
  const put = (ramo: number, valor: number, fonte: number, tipo: Razao['tipo']): boolean => {
    if (valor < LEAST || (mapa.get(ramo)?.valor ?? 0) >= valor) return false;
    mapa.set(ramo, { valor, fonte, tipo });
    return true;
  };
  const diretos = new Map<number, RamoProprio>();
  for (const p of proprios) if ((diretos.get(p.ramo)?.peso ?? 0) < p.peso) diretos.set(p.ramo, p);
  for (const p of diretos.values()) put(p.ramo, p.peso, p.fonte, 'mesma_classe');
  const descer = (ramo: number, valor: number, fonte: number, tipo: Razao['tipo'], fator: number): void => {
    for (const f of RAMOS[ramo]!.filhos) {
      const v = valor * (RAMOS[f]!.especial ? SPECIAL : fator);
      if (put(f, v, fonte, tipo)) descer(f, v, fonte, tipo, tipo === 'mesmo_ramo' ? NIECE : NARROWER);
    }
  };
  for (const p of diretos.values()) descer(p.ramo, p.peso, p.fonte, 'mais_especifica', NARROWER);
  const fortes = new Map<number, number>();
  for (const p of diretos.values()) for (const pai of RAMOS[p.ramo]!.pais) fortes.set(pai, (fortes.get(pai) ?? 0) + Math.min(1, p.peso));
  const subir = (ramo: number, valor: number, fonte: number): void => {
    for (const pai of RAMOS[ramo]!.pais) {
      const quantos = Math.min(3, Math.max(1, Math.round(fortes.get(pai) ?? 1)));
      const { junto } = RAMOS[pai]!;
      const acima = valor * (junto ? WIDER : WIDER_APART)[quantos]!;
      descer(pai, valor * (junto ? SISTER : SISTER_APART)[quantos]!, fonte, 'mesmo_ramo', 1);
      if (put(pai, acima, fonte, 'mais_geral')) subir(pai, acima, fonte);
    }
  };
  for (const p of diretos.values()) subir(p.ramo, p.peso, p.fonte);
  return mapa;
}
