import { Decimal } from 'decimal.js';

/** Amounts of LC 123/2006, R$. In force since 2018 (LC 155/2016); no IPCA adjustment. */
export const RECEITA_ME = new Decimal('360000.00');
/** Ceiling of the EPP (art. 3º, II) and of the benefits (art. 4º of Lei 14.133: larger items and works are out; the ceiling itself is in). */
export const TETO_EPP = new Decimal('4800000.00');
/** Exclusive to ME/EPP up to this, inclusive (art. 48, I). */
export const EXCLUSIVA_ATE = new Decimal('80000.00');
/** Reserved share of divisible goods, at most (art. 48, III). */
export const COTA_MAXIMA_PCT = 25;
