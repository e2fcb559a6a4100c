import { describe, expect, it } from '@jest/globals';
import type { AfirmacaoProposta, Conferencia } from '../../../src/agentes/index.js';
import { countDescartadas, separate, toProposta } from '../../../src/perguntas/agente/afirmacoes.js';
import { Conferente } from '../../../src/perguntas/agente/conferente.js';
import type { AfirmacaoDaResposta } from '../../../src/perguntas/conversa/resposta.js';

const NOMES = new Map([['D1', 'Edital.pdf']]);
const citacoes = [{ documento: 'd1 ', pagina: 2, trecho: '  garantia   de 5% do valor ' }];
const ok = (texto: string): Conferencia => ({ ok: true, afirmacao: { texto, tipo: 'observacao', citacoes: [{ documento: 'Edital.pdf', pagina: 2, trecho: 'garantia de 5% do valor', ocr: 0.9 }] } });
const nao: Conferencia = { ok: false, motivo: 'citacao_ausente', explicacao: 'não está' };

describe('claims of an answer', () => {
  it('name documents by what they are called', () => {
    expect(toProposta({ texto: ' A  garantia é de 5%. ', citacoes }, NOMES)).toEqual({ texto: 'A garantia é de 5%.', tipo: 'observacao', citacoes: [{ documento: 'Edital.pdf', pagina: 2, trecho: 'garantia de 5% do valor' }] });
    expect(toProposta({ texto: 'x', citacoes: [{ ...citacoes[0]!, documento: 'D9' }] }, NOMES)?.citacoes[0]?.documento).toBe('D9');
  });

  it.each([[null], ['texto'], [{ texto: 1, citacoes: [] }], [{ texto: 'x' }], [{ texto: 'x', citacoes: [{ documento: 'D1', pagina: 'página 2', trecho: 'y' }] }]])('have a form: %j has not', (bruta) => {
    expect(toProposta(bruta, NOMES)).toBeNull();
  });

  it('stand once, without what was said before', () => {
    const { aceitas, recusadas } = separate([ok('A garantia de execução é de 5%.'), nao, ok('A garantia de execução é de 5%!'), ok('A proposta vale 60 dias.')], [{ texto: 'A proposta vale 60 dias.', citacoes: [] }]);
    expect(aceitas).toEqual([{ texto: 'A garantia de execução é de 5%.', citacoes: [{ documento: 'Edital.pdf', pagina: 2, trecho: 'garantia de 5% do valor' }] }]);
    expect(recusadas.map((r) => r.indice)).toEqual([1]);
  });

  it.each([
    [['citacao_ausente', 'numero_sem_prova'], null, [['citacao_ausente', 1], ['numero_sem_prova', 1]]],
    [['citacao_ausente', 'citacao_ausente'], { aceitas: 2, motivos: [] }, []],
    [['citacao_ausente', 'numero_sem_prova'], { aceitas: 1, motivos: [] }, [['numero_sem_prova', 1]]],
    [['citacao_ausente', 'citacao_ausente'], { aceitas: 1, motivos: ['sem_apoio'] }, [['sem_apoio', 1]]],
    [['citacao_ausente'], { aceitas: 0, motivos: ['sem_apoio', 'sem_apoio'] }, [['sem_apoio', 2]]],
    [[], { aceitas: 0, motivos: [] }, []],
  ] as const)('thrown away are counted: %j then %j', (primeiras, segundas, esperadas) => {
    expect(countDescartadas(primeiras, segundas).map((d) => [d.motivo, d.quantas])).toEqual(esperadas);
  });
});

describe('claims checked while they arrive', () => {
  const open = (check: (p: AfirmacaoProposta) => Promise<Conferencia>) => {
    const ditas: AfirmacaoDaResposta[] = [];
    return { ditas, conferente: new Conferente(NOMES, check, (a) => void ditas.push(a)) };
  };
  const resposta = (encontrado: boolean, ...textos: readonly string[]): string => JSON.stringify({ encontrado, afirmacoes: textos.map((texto) => ({ texto, citacoes })) });
  const TRES = ['A garantia de execução é de 5%.', 'A proposta vale 60 dias.', 'O pagamento é em 30 dias.'];

  it('tells each before the next is there, in order, checked once', async () => {
    const pedidas: string[] = [];
    const { ditas, conferente } = open(async ({ texto }) => (pedidas.push(texto), texto === TRES[1] ? nao : ok(texto)));
    const inteira = resposta(true, ...TRES);
    const cortes: number[] = [];
    for (let n = 1; n <= inteira.length; n++) {
      conferente.feed(inteira.slice(0, n));
      await new Promise((pronto) => setImmediate(pronto));
      if (ditas.length > cortes.length) cortes.push(n);
    }
    const fim = await conferente.finish((JSON.parse(inteira) as { afirmacoes: unknown[] }).afirmacoes);
    expect([ditas.map((d) => d.texto), pedidas, fim.map((c) => c.ok)]).toEqual([[TRES[0], TRES[2]], TRES, [true, false, true]]);
    expect(cortes[0]).toBeLessThan(inteira.length / 2);
  });

  it('says nothing of a model that found nothing, and begins again with another attempt', async () => {
    const { ditas, conferente } = open(async ({ texto }) => ok(texto));
    conferente.feed(resposta(false, ...TRES));
    conferente.feed(resposta(true, TRES[0]!));
    conferente.feed('');
    conferente.feed(resposta(true, TRES[0]!, TRES[2]!));
    await conferente.finish([]);
    await new Promise((pronto) => setImmediate(pronto));
    expect(ditas.map((d) => d.texto)).toEqual([TRES[0], TRES[2]]);
  });

  it('passes on what keeps a claim from being checked', async () => {
    const { ditas, conferente } = open(() => Promise.reject(new Error('sem oficina')));
    conferente.feed(resposta(true, TRES[0]!));
    await expect(conferente.finish([{ texto: TRES[0], citacoes }])).rejects.toThrow('sem oficina');
    expect(ditas).toEqual([]);
  });
});
