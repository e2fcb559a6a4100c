import { describe, expect, it } from '@jest/globals';
import { createIndiceBusca } from '../../../src/editais/index.js';
import { responderSemModelo } from '../../../src/perguntas/index.js';
import { fatosCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

const paginas = [
  '1. DA PODA\n1.1. As mudas serão podadas pelo produtor em até 6 (seis) dias do aviso da escola de jardinagem.\n1.2. O produtor oferece oficina de jardinagem aos moradores, no calendário do anexo.',
  '2. DO VIVEIRO\n2.1. O viveiro tem 40 (quarenta) canteiros e guarda as sementes de capim para a primavera da cidade.\n2.2. O portão do viveiro fica aberto aos moradores da rua durante a primavera.',
  '3. DO PAGAMENTO\n3.1. O pagamento das mudas será feito em até 25 (vinte e cinco) dias da entrega da nota fiscal da escola.',
];
const indice = createIndiceBusca(textoDe(paginas));

describe('responderSemModelo', () => {
  it('quotes the clause that answers, on its page', () => {
    const r = responderSemModelo(indice, 'Em quantos dias o produtor poda as mudas?');
    expect(r).toMatchObject({ encontrado: true, citacoes: [{ documento: 'edital.pdf', pagina: 1, trecho: expect.stringContaining('em até 6 (seis) dias do aviso') }] });
    expect(r.resposta).toMatch(/^O edital trata disso na página 1 de edital\.pdf: “/);
    expect(r.confianca).toBeGreaterThan(0.5);
    for (const c of r.citacoes) expect(paginas[c.pagina - 1]!.replace(/\s+/g, ' ')).toContain(c.trecho);
    expect(r.trechos[0]).toMatchObject({ pagina: 1, score: expect.any(Number) });
  });

  it('says what is not there, and what came closest without calling it an answer', () => {
    const r = responderSemModelo(indice, 'Qual o salário do vigia noturno do estacionamento?');
    expect(r).toMatchObject({ encontrado: false, citacoes: [], trechos: [] });
    expect(r.resposta).toMatch(/^Não encontrado no edital\. /);
    const perto = responderSemModelo(indice, 'Quantas horas dura a oficina de soldagem naval?');
    expect(perto.encontrado).toBe(false);
    expect(perto.resposta).toMatch(/página 1 de edital\.pdf e não responde à pergunta/);
  });

  it('warns when part of the set was not read', () => {
    expect(responderSemModelo(indice, 'Quem pintou a ponte de Veneza?', { leituraIncompleta: true }).resposta).toMatch(/não pôde ser lida/);
    expect(responderSemModelo(indice, 'Quem pintou a ponte de Veneza?').resposta).not.toMatch(/não pôde ser lida/);
  });

  it('answers by the fact read, its page first, and refuses by its absence', () => {
    const fatos = fatosCom({ pagamento_prazo: { n: 25, unidade: 'dias' } }, { pagamento_prazo: { pagina: 3, trecho: 'em até 25 (vinte e cinco) dias da entrega' } });
    const r = responderSemModelo(indice, 'Em quantos dias a escola paga?', { fatos });
    expect(r.citacoes[0]).toEqual({ documento: 'edital.pdf', pagina: 3, trecho: 'em até 25 (vinte e cinco) dias da entrega' });
    expect(r.resposta).toBe('Prazo de pagamento: 25 dias (página 3 de edital.pdf): “em até 25 (vinte e cinco) dias da entrega”');
    expect(responderSemModelo(indice, 'Qual a garantia de proposta?', { fatos }).encontrado).toBe(false);
    const naoExige = fatosCom({}, { garantia_execucao_pct: { ausencia: 'nao_exige', evidencia: { documento: 'edital.pdf', pagina: 2, trecho: 'não haverá garantia do contrato' } } });
    expect(responderSemModelo(indice, 'Qual o percentual da garantia do contrato?', { fatos: naoExige }).resposta).toContain('Garantia de execução: o edital não exige (página 2 de edital.pdf)');
  });

  it('gives at most `top` citations, and the same answer twice', () => {
    const de = (top: number): number => responderSemModelo(indice, 'Quando as mudas são podadas pelo produtor?', { top }).citacoes.length;
    expect(de(1)).toBe(1);
    expect(de(3)).toBeLessThanOrEqual(3);
    expect(responderSemModelo(indice, 'Quantos canteiros tem o viveiro?')).toEqual(responderSemModelo(indice, 'Quantos canteiros tem o viveiro?'));
  });

  it('answers nothing to a question without words, or over a document without text', () => {
    expect(responderSemModelo(indice, '???').encontrado).toBe(false);
    expect(responderSemModelo(createIndiceBusca(textoDe([''])), 'Em quantos dias poda as mudas?')).toMatchObject({ encontrado: false, resposta: 'Não encontrado no edital. Nenhum trecho do documento trata do assunto.' });
  });
});
