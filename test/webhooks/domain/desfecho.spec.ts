import { describe, expect, it } from '@jest/globals';
import { decideEntrega, decideWebhook, LENTO_MS, type Tentada } from '../../../src/webhooks/domain/desfecho.js';
import { classifyFalha, classifyStatus } from '../../../src/webhooks/domain/classify-resposta.js';

const AGORA = new Date('2026-03-10T13:00:00Z');
const haDias = (n: number): Date => new Date(AGORA.getTime() - n * 86_400_000);
const tentada = (status: number | string, duracaoMs = 10): Tentada => ({ ...(typeof status === 'number' ? classifyStatus(status) : classifyFalha(status, 'Falhou.')), esperaPedidaMs: null, duracaoMs });

describe('decideEntrega', () => {
  it.each<[number, number, string, number | null]>([
    [200, 1, 'entregue', null], [404, 1, 'recusada', null], [500, 1, 'pendente', 10_000], [500, 8, 'pendente', 86_400_000], [500, 9, 'desistiu', null],
  ])('answered %d at attempt %d: %s', (status, numero, estado, espera) => {
    expect(decideEntrega(tentada(status), numero, AGORA, 0.5)).toEqual({ estado, proximaEm: espera === null ? null : new Date(AGORA.getTime() + espera) });
  });
});

describe('decideWebhook', () => {
  const decide = (desde: Date | null, t: Tentada, estado: 'pendente' | 'entregue' | 'recusada' | 'desistiu') => decideWebhook(desde, t, estado, AGORA, 5);

  it('a success clears, a first failure starts, the next ones keep', () => {
    expect(decide(haDias(9), tentada(200), 'entregue')).toEqual({ falhandoDesde: null, lento: false, desativar: null });
    expect(decide(null, tentada(500), 'pendente').falhandoDesde).toEqual(AGORA);
    expect(decide(haDias(2), tentada(500), 'pendente').falhandoDesde).toEqual(haDias(2));
  });

  it.each<[string, Date | null, Tentada, 'pendente' | 'recusada' | 'desistiu', RegExp | null]>([
    ['410, at once', null, tentada(410), 'recusada', /410/],
    ['given up after five days', haDias(5), tentada(500), 'desistiu', /^Nenhuma entrega deu certo em 5 dias ou mais\. A última falha: O servidor respondeu 500\.$/],
    ['after five days, with attempts to come', haDias(6), tentada(500), 'pendente', null],
    ['given up before five days', haDias(4.9), tentada(500), 'desistiu', null],
    ['stopped by us', haDias(9), tentada('saida_cancelada'), 'desistiu', null],
  ])('%s', (_, desde, t, estado, motivo) => {
    const { desativar } = decide(desde, t, estado);
    if (motivo) expect(desativar).toMatch(motivo);
    else expect(desativar).toBeNull();
  });

  it('what we stopped is no failure of the endpoint', () => expect(decide(null, tentada('saida_cancelada'), 'pendente').falhandoDesde).toBeNull());
  it('is slow above two seconds', () => expect([LENTO_MS, LENTO_MS + 1].map((ms) => decide(null, tentada(200, ms), 'entregue').lento)).toEqual([false, true]));
});
