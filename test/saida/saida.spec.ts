import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createConnectPublico } from '../../src/saida/connect-publico.js';
import { createSaida, type OpcoesSaida, type PedidoSaida, type Resolver, type Saida } from '../../src/saida/index.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';

const abertos: { fechar(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(abertos.splice(0).map((a) => a.fechar()));
});

const saida = (opcoes: Partial<OpcoesSaida> = {}): Saida => {
  const s = createSaida({ permitePrivado: true, ...opcoes });
  abertos.push(s);
  return s;
};
const servidor = async (...a: Parameters<typeof startServidorHttp>): Promise<ServidorHttp> => {
  const s = await startServidorHttp(...a);
  abertos.push(s);
  return s;
};
const pedido = (url: string, mais: Partial<PedidoSaida> = {}): PedidoSaida => ({ url, metodo: 'GET', tempoMs: 5000, maxBytes: 1000, ...mais });
const erro = (codigo: string, detalhes?: unknown): unknown => expect.objectContaining({ name: 'AlicitError', codigo, ...(detalhes === undefined ? {} : { detalhes }) });

/** A resolver that answers from a list, in turn, and repeats the last answer. */
const resolver = (...respostas: readonly (readonly string[])[]): Resolver & { readonly perguntas: string[] } => {
  const perguntas: string[] = [];
  const r: Resolver = (nome, _opcoes, pronto) => {
    const ips = respostas[Math.min(perguntas.push(nome), respostas.length) - 1]!;
    pronto(null, ips.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return Object.assign(r, { perguntas });
};

describe('createSaida', () => {
  it('brings back status, headers and body', async () => {
    const s = await servidor((r) => r.writeHead(201, { 'X-Um': 'a' }).end('olá'));
    const r = await saida().pedir(pedido(`${s.url}/x?y=1`, { metodo: 'POST', corpo: '{"a":1}', cabecalhos: { 'content-type': 'application/json' } }));
    expect({ ...r, corpo: Buffer.from(r.corpo).toString() }).toMatchObject({ status: 201, cabecalhos: { 'x-um': 'a' }, corpo: 'olá', inteiro: true });
    expect(s.recebidos).toEqual([expect.objectContaining({ metodo: 'POST', caminho: '/x?y=1', corpo: '{"a":1}', cabecalhos: expect.objectContaining({ 'content-type': 'application/json', 'accept-encoding': 'identity', connection: 'close' }) })]);
  });

  it('follows no redirect', async () => {
    const alvo = await servidor((r) => r.end('segredo'));
    const s = await servidor((r) => r.writeHead(302, { location: alvo.url }).end());
    expect(await saida().pedir(pedido(s.url))).toMatchObject({ status: 302 });
    expect(alvo.recebidos).toEqual([]);
  });

  it('refuses a body larger than asked for, or cuts it', async () => {
    const s = await servidor((r) => r.end('x'.repeat(3_000_000)));
    await expect(saida().pedir(pedido(s.url))).rejects.toEqual(erro('resposta_grande', { maxBytes: 1000 }));
    const cortado = await saida().pedir(pedido(s.url, { aoExceder: 'cortar' }));
    expect([cortado.status, cortado.corpo.byteLength, cortado.inteiro]).toEqual([200, 1000, false]);
  });

  it('accepts a body of exactly the limit', async () => {
    const s = await servidor((r) => r.end('x'.repeat(1000)));
    expect(await saida().pedir(pedido(s.url))).toMatchObject({ inteiro: true });
  });

  it('gives up on time: before the answer, and in the middle of it', async () => {
    const mudo = await servidor(() => undefined);
    await expect(saida().pedir(pedido(mudo.url, { tempoMs: 100 }))).rejects.toEqual(erro('saida_tempo_esgotado'));
    const lento = await servidor((r) => r.writeHead(200).write('começo'));
    await expect(saida().pedir(pedido(lento.url, { tempoMs: 200 }))).rejects.toEqual(erro('saida_tempo_esgotado'));
    const parte = await saida().pedir(pedido(lento.url, { tempoMs: 1500, aoExceder: 'cortar' }));
    expect([parte.status, Buffer.from(parte.corpo).toString(), parte.inteiro]).toEqual([200, 'começo', false]);
  });

  it('stops when told to', async () => {
    const mudo = await servidor(() => undefined);
    const parar = new AbortController();
    const p = saida().pedir(pedido(mudo.url, { sinal: parar.signal }));
    parar.abort();
    await expect(p).rejects.toEqual(erro('saida_cancelada'));
  });

  it('says what failed on the network, without the address', async () => {
    const s = await servidor((r) => r.socket?.resetAndDestroy());
    await expect(saida().pedir(pedido(s.url))).rejects.toEqual(erro('saida_rede', { causa: 'ECONNRESET' }));
    await s.fechar();
    const recusado: unknown = await saida().pedir(pedido(`${s.url}/token-secreto`)).catch((e: unknown) => e);
    expect(recusado).toEqual(erro('saida_rede', { causa: 'ECONNREFUSED' }));
    expect(JSON.stringify(recusado)).not.toContain('token-secreto');
  });

  it('says that a name does not resolve', async () => {
    const semNome: Resolver = (_n, _o, pronto) => pronto(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []);
    await expect(saida({ resolver: semNome }).pedir(pedido('http://nao.existe.example/'))).rejects.toEqual(erro('saida_rede', { causa: 'ENOTFOUND' }));
  });

  it('says that the secure connection failed', async () => {
    const s = await servidor((r) => r.end());
    await expect(saida().pedir(pedido(`https://127.0.0.1:${s.porta}/`))).rejects.toEqual(erro('saida_tls', { causa: expect.stringMatching(/SSL/) }));
  });

  it('does not wait for a server that never speaks HTTP', async () => {
    const tcp = createServer((c) => c.resume().end('SSH-2.0-x\r\n'));
    await new Promise<void>((pronto) => tcp.listen(0, '127.0.0.1', pronto));
    await expect(saida().pedir(pedido(`http://127.0.0.1:${(tcp.address() as AddressInfo).port}/`))).rejects.toEqual(erro('saida_rede'));
    await new Promise((pronto) => tcp.close(pronto));
  });
});

describe('the guard at the connection', () => {
  const privados = { permitePrivado: false };

  it.each([['127.0.0.1'], ['169.254.169.254'], ['::1'], ['::ffff:10.0.0.1']])('refuses a public name that resolves to %s', async (ip) => {
    const r = resolver([ip]);
    await expect(saida({ ...privados, resolver: r }).pedir(pedido('https://publico.example.com/'))).rejects.toEqual(erro('endereco_nao_permitido', { motivo: 'endereco_privado' }));
    expect(r.perguntas).toEqual(['publico.example.com']);
  });

  it('refuses when any of the addresses is private', async () => {
    await expect(saida({ ...privados, resolver: resolver(['8.8.8.8', '10.0.0.1']) }).pedir(pedido('https://publico.example.com/'))).rejects.toEqual(erro('endereco_nao_permitido'));
  });

  it('connects to the address that was judged: a name that changes is asked once for each connection', async () => {
    const s = await servidor((r) => r.end('ok'));
    const r = resolver(['127.0.0.1'], ['169.254.169.254']);
    const aberta = saida({ resolver: r });
    const url = `http://muda.example.com:${s.porta}/`;
    expect(await aberta.pedir(pedido(url, { metodo: 'POST', corpo: '' }))).toMatchObject({ status: 200 });
    expect(r.perguntas).toHaveLength(1);
    await expect(aberta.pedir(pedido(url, { metodo: 'POST', corpo: '' }))).rejects.toEqual(erro('endereco_nao_permitido'));
    expect(r.perguntas).toHaveLength(2);
    expect(s.recebidos).toHaveLength(1);
  });

  it('opens no connection at all to a literal private address', async () => {
    const s = await servidor((r) => r.end());
    await expect(saida(privados).pedir(pedido(`https://127.0.0.1:${s.porta}/`))).rejects.toEqual(erro('endereco_nao_permitido'));
    expect(s.recebidos).toEqual([]);
  });

  it.each(['127.0.0.1', '::1', '[::1]', '169.254.169.254'])('judges a literal address in the connector too: %s', async (hostname) => {
    const conectar = createConnectPublico(privados, 1000);
    const recebido = await new Promise((pronto) => conectar({ hostname, protocol: 'http:', port: '9' }, (...[e]) => pronto(e)));
    expect(recebido).toEqual(erro('endereco_nao_permitido'));
  });
});
