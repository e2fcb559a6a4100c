import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { showSaude } from '../../src/cli/saude.command.js';
import type { Saude } from '../../src/health/saude.schema.js';
import { saudeSchema, vidaSchema } from '../../src/health/saude.schema.js';
import type { Uso, Verificacao } from '../../src/observacao/index.js';
import { SaudeService } from '../../src/observacao/observacao.module.js';
import { ProcessosService, sweepProcessos } from '../../src/processos/processos.module.js';
import { POOL } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { ProvedorDeTeste, until } from '../support/provedor.js';

const CHAVE = 'sk-segredo-que-nao-aparece-123';

describe('/health', () => {
  let t: AppDeTeste;
  let provedor: ProvedorDeTeste;
  let exigida: Verificacao = { estado: 'ok', erro: null };
  let hostil: (() => Promise<Verificacao>) | null = null;
  const get = async (url: string): Promise<{ status: number; corpo: Saude; texto: string }> => {
    const r = await t.app.inject({ method: 'GET', url });
    return { status: r.statusCode, corpo: saudeSchema.parse(r.json()), texto: r.body };
  };
  beforeAll(async () => {
    provedor = await ProvedorDeTeste.start();
    provedor.defeito = 401;
    t = await startApp({ ALICIT_ROLE: 'api', OPENAI_API_KEY: CHAVE, OPENAI_BASE_URL: `${provedor.url}/v1` });
    const saude = t.app.get(SaudeService);
    saude.register({ nome: 'exigida', obrigatorio: true, validadeMs: 0, check: () => Promise.resolve(exigida) });
    saude.register({ nome: 'hostil', obrigatorio: false, validadeMs: 0, limiteMs: 200, check: () => hostil?.() ?? Promise.resolve({ estado: 'ok', erro: null }) });
  });
  afterAll(async () => {
    await t.close();
    await provedor.stop();
  });

  it('is alive without asking anyone, and without a key', async () => {
    const r = await t.app.inject({ method: 'GET', url: '/health/live' });
    expect([r.statusCode, vidaSchema.parse(r.json()).estado, r.headers['cache-control']]).toEqual([200, 'ok', 'no-store']);
  });

  it('is ready with its database and its queue alone', async () => {
    const { status, corpo } = await get('/health/ready');
    expect(status).toBe(200);
    expect(corpo).toMatchObject({ estado: 'ok', codigo: 'pronto', itens: { banco: { estado: 'ok', obrigatorio: true, latenciaMs: expect.any(Number) }, fila: { estado: 'ok', numeros: { atrasoS: 0, atrasoMaximoS: 0 } } } });
    expect(Object.keys(corpo.itens)).toEqual(['banco', 'fila', 'exigida']);
  });

  it('shows a refused key as degraded, with 200 and without the key', async () => {
    const { status, corpo, texto } = await get('/health');
    expect(status).toBe(200);
    expect(corpo).toMatchObject({ estado: 'degradado', codigo: 'opcional_indisponivel', itens: { openai: { estado: 'chave_invalida', obrigatorio: false, erro: 'http_401' }, pinecone: { estado: 'nao_configurado' } } });
    expect(texto).not.toContain(CHAVE);
    expect(texto).not.toContain(new URL(t.urlBanco).password || t.urlBanco);
  });

  it('is 503 without what is required, saying what', async () => {
    exigida = { estado: 'indisponivel', erro: 'nao_iniciada' };
    for (const url of ['/health', '/health/ready']) expect(await get(url)).toMatchObject({ status: 503, corpo: { estado: 'indisponivel', codigo: 'dependencia_indisponivel', itens: { exigida: { erro: 'nao_iniciada' } } } });
    exigida = { estado: 'ok', erro: null };
  });

  it('what is required and works badly degrades, and stays ready', async () => {
    exigida = { estado: 'degradado', erro: 'fila_atrasada', numeros: { atrasoS: 700 } };
    for (const url of ['/health', '/health/ready']) expect(await get(url)).toMatchObject({ status: 200, corpo: { estado: 'degradado', codigo: 'opcional_indisponivel', itens: { exigida: { erro: 'fila_atrasada', numeros: { atrasoS: 700 } } } } });
    exigida = { estado: 'ok', erro: null };
  });

  it.each<[string, unknown, string]>([
    ['an address with a password', Object.assign(new Error('connect postgres://alicit:SENHA-HOSTIL@10.0.0.1/x failed\n    at Pool.connect (/srv/alicit/pool.js:1:1)'), { code: 'postgres://alicit:SENHA-HOSTIL@10.0.0.1' }), 'erro_interno'],
    ['a cause of the same kind', new Error('fetch failed', { cause: Object.assign(new Error('https://x?api_key=SENHA-HOSTIL'), { code: 'ECONNREFUSED' }) }), 'conexao_recusada'],
    ['something that is no error', 'SENHA-HOSTIL', 'erro_interno'],
    ['nothing', null, 'erro_interno'],
  ])('shows the class of an error and nothing of it: %s', async (_, erro, classe) => {
    hostil = () => Promise.reject(erro);
    const { status, corpo, texto } = await get('/health');
    expect([status, corpo.itens['hostil']]).toEqual([200, expect.objectContaining({ estado: 'indisponivel', erro: classe })]);
    expect(texto).not.toMatch(/SENHA|10\.0\.0\.1|\/srv|at Pool/);
  });

  it('a hundred who ask at once cost one check, and wait for one that hangs no longer than its limit', async () => {
    let chamadas = 0;
    let solta = (): void => undefined;
    hostil = () => (chamadas++, new Promise((resolve) => (solta = () => resolve({ estado: 'ok', erro: null }))));
    provedor.pedidos.length = 0;
    const inicio = performance.now();
    const todas = await Promise.all(Array.from({ length: 100 }, () => get('/health')));
    expect(performance.now() - inicio).toBeLessThan(5000);
    expect(todas.map(({ status, corpo }) => [status, corpo.itens['hostil']!.erro])).toEqual(Array.from({ length: 100 }, () => [200, 'tempo_esgotado']));
    expect(chamadas).toBe(1);
    // Asked already, and its answer still counts, or asked once now.
    expect(provedor.pedidos.length).toBeLessThanOrEqual(1);
    solta();
    hostil = null;
    await until(async () => (await get('/health')).corpo.itens['hostil']!.estado === 'ok', 'o que prendia soltar');
  });

  it('a process that only answers is degraded without anybody who works, and says so until somebody lives', async () => {
    const eu = t.app.get(ProcessosService);
    const saudeDoOutro = new SaudeService();
    const recusa: Uso = { estado: 'limite', erro: 'sem_credito', em: new Date(), latenciaMs: 12, ultimoSucesso: null, desmentivel: false };
    saudeDoOutro.register({ nome: 'openai', obrigatorio: false, uso: () => recusa, check: () => Promise.reject(new Error('não se pergunta')) });
    const outro = new ProcessosService({ ...t.config, papel: 'worker' }, t.app.get(POOL), '9', saudeDoOutro);
    const trabalhadores = async () => {
      await eu.beat();
      return (await get('/health')).corpo.itens['trabalhadores']!;
    };
    expect(await trabalhadores()).toMatchObject({ estado: 'indisponivel', obrigatorio: false, erro: 'sem_trabalhador', numeros: { vivos: 0, processos: 1 } });

    await outro.beat();
    expect(await trabalhadores()).toMatchObject({ estado: 'ok', numeros: { vivos: 1, processos: 2 } });
    expect((await eu.list()).map((p) => [p.id, p.papel, p.versaoWorkflow, p.encerrando])).toEqual([[eu.id, 'api', expect.any(String), false], [outro.id, 'worker', '9', false]]);
    // What it met is told here too, though this process never asked a model.
    expect((await get('/health')).corpo.itens['openai']).toMatchObject({ estado: 'limite', erro: 'sem_credito', latenciaMs: 12, origem: 'uso' });
    expect((await t.app.inject({ method: 'GET', url: '/metrics' })).body).toMatch(/^alicit_processos\{papel="worker"\} 1$/m);

    saudeDoOutro.beginEncerramento();
    await until(async () => (await trabalhadores()).erro === 'sem_trabalhador', 'o que encerra deixar de contar');
    // Killed: silent for three pulses it is dead, for an hour it is gone.
    await t.fonte.query(`update alicit.processo set encerrando = false, visto_em = now() - interval '31 seconds' where id = $1`, [outro.id]);
    await eu.beat();
    expect(await eu.list()).toHaveLength(1);
    expect(await sweepProcessos(t.fonte)).toBe(0);
    await t.fonte.query(`update alicit.processo set visto_em = now() - interval '61 minutes' where id = $1`, [outro.id]);
    expect(await sweepProcessos(t.fonte)).toBe(1);
    await outro.beforeApplicationShutdown();
  });

  it('is 503 when the schema is older than this version, and does not mind a newer one', async () => {
    await t.fonte.query(`insert into alicit.migracao (timestamp, name) values (9999999999999, 'DeOutraVersao9999999999999')`);
    await t.fonte.query(`update alicit.migracao set name = 'outra' where name = 'Inicio1764000000001'`);
    await until(async () => (await get('/health/ready')).corpo.itens['banco']?.erro === 'esquema_desatualizado', 'o esquema antigo ser visto');
    expect((await get('/health/ready')).status).toBe(503);
    await t.fonte.query(`update alicit.migracao set name = 'Inicio1764000000001' where name = 'outra'`);
    await until(async () => (await get('/health/ready')).status === 200, 'o esquema voltar');
  });

  it('is shown by the command line, which ends with 1 when it is not well', async () => {
    const porta = Number(new URL(await t.listen()).port);
    const ask = async (pronto: boolean, host: string, json = false): Promise<{ texto: string; falhou: boolean }> => {
      let [texto, falhou] = ['', false];
      await showSaude({ print: (p) => (texto += p), fail: () => (falhou = true) }, { http: { porta, host } }, { pronto, json });
      return { texto, falhou };
    };
    const bem = await ask(false, '0.0.0.0');
    expect(bem.falhou).toBe(false);
    expect(bem.texto).toMatch(/^degradado \(opcional_indisponivel\) · ALICIT [\d.]+, api\n/);
    expect(bem.texto).toMatch(/^trabalhadores +indisponivel +sem_trabalhador +.* vivos 0, processos 1$/m);
    exigida = { estado: 'indisponivel', erro: 'nao_iniciada' };
    const mal = await ask(true, '127.0.0.1');
    expect(mal).toEqual({ falhou: true, texto: expect.stringMatching(/^exigida \* +indisponivel +nao_iniciada/m) });
    expect(saudeSchema.parse(JSON.parse((await ask(true, '127.0.0.1', true)).texto))).toMatchObject({ estado: 'indisponivel' });
    exigida = { estado: 'ok', erro: null };
    await expect(showSaude({ print: () => undefined, fail: () => undefined }, { http: { porta: 9, host: '127.0.0.1' } }, { pronto: false, json: false })).rejects.toMatchObject({ codigo: 'servico_nao_responde' });
    const alheio = Number(new URL(provedor.url).port);
    await expect(showSaude({ print: () => undefined, fail: () => undefined }, { http: { porta: alheio, host: '127.0.0.1' } }, { pronto: false, json: false })).rejects.toMatchObject({ codigo: 'servico_nao_responde' });
  });

  it('is documented, open to all', async () => {
    const { paths } = (await t.app.inject({ method: 'GET', url: '/docs/openapi.json' })).json<{ paths: Record<string, { get: { security?: unknown[]; responses: object } }> }>();
    for (const rota of ['/health', '/health/ready', '/health/live', '/metrics']) expect(paths[rota]?.get.security).toEqual([]);
    expect(Object.keys(paths['/health']!.get.responses)).toEqual(['200', '503']);
  });

  it('is 503 from the moment the process is asked to stop, alive all the same, and serves what still comes', async () => {
    t.app.get(SaudeService).beginEncerramento();
    expect(await get('/health/ready')).toMatchObject({ status: 503, corpo: { estado: 'encerrando', codigo: 'encerrando' } });
    expect((await t.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    const servido = await t.app.inject({ method: 'GET', url: '/v1/analises', headers: (await t.createCliente()).cabecalhos });
    expect([servido.statusCode, servido.headers.connection]).toEqual([200, 'close']);
  });
});
