import { describe, expect, it } from '@jest/globals';
import { objeto } from '../../../src/editais/fatos/objeto.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  [
    '1. DO OBJETO\n1.1. O objeto da presente licitação é a aquisição de mobiliário escolar para a rede municipal,\nconforme condições, quantidades e exigências estabelecidas neste Edital e seus anexos.',
    'aquisição de mobiliário escolar para a rede municipal',
  ],
  ['OBJETO: Contratação de serviços de limpeza predial na Av. Brasil, 100.\nVALOR TOTAL: R$ 1,00', 'Contratação de serviços de limpeza predial na Av. Brasil, 100'],
  ['OBJETO\nReforma da Escola Municipal Pedro Nunes,\nno bairro Centro.\nVALOR TOTAL DA CONTRATAÇÃO\nR$ 10,00', 'Reforma da Escola Municipal Pedro Nunes, no bairro Centro'],
  ['A presente licitação tem por objeto o REGISTRO DE PREÇOS para futura aquisição de pneus e câmaras de ar.\n2. DO PREÇO', 'REGISTRO DE PREÇOS para futura aquisição de pneus e câmaras de ar'],
  ['Constitui objeto do presente credenciamento a contratação de laboratórios para exames clínicos;', 'contratação de laboratórios para exames clínicos'],
  ['2. OBJETO\n2.1. Concessão de uso de espaço público destinado à exploração de lanchonete no terminal.', 'Concessão de uso de espaço público destinado à exploração de lanchonete no terminal'],
  [
    'O objeto da licitação é a escolha da proposta mais vantajosa para a Administração, visando à contratação de empresa para pavimentar a Rua das Flores.',
    'contratação de empresa para pavimentar a Rua das Flores',
  ],
  ['1.1. Constitui objeto da licitação a contratação detalhada abaixo, conforme tabela.', null],
  ['O objeto licitado será recebido provisoriamente em dez dias pela comissão de fiscalização.', null],
  ['OBJETO: ______________________________ contratação', null],
];

describe('objeto', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(objeto, texto).valor).toBe(esperado);
  });

  it('joins a sentence cut by the end of the page and quotes the first part', () => {
    const fato = readCampo(objeto, ['1. DO OBJETO\n1.1. A presente licitação tem como objeto a execução de obras de drenagem e de', 'pavimentação da Rua Nova, no bairro Sul.\n1.2. Outro.']);
    expect(fato.valor).toBe('execução de obras de drenagem e de pavimentação da Rua Nova, no bairro Sul');
    expect(fato).toMatchObject({ pagina: 1 });
  });
});
