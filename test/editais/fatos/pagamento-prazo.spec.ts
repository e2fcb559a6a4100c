import { describe, expect, it } from '@jest/globals';
import type { Periodo } from '../../../src/editais/domain/fato.js';
import { pagamentoPrazo } from '../../../src/editais/fatos/pagamento-prazo.js';
import { readCampo } from '../../support/texto-edital.js';

const dias = (n: number, unidade: Periodo['unidade'] = 'dias'): Periodo => ({ n, unidade });

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, Periodo | null][] = [
  ['16.1. O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento da nota fiscal.', dias(30)],
  ['16.2. O prazo para pagamento é de 10 (dez) dias úteis a partir da liquidação da despesa.', dias(10, 'dias_uteis')],
  ['16.3. As faturas serão pagas no prazo de 28 (vinte e oito) dias da sua apresentação.', dias(28)],
  ['16.4. A contratante pagará à contratada, em até quinze dias do ateste do fiscal, o valor medido.', dias(15)],
  ['Condições de pagamento: 20 dias após a entrega.', dias(20)],
  ['16.5. O pagamento ocorrerá até o 5º (quinto) dia útil após o aceite definitivo.', dias(5, 'dias_uteis')],
  ['DO PAGAMENTO\n17.1. No prazo de até 45 (quarenta e cinco) dias da apresentação da fatura atestada.', dias(45)],
  ['16.6. O pagamento será feito até o 10º (décimo) dia do mês subsequente ao da prestação dos serviços.', null],
  ['16.7. O valor da multa será pago no prazo de 10 (dez) dias da notificação.', null],
  ['16.8. Recebida a nota fiscal, correrá o prazo de dez dias úteis para fins de liquidação, antes do pagamento.', null],
  ['16.9. Se a garantia for usada no pagamento de débitos, será reposta em 5 (cinco) dias úteis.', null],
  ['16.10. O atraso no pagamento superior a 60 (sessenta) dias autoriza a suspensão da execução.', null],
  ['16.11. O pagamento será efetuado conforme o cronograma de desembolso do convênio.', null],
  ['16.12. Havendo erro na nota, o pagamento ficará suspenso e o contratado terá 5 (cinco) dias para corrigi-la.', null],
  ['16.13. A contratada comprovará o pagamento dos salários em até 5 (cinco) dias.', null],
];

describe('pagamento_prazo', () => {
  it.each(CASOS)('%s → %j', (texto, esperado) => {
    expect(readCampo(pagamentoPrazo, texto).valor).toEqual(esperado);
  });

  it('lets the body of the edital prevail over the draft', () => {
    const fato = readCampo(pagamentoPrazo, ['9.1. O pagamento será efetuado em até 30 (trinta) dias da entrega da nota fiscal.', 'ANEXO IV\nMINUTA DE CONTRATO\n5.1. O pagamento será efetuado em até 15 (quinze) dias da entrega da nota fiscal.']);
    expect(fato).toMatchObject({ valor: dias(30), alternativas: [{ valor: dias(15) }] });
    expect(fato.nota).toMatch(/^CONFLITO/);
  });
});
