import type { Empresa } from '../../empresas/index.js';

/** What of a company the topic is matched against. */
export type EmpresaParaCasar = Pick<Empresa, 'descricao' | 'produtos' | 'cnaes' | 'palavrasExcluidas' | 'porte'>;

/** What of a tender is matched: its object and, when known, the descriptions of its items. */
export interface TextoParaCasar {
  readonly objeto: string;
  readonly itens?: readonly { readonly numero?: number; readonly descricao: string }[];
}

/** Why a tender suits a company. */
export interface Razao {
  /** What of the company matched: a product as it wrote it, or null when it was the description or a CNAE. */
  readonly produto: string | null;
  readonly fonte: 'produto' | 'descricao' | 'cnae';
  /** The words of the object, or of the item, as they stand there. */
  readonly trecho: string;
  /** Number of the item the words are of; null: the object. */
  readonly item: number | null;
  /** Place of `trecho` in the object as given; null for an item. */
  readonly inicio: number | null;
  readonly tipo: 'mesma_classe' | 'mais_especifica' | 'mais_geral' | 'mesmo_ramo' | 'palavras';
  /** How the class is called ("pavimentação"), null when words alone matched. */
  readonly classe: string | null;
  /** 0..1: its share in the score. */
  readonly peso: number;
}

/** An excluded word found. `nucleo`: it says what is bought, and the tender is out; `passagem`: it is only named. */
export interface Exclusao {
  readonly palavra: string;
  readonly trecho: string;
  readonly alcance: 'nucleo' | 'passagem';
}

export interface ResultadoTopico {
  /** 0..1, comparable across companies: 0.35 and more is worth showing. */
  readonly score: number;
  readonly razoes: readonly Razao[];
  readonly exclusoes: readonly Exclusao[];
}

/** From here on a tender is worth showing to the company. */
export const LIMIAR_TOPICO = 0.35;
