import type { TextoEdital } from '../domain/texto-edital.js';
import { IndiceInicios } from './indice-inicios.js';
import { once, oncePorExpressao } from './once.js';

/** Shorter texts are scanned at once: an index of them would take longer. */
const TEXTO_CURTO = 4000;
const indiceDe = once((t: TextoEdital): IndiceInicios | null => (t.dobrado.length < TEXTO_CURTO ? null : new IndiceInicios(t.dobrado)));

const comFlags = (padrao: RegExp, mais: string): RegExp => new RegExp(padrao.source, [...new Set([...padrao.flags, ...mais])].join(''));
const globalDe = oncePorExpressao((padrao) => comFlags(padrao, 'gd'));
const fixoDe = oncePorExpressao((padrao) => comFlags(padrao, 'yd'));

/**
 * The matches that `matchAll` would give on the folded text, with the indices of their groups. Where a match may begin
 * only in few places of the text the expression is tried at those alone.
 */
export function* matchDobrado(t: TextoEdital, padrao: RegExp): Generator<RegExpExecArray> {
  const lugares = indiceDe(t)?.find(padrao);
  if (!lugares) return yield* t.dobrado.matchAll(globalDe(padrao));
  const fixo = fixoDe(padrao);
  let livre = 0;
  for (const lugar of lugares) {
    if (lugar < livre) continue;
    fixo.lastIndex = lugar;
    const m = fixo.exec(t.dobrado);
    if (!m) continue;
    livre = Math.max(lugar + 1, lugar + m[0].length);
    yield m;
  }
}
