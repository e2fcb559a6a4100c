import { describe, expect, it } from '@jest/globals';
import { orgaoNome } from '../../../src/editais/fatos/orgao-nome.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['Torna-se público que o(a) MUNICÍPIO DE SERRA NOVA/MG, por meio da Secretaria de Obras, realizará licitação.', 'MUNICÍPIO DE SERRA NOVA/MG'],
  ['A PREFEITURA MUNICIPAL DE ÁGUA FRIA, inscrita no CNPJ sob o nº 1, torna público que fará licitação.', 'PREFEITURA MUNICIPAL DE ÁGUA FRIA'],
  ['CONTRATANTE\nMUNICÍPIO DE LAGOA – SECRETARIA DE EDUCAÇÃO\nOBJETO\nCadeiras', 'MUNICÍPIO DE LAGOA – SECRETARIA DE EDUCAÇÃO'],
  ['O ESTADO DO CERRADO, por intermédio da SECRETARIA DE ESTADO DA FAZENDA – SEFAZ, torna público aos interessados.', 'SECRETARIA DE ESTADO DA FAZENDA – SEFAZ'],
  ['Torna-se público que a UNIVERSIDADE FEDERAL DO VALE VERDE – CÂMPUS SUL, sediada na rua A, realizará licitação.', 'UNIVERSIDADE FEDERAL DO VALE VERDE – CÂMPUS SUL'],
  ['O CONSÓRCIO INTERMUNICIPAL DE SAÚDE DO PLANALTO, com sede em Barra, torna público.', 'CONSÓRCIO INTERMUNICIPAL DE SAÚDE DO PLANALTO'],
  ['Torna-se público que a SECRETARIA DE COMPRAS, LICITAÇÕES E CONTRATOS – SECOL, realizará licitação.', 'SECRETARIA DE COMPRAS, LICITAÇÕES E CONTRATOS – SECOL'],
  ['CONTRATANTE: CÂMARA MUNICIPAL DE RIO CLARO DO SUL', 'CÂMARA MUNICIPAL DE RIO CLARO DO SUL'],
  ['O Tribunal de Justiça do Estado do Cerrado torna público que realizará pregão.', 'Tribunal de Justiça do Estado do Cerrado'],
  ['FUNDO MUNICIPAL DE SAÚDE DE PEDRA ALTA\nCNPJ 00\nAVISO', 'FUNDO MUNICIPAL DE SAÚDE DE PEDRA ALTA'],
  ['3.2. Empresa declarada inidônea por qualquer órgão não participará.', null],
  ['CONTRATANTE: ____________________', null],
  ['a empresa contratada torna público o programa de integridade', null],
];

describe('orgao_nome', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(orgaoNome, texto).valor).toBe(esperado);
  });
});
