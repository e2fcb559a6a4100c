import { describe, expect, it } from '@jest/globals';
import { impugnacaoDiasUteis } from '../../../src/editais/fatos/impugnacao-dias-uteis.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, number | null][] = [
  ['Qualquer pessoa é parte legítima para impugnar este Edital, devendo protocolar o pedido até 3 (três) dias úteis antes da data da abertura do certame.', 3],
  ['Até 5 (cinco) dias úteis antes da data fixada para a ocorrência do certame, qualquer cidadão poderá impugnar este instrumento.', 5],
  ['A impugnação será dirigida à autoridade até o terceiro dia útil que anteceder a data de abertura das propostas.', 3],
  ['Decairá do direito de impugnar os termos deste edital quem não o fizer até o 3º (terceiro) dia útil anterior à abertura da licitação.', 3],
  ['Qualquer interessado poderá impugnar o edital com antecedência mínima de 3 (três) dias úteis da data fixada para abertura da sessão.', 3],
  ['Impugnações: até 02 dias úteis antes da abertura do certame, exclusivamente pela plataforma.', 2],
  ['O prazo para impugnação é de três dias úteis antes da data fixada para a abertura das propostas.', 3],
  ['DOS ESCLARECIMENTOS E IMPUGNAÇÕES\n4.1. As solicitações desta seção deverão ser registradas no prazo de até 03 (três) dias úteis anteriores à data de abertura.', 3],
  ['Até 3 (três) dias antes da abertura da sessão, qualquer licitante poderá impugnar o edital.', 3],
  // the authority's time to answer, and other deadlines
  ['O pregoeiro decidirá sobre a impugnação no prazo de 3 (três) dias úteis contados do recebimento.', null],
  ['A resposta à impugnação será divulgada em até 3 (três) dias úteis, limitado ao último dia útil anterior à data da abertura do certame.', null],
  ['Acolhida a impugnação, o edital será republicado com antecedência de 8 (oito) dias úteis da nova data de abertura.', null],
  ['A visita técnica poderá ser feita até 2 (dois) dias úteis antes da abertura da sessão.', null],
  ['O cadastro no SICAF deverá ser feito até o terceiro dia útil anterior à data prevista para recebimento das propostas.', null],
  ['As impugnações devem ser enviadas até ___ dias úteis antes da sessão.', null],
];

describe('impugnacao_dias_uteis', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(impugnacaoDiasUteis, texto).valor).toBe(esperado);
  });

  it('keeps both readings when digits and words disagree; digits win', () => {
    const fato = readCampo(impugnacaoDiasUteis, 'Até 03 (dois) dias úteis antes da data fixada para recebimento das propostas, qualquer pessoa poderá impugnar.');
    expect(fato.valor).toBe(3);
    expect(fato.nota).toMatch(/^CONFLITO/);
    expect('alternativas' in fato && fato.alternativas?.map((a) => a.valor)).toEqual([2]);
  });

  it('tells of a deadline printed as a date beside the period', () => {
    const fato = readCampo(impugnacaoDiasUteis, 'Até 3 (três) dias úteis antes da data fixada para abertura da sessão pública – até 10/03/2026, qualquer pessoa poderá impugnar.');
    expect(fato.nota).toContain('10/03/2026');
  });
});
