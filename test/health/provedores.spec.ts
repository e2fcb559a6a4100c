import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSaudeOpenai } from '../../src/modelos/saude-openai.js';
import type { UltimoPedido } from '../../src/modelos/domain/saude.js';
import type { Uso } from '../../src/observacao/index.js';
import { meaningOf } from '../../src/observacao/sonda-http.js';
import { Sonda } from '../../src/observacao/sonda.js';
import type { UltimaOperacao } from '../../src/vetores/lojas.service.js';
import { createSaudePinecone, usoDe } from '../../src/vetores/saude-pinecone.js';
import { ProvedorDeTeste, until, type Defeito } from '../support/provedor.js';

describe('probes of the vendors', () => {
  let provedor: ProvedorDeTeste;
  let ultimo: UltimoPedido | null = null;
  const indicador = (nome: string, chave: string | null = 'sk-teste-1234567890', url = provedor.url) => (nome === 'openai' ? createSaudeOpenai({ chave, url: `${url}/v1` }, () => ultimo) : createSaudePinecone({ chave, url }, () => null));
  const pedido = (erro: UltimoPedido['erro'], em = new Date()): UltimoPedido => ({ em, ms: 321.06, erro, terminada: false, ultimoSucesso: erro === null ? em : null });
  const probe = (nome: string, url?: string) => new Sonda({ ...indicador(nome, undefined, url), limiteMs: 300 }).observe();
  beforeAll(async () => {
    provedor = await ProvedorDeTeste.start();
  });
  beforeEach(() => {
    provedor.defeito = 'nenhum';
    provedor.release();
    provedor.pedidos.length = 0;
    ultimo = null;
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

  it('a compatible server need not list its models, OpenAI must', async () => {
    provedor.defeito = 404;
    expect(await probe('openai')).toMatchObject({ estado: 'ok', erro: null });
    expect(await probe('pinecone')).toMatchObject({ estado: 'indisponivel', erro: 'http_404' });
    expect(meaningOf(404)).toEqual({ estado: 'indisponivel', erro: 'http_404' });
  });

  it('a refusal tells what it is about: a key without a scope is a good key, a 429 may be for lack of credit', () => {
    expect(meaningOf(401, '{"error":{"message":"You have insufficient permissions for this operation. Missing scopes: api.model.read."}}')).toMatchObject({ estado: 'ok' });
    expect(meaningOf(403, '{"error":{"message":"Country not supported"}}')).toEqual({ estado: 'chave_invalida', erro: 'http_403' });
    expect(meaningOf(429, '{"error":{"code":"insufficient_quota"}}')).toEqual({ estado: 'limite', erro: 'sem_credito' });
  });

  it('a recent request that went well is believed, with its time, and nothing is probed', async () => {
    ultimo = pedido(null);
    provedor.defeito = 500;
    expect(await new Sonda(indicador('openai')).observe()).toEqual({ estado: 'ok', erro: null, latenciaMs: 321.1, verificadoEm: ultimo.em, ultimoSucesso: ultimo.em, origem: 'uso' });
    expect(provedor.pedidos).toEqual([]);
  });

  it('a quota that a request met stands though the probe would go well; a refused key does not', async () => {
    ultimo = pedido('sem_credito');
    const sonda = new Sonda(indicador('openai'));
    expect(await sonda.observe()).toMatchObject({ estado: 'limite', erro: 'sem_credito', origem: 'uso' });
    expect(provedor.pedidos).toEqual([]);
    ultimo = pedido('chave_recusada', new Date(Date.now() - 1000));
    expect(await sonda.observe()).toMatchObject({ estado: 'ok', origem: 'sonda' });
    expect(provedor.pedidos).toHaveLength(1);
    // Refused again after that probe: the probe does not hide it, and none is made before its time.
    ultimo = pedido('chave_recusada', new Date(Date.now() + 5));
    await until(() => Date.now() > ultimo!.em.getTime(), 'o instante passar');
    expect(await sonda.observe()).toMatchObject({ estado: 'chave_invalida', erro: 'chave_recusada', origem: 'uso', ultimoSucesso: expect.any(Date) });
    expect(sonda.ultima).toMatchObject({ estado: 'chave_invalida' });
    expect(provedor.pedidos).toHaveLength(1);
  });

  it('what another process saw counts as its own, the later of both', async () => {
    const doOutro: Uso = { estado: 'limite', erro: 'limite', em: new Date(Date.now() - 2000), latenciaMs: 5, ultimoSucesso: null, desmentivel: false };
    const sonda = new Sonda(indicador('openai'), () => doOutro);
    expect(await sonda.observe()).toMatchObject({ estado: 'limite', origem: 'uso', verificadoEm: doOutro.em });
    ultimo = pedido(null);
    expect(await sonda.observe()).toMatchObject({ estado: 'ok', verificadoEm: ultimo.em });
    expect(provedor.pedidos).toEqual([]);
  });

  it.each([
    ['ok', null, 'ok', null], ['vetores_indisponiveis', 'PineconeAuthorizationError', 'chave_invalida', 'chave_recusada'], ['vetores_indisponiveis', 'PineconePaymentRequiredError', 'limite', 'sem_credito'], ['vetores_indisponiveis', 'limite', 'limite', 'limite'],
    ['vetores_indisponiveis', 'PineconeConnectionError', 'indisponivel', 'rede'], ['vetores_indisponiveis', 'PineconeInternalServerError', 'indisponivel', 'erro_servidor'], ['vetores_indisponiveis', null, 'indisponivel', 'erro_servidor'], ['vetores_indisponiveis', 'PineconeBadRequestError', 'degradado', 'pedido_recusado'],
  ] as const)('an operation of Pinecone that ended with %s (%s) says %s', (resultado, falha, estado, erro) => {
    const ultima: UltimaOperacao = { loja: 'pinecone', operacao: 'query', resultado, falha, ms: 7, em: new Date(), ultimoSucesso: null };
    expect(usoDe(ultima)).toMatchObject({ estado, erro, latenciaMs: 7 });
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
