import { Decimal } from 'decimal.js';
import type { DecimalTexto } from '../../kernel/index.js';

/** USD by million tokens, decimal text. */
export interface Preco {
  readonly entrada: string;
  readonly saida: string;
}

/** Prices of the configuration; null: from the table. */
export interface PrecosConfigurados {
  readonly entrada: string | null;
  readonly saida: string | null;
  readonly embedding: string | null;
}

/**
 * List prices of OpenAI, USD by million tokens, standard tier, as known in August 2025. They change: what is in force is told
 * by ALICIT_PRECO_*. Cached input is charged in full here: the cost told is never below the bill.
 */
const TABELA: Readonly<Record<string, Preco>> = {
  'gpt-5': { entrada: '1.25', saida: '10' }, 'gpt-5-mini': { entrada: '0.25', saida: '2' }, 'gpt-5-nano': { entrada: '0.05', saida: '0.4' }, 'gpt-5-chat-latest': { entrada: '1.25', saida: '10' },
  'gpt-4.1': { entrada: '2', saida: '8' }, 'gpt-4.1-mini': { entrada: '0.4', saida: '1.6' }, 'gpt-4.1-nano': { entrada: '0.1', saida: '0.4' },
  'gpt-4o': { entrada: '2.5', saida: '10' }, 'gpt-4o-mini': { entrada: '0.15', saida: '0.6' }, 'o3': { entrada: '2', saida: '8' }, 'o3-mini': { entrada: '1.1', saida: '4.4' }, 'o4-mini': { entrada: '1.1', saida: '4.4' },
  'text-embedding-3-small': { entrada: '0.02', saida: '0' }, 'text-embedding-3-large': { entrada: '0.13', saida: '0' }, 'text-embedding-ada-002': { entrada: '0.1', saida: '0' },
};

/** Price of a model; a dated name (`gpt-4o-2024-08-06`) has that of its family. Null: not known. */
export function findPreco(modelo: string, tipo: 'chat' | 'embedding', { entrada, saida, embedding }: PrecosConfigurados): Preco | null {
  const familia = TABELA[modelo] ?? TABELA[modelo.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? null;
  if (tipo === 'embedding') return embedding === null ? familia : { entrada: embedding, saida: '0' };
  if (entrada !== null && saida !== null) return { entrada, saida };
  return familia && { entrada: entrada ?? familia.entrada, saida: saida ?? familia.saida };
}

/** USD, to eight places; null when the price is not known. */
export function costOf(preco: Preco | null, tokensEntrada: number, tokensSaida: number): DecimalTexto | null {
  if (!preco) return null;
  const usd = new Decimal(preco.entrada).times(tokensEntrada).plus(new Decimal(preco.saida).times(tokensSaida)).div(1_000_000);
  return usd.toDecimalPlaces(8).toFixed() as DecimalTexto;
}
