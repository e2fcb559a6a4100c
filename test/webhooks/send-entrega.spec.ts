import { afterEach, describe, expect, it } from '@jest/globals';
import { createSaida, type Resolver, type Saida } from '../../src/saida/index.js';
import { createSegredo, sendEntrega, verifySignature, type Entrega, type ResultadoEntrega } from '../../src/webhooks/index.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';

const AGORA = new Date('2026-03-02T13:00:00Z');
const ATUAL = createSegredo(new Uint8Array(32).fill(1));
const ANTERIOR = createSegredo(new Uint8Array(32).fill(2));

const abertos: { fechar(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(abertos.splice(0).map((a) => a.fechar()));
});
const servidor = async (...a: Parameters<typeof startServidorHttp>): Promise<ServidorHttp> => {
  const s = await startServidorHttp(...a);
  abertos.push(s);
  return s;
};
const saida = (permitePrivado = true, resolver?: Resolver): Saida => {
  const s = createSaida({ permitePrivado, resolver });
  abertos.push(s);
  return s;
};
const entrega = (url: string, mais: Partial<Entrega> = {}): Entrega => ({ id: 'evt_1', url, corpo: '{"título":"ação"}', segredos: [ATUAL], ...mais });
const send = (e: Entrega, s = saida(), tempoMs = 5000): Promise<ResultadoEntrega> => sendEntrega(s, e, { agora: AGORA, tempoMs });

describe('sendEntrega', () => {
  it('posts the JSON with a signature that verifies', async () => {
    const s = await servidor((r) => r.writeHead(200, { 'x-interno': 'segredo' }).end('recebido'));
    const resultado = await send(entrega(`${s.url}/alicit`, { segredos: [ATUAL, ANTERIOR] }));
    expect(resultado).toEqual({ desfecho: 'entregue', codigo: null, motivo: null, desativar: false, status: 200, resposta: 'recebido', respostaCortada: false, esperaPedidaMs: null, duracaoMs: expect.any(Number) });
    const [pedido] = s.recebidos;
    expect(pedido).toMatchObject({ metodo: 'POST', caminho: '/alicit', corpo: '{"título":"ação"}', cabecalhos: { 'content-type': 'application/json; charset=utf-8', 'webhook-id': 'evt_1' } });
    expect([ATUAL, ANTERIOR].map((x) => verifySignature(pedido!.cabecalhos, pedido!.corpo, [x], AGORA))).toEqual(['ok', 'ok']);
  });

  it.each<[number, Record<string, string>, Partial<ResultadoEntrega>]>([
    [500, {}, { desfecho: 'tentar_de_novo', codigo: 'http_500', esperaPedidaMs: null }],
    [503, { 'retry-after': '30' }, { desfecho: 'tentar_de_novo', esperaPedidaMs: 30_000 }],
    [429, { 'retry-after': '86400' }, { desfecho: 'tentar_de_novo', esperaPedidaMs: 3_600_000 }],
    [429, { 'retry-after': 'Mon, 02 Mar 2026 13:00:45 GMT' }, { desfecho: 'tentar_de_novo', esperaPedidaMs: 45_000 }],
    [404, { 'retry-after': '30' }, { desfecho: 'recusada', codigo: 'http_404', esperaPedidaMs: null }],
    [410, {}, { desfecho: 'recusada', desativar: true }],
  ])('answered %d with %p', async (status, cabecalhos, esperado) => {
    const s = await servidor((r) => r.writeHead(status, cabecalhos).end());
    expect(await send(entrega(s.url))).toMatchObject({ status, ...esperado });
  });

  it('does not follow a redirect to a private address', async () => {
    const interno = await servidor((r) => r.end('segredo'));
    const s = await servidor((r) => r.writeHead(302, { location: interno.url }).end());
    expect(await send(entrega(s.url))).toMatchObject({ desfecho: 'recusada', codigo: 'redirecionamento', status: 302 });
    expect(interno.recebidos).toEqual([]);
  });

  it('keeps 2 KB of a huge answer', async () => {
    const s = await servidor((r) => r.end('x'.repeat(5_000_000)));
    const resultado = await send(entrega(s.url));
    expect([resultado.desfecho, resultado.resposta?.length, resultado.respostaCortada]).toEqual(['entregue', 2048, true]);
  });

  it('a status that came counts, though the answer never ends', async () => {
    const s = await servidor((r) => r.writeHead(200).write('parte'));
    expect(await send(entrega(s.url), saida(), 1500)).toMatchObject({ desfecho: 'entregue', resposta: 'parte', respostaCortada: true });
  });

  it('keeps no secret that the receiver echoes', async () => {
    const s = await servidor((r, p) => r.end(`${JSON.stringify(p.headers)} ${ATUAL}`));
    const { resposta } = await send(entrega(s.url));
    expect(resposta).toContain('evt_1');
    expect(resposta).not.toMatch(/v1,[A-Za-z0-9]|whsec_[A-Za-z0-9]/);
  });

  it('tries again what was slow, reset or refused', async () => {
    const lento = await servidor(() => undefined);
    expect(await send(entrega(lento.url), saida(), 100)).toMatchObject({ desfecho: 'tentar_de_novo', codigo: 'saida_tempo_esgotado', status: null, resposta: null });
    const corta = await servidor((r) => r.socket?.resetAndDestroy());
    expect(await send(entrega(corta.url))).toMatchObject({ desfecho: 'tentar_de_novo', codigo: 'saida_rede' });
    await corta.fechar();
    expect(await send(entrega(corta.url))).toMatchObject({ desfecho: 'tentar_de_novo', codigo: 'saida_rede' });
  });

  it('refuses an address that became private after it was registered', async () => {
    const rebind: Resolver = (_nome, _opcoes, pronto) => pronto(null, [{ address: '127.0.0.1', family: 4 }]);
    const resultado = await send(entrega('https://publico.example.com/x?token=abc'), saida(false, rebind));
    expect(resultado).toMatchObject({ desfecho: 'recusada', codigo: 'endereco_nao_permitido', status: null });
    expect(JSON.stringify(resultado)).not.toContain('abc');
  });

  it('sends nothing above 256 KB, counted in bytes', async () => {
    const s = await servidor((r) => r.end());
    const corpo = (n: number): string => JSON.stringify('é'.repeat(n));
    expect(await send(entrega(s.url, { corpo: corpo(131_072) }))).toMatchObject({ desfecho: 'recusada', codigo: 'evento_grande' });
    expect(s.recebidos).toEqual([]);
    expect(await send(entrega(s.url, { corpo: corpo(131_071) }))).toMatchObject({ desfecho: 'entregue' });
  });

  it('stops with the process, to be tried again', async () => {
    const s = await servidor(() => undefined);
    const parar = new AbortController();
    const p = sendEntrega(saida(), entrega(s.url), { agora: AGORA, tempoMs: 5000, sinal: parar.signal });
    parar.abort();
    expect(await p).toMatchObject({ desfecho: 'tentar_de_novo', codigo: 'saida_cancelada' });
  });
});
