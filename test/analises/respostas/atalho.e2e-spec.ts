import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RespostasService } from '../../../src/analises/respostas/respostas.service.js';
import { VALIDADE_MS } from '../../../src/analises/respostas/prontas.js';
import { Atalhos } from '../../../src/http/http.module.js';
import { newId } from '../../../src/storage/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { gravarAnalise } from '../../support/analise-gravada.js';
import { until } from '../../support/provedor.js';

interface Resposta { readonly status: number; readonly headers: IncomingHttpHeaders; readonly corpo: Buffer }

/** Of each answer: its id, what is left of the limit, the time. */
const SO_DELA = ['x-request-id', 'ratelimit', 'date'] as const;
const comuns = ({ headers }: Resposta): IncomingHttpHeaders => Object.fromEntries(Object.entries(headers).filter(([nome]) => !(SO_DELA as readonly string[]).includes(nome)));
const abrir = ({ headers, corpo }: Resposta): string => (headers['content-encoding'] === 'br' ? brotliDecompressSync(corpo) : headers['content-encoding'] === 'gzip' ? gunzipSync(corpo) : corpo).toString();

describe('a finished analysis asked for again and again', () => {
  let t: AppDeTeste;
  let outro: AppDeTeste;
  let cliente: Cliente;
  let base: string;
  let atalhos = 0;
  let id: string;
  const textos: string[] = [];

  const get = (caminho: string, headers: Record<string, string> = {}, url = base): Promise<Resposta> =>
    new Promise((resolve, reject) => {
      httpGet(`${url}${caminho}`, { headers: { ...cliente.cabecalhos, ...headers } }, (r) => {
        const partes: Buffer[] = [];
        r.on('data', (p: Buffer) => partes.push(p)).on('end', () => resolve({ status: r.statusCode!, headers: r.headers, corpo: Buffer.concat(partes) }));
      }).on('error', reject);
    });
  /** The answer, and whether the short way gave it. */
  const look = async (headers: Record<string, string> = {}, caminho = `/v1/analises/${id}`): Promise<Resposta & { readonly curto: boolean }> => {
    const antes = atalhos;
    const r = await get(caminho, headers);
    return { ...r, curto: atalhos > antes };
  };
  const warm = async (headers: Record<string, string> = {}): Promise<void> => until(async () => (await look(headers)).curto, 'o atalho responder');
  const gravar = async (): Promise<string> => {
    const [empresa] = await t.fonte.query<{ id: string }[]>(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, '{}') returning id`, [newId('emp'), cliente.organizacaoId, String(Math.random()).slice(2, 16)]);
    const [licitacao] = await t.fonte.query<{ id: string }[]>(`insert into alicit.licitacao (id, organizacao_id, origem) values ($1, $2, 'manual') returning id`, [newId('lic'), cliente.organizacaoId]);
    const { id: nova } = await gravarAnalise(t, { organizacaoId: cliente.organizacaoId, empresaId: empresa!.id, licitacaoId: licitacao!.id, marca: 'x' });
    await t.fonte.query(`insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, inicio) select $1, $2, 'ler', n, 1, 'falhou', now() from generate_series(1, 30) n`, [cliente.organizacaoId, nova]);
    return nova;
  };

  beforeAll(async () => {
    t = await startApp({ ALICIT_LOG: 'info', ALICIT_ROLE: 'api' }, (app) => {
      const servico = app.get(Atalhos);
      const usual = servico.answer.bind(servico);
      servico.answer = (pedido, resposta) => {
        const feito = usual(pedido, resposta);
        if (feito) atalhos += 1;
        return feito;
      };
    }, [], { write: (linha) => void textos.push(linha) });
    cliente = await t.createCliente();
    base = await t.listen();
    outro = await startApp({ DATABASE_URL: t.urlBanco, ALICIT_ROLE: 'api' });
  });
  afterAll(async () => {
    await outro.close();
    await t.close();
  });
  beforeEach(async () => {
    id = await gravar();
  });

  it.each([['identity', undefined], ['gzip', 'gzip'], ['br', 'gzip, br']])('gives the very answer of the normal route: %s', async (codificacao, aceita) => {
    const headers: Record<string, string> = aceita === undefined ? {} : { 'accept-encoding': aceita };
    const lenta = await look(headers);
    await warm(headers);
    const curta = await look({ ...headers, 'x-request-id': 'pedido-9' });
    expect([lenta.curto, curta.curto, lenta.status, curta.status]).toEqual([false, true, 200, 200]);
    expect(comuns(curta)).toEqual(comuns(lenta));
    expect(curta.headers).toMatchObject({ 'x-request-id': 'pedido-9', ratelimit: expect.stringMatching(/^"chave";r=\d+;t=\d+$/), date: expect.any(String), vary: 'accept-encoding', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
    expect(curta.headers['content-encoding']).toBe(codificacao === 'identity' ? undefined : codificacao);
    expect(curta.corpo).toEqual(lenta.corpo);
    expect(JSON.parse(abrir(curta))).toMatchObject({ id, estado: 'concluida' });
  });

  it('a trace is of one request: the others do not hear of it', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const daCadeia = await look({ traceparent });
    expect([daCadeia.curto, daCadeia.headers['traceparent']]).toEqual([false, traceparent]);
    await warm();
    expect((await look()).headers['traceparent']).toBeUndefined();
  });

  it('sends the report in the encoding liked best, fetched once, and asks every time who may have it', async () => {
    const relatorio = '# Relatório\n'.repeat(500);
    const md = gzipSync(relatorio);
    const pacote = Buffer.concat([Buffer.alloc(8), md]);
    pacote.writeUInt32BE(md.length, 0);
    await t.fonte.query(`update alicit.trabalho set resultado = $2 where chave = $1 /* sistema: the test's own */`, [`julgar:${id}`, pacote]);
    await t.fonte.query('update alicit.analise set relatorio = resultado where id = $1 and organizacao_id = $2', [id, cliente.organizacaoId]);
    const pedir = (aceita: string, mais: Record<string, string> = {}) => get(`/v1/analises/${id}/relatorio?formato=md`, { 'accept-encoding': aceita, ...mais });
    const [br, gzip, crua] = [await pedir('gzip, br'), await pedir('gzip'), await pedir('identity')];
    expect([br, gzip, crua].map((r) => [r.status, r.headers['content-encoding'], r.headers.vary, abrir(r)])).toEqual(['br', 'gzip', undefined].map((c) => [200, c, 'accept, accept-encoding', relatorio]));
    expect(br.corpo.length).toBeLessThan(gzip.corpo.length);
    await t.fonte.query(`delete from alicit.trabalho where chave = $1 /* sistema: the test's own */`, [`julgar:${id}`]);
    expect((await pedir('br')).corpo).toEqual(br.corpo);
    expect((await pedir('br', { 'if-none-match': br.headers.etag! })).status).toBe(304);
    expect((await pedir('br', (await t.createCliente()).cabecalhos)).status).toBe(404);
  });

  it('answers 304 as the normal route does, whatever the encoding', async () => {
    const { headers: { etag } } = await look();
    const lenta = await look({ 'if-none-match': etag! }, `/v1/analises/${id}?por=fora`);
    await warm();
    const curta = await look({ 'if-none-match': etag!, 'accept-encoding': 'identity' });
    expect([lenta.status, lenta.curto, curta.status, curta.curto, curta.corpo.length]).toEqual([304, false, 304, true, 0]);
    expect(comuns(curta)).toEqual(comuns(lenta));
    expect((await look({ 'if-none-match': '"outra"' })).status).toBe(200);
  });

  it('leaves every doubt to the normal route', async () => {
    await warm();
    const semEscopo = (await t.createCliente(['empresas:ler'])).cabecalhos;
    const vizinho = (await t.createCliente()).cabecalhos;
    const casos: [Record<string, string>, number, string?][] = [
      [{ authorization: '' }, 401], [{ authorization: 'Bearer alicit_x' }, 401], [semEscopo, 403], [vizinho, 404], [{}, 200, `/v1/analises/${id}?x=1`], [{}, 404, `/v1/analises/${id}x`], [{}, 404, `/v1/analises/${newId('ana')}`],
    ];
    for (const [headers, status, caminho] of casos) {
      // A key is remembered after its first use: the second one could be answered at once.
      await look(headers, caminho);
      const r = await look(headers, caminho);
      expect([headers, caminho, r.status, r.curto]).toEqual([headers, caminho, status, false]);
    }
  });

  it('spends the limit of the key, and logs and counts the request, like the normal route', async () => {
    await warm();
    const resta = async (): Promise<number> => Number(/r=(\d+)/.exec(String((await look()).headers.ratelimit))?.[1]);
    const antes = await resta();
    expect(await resta()).toBe(antes - 1);
    textos.length = 0;
    const r = await look({ 'x-request-id': cliente.cabecalhos.authorization.slice(7) });
    expect([r.status, r.curto]).toEqual([200, true]);
    const linha = JSON.parse(textos.join('')) as Record<string, unknown>;
    expect(linha).toMatchObject({ level: 30, context: 'http', msg: 'pedido', metodo: 'GET', rota: '/v1/analises/:id', status: 200, analiseId: id, organizacaoId: cliente.organizacaoId, chaveId: expect.stringMatching(/^chv_/), ms: expect.any(Number), reqId: '[oculto]' });
    expect((await t.app.inject({ method: 'GET', url: '/metrics' })).body).toMatch(/alicit_http_duracao_segundos_count\{metodo="GET",rota="\/v1\/analises\/:id",status="2xx"\} \d/);
  });

  it('a change made through this process counts before its client is told', async () => {
    await warm();
    await t.app.inject({ method: 'DELETE', url: `/v1/analises/${id}`, headers: cliente.cabecalhos });
    const r = await look();
    expect([r.status, r.curto]).toEqual([404, false]);
  });

  it('a change made by another process counts within a second, however often it is asked for', async () => {
    await warm();
    await outro.app.inject({ method: 'DELETE', url: `/v1/analises/${id}`, headers: cliente.cabecalhos });
    const apagada = performance.now();
    let ultima = apagada;
    await until(async () => {
      const perguntada = performance.now();
      const { status } = await look();
      if (status === 200) ultima = perguntada;
      return status === 404;
    }, 'a análise apagada sumir', VALIDADE_MS + 5000);
    expect(ultima - apagada).toBeLessThanOrEqual(VALIDADE_MS);
    expect((await look()).status).toBe(404);
  });

  it('what another process changed is the new answer, with a new ETag; a database that is away confirms nothing', async () => {
    await warm();
    const velha = await look();
    await t.fonte.query(`update alicit.analise set progresso = 99, revisao = revisao + 1 where id = $1`, [id]);
    await until(async () => (JSON.parse((await look()).corpo.toString()) as { progresso: number }).progresso === 99, 'a mudança aparecer', VALIDADE_MS + 5000);
    expect((await look()).headers.etag).not.toBe(velha.headers.etag);
    const { prontas } = t.app.get(RespostasService);
    const { conferida, organizacaoId } = prontas.get(id)!;
    expect([prontas.fresh(id, organizacaoId, conferida + VALIDADE_MS), prontas.fresh(id, organizacaoId, conferida + VALIDADE_MS + 1)]).toEqual([expect.anything(), null]);
  });
});
