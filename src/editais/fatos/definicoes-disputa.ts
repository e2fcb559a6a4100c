import { esclarecimentoDiasUteis } from './esclarecimento-dias-uteis.js';
import { impugnacaoDiasUteis } from './impugnacao-dias-uteis.js';
import { propostasFim } from './propostas-fim.js';
import { sessaoAbertura } from './sessao-abertura.js';
import { validadeProposta } from './validade-proposta.js';

/** Dispute, dates, prices and proposals. The session comes first: the deadline of the proposals often is the session's. */
export const DEFINICOES_DISPUTA = [sessaoAbertura, propostasFim, impugnacaoDiasUteis, esclarecimentoDiasUteis, validadeProposta] as const;
