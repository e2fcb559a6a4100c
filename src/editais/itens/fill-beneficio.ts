import { fold } from '../../kernel/index.js';
import type { Fatos } from '../domain/fato.js';
import type { ItemEdital } from '../domain/item.js';

/** "Processo exclusivo para ME/EPP com itens para ampla concorrência": exclusive is the rule, open the exception. */
const REGRA_EXCLUSIVA = /\bexclusiv\w*[^.;]{0,60}?\b(?:me\b|epp\b|microempresa)[^.;]{0,60}?\bcom\s+(?:itens?|lotes?)\s+(?:d[ea]|em|para|destinad[oa]s?\s+a)\s*(?:a\s+)?ampla\b/;

/**
 * Items without a mark of their own take the tender's rule, when it states one and the exceptions are marked: at least
 * one open item. A mark on the item always wins.
 */
export function fillBeneficio(itens: readonly ItemEdital[], fatos: Pick<Fatos, 'me_epp'>): readonly ItemEdital[] {
  const f = fatos.me_epp;
  if (f.valor !== 'misto' || !itens.some((i) => i.beneficio === 'ampla') || !REGRA_EXCLUSIVA.test(fold(f.trecho ?? ''))) return itens;
  return itens.map((i) => (i.beneficio === null ? { ...i, beneficio: 'exclusiva_me_epp' } : i));
}
