import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { VERSAO_WORKFLOW } from '../../src/workflows/index.js';
import { ate, EDITAL, EMPRESA } from '../analises/apoio.js';
import { responderHonesto, startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { ATUAL, buildFutura, ProcessoDe, type Build } from '../support/versoes.js';

interface Analise { readonly id: string; readonly estado: string; readonly etapa: string | null; readonly historico: readonly { readonly desfecho: string | null; readonly versaoWorkflow: string }[]; readonly versoes: Record<string, string> | null }

/** Two builds over one database, each in processes of its own. Whole programs: what a deploy does. */
describe('an old and a new version side by side', () => {
  let futura: Build;
  let banco: BancoDeTeste;
  let sql: pg.Pool;
  let modelo: OpenAiServer;
  let dados: string;
  let chave: string;
  const vivos: ProcessoDe[] = [];
  beforeAll(() => void (futura = buildFutura()));
  afterAll(() => futura.remove());
  beforeEach(async () => {
    [banco, modelo] = await Promise.all([createBanco('versoes'), startOpenAiServer({ responder: responderHonesto })]);
    sql = new pg.Pool({ connectionString: banco.url, max: 2 });
    dados = mkdtempSync(join(tmpdir(), 'alicit-versoes-'));
    chave = '';
  });
  afterEach(async () => {
    await Promise.all(vivos.splice(0).map((p) => p.end('SIGKILL')));
    await Promise.all([modelo.close(), sql.end()]);
    await banco.drop();
    rmSync(dados, { recursive: true, force: true });
  });

  const start = async (build: Build, mais: Readonly<Record<string, string>> = {}): Promise<{ p: ProcessoDe; url: string }> => {
    const p = new ProcessoDe(build, { DATABASE_URL: banco.url, ALICIT_DATA_DIR: dados, OPENAI_BASE_URL: modelo.url, OPENAI_API_KEY: 'teste', ...mais });
    vivos.push(p);
    const url = await p.url();
    chave ||= /alicit_[\w-]{20,}/.exec(p.dito)?.[0] ?? '';
    return { p, url };
  };
  const get = async (url: string, caminho: string, accept = 'application/json'): Promise<{ status: number; texto: string }> => {
    const r = await fetch(`${url}${caminho}`, { headers: { authorization: `Bearer ${chave}`, accept } });
    return { status: r.status, texto: await r.text() };
  };
  const read = async (url: string, id: string): Promise<Analise> => JSON.parse((await get(url, `/v1/analises/${id}`)).texto) as Analise;
  const request = async (url: string, agora: string): Promise<string> => {
    const corpo = new FormData();
    corpo.append('arquivos', new Blob([EDITAL]), 'edital.pdf');
    corpo.append('empresa', EMPRESA);
    corpo.append('agora', agora);
    const r = await fetch(`${url}/v1/analises`, { method: 'POST', headers: { authorization: `Bearer ${chave}` }, body: corpo });
    expect(r.status).toBe(202);
    return ((await r.json()) as Analise).id;
  };
  const doFim = (url: string, id: string): Promise<Analise> => ate(() => read(url, id), (a) => a.estado === 'concluida' || a.estado === 'falhou', 90_000);
  const calls = () => modelo.ledger.filter((l) => l.status === 200 && !l.abortado).map((l) => l.impressao);

  it.each([['nova', VERSAO_WORKFLOW, 'futura'], ['anterior', 'futura', VERSAO_WORKFLOW]])('a run begun by one is ended by the %s, which finds the finished work', async (qual, de, para) => {
    const [primeira, segunda] = qual === 'nova' ? [ATUAL, futura] : [futura, ATUAL];
    modelo.setLatencia(60_000);
    const antes = await start(primeira);
    const id = await request(antes.url, '2026-11-13T10:00:00-03:00');
    await ate(() => read(antes.url, id), (a) => a.etapa === 'aconselhar', 60_000);
    await antes.p.end('SIGKILL');
    modelo.setLatencia(0);
    const depois = await start(segunda);
    const fim = await doFim(depois.url, id);
    expect(fim).toMatchObject({ estado: 'concluida', versoes: { workflow: para }, historico: [{ desfecho: 'interrompida', versaoWorkflow: de }, { desfecho: 'concluida', versaoWorkflow: para }] });
    const { rows } = await sql.query<{ etapa: string; n: number; token: string }>(`select etapa, count(*)::int as n, min(token) as token from alicit.analise_etapa where estado = 'concluida' group by etapa order by 1`);
    expect(rows.map(({ etapa, n, token }) => [etapa, n, Number(token)])).toEqual([['aconselhar', 1, 2], ['extrair', 1, 1], ['julgar', 1, 1], ['ler', 1, 1], ['relatar', 1, 2], ['reunir', 1, 1]]);
    expect((await sql.query('select 1 from mastra.mastra_workflow_snapshot')).rows).toEqual([]);
    expect(new Set(calls()).size).toBe(calls().length);
    expect(depois.p.dito).not.toMatch(/"level":(?:50|60)/);
  }, 180_000);

  it('both work at once: each reads what the other wrote, and neither does again what the other did', async () => {
    const velha = await start(ATUAL);
    const nova = await start(futura);
    // The schema is newer than the old one's own, which goes on, and starts again over it.
    await velha.p.end('SIGTERM');
    const devolta = await start(ATUAL);
    const ids = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => request(i % 2 ? nova.url : devolta.url, `2026-11-13T10:0${i}:00-03:00`)));
    const fins = await Promise.all(ids.map((id, i) => doFim(i % 2 ? devolta.url : nova.url, id)));
    expect(fins.map((f) => [f.estado, f.historico.length])).toEqual(ids.map(() => ['concluida', 1]));
    expect(new Set(fins.map((f) => f.versoes?.['workflow']))).toEqual(new Set([VERSAO_WORKFLOW, 'futura']));
    for (const tipo of ['application/json', 'text/markdown', 'text/html']) {
      for (const id of ids) {
        const [a, b] = await Promise.all([get(devolta.url, `/v1/analises/${id}/relatorio`, tipo), get(nova.url, `/v1/analises/${id}/relatorio`, tipo)]);
        expect([a.status, b.status]).toEqual([200, 200]);
      }
    }
    const { rows: leituras } = await sql.query<{ n: number }>(`select count(*)::int as n from alicit.trabalho where etapa = 'ler'`);
    expect(leituras).toEqual([{ n: 1 }]);
    const { rows: motores } = await sql.query('select motor from alicit.recomendacao_motor order by desde');
    expect(motores).toHaveLength(2);
    for (const { p } of [devolta, nova]) expect(p.dito).not.toMatch(/"level":(?:50|60)/);
  }, 180_000);
});
