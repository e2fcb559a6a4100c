import { describe, expect, it } from '@jest/globals';
import { esclarecimentoDiasUteis } from '../../../src/editais/fatos/esclarecimento-dias-uteis.js';
import { impugnacaoDiasUteis } from '../../../src/editais/fatos/impugnacao-dias-uteis.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: [text, clarification, challenge]. */
const CASOS: readonly [string, number | null, number | null][] = [
  ['Até 3 (três) dias úteis antes da data fixada para abertura da sessão, qualquer pessoa poderá solicitar esclarecimentos ou impugnar este edital.', 3, 3],
  ['Os pedidos de esclarecimentos serão enviados até 02 (dois) dias úteis anteriores à data de abertura da sessão. As impugnações serão apresentadas até 3 dias úteis antes da abertura da sessão.', 2, 3],
  ['10. DA IMPUGNAÇÃO AO EDITAL E DO PEDIDO DE ESCLARECIMENTO\n10.1. Qualquer pessoa é parte legítima para impugnar, devendo protocolar o pedido até 3 (três) dias úteis antes da abertura do certame.', 3, 3],
  ['12. DA IMPUGNAÇÃO\n12.1 Até 3 (três) dias úteis antes da abertura da sessão, qualquer pessoa poderá impugnar.\n12.2 A impugnação e o pedido de esclarecimento serão feitos no sistema.', 3, 3],
  ['Esclarecimentos: até 2 dias úteis antes da abertura do certame.', 2, null],
  ['As dúvidas serão enviadas ao e-mail da comissão até 5 (cinco) dias úteis antes da sessão pública.', 5, null],
  ['Questionamentos poderão ser feitos com antecedência de até 3 (três) dias úteis da data da sessão.', 3, null],
  ['A Administração responderá aos pedidos de esclarecimentos até 2 (dois) dias úteis antes da abertura da sessão.', null, null],
  ['Os pedidos de esclarecimentos serão respondidos em até 3 (três) dias úteis antes da data da sessão pública.', null, null],
  ['Qualquer pedido de esclarecimento poderá ser formulado por escrito ao agente de contratação.', null, null],
];

describe('esclarecimento_dias_uteis', () => {
  it.each(CASOS)('%s → %s', (texto, esclarecimento, impugnacao) => {
    expect(readCampo(esclarecimentoDiasUteis, texto).valor).toBe(esclarecimento);
    expect(readCampo(impugnacaoDiasUteis, texto).valor).toBe(impugnacao);
  });
});
