import { describe, expect, it } from '@jest/globals';
import { orgaoCnpj } from '../../../src/editais/fatos/orgao-cnpj.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. The numbers only satisfy the check digits. */
const CASOS: readonly [string, string | null][] = [
  ['O MUNICÍPIO DE SERRA NOVA, inscrito no CNPJ sob o nº 11.222.333/0001-81, torna público.', '11222333000181'],
  ['PREFEITURA MUNICIPAL DE ÁGUA FRIA – CNPJ: 11.222.333/0001-81', '11222333000181'],
  ['PREFEITURA MUNICIPAL DE LAGOA\nCNPJ 11222333000181', '11222333000181'],
  ['A SECRETARIA DE ESTADO DA SAÚDE, inscrita no CGC/MF sob o nº 11.222.333/0001- 81, representada.', '11222333000181'],
  ['CONTRATANTE: Câmara Municipal, CNPJ 12.ABC.345/01DE-35', '12ABC34501DE35'],
  ['O MUNICÍPIO DE SERRA NOVA, inscrito no CNPJ sob o nº 11.222.333/0001-80, torna público.', null],
  ['inscrito no CNPJ sob o nº XX.XXX.XXX/XXXX-XX', null],
  ['CONTRATADA: a empresa ABC Ltda, CNPJ 11.222.333/0001-81', null],
  ['Telefone (31) 11222 3330 0018', null],
];

describe('orgao_cnpj', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(orgaoCnpj, texto).valor).toBe(esperado);
  });

  it('prefers the CNPJ that stands with the name of the buyer', () => {
    const texto = 'O MUNICÍPIO DE SERRA NOVA, CNPJ 11.222.333/0001-81, e o FUNDO MUNICIPAL DE SAÚDE DE SERRA NOVA, CNPJ 45.997.418/0001-53, tornam público.';
    expect(readCampo(orgaoCnpj, texto, { orgao_nome: 'MUNICÍPIO DE SERRA NOVA' }).valor).toBe('11222333000181');
  });
});
