import { describe, expect, it } from '@jest/globals';
import type { Periodo } from '../../../src/editais/domain/fato.js';
import { vigenciaContrato } from '../../../src/editais/fatos/vigencia-contrato.js';
import { readCampo } from '../../support/texto-edital.js';

const meses = (n: number): Periodo => ({ n, unidade: 'meses' });

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, Periodo | null][] = [
  ['2.1. O prazo de vigência da contratação é de 12 (doze) meses, contados da assinatura, prorrogável por até 10 anos.', meses(12)],
  ['2.2. O presente contrato vigorará por 18 (dezoito) meses a partir da publicação do extrato.', meses(18)],
  ['2.3. A ata de registro de preços terá validade de 1 (um) ano, prorrogável por igual período.', meses(12)],
  ['2.4. A vigência do contrato será de 120 (cento e vinte) dias.', { n: 120, unidade: 'dias' }],
  ['2.5. O instrumento contratual terá duração de trinta meses.', meses(30)],
  ['Vigência do contrato: 24 meses.', meses(24)],
  ['CLÁUSULA QUARTA – DA VIGÊNCIA\n4.1. O prazo de vigência será de 06 (seis) meses.', meses(6)],
  ['2.6. O prazo de validade do registro de preços será de 365 (trezentos e sessenta e cinco) dias.', meses(12)],
  ['2.7. O contrato terá o prazo de 5 (cinco) anos, por se tratar de serviço contínuo.', meses(60)],
  ['2.8. O contrato terá vigência até 31 de dezembro de 2026, podendo ser prorrogado por 12 (doze) meses.', null],
  ['2.9. A vigência do contrato será de ____ (________) meses, prorrogável até o limite de 10 (dez) anos.', null],
  ['3.1. A apólice terá validade durante a vigência do contrato e por mais 90 (noventa) dias após o seu término.', null],
  ['3.2. Durante a vigência do contrato, a contratada terá 5 (cinco) dias úteis para regularizar sua situação.', null],
  ['3.3. Encerrada a vigência do contrato, os dados serão eliminados em até 30 (trinta) dias.', null],
  ['3.4. Será aceito atestado de contrato com vigência de 12 (doze) meses.', null],
  ['3.5. A garantia da proposta terá vigência de 90 (noventa) dias.', null],
  ['3.6. A prorrogação será requerida com antecedência de 60 (sessenta) dias do término da vigência do contrato.', null],
  ['3.8. O prazo máximo para execução dos serviços constantes deste contrato será de 9 (nove) meses.', null],
  ['3.7. Contrato com vigência superior a 12 (doze) meses será reajustado.', null],
];

describe('vigencia_contrato', () => {
  it.each(CASOS)('%s → %j', (texto, esperado) => {
    expect(readCampo(vigenciaContrato, texto).valor).toEqual(esperado);
  });

  it('puts the term of the contract before that of the ata, which stays as an alternative', () => {
    const fato = readCampo(vigenciaContrato, '7.1. A ata de registro de preços terá vigência de 12 (doze) meses.\n7.2. O contrato dela decorrente terá vigência de 36 (trinta e seis) meses.');
    expect(fato).toMatchObject({ valor: meses(36), alternativas: [{ valor: meses(12) }] });
  });
});
