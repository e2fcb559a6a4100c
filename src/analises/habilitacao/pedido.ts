import { readExigencias, type Exigencia } from '../../editais/index.js';
import { fold } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';

/** A demand of the edital as the matrix uses it. */
export interface PedidoDoEdital extends Pick<Exigencia, 'evidencia' | 'dados' | 'quando' | 'tipo'> {
  /** Folded clause. */
  readonly frase: string;
}

/** Kinds of bidder whose papers say nothing of a company that is none of them. */
const DE_OUTROS: readonly Exigencia['quem'][] = ['consorcio', 'cooperativa', 'estrangeira'];

/**
 * The demand of the edital's list that a row stands on: of the kinds given, the one asked of everyone first. Null when
 * the edital asks for none.
 */
export function findPedido(c: Contexto, tipos: readonly string[], aceita: (x: Exigencia, frase: string) => boolean = () => true): PedidoDoEdital | null {
  const achados = readExigencias(c.texto).filter((x) => tipos.includes(x.tipo) && !DE_OUTROS.includes(x.quem) && aceita(x, fold(x.texto)));
  const x = [...achados].sort((a, b) => rank(a) - rank(b))[0];
  return x ? { evidencia: x.evidencia, dados: x.dados, quando: x.quando, tipo: x.tipo, frase: fold(x.texto) } : null;
}

const rank = (x: Exigencia): number => (x.quem === 'todos' ? 0 : x.quem === 'vencedor' ? 1 : 2) + (x.quando === 'execucao' ? 4 : 0) + (x.condicao !== null && x.quem === 'todos' ? 0.5 : 0);
