import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ClienteHttp, doTudo } from '../../support/atividade.js';
import { readExposicao } from '../../support/exposicao.js';
import { responderHonesto, startOpenAiServer, type OpenAiServer } from '../../support/openai-server/index.js';
import { startPineconeServer, type PineconeServer } from '../../support/pinecone-server/index.js';
import { gerarRegistros, startPncpServer, type PncpServer } from '../../support/pncp-server/index.ts';
import { Processo } from '../../support/processo.js';
import { until } from '../../support/provedor.js';
import { createBancoDeServico, readServicos, type BancoDeServico } from '../../support/servicos.js';
import { startServidorHttp, type ServidorHttp } from '../../support/servidor-http.js';
import { readDashboard, readRegras } from '../promql.js';

interface Amostra { readonly metric: Readonly<Record<string, string>>; readonly value: readonly [number, string] }

/** What Prometheus answers now. @throws Error with what it refuses */
async function query(expr: string): Promise<readonly Amostra[]> {
  const r = await fetch(`${readServicos().prometheus.url}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query: expr }) });
  const lido = (await r.json()) as { readonly status: string; readonly error?: string; readonly data: { readonly result: readonly Amostra[] } };
  if (lido.status !== 'success') throw new Error(`${expr}: ${lido.error ?? r.status}`);
  return lido.data.result;
}

/** As Grafana asks for the whole service over the last hour. */
const fill = (expr: string, instance: string): string => expr.replaceAll('$__rate_interval', '5m').replaceAll('$instance', instance).replaceAll('$papel', '.*');
const TODOS = '.*';
const dia = (atras: number): string => new Date(Date.now() - atras * 86_400_000).toISOString().slice(0, 10);

describe('the dashboard over a real Prometheus', () => {
  const alvo = join(readServicos().prometheus.alvos, `painel-${process.pid}.json`);
  let pasta: string;
  let banco: BancoDeServico;
  let modelo: OpenAiServer;
  let pinecone: PineconeServer;
  let pncp: PncpServer;
  let receptor: ServidorHttp;
  let processo: Processo;
  let instance: string;

  beforeAll(async () => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-painel-'));
    [banco, modelo, pinecone, pncp, receptor] = await Promise.all([
      createBancoDeServico(), startOpenAiServer({ responder: responderHonesto }), startPineconeServer(), startPncpServer({ registros: gerarRegistros({ quantidade: 40, de: dia(1), ate: dia(0) }) }),
      startServidorHttp((resposta) => resposta.writeHead(204).end()),
    ]);
    processo = Processo.spawn({
      DATABASE_URL: banco.url, ALICIT_DATA_DIR: pasta, ALICIT_LOG: 'warn', ALICIT_WEBHOOK_PERMITE_PRIVADO: '1',
      OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: modelo.url, PINECONE_API_KEY: pinecone.chave, PINECONE_CONTROLLER_URL: pinecone.url,
      PNCP_URL: pncp.url, PNCP_CONSULTA_URL: pncp.consultaUrl, ALICIT_PNCP_ESPERA_MS: '1', ALICIT_SINC_ESPERA_MS: '1', ALICIT_SINC_MODALIDADES: '6,8', ALICIT_OCR_THREADS: '1', ALICIT_SINCRONIZA: '1', ALICIT_SINC_CRON: '* * * * *', ALICIT_SINC_DIAS: '1',
    });
    const url = await processo.url();
    instance = new URL(url).host;
    writeFileSync(alvo, JSON.stringify([{ targets: [instance] }]));
    const chave = (): string | undefined => /alicit_[\w-]{43}/.exec(processo.avisos)?.[0];
    await until(() => chave() !== undefined, 'a primeira chave ser mostrada');
    const cliente = new ClienteHttp(url, chave()!);
    await cliente.call('POST', '/v1/webhooks', { url: receptor.url, eventos: ['analise.concluida'] });
    // Twice, with scrapes between: what is first seen with a value has no rate until it grows.
    await doTudo(cliente, 1);
    await scraped(instance);
    await doTudo(cliente, 2);
    await cliente.until<{ completude: readonly { rota: string; idadeS: number | null }[] }>('/v1/sincronizacao', (_, s) => s.completude.some((c) => c.rota === 'atualizacao' && c.idadeS !== null), 180_000);
    await scraped(instance);
  }, 420_000);

  afterAll(async () => {
    rmSync(alvo, { force: true });
    processo.kill('SIGTERM');
    await processo.exit();
    await Promise.all([modelo.close(), pinecone.close(), pncp.close(), receptor.fechar()]);
    await banco.drop();
    rmSync(pasta, { recursive: true, force: true });
  }, 60_000);

  it('every query of every panel returns data', async () => {
    const consultas = readDashboard().panels.flatMap((p) => p.targets.map((t) => ({ nome: `${p.title} [${t.refId}]`, expr: t.expr })));
    expect(consultas.length).toBeGreaterThan(80);
    let vazias: readonly string[] = [];
    // A number is data; what the last minutes give may take a scrape or two, and a turn of a queue.
    for (const fim = performance.now() + 150_000; performance.now() < fim; await sleep(1000)) {
      const lidas = await Promise.all(consultas.map(async ({ nome, expr }) => [`${nome}: ${expr}`, await query(fill(expr, TODOS))] as const));
      vazias = lidas.filter(([, r]) => !r.some((a) => Number.isFinite(Number(a.value[1])))).map(([nome]) => nome);
      if (!vazias.length) break;
    }
    expect(vazias).toEqual([]);
  }, 180_000);

  it('lists roles and processes to choose from, and shows what is chosen only', async () => {
    expect((await query('count by (papel, instance) (alicit_info)')).filter((a) => a.metric['instance'] === instance).map((a) => a.metric['papel'])).toEqual(['all']);
    const daVersao = readDashboard().panels.find((p) => p.title === 'Versões')!.targets[0]!.expr;
    expect((await query(fill(daVersao, instance))).map((a) => a.metric['instance'])).toEqual([instance]);
    expect(await query(fill(daVersao, 'outro'))).toEqual([]);
  });

  it('a service that is well sets no alert off', async () => {
    const regras = readRegras().filter((r) => r.alert !== undefined);
    // Of this process alone: others may be watched by the same Prometheus. What the rules record is given its formula.
    const horario = readRegras().find((r) => r.record === 'alicit:horario_comercial')!.expr;
    const acesos = await Promise.all(regras.map(async ({ alert, expr }) => [alert, (await query(expr.replaceAll('alicit:horario_comercial', `(${horario})`))).filter((a) => !a.metric['instance'] || a.metric['instance'] === instance).length] as const));
    expect(acesos.filter(([, n]) => n > 0)).toEqual([]);
  });

  it('answers also without its database, in time and saying what it could not read', async () => {
    const servidor = new pg.Client({ connectionString: readServicos().postgres.url });
    await servidor.connect();
    const nome = new URL(banco.url).pathname.slice(1);
    try {
      await servidor.query(`alter database ${nome} allow_connections false`);
      await servidor.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [nome]);
      // What was read before counts for 5 s.
      await until(async () => {
        const inicio = performance.now();
        const r = await fetch(`http://${instance}/metrics`);
        const m = readExposicao(await r.text());
        expect([r.status, performance.now() - inicio < 5000]).toEqual([200, true]);
        return !m.find('alicit_analises_abertas').length && m.find('alicit_saude', { item: 'banco' })[0] === 0 && m.find('alicit_coleta_falhas_total', { coletor: 'analises_abertas' })[0]! > 0;
      }, 'as métricas do banco faltarem', 30_000);
    } finally {
      await servidor.query(`alter database ${nome} allow_connections true`);
      await servidor.end();
    }
    await until(async () => readExposicao(await (await fetch(`http://${instance}/metrics`)).text()).find('alicit_analises_abertas').length > 0, 'as métricas do banco voltarem', 60_000);
  }, 120_000);
});

/** A few scrapes from now. */
async function scraped(instance: string): Promise<void> {
  const desde = Date.now() / 1000;
  for (const fim = performance.now() + 60_000; performance.now() < fim; await sleep(250)) {
    const [n] = await query(`count_over_time(up{instance="${instance}"}[${Math.max(1, Math.ceil(Date.now() / 1000 - desde))}s])`);
    if (n && Number(n.value[1]) >= 4) return;
  }
  throw new Error('o Prometheus não leu o serviço');
}
