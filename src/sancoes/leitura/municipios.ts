import { createRequire } from 'node:module';
import type { Municipio } from 'municipios-brasil';
import { lettersOf } from '../../kernel/index.js';

const require = createRequire(import.meta.url);
let nomes: ReadonlySet<string> | null = null;

const chaveDe = (nome: string, uf: string): string => `${lettersOf(nome)}/${uf}`;

/** Whether a State has a município of this name, whatever the case, the accents and the punctuation. The list (IBGE's) is read when it is first asked for. */
export function isMunicipio(nome: string, uf: string): boolean {
  nomes ??= new Set((require('municipios-brasil/dados') as { municipios: readonly Municipio[] }).municipios.map((m) => chaveDe(m.nome, m.uf)));
  return nomes.has(chaveDe(nome, uf));
}
