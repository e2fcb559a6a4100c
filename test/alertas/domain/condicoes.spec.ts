import { describe, expect, it } from '@jest/globals';
import { judgeNumeros, isComercial, type Numeros } from '../../../src/alertas/domain/compartilhadas.js';
import { CHAVES, condicaoDe } from '../../../src/alertas/domain/condicoes.js';
import { fromItem } from '../../../src/alertas/domain/observacao.js';
import { addAmostra, JANELA_MS, judgeTaxa, type Amostra } from '../../../src/alertas/domain/taxa.js';

/** A Wednesday, 11:00 in Brasília. */
const UTIL = new Date('2026-11-25T14:00:00Z');
const BEM: Numeros = { paradas: 0, maisAntiga: null, avisosS: 0, avisos: 0, tokens: 0, limiteTokens: 1000 };
const ruins = (n: Partial<Numeros>, agora = UTIL): string[] => judgeNumeros({ ...BEM, ...n }, agora).flatMap(({ chave, ruim }) => (ruim === false ? [] : [ruim === null ? `${chave}?` : chave]));

describe('what is told of', () => {
  it.each([
    ['all is well', {}, []],
    ['an analysis is late', { paradas: 1, maisAntiga: new Date(UTIL.getTime() - 700_000) }, ['analises:paradas']],
    ['e-mails wait a little', { avisosS: 1700, avisos: 3 }, []],
    ['e-mails wait', { avisosS: 1900, avisos: 3 }, ['avisos:parados']],
    ['there is no mail server', { avisosS: null, avisos: 3 }, []],
    ['four fifths are spent', { tokens: 800 }, ['modelos:orcamento_80']],
    ['all is spent', { tokens: 1000 }, ['modelos:orcamento_80', 'modelos:orcamento_esgotado']],
    ['there is no model', { tokens: null }, []],
  ])('the database knows: %s', (_, n: Partial<Numeros>, chaves) => expect(ruins(n)).toEqual(chaves));

  it('says how many and for how long', () => {
    const [parada] = judgeNumeros({ ...BEM, paradas: 2, maisAntiga: new Date(UTIL.getTime() - 12 * 60_000) }, UTIL);
    expect(parada!.detalhe).toBe('2 análises aceitas além do tempo; a mais antiga há 12 min.');
  });

  it.each([['2026-11-25T10:59:00Z', false], ['2026-11-25T11:00:00Z', true], ['2026-11-25T20:59:00Z', true], ['2026-11-25T21:00:00Z', false], ['2026-11-28T14:00:00Z', false], ['2026-11-29T14:00:00Z', false]])('%s: in business hours %p', (instante, dentro) => {
    expect(isComercial(new Date(instante))).toBe(dentro);
    expect(ruins({ avisosS: 9999 }, new Date(instante))).toEqual(dentro ? ['avisos:parados'] : ['avisos:parados?']);
  });

  it.each([
    ['openai', 'ok', null, false], ['openai', 'nao_configurado', null, false], ['openai', 'chave_invalida', 'http_401', true], ['openai', 'limite', 'http_429', true], ['pncp', 'limite', 'http_429', false],
    ['fila', 'degradado', 'fila_atrasada', true], ['trabalhadores', 'degradado', 'sem_batimento', false], ['trabalhadores', 'indisponivel', 'sem_trabalhador', true], ['banco', 'indisponivel', 'conexao_recusada', true],
  ])('the item %s of /health, %s (%s): %p', (nome, estado, erro, ruim) => expect(fromItem(nome, { estado, erro })).toMatchObject({ chave: `dependencia:${nome}`, ruim }));

  it('a text that is no class of an error is not repeated', () => expect(fromItem('openai', { estado: 'indisponivel', erro: 'connect sk-segredo@host' }).detalhe).toBe('O item openai de /health está indisponivel (erro_interno).'));

  it('each has what to do, in words of its own; an item nobody thought of has some too', () => {
    for (const chave of [...CHAVES, 'dependencia:outro']) expect(condicaoDe(chave).fazer.length).toBeGreaterThan(15);
    expect(new Set(CHAVES.map((c) => condicaoDe(c).titulo)).size).toBe(CHAVES.length);
  });
});

describe('the rate of errors', () => {
  const amostra = (min: number, respostas: number, erros: number): Amostra => ({ em: min * 60_000, respostas, erros });
  const ruim = (...a: readonly Amostra[]): boolean | null => judgeTaxa(a.reduce<readonly Amostra[]>(addAmostra, []), 0.05, 'm:1').ruim;
  it.each([
    ['nothing yet', [], false], ['one look', [amostra(0, 100, 100)], false], ['enough of them', [amostra(0, 0, 0), amostra(1, 100, 6)], true], ['as many as is borne', [amostra(0, 0, 0), amostra(1, 100, 5)], false],
    ['few answers', [amostra(0, 0, 0), amostra(1, 19, 19)], false], ['few errors', [amostra(0, 0, 0), amostra(1, 20, 4)], false],
    ['errors of before the window', [amostra(0, 0, 0), amostra(1, 100, 50), amostra(7, 200, 51)], false], ['counted from the last look before the window', [amostra(0, 0, 0), amostra(4, 50, 0), amostra(10, 100, 10)], true],
  ])('%s', (_, amostras, esperado) => expect(ruim(...amostras)).toBe(esperado));

  it('keeps no more than the window and one', () => {
    const muitas = Array.from({ length: 500 }, (_, i): Amostra => ({ em: i * 30_000, respostas: i, erros: 0 })).reduce<readonly Amostra[]>(addAmostra, []);
    expect(muitas.length).toBe(JANELA_MS / 30_000 + 1);
  });
});
