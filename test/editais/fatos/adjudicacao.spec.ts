import { describe, expect, it } from '@jest/globals';
import { adjudicacao } from '../../../src/editais/fatos/adjudicacao.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['CRITÉRIO DE JULGAMENTO: MENOR PREÇO POR ITEM', 'item'],
  ['Menor preço unitário por item', 'item'],
  ['TIPO: MAIOR DESCONTO – Compras – POR LOTE', 'lote'],
  ['MENOR PREÇO GLOBAL POR LOTE', 'lote'],
  ['vencerá quem tiver o MENOR PREÇO TOTAL GERAL DO LOTE', 'lote'],
  ['critério de julgamento: menor preço por grupo', 'lote'],
  ['CRITÉRIO DE JULGAMENTO:\nMenor Preço Global\nMODO DE DISPUTA:\naberto', 'global'],
  ['tipo julgamento MENOR PREÇO, tipo comparação POR ITEM', 'item'],
  ['1.2. A licitação será dividida em 04 (quatro) lotes, facultada a participação em quantos interessarem.', 'lote'],
  ['1.2. A licitação será dividida em itens, conforme tabela.', 'item'],
  ['1.2. A licitação será realizada em grupo único, formado por três itens.', 'lote'],
  ['Os lances deverão ser ofertados pelo valor global.', 'global'],
  ['A adjudicação será por item.', 'item'],
  ['O lance será dado pelo menor preço por item ou lote, conforme o sistema.', null],
  ['Caso a licitação seja dividida em lotes, o licitante cotará todos os itens do lote.', null],
  ['Maior Desconto\nVALOR TOTAL ESTIMADO 125.000,00', null],
  ['adotou-se o menor valor unitário da pesquisa de preços', null],
];

describe('adjudicacao', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(adjudicacao, texto).valor).toBe(esperado);
  });

  it('takes a work contracted as a whole as one, when nothing speaks of items or lots', () => {
    expect(readCampo(adjudicacao, 'O critério será o MENOR PREÇO, sob o regime de EMPREITADA POR PREÇO GLOBAL.').valor).toBe('global');
  });
});
