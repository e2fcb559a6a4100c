import { lettersOf } from '../../kernel/index.js';
import type { Distancia } from './tipos.js';

/** Every município of Brazil, as little as distances need: it crosses from the thread that read the table. */
export interface TabelaDeMunicipios {
  readonly codigos: Int32Array;
  /** Radians. */
  readonly latitudes: Float32Array;
  readonly longitudes: Float32Array;
  /** "SP" and the name, in the same order. */
  readonly nomes: readonly string[];
}

export interface Geografia {
  readonly distancia: Distancia;
  /** IBGE code of a município by name, with or without accents, and State; null when there is none. */
  findCodigo(municipio: string, uf: string): string | null;
  has(codigoIbge: string): boolean;
}

const RAIO_DA_TERRA_KM = 6371;

export function createGeografia({ codigos, latitudes, longitudes, nomes }: TabelaDeMunicipios): Geografia {
  const lugar = new Map<string, number>();
  codigos.forEach((c, i) => lugar.set(String(c), i));
  const porNome = new Map(nomes.map((nome, i) => [lettersOf(nome), String(codigos[i])]));
  return {
    has: (codigo) => lugar.has(codigo),
    findCodigo: (municipio, uf) => porNome.get(lettersOf(uf + municipio)) ?? null,
    distancia: (de, ate) => {
      const a = de === null ? undefined : lugar.get(de);
      const b = ate === null ? undefined : lugar.get(ate);
      if (a === undefined || b === undefined) return null;
      return a === b ? 0 : haversine(latitudes[a]!, longitudes[a]!, latitudes[b]!, longitudes[b]!);
    },
  };
}

/** Great circle, km. */
function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * RAIO_DA_TERRA_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}
