import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PineconeVectors } from '../../src/vetores/pinecone-vectors.js';
import { FALHAS, startPineconeServer, type PineconeServer } from '../support/pinecone-server/index.js';
import { contratoDeLoja, untilCount } from './contrato.js';
import { sortearVetores } from './sortear.js';

const open = (servidor: PineconeServer, opcoes: Partial<ConstructorParameters<typeof PineconeVectors>[0]> = {}) => new PineconeVectors({ chave: servidor.chave, url: servidor.url, indice: 'alicit', tempoMs: 5000, prontoMs: 5000, olhaMs: 10, ...opcoes });

contratoDeLoja('pinecone, whose writes are seen at once', async () => {
  const servidor = await startPineconeServer();
  return { store: open(servidor), close: () => servidor.close() };
});
contratoDeLoja('pinecone, whose writes are seen late and whose index takes time', async () => {
  const servidor = await startPineconeServer({ prontoMs: 100, atrasoMs: 40 });
  return { store: open(servidor), close: () => servidor.close() };
});

/** By these names /health tells a wrong key and a limit apart from an outage. */
const CLASSES: Readonly<Record<string, string>> = { chave_recusada: 'PineconeAuthorizationError', limite: 'limite' };

describe('pinecone', () => {
  let servidor: PineconeServer;
  beforeAll(async () => {
    servidor = await startPineconeServer({ ritmo: { lentidaoMs: 400 } });
  });
  afterAll(() => servidor.close());
  beforeEach(() => servidor.calm());

  const routes = (desde: number) => servidor.ledger.slice(desde).map((p) => p.rota);

  it('makes the index once, with its dimension and cosine, and another for another dimension', async () => {
    const store = open(servidor);
    await Promise.all([store.upsert('a', sortearVetores(2, 4)), store.upsert('b', sortearVetores(2, 4))]);
    expect(servidor.indices()).toEqual(['alicit']);
    await store.upsert('c', sortearVetores(1, 6));
    expect(servidor.indices()).toEqual(['alicit', 'alicit-6']);
    const outro = open(servidor);
    expect((await outro.query('c', [sortearVetores(1, 6)[0]!.vetor], { top: 1 }))[0]![0]!.nota).toBeCloseTo(1, 5);
    expect(servidor.ledger.filter((p) => p.rota === 'indices.criar' && p.status === 201)).toHaveLength(2);
  });

  it('writes in lots that fit, and reads pages back', async () => {
    const store = open(servidor, { indice: 'grande' });
    const desde = servidor.ledger.length;
    await store.upsert('lotes', sortearVetores(130, 1536));
    const lotes = servidor.ledger.slice(desde).filter((p) => p.rota === 'upsert');
    expect(lotes.reduce((t, p) => t + p.itens, 0)).toBe(130);
    expect(Math.max(...lotes.map((p) => p.bytes))).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(Math.max(...lotes.map((p) => p.itens))).toBeLessThanOrEqual(100);
    const longos = sortearVetores(60, 4).map((v) => ({ ...v, id: `${v.id}-${'x'.repeat(190)}` }));
    await store.upsert('nomes', longos);
    expect((await store.list('nomes', { limite: 500 })).vetores.map((v) => v.id)).toEqual(longos.map((v) => v.id));
  });

  it('asks again after 429 and 500, a few times', async () => {
    const store = open(servidor);
    await store.upsert('teimosa', sortearVetores(3, 4));
    for (const falha of ['limite', 'erro_500'] as const) {
      servidor.next(falha, 2, 'query');
      expect((await store.query('teimosa', [sortearVetores(1, 4)[0]!.vetor], { top: 2 }))[0]).toHaveLength(2);
      servidor.next(falha, 3, 'query');
      await expect(store.query('teimosa', [sortearVetores(1, 4)[0]!.vetor], { top: 2 })).rejects.toMatchObject({ codigo: 'vetores_indisponiveis' });
    }
  });

  it.each(FALHAS.filter((f) => f !== 'lento'))('says that vectors are unavailable on %s, and never shows the key', async (falha) => {
    const store = open(servidor, { tempoMs: 200 });
    await store.upsert('falhas', sortearVetores(3, 4));
    servidor.next(falha, 10);
    const erro = await store.query('falhas', [sortearVetores(1, 4)[0]!.vetor], { top: 2 }).then(() => null, (e: unknown) => e);
    expect(erro).toMatchObject({ codigo: 'vetores_indisponiveis', tipo: 'indisponivel' });
    if (falha in CLASSES) expect(erro).toMatchObject({ detalhes: { erro: CLASSES[falha] } });
    expect(JSON.stringify([erro, String(erro), (erro as Error).stack, (erro as Error).cause ?? null])).not.toContain(servidor.chave);
    servidor.calm();
    expect((await store.query('falhas', [sortearVetores(1, 4)[0]!.vetor], { top: 2 }))[0]).toHaveLength(2);
  });

  it('gives up a request that is too slow, and one whose caller gave up', async () => {
    const store = open(servidor, { tempoMs: 100 });
    await store.upsert('lenta', sortearVetores(3, 4));
    servidor.next('lento', 1, 'query');
    await expect(store.query('lenta', [sortearVetores(1, 4)[0]!.vetor], { top: 2 })).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: expect.stringContaining('não respondeu a tempo') });
    const desiste = new AbortController();
    servidor.next('sem_resposta', 1, 'query');
    const pedido = open(servidor).query('lenta', [sortearVetores(1, 4)[0]!.vetor], { top: 2, sinal: desiste.signal });
    const inicio = performance.now();
    setTimeout(() => desiste.abort(new Error('desistiu')), 50);
    await expect(pedido).rejects.toThrow('desistiu');
    expect(performance.now() - inicio).toBeLessThan(2000);
  });

  it('says what is wrong with a bad key, and with an index that does not serve', async () => {
    await expect(open(servidor, { chave: 'outra' }).upsert('x', sortearVetores(1, 4))).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: expect.stringContaining('PINECONE_API_KEY') });
    const lento = await startPineconeServer({ prontoMs: 60_000 });
    await expect(open({ ...lento }, { prontoMs: 30 }).upsert('x', sortearVetores(1, 4))).rejects.toMatchObject({ codigo: 'vetores_indisponiveis', message: expect.stringContaining('sendo preparado') });
    await lento.close();
  });

  it('asks nothing of the control plane once it knows where a collection is', async () => {
    const store = open(servidor);
    await store.upsert('sabida', sortearVetores(3, 4));
    await untilCount(store, 'sabida', 3);
    const desde = servidor.ledger.length;
    await store.query('sabida', [sortearVetores(1, 4)[0]!.vetor], { top: 2 });
    expect(routes(desde)).toEqual(['query']);
  });
});
