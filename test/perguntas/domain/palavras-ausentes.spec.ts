import { describe, expect, it } from '@jest/globals';
import { createIndiceBusca, parseConsulta } from '../../../src/editais/index.js';
import { fold } from '../../../src/kernel/index.js';
import { campoDaPergunta } from '../../../src/perguntas/domain/campo-da-pergunta.js';
import { palavrasAusentes } from '../../../src/perguntas/domain/palavras-ausentes.js';
import { responderSemModelo } from '../../../src/perguntas/index.js';
import { fatosCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

const indice = createIndiceBusca(textoDe([
  '1. DO OBJETO\n1.1. Aquisição de computadores e monitores para as escolas do município, pelo critério de menor preço.',
  '2. DA ENTREGA\n2.1. Os computadores serão entregues em até 30 (trinta) dias da ordem de fornecimento.\n2.2. Não é exigida visita técnica ao local.',
]));
const ausentes = (pergunta: string): string[] => palavrasAusentes(indice, parseConsulta(pergunta), pergunta, campoDaPergunta(fold(pergunta))?.nomeiam ?? []);

describe('words a document never says', () => {
  it.each([
    ['Qual o prazo para entrega dos uniformes escolares?', ['uniformes']],
    ['Em quantos dias entrego as merendas?', ['merendas']],
    ['Qual o prazo de entrega da ambulância?', ['ambulância']],
    ['Qual o prazo de entrega dos computadores?', []],
    ['Qual o prazo de entrega?', []],
    ['Qual o prazo de execução?', []],
    ['Em quanto tempo tenho que entregar tudo?', []],
    ['A visita técnica é obrigatória?', []],
  ])('%s', (pergunta, palavras) => expect(ausentes(pergunta)).toEqual(palavras));

  const fatos = fatosCom({ prazo_execucao: { n: 30, unidade: 'dias' }, visita_tecnica: 'nao_exige', criterio_julgamento: 'menor_preco' }, {
    prazo_execucao: { pagina: 2, trecho: 'entregues em até 30 (trinta) dias da ordem' }, visita_tecnica: { pagina: 2, trecho: 'Não é exigida visita técnica ao local.' }, criterio_julgamento: { trecho: 'pelo critério de menor preço' },
  });
  it('keep a fact from deciding alone', () => {
    const r = responderSemModelo(indice, 'Qual o prazo para entrega dos uniformes escolares?', { fatos });
    expect(r.confianca).toBeLessThan(0.9);
    expect(r.resposta).not.toMatch(/^Prazo de execução: 30 dias/);
    expect(r.resposta).toContain('O edital não fala de “uniformes”');
    expect(responderSemModelo(indice, 'Qual o prazo de entrega dos computadores?', { fatos }).resposta).toMatch(/^Prazo de execução: 30 dias/);
  });

  it.each([['A visita técnica é obrigatória?', 'Visita técnica: não exigida ('], ['Qual o critério de julgamento?', 'Critério de julgamento: Menor preço (']])('%s is told in words', (pergunta, comeco) => {
    expect(responderSemModelo(indice, pergunta, { fatos }).resposta.slice(0, comeco.length)).toBe(comeco);
  });
});
