import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createProvedores } from '../../src/health/provedores.js';
import { Sonda } from '../../src/observacao/sonda.js';
import { ProvedorDeTeste, until, type Defeito } from '../support/provedor.js';

describe('probes of the vendors', () => {
  let provedor: ProvedorDeTeste;
  const indicador = (nome: string, chave: string | null = 'sk-teste-1234567890', url = provedor.url) => createProvedores({ openai: { chave, url: `${url}/v1` }, pinecone: { chave, url } }).find((i) => i.nome === nome)!;
  const probe = (nome: string, url?: string) => new Sonda({ ...indicador(nome, undefined, url), limiteMs: 300 }).observe();
  beforeAll(async () => {
    provedor = await ProvedorDeTeste.start();
  });
  beforeEach(() => {
    provedor.defeito = 'nenhum';
    provedor.release();
    provedor.pedidos.length = 0;
  });
  afterAll(() => provedor.stop());

  it('asks nothing without a key', async () => {
    for (const nome of ['openai', 'pinecone']) expect(await new Sonda(indicador(nome, null)).observe()).toMatchObject({ estado: 'nao_configurado', erro: null, ultimoSucesso: null });
    expect(provedor.pedidos).toEqual([]);
  });

  it('asks each one in its own way', async () => {
    expect(await probe('openai')).toMatchObject({ estado: 'ok', erro: null, latenciaMs: expect.any(Number), ultimoSucesso: expect.any(Date) });
    expect(await probe('pinecone')).toMatchObject({ estado: 'ok' });
    const [openai, pinecone] = provedor.pedidos;
    expect(openai).toMatchObject({ url: '/v1/models', cabecalhos: { authorization: 'Bearer sk-teste-1234567890' } });
    expect(pinecone).toMatchObject({ url: '/indexes', cabecalhos: { 'api-key': 'sk-teste-1234567890', 'x-pinecone-api-version': '2026-07' } });
  });

  it.each<[Defeito, string, string]>([
    [401, 'chave_invalida', 'http_401'], [403, 'chave_invalida', 'http_403'], [429, 'limite', 'http_429'], [500, 'indisponivel', 'http_500'], ['reset', 'indisponivel', 'conexao_interrompida'], ['lento', 'indisponivel', 'tempo_esgotado'],
  ])('tells a wrong key, a quota and an outage apart: %s', async (defeito, estado, erro) => {
    provedor.defeito = defeito;
    for (const nome of ['openai', 'pinecone']) expect(await probe(nome)).toMatchObject({ estado, erro, ultimoSucesso: null });
  });

  it('tells a vendor that is not there', async () => {
    expect(await probe('openai', 'http://127.0.0.1:1')).toMatchObject({ estado: 'indisponivel', erro: expect.stringMatching(/^(conexao_recusada|erro_interno)$/) });
  });

  it('asks once for many, remembers the answer, and keeps the last success through a failure', async () => {
    const sonda = new Sonda({ ...indicador('openai'), validadeMs: 150 });
    const juntas = await Promise.all([1, 2, 3, 4, 5].map(() => sonda.observe()));
    expect([provedor.pedidos.length, new Set(juntas).size]).toEqual([1, 1]);
    await sonda.observe();
    expect(provedor.pedidos).toHaveLength(1);
    provedor.defeito = 500;
    await until(async () => (await sonda.observe()).estado === 'indisponivel', 'a validade acabar');
    expect(provedor.pedidos).toHaveLength(2);
    expect((await sonda.observe()).ultimoSucesso).toEqual(juntas[0]!.ultimoSucesso);
  });

  it('waits no longer than the limit, and starts nothing on top of what hangs', async () => {
    let chamadas = 0;
    const sonda = new Sonda({ nome: 'x', obrigatorio: false, limiteMs: 50, validadeMs: 1, check: () => (chamadas++, new Promise<never>(() => undefined)) });
    const inicio = performance.now();
    for (let i = 0; i < 5; i++) {
      expect((await sonda.observe()).erro).toBe('tempo_esgotado');
      await new Promise((r) => setImmediate(r));
    }
    expect(performance.now() - inicio).toBeLessThan(2000);
    expect(chamadas).toBe(1);
  });
});
