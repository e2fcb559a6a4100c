import { describe, expect, it } from '@jest/globals';
import { modalidade } from '../../../src/editais/fatos/modalidade.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['Torna-se público que a Prefeitura de Serra Nova realizará licitação, na modalidade PREGÃO, na forma ELETRÔNICA.', 'pregao'],
  ['EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 14/2026\nPROCESSO Nº 200/2026', 'concorrencia'],
  ['CONCORRÊNCIA PÚBLICA\n0007/2026\nOBJETO\nReforma da escola', 'concorrencia'],
  ['P R E G Ã O  E L E T R Ô N I C O  Nº 31/2026', 'pregao'],
  ['AVISO DE CONTRATAÇÃO DIRETA Nº 8/2026\nO Município contratará com fundamento no art. 75, II.', 'dispensa'],
  ['AVISO DE DISPENSA ELETRÔNICA Nº 19/2025', 'dispensa'],
  ['EDITAL DE CREDENCIAMENTO Nº 2/2026\n3. DO CREDENCIAMENTO', 'credenciamento'],
  ['CHAMAMENTO PÚBLICO Nº 5/2026\nChamamento público destinado ao credenciamento: o objeto é o credenciamento de clínicas para exames.', 'credenciamento'],
  ['EDITAL DE LEILÃO Nº 1/2026\nVenda de veículos inservíveis.', 'leilao'],
  ['Modalidade: Diálogo Competitivo', 'dialogo_competitivo'],
  ['Lei nº 14.133/2021 e Decreto nº 10.024/2019, que regulamenta a licitação na modalidade pregão, na forma eletrônica.', null],
  ['5. DO CREDENCIAMENTO\n5.1. O credenciamento do representante será feito na sessão.', null],
  ['6.3.8. Nas licitações na modalidade pregão, o intervalo entre lances será de 1%.', null],
  ['O prestador optante comprovará a dispensa de retenção dos tributos na fonte, na forma da IN RFB nº 1.234/2012.', null],
  ['DISPENSA ELETRÔNICA SEMAD Nº 14/2026', 'dispensa'],
  ['Caso a licitação seja na modalidade concorrência, o prazo será maior.', null],
  ['PREGÃO PRESENCIAL:\nSala de reuniões da Prefeitura\nTorna público que realizará licitação na modalidade CONCORRÊNCIA, na forma presencial.', 'concorrencia'],
];

describe('modalidade', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(modalidade, texto).valor).toBe(esperado);
  });

  it('has none when a state company uses a rite of its own', () => {
    const fato = readCampo(modalidade, 'Modalidade: LICITAÇÃO DO BANCO\nTipo: MENOR PREÇO\nPoderão participar deste pregão os interessados.');
    expect(fato).toMatchObject({ valor: null, ausencia: 'nao_se_aplica' });
  });
});
