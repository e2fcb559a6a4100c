import { raridade, type Estatistica } from '../domain/estatistica.js';
import type { TextoCompilado } from '../index.js';

const PALAVRAS = 12;
const RAMOS = 3;
/** Words of what is bought or what that includes, not of what comes along or what it is for (weights of 255). */
const DO_QUE_SE_COMPRA = 150;

/** What two tenders are compared by: the rarest words of what is bought, and its first classes. 32 bits each, signed. */
export function assinar(t: TextoCompilado, e: Estatistica): number[] {
  const palavras = Array.from(t.palavras, (termo, i) => ({ termo, peso: t.pesosPalavras[i]! >= DO_QUE_SE_COMPRA ? raridade(e, termo) : 0 })).filter((p) => p.peso > 0);
  const ramos = Array.from(t.ramos, (ramo, i) => ({ ramo, peso: t.pesos[i]! })).filter((r) => r.peso >= DO_QUE_SE_COMPRA).slice(0, RAMOS);
  palavras.sort((a, b) => b.peso - a.peso || a.termo - b.termo);
  return [...new Set([...ramos.map((r) => r.ramo), ...palavras.slice(0, PALAVRAS).map((p) => p.termo)])].map((n) => n | 0);
}
