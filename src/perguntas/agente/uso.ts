import { Decimal } from 'decimal.js';
import type { ChamadaFeita } from '../../modelos/index.js';
import type { UsoDaPergunta } from '../conversa/resposta.js';

/** What the calls of a question took together; null: none was made. */
export function sumUso(chamadas: readonly ChamadaFeita[]): UsoDaPergunta | null {
  if (!chamadas.length) return null;
  const pagas = chamadas.filter((c) => !c.deCache);
  const sum = (de: (c: ChamadaFeita) => number): number => pagas.reduce((n, c) => n + de(c), 0);
  const custo = pagas.reduce<Decimal | null>((n, c) => (n === null || c.custoUsd === null ? null : n.plus(c.custoUsd)), new Decimal(0));
  return { chamadas: pagas.length, deCache: chamadas.length - pagas.length, tokensEntrada: sum((c) => c.tokensEntrada), tokensSaida: sum((c) => c.tokensSaida), custoUsd: custo === null ? null : custo.toFixed() };
}
