import { describe, expect, it } from '@jest/globals';
import type { Periodo } from '../../../src/editais/domain/fato.js';
import { prazoExecucao } from '../../../src/editais/fatos/prazo-execucao.js';
import { readCampo } from '../../support/texto-edital.js';

const p = (n: number, unidade: Periodo['unidade']): Periodo => ({ n, unidade });

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, Periodo | null][] = [
  ['5.1. O prazo de entrega dos bens é de 25 (vinte e cinco) dias, contados do recebimento da nota de empenho.', p(25, 'dias')],
  ['5.2. O prazo máximo para a execução da obra será de 8 (oito) meses, a contar da ordem de serviço.', p(8, 'meses')],
  ['5.3. Os produtos deverão ser entregues em até 7 (sete) dias úteis após a solicitação do setor competente.', p(7, 'dias_uteis')],
  ['5.4. A contratada obriga-se a entregar os equipamentos no prazo de 45 dias corridos da assinatura do contrato.', p(45, 'dias')],
  ['5.5. Os medicamentos serão fornecidos em até 48 (quarenta e oito) horas do recebimento do pedido.', p(48, 'horas')],
  ['PRAZO DE ENTREGA\n6.1. Até 10 (dez) dias úteis, contados da autorização de fornecimento.', p(10, 'dias_uteis')],
  ['Prazo de execução: 180 (cento e oitenta) dias, contados da emissão da Ordem de Início.', p(180, 'dias')],
  ['5.6. Os itens deverão ser entregues, de forma parcelada no decorrer de 12 (doze) meses, no prazo de cinco dias contados de cada ordem de compra.', p(5, 'dias')],
  ['5.7. O prazo de conclusão dos serviços é de um ano, contado da ordem de início.', p(12, 'meses')],
  ['5.8. O prazo de execução dos serviços obedecerá ao cronograma físico-financeiro.', null],
  ['5.9. A execução dos serviços deverá ser iniciada em até 5 (cinco) dias úteis da ordem de serviço.', null],
  ['5.10. O início da execução do objeto deverá ocorrer em até 10 (dez) dias da assinatura.', null],
  ['6.2. Os produtos recusados deverão ser substituídos no prazo de 3 (três) dias, contados da notificação.', null],
  ['6.3. Os bens serão recebidos provisoriamente no prazo de 5 (cinco) dias da entrega.', null],
  ['6.4. A documentação deverá ser entregue no prazo de 2 (duas) horas da convocação.', null],
  ['6.5. O pagamento dos serviços será efetuado em até 30 (trinta) dias da entrega da nota fiscal.', null],
  ['6.6. O prazo de vigência do contrato é de 12 (doze) meses, contados da assinatura.', null],
  ['6.7. O prazo de garantia dos equipamentos entregues será de 12 (doze) meses.', null],
  ['6.8. Prazo de entrega: ____ (______) dias.', null],
  ['6.9. O prazo de entrega da garantia contratual é de 10 (dez) dias úteis da assinatura.', null],
];

describe('prazo_execucao', () => {
  it.each(CASOS)('%s → %j', (texto, esperado) => {
    expect(readCampo(prazoExecucao, texto).valor).toEqual(esperado);
  });

  it('reports a number whose words disagree', () => {
    expect(readCampo(prazoExecucao, '5.1. O prazo de entrega será de 15 (dez) dias após o empenho.')).toMatchObject({ valor: { n: 15, unidade: 'dias' }, nota: 'CONFLITO: o número (15) e o extenso (10) divergem.' });
  });

  it('keeps what the draft says otherwise', () => {
    const fato = readCampo(prazoExecucao, ['4.1. O prazo de entrega é de 10 (dez) dias da ordem de compra.', 'ANEXO III\nMINUTA DE CONTRATO\n6.1. O prazo de entrega é de 20 (vinte) dias da ordem de compra.']);
    expect(fato).toMatchObject({ valor: { n: 10, unidade: 'dias' }, alternativas: [{ valor: { n: 20, unidade: 'dias' }, pagina: 2 }] });
  });

  it('takes a loose sentence for a leftover where the schedule rules', () => {
    const texto = '3.1. O prazo de execução da obra é o do cronograma físico-financeiro.\n3.9. Realizar os serviços e entregar os materiais no prazo de 5 dias da ordem de serviço.';
    expect(readCampo(prazoExecucao, texto).valor).toBeNull();
  });
});
