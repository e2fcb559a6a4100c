import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';
import { EDITAL } from '../analises/apoio.js';
import { ClienteDeRede } from '../support/cliente-rede.js';
import { Processo } from '../support/processo.js';
import { until } from '../support/provedor.js';
import { createBancoDeServico, type BancoDeServico } from '../support/servicos.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';
import { DE_SESSAO, Registro } from './comandos-no-registro.js';

const pasta = mkdtempSync(join(tmpdir(), 'alicit-pooler-'));
const abertos: Processo[] = [];
const spawn = (ambiente: Record<string, string>): Processo => {
  const p = Processo.spawn({
    ALICIT_DATA_DIR: pasta, ALICIT_THREADS: '0', ALICIT_OFICINA_THREADS: '1', ALICIT_OCR_THREADS: '0', ALICIT_ENCERRAMENTO_S: '2', ALICIT_PNCP: 'desligado', ALICIT_WEBHOOK_PERMITE_PRIVADO: '1',
    ALICIT_SEGREDO_MESTRE: Buffer.alloc(32, 7).toString('base64'), ...ambiente,
  });
  abertos.push(p);
  return p;
};
const stopAll = async (): Promise<void> => {
  await Promise.all(abertos.splice(0).map((p) => (p.kill('SIGTERM'), p.exit())));
};
afterEach(stopAll);
afterAll(() => rmSync(pasta, { recursive: true, force: true }));

const ask = async <T extends Record<string, unknown>>(url: string, sql: string): Promise<readonly T[]> => {
  const cliente = new pg.Client({ connectionString: url });
  await cliente.connect();
  try {
    return (await cliente.query<T>(sql)).rows;
  } finally {
    await cliente.end();
  }
};

describe.each([
  ['transacao', false], ['transacao', true], ['sessao', false],
] as const)('the service behind pgbouncer in mode %s (with another way for who listens: %s)', (modo, direto) => {
  let banco: BancoDeServico;
  let registro: Registro;
  let destino: ServidorHttp;
  beforeAll(async () => {
    banco = await createBancoDeServico();
    registro = await Registro.open(banco.url);
    destino = await startServidorHttp((resposta) => void resposta.writeHead(204).end());
  });
  afterAll(async () => {
    await destino.fechar();
    await banco.drop();
  });

  it('starts at once on an empty database, analyses, tells, delivers, and keeps nothing in a session', async () => {
    const comum = { DATABASE_URL: banco[modo], ALICIT_BANCO_POOLER: '1', ...(direto ? { ALICIT_BANCO_DIRETO_URL: banco.url } : {}) };
    const api = spawn({ ...comum, ALICIT_ROLE: 'api' });
    const outros = [spawn({ ...comum, ALICIT_ROLE: 'worker' }), spawn({ ...comum, ALICIT_ROLE: 'worker' })];
    const [cliente] = await Promise.all([ClienteDeRede.de(api), ...outros.map((p) => p.url())]);
    expect(await ask(banco.url, `select (select count(*)::int from alicit.migracao) as nossas, (select count(*)::int from pgboss.version) as fila, (select count(*)::int from pg_indexes where schemaname = 'mastra') as mastra`)).toEqual([{ nossas: MIGRATIONS.length, fila: 1, mastra: 4 }]);

    const webhook = await cliente.fetch('/v1/webhooks', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url: destino.url, eventos: ['analise.concluida'] }) });
    expect(webhook.status).toBe(201);

    // One key, twice at once: one analysis. Then once more, when it is done.
    const [uma, outra] = await Promise.all([cliente.enviar(EDITAL, 60, 'chave-1'), cliente.enviar(EDITAL, 60, 'chave-1')]);
    const feita = uma.status === 200 ? uma : outra;
    expect(feita).toMatchObject({ status: 200, corpo: { estado: 'concluida', resumo: { desfecho: expect.any(String) } } });
    expect((await cliente.enviar(EDITAL, 60, 'chave-1')).corpo.id).toBe(feita.corpo.id);
    expect(await ask(banco.url, 'select count(*)::int as n from alicit.analise')).toEqual([{ n: 1 }]);

    const tipos: string[] = [];
    for await (const { tipo } of cliente.eventos(feita.corpo.id)) tipos.push(tipo);
    expect([tipos[0], tipos.at(-1)]).toEqual(['analise.na_fila', 'analise.concluida']);
    await until(() => destino.recebidos.length > 0, 'a entrega do webhook', 20_000);
    expect(JSON.parse(destino.recebidos[0]!.corpo)).toMatchObject({ tipo: 'analise.concluida' });

    // The threads of recommendations have connections of their own.
    const empresas = (await (await cliente.fetch('/v1/empresas')).json()) as { itens: { id: string }[] };
    expect((await cliente.fetch(`/v1/empresas/${empresas.itens[0]!.id}/recomendacoes`)).status).toBe(200);
    expect((await cliente.fetch('/health/ready')).status).toBe(200);

    const escutas = await ask(banco.url, `select 1 from pg_stat_activity where datname = current_database() and application_name = 'alicit-escuta'`);
    expect(escutas).toHaveLength(direto ? outros.length : 0);
    await stopAll();

    const comandos = registro.comandos();
    expect(comandos.length).toBeGreaterThan(500);
    expect([...new Set(comandos.map((c) => c.aplicacao))]).toEqual(expect.arrayContaining(['alicit', 'alicit-migracao', 'alicit-recomendacoes', ...(direto ? ['alicit-escuta'] : [])]));
    expect([...new Set(comandos.map((c) => c.forma))].sort()).toEqual(['<unnamed>', 'statement']);
    // pgbouncer itself sets the name of who uses a connection, and empties it between the clients of session mode.
    const deles = /^\s*(?:SET application_name='[^']*';|DISCARD ALL)$/;
    expect(comandos.filter(({ sql, aplicacao }) => DE_SESSAO.test(sql) && !deles.test(sql) && aplicacao !== 'alicit-escuta')).toEqual([]);
  }, 180_000);
});
