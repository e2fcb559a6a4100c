import type { Natureza } from './natureza.js';

/** Where in the object something is named: what is bought, what that includes, what comes along, what it is for. */
export type Zona = 'nucleo' | 'inclusao' | 'acessorio' | 'contexto';
/** Weight of each zone. */
export const PESO: Readonly<Record<Zona, number>> = { nucleo: 1, inclusao: 0.7, acessorio: 0.4, contexto: 0.2 };

/** A class named in a text. Offsets are of the text as given by `cleanObjeto`. */
export interface Mencao {
  readonly ramo: number;
  readonly natureza: Natureza;
  /** A verb stood before it, or the thing alone tells. */
  readonly explicita: boolean;
  readonly zona: Zona;
  /** 0..1: zone, order and how generic the class is. */
  readonly peso: number;
  readonly inicio: number;
  readonly fim: number;
}

/** A word of a text that says something. */
export interface Palavra {
  readonly termo: string;
  /** It only says that something is bought or served ("aquisição", "fornecimento"). */
  readonly fraca: boolean;
  readonly natureza: Natureza;
  readonly peso: number;
  readonly zona: Zona;
  readonly inicio: number;
  readonly fim: number;
}

export interface TextoLido {
  readonly texto: string;
  readonly mencoes: readonly Mencao[];
  readonly palavras: readonly Palavra[];
}

/** Weight of each zone for single words: what something is for tells more of a company's own words than of its classes. */
export const PESO_PALAVRA: Readonly<Record<Zona, number>> = { nucleo: 1, inclusao: 0.95, acessorio: 0.9, contexto: 0.9 };
