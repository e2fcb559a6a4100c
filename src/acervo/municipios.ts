import { createRequire } from 'node:module';
import type { Municipio as DaBiblioteca } from 'municipios-brasil';

/** A municipality, as IBGE names it. Coordinates of its seat, in degrees. */
export interface Municipio {
  /** 7 digits; the first two are the state's. */
  readonly codigo: string;
  readonly nome: string;
  readonly uf: string;
  readonly latitude: number;
  readonly longitude: number;
}

const UFS: Readonly<Record<string, string>> = {
  11: 'RO', 12: 'AC', 13: 'AM', 14: 'RR', 15: 'PA', 16: 'AP', 17: 'TO', 21: 'MA', 22: 'PI', 23: 'CE', 24: 'RN', 25: 'PB', 26: 'PE', 27: 'AL', 28: 'SE', 29: 'BA',
  31: 'MG', 32: 'ES', 33: 'RJ', 35: 'SP', 41: 'PR', 42: 'SC', 43: 'RS', 50: 'MS', 51: 'MT', 52: 'GO', 53: 'DF',
};
const RAIO_DA_TERRA_KM = 6371;
const require = createRequire(import.meta.url);

interface Tabela {
  readonly porCodigo: ReadonlyMap<string, Municipio>;
  readonly porNome: ReadonlyMap<string, Municipio>;
}
let tabela: Tabela | null = null;

/** 1 MB of data, read when it is first asked for. */
function load(): Tabela {
  if (tabela) return tabela;
  const { municipios } = require('municipios-brasil/dados') as { municipios: readonly DaBiblioteca[] };
  const todos = municipios.map((m): Municipio => ({ codigo: String(m.codigoIbge), nome: m.nome, uf: m.uf, latitude: m.latitude, longitude: m.longitude }));
  tabela = { porCodigo: new Map(todos.map((m) => [m.codigo, m])), porNome: new Map(todos.map((m) => [chaveDe(m.nome, m.uf), m])) };
  return tabela;
}

/** The state of an IBGE code (of 7 digits, or the state's own 2), without reading the table; null for what is no code. */
export const ufDoCodigo = (codigo: string | null | undefined): string | null => (/^\d{2}(?:\d{5})?$/.test(codigo ?? '') ? (UFS[codigo!.slice(0, 2)] ?? null) : null);

/** By IBGE's 7 digits. */
export const findMunicipio = (codigo: string): Municipio | null => load().porCodigo.get(codigo.trim()) ?? null;

/** By name and state, whatever the case, the accents and the punctuation ("SANTA BARBARA D OESTE", "SP"). */
export const resolveMunicipio = (nome: string, uf: string): Municipio | null => load().porNome.get(chaveDe(nome, uf)) ?? null;

/** Kilometres in a straight line between two seats, by their codes; null when one is not known. */
export function distanciaKm(a: string, b: string): number | null {
  const [x, y] = [findMunicipio(a), findMunicipio(b)];
  return x && y ? haversine(x, y) : null;
}

function haversine(a: Municipio, b: Municipio): number {
  const rad = (graus: number): number => (graus * Math.PI) / 180;
  const h = Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  return 2 * RAIO_DA_TERRA_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const chaveDe = (nome: string, uf: string): string => `${nome.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z]+/g, '')}/${uf.trim().toUpperCase()}`;
