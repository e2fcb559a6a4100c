import { esclarecimentoDiasUteis } from './esclarecimento-dias-uteis.js';
import { impugnacaoDiasUteis } from './impugnacao-dias-uteis.js';
import { meEpp } from './me-epp.js';
import { orcamentoSigiloso } from './orcamento-sigiloso.js';
import { propostasFim } from './propostas-fim.js';
import { sessaoAbertura } from './sessao-abertura.js';
import { validadeProposta } from './validade-proposta.js';
import { valorEstimadoTotal } from './valor-estimado-total.js';

/** Dispute, dates, prices and proposals. The session comes first: the deadline of the proposals often is the session's. */
export const DEFINICOES_DISPUTA = [sessaoAbertura, propostasFim, impugnacaoDiasUteis, esclarecimentoDiasUteis, valorEstimadoTotal, orcamentoSigiloso, meEpp, validadeProposta] as const;
