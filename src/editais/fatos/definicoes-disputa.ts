import { validadeProposta } from './validade-proposta.js';

/** Dispute, dates, prices and proposals. */
export const DEFINICOES_DISPUTA = [validadeProposta] as const;
