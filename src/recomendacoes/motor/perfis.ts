import { deserialize, serialize } from 'node:v8';
import type { Empresa } from '../../empresas/index.js';
import { compilePerfil, type PerfilCompilado } from '../index.js';

/** A company ready to be matched, folded: `open` makes it whole again. A few KB. */
export interface PerfilGuardado {
  readonly chaves: Uint32Array;
  readonly bytes: Uint8Array;
  readonly uf: string | null;
  readonly ufsDeInteresse: readonly string[];
}

export const openPerfil = ({ bytes }: PerfilGuardado): PerfilCompilado => deserialize(bytes) as PerfilCompilado;

/** What a text must have one of for a company's score not to be 0: a class it serves, or a word of a product whose words alone can make a tender good. */
function chavesDe(p: PerfilCompilado): Uint32Array {
  const chaves = new Set<number>(p.ramos.keys());
  for (const { teto, termos } of p.produtos) if (teto > 0) for (const termo of termos) chaves.add(termo);
  return Uint32Array.from(chaves);
}

/** Compiled once by content, so many kept; the oldest goes first. */
export class Perfis {
  private readonly guardados = new Map<string, PerfilGuardado>();

  constructor(private readonly maximo: number) {}

  get(hash: string): PerfilGuardado | undefined {
    return this.guardados.get(hash);
  }

  put(hash: string, empresa: Empresa): PerfilGuardado {
    const compilado = compilePerfil(empresa);
    const guardado: PerfilGuardado = { chaves: chavesDe(compilado), bytes: serialize(compilado), uf: empresa.uf ?? null, ufsDeInteresse: empresa.ufsDeInteresse ?? [] };
    if (this.guardados.size >= this.maximo) this.guardados.delete(this.guardados.keys().next().value!);
    this.guardados.set(hash, guardado);
    return guardado;
  }
}

/** What a company's matches are kept by, when there are more than are kept: the topic, and whether it goes to where they are. */
export const ordemDe = (topico: number, uf: string | null, { uf: sua, ufsDeInteresse }: Pick<PerfilGuardado, 'uf' | 'ufsDeInteresse'>): number =>
  uf !== null && (uf === sua || ufsDeInteresse.includes(uf)) ? topico * 1.04 : ufsDeInteresse.length && uf !== null ? topico * 0.94 : topico;
