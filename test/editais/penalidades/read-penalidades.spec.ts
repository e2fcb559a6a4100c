import { describe, expect, it } from '@jest/globals';
import { readPenalidades } from '../../../src/editais/penalidades/index.js';
import { textoDe } from '../../support/texto-edital.js';

const SECAO = '12. DAS SANÇÕES ADMINISTRATIVAS\n';
const ler = (...paginas: string[]) => readPenalidades(textoDe(paginas));
const multas = (corpo: string) => ler(SECAO + corpo).multas.map((m) => [m.gatilho, m.percentual, m.por, m.base, m.tetoPercentual, m.tetoPrazo?.n ?? null]);

describe('fines', () => {
  it.each([
    ['12.1. Multa de mora de 0,3% (três décimos por cento) por dia de atraso, sobre o valor da parcela inadimplida, até o limite de 20 (vinte) dias.', ['mora', '0.3', 'dia', 'parcela', null, 20]],
    ['12.1. Multa moratória de 1% ao dia sobre o valor do item entregue fora do prazo, limitada a 12%.', ['mora', '1', 'dia', 'item', '12', null]],
    ['12.2. Pela inexecução total do objeto, multa compensatória de 25% sobre o valor total do contrato.', ['inexecucao_total', '25', 'ocorrencia', 'contrato', null, null]],
    ['12.3. Pela inexecução parcial, multa de 7,5% do valor da parcela não executada.', ['inexecucao_parcial', '7.5', 'ocorrencia', 'parcela', null, null]],
    ['12.4. A recusa em assinar o contrato sujeita a adjudicatária à multa de 4% do valor da proposta.', ['recusa_assinar', '4', 'ocorrencia', 'proposta', null, null]],
    ['12.5. Para as demais infrações, multa de 1% a 18% do valor do contrato.', ['outra', '1', 'ocorrencia', 'contrato', '18', null]],
  ])('%s', (texto, esperado) => expect(multas(texto)).toEqual([esperado]));

  it('interest, discounts, guarantees and what the agency owes are no fine', () => {
    expect(multas('12.1. O valor da multa não pago terá juros de 1% ao mês.\n12.2. A garantia contratual será de 5% do valor do contrato e responde pelas multas.\n12.3. O contratado aceitará acréscimos de 25% do valor do contrato, sem multa.')).toEqual([]);
  });

  it('the same fine in the draft of the contract counts once', () => {
    const texto = 'Multa de 10% do valor total do contrato, pela inexecução total.';
    const [m, ...outras] = ler(`${SECAO}12.1. ${texto}`, `ANEXO II – MINUTA DE CONTRATO\nCLÁUSULA DÉCIMA – DAS SANÇÕES\n10.1. ${texto}`).multas;
    expect(outras).toEqual([]);
    expect([m!.evidencia.pagina, m!.tambemEm.map((e) => e.pagina)]).toEqual([1, [2]]);
  });

  it.each([['40%', /passa de 30%/], ['0,2%', /abaixo de 0,5%/], ['30%', null], ['0,5%', null]])('out of the bounds of art. 156, § 3º: %s', (pct, aviso) => {
    const [m] = ler(`${SECAO}12.1. Pela inexecução total, multa de ${pct} do valor do contrato.`).multas;
    expect(m!.aviso === null ? null : aviso?.test(m!.aviso)).toBe(aviso === null ? null : true);
  });
});

describe('bars on bidding', () => {
  it('years of each kind, and what passes the law', () => {
    const { impedimentos } = ler(`${SECAO}12.1. Impedimento de licitar e contratar, pelo prazo máximo de 5 (cinco) anos;\n12.2. Declaração de inidoneidade para licitar, pelo prazo mínimo de 3 (três) anos e máximo de 6 (seis) anos.`);
    expect(impedimentos.map((i) => [i.tipo, i.anosMinimo, i.anosMaximo, i.aviso !== null])).toEqual([['inidoneidade', 3, 6, false], ['impedimento', null, 5, true]]);
  });
});
