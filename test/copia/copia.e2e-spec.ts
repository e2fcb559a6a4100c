import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ExecucoesService } from '../../src/analises/analises.module.js';
import { checkCopia, createCopia, FORA_DA_COPIA, restoreCopia } from '../../src/copia/index.js';
import type { Manifesto } from '../../src/copia/index.js';
import { FILE_STORE, type FileStore } from '../../src/storage/index.js';
import { PassosService } from '../../src/workflows/etapas/passos.service.js';
import { acompanhar, ate, enviar, pedir } from '../analises/apoio.js';
import { createCliente, startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { plant } from '../support/planta.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { ambienteDoPrograma } from '../support/programa.js';
import { zipDe } from '../support/zip.js';

const AGORA = new Date('2026-11-30T12:00:00.000Z');
const SEGREDO = Buffer.alloc(32, 7).toString('base64');

/** Every table's rows, whatever their order: count and a hash of them as text. */
async function fingerprint(url: string): Promise<Record<string, string>> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  try {
    const { rows } = await c.query<{ t: string }>(`select relname as t from pg_class where relnamespace = 'alicit'::regnamespace and relkind = 'r' order by 1`);
    const digitais: Record<string, string> = {};
    for (const { t } of rows.filter((r) => !Object.hasOwn(FORA_DA_COPIA, r.t))) {
      const { rows: [r] } = await c.query<{ n: string; h: string }>(`select count(*) as n, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as h from alicit."${t}" t`);
      digitais[t] = `${r!.n} ${r!.h}`;
    }
    return digitais;
  } finally {
    await c.end();
  }
}

async function query(url: string, sql: string, valores: unknown[] = []): Promise<Record<string, unknown>[]> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  return c.query(sql, valores).then((r) => r.rows as Record<string, unknown>[]).finally(() => c.end());
}

describe('backup → wipe → restore', () => {
  let pasta = '';
  let copia = '';
  let vazio: BancoDeTeste;
  let novo: AppDeTeste | undefined;
  let cliente: Cliente;
  let manifesto: Manifesto;
  let digitais: Record<string, string>;
  let naFila: string;
  let enderecos: readonly string[];
  const respostas = new Map<string, string>();
  const fetchTudo = async (t: AppDeTeste): Promise<[string, string][]> =>
    Promise.all(enderecos.map(async (url) => [url, await t.app.inject({ method: 'GET', url, headers: cliente.cabecalhos }).then((r) => `${r.statusCode} ${r.headers['content-type']} ${r.headers['etag'] ?? ''} ${r.rawPayload.toString('base64')}`)] as [string, string]));

  /** A service with something of everything, one analysis under way, copied while it works; then all of it is gone. */
  beforeAll(async () => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-copia-'));
    copia = join(pasta, 'copia.zip');
    vazio = await createBanco('copia');
    const antigo = await startApp({ ALICIT_SEGREDO_MESTRE: SEGREDO, ALICIT_CONCORRENCIA: '1' });
    try {
      cliente = await antigo.createCliente();
      const primeira = await acompanhar(antigo, cliente, (await enviar(antigo, cliente)).corpo.id);
      const { empresaId, licitacaoId } = primeira.corpo as unknown as Record<string, string>;
      const { corpo: pergunta } = await pedir(antigo, cliente, 'POST', `/v1/licitacoes/${licitacaoId}/perguntas`, { payload: { pergunta: 'Qual o prazo de entrega?' } });
      const { corpo: webhook } = await pedir(antigo, cliente, 'POST', '/v1/webhooks', { payload: { url: 'https://exemplo.com.br/gancho', eventos: ['analise.concluida'] } });
      const { itens: [arquivo] } = (await pedir(antigo, cliente, 'GET', `/v1/licitacoes/${licitacaoId}/arquivos`)).corpo as unknown as { itens: { id: string }[] };
      expect([primeira.corpo.estado, Boolean(pergunta['conversaId']), webhook.id]).toEqual(['concluida', true, expect.stringMatching(/^whk_/)]);
      enderecos = [
        `/v1/analises/${primeira.corpo.id}`, `/v1/analises/${primeira.corpo.id}/relatorio`, `/v1/empresas/${empresaId}`, `/v1/licitacoes/${licitacaoId}`, `/v1/licitacoes/${licitacaoId}/leitura`,
        `/v1/licitacoes/${licitacaoId}/arquivos/${arquivo!.id}/conteudo`, `/v1/licitacoes/${licitacaoId}/conversas/${String(pergunta['conversaId'])}`, `/v1/webhooks/${webhook.id}`, '/v1/organizacao', '/v1/chaves',
      ];
      // A row in every table of organisations, and text that COPY must escape.
      const outra = await createCliente(antigo.fonte);
      await plant(antigo.fonte, antigo.app.get<FileStore>(FILE_STORE), outra.organizacaoId);
      await antigo.fonte.query(`update alicit.organizacao set nome = $1 where id = $2`, ['a\\N\tb\nc\r\\.\n\u{1F600} "', outra.organizacaoId]);
      await antigo.fonte.query(`insert into alicit.modelo_embedding (chave, modelo, vetor) values ('\\x00ff0a5c', 'm', '\\x0a0d5c2e00')`);
      await antigo.fonte.query(`select setval('alicit.vetor_versao', 41, true)`);
      // One analysis is caught at work.
      const passos = antigo.app.get(PassosService);
      let chega = (): void => undefined;
      const chegou = new Promise<void>((r) => (chega = r));
      passos.julgar = (e) => new Promise((_, falha) => {
        chega();
        e.sinal.addEventListener('abort', () => falha(e.sinal.reason as Error), { once: true });
      });
      naFila = (await enviar(antigo, cliente, { agora: '2026-11-24T10:00:00-03:00' })).corpo.id;
      await chegou;
      await antigo.fonte.query(`update alicit.analise set criada_em = now() - interval '1 hour' where id = $1`, [naFila]);
      for (const [url, r] of await fetchTudo(antigo)) respostas.set(url, r);
      ({ manifesto } = await createCopia({ url: antigo.urlBanco, destino: copia, store: antigo.app.get<FileStore>(FILE_STORE), versao: antigo.config.versao, agora: AGORA }));
      digitais = await fingerprint(antigo.urlBanco);
    } finally {
      await antigo.close();
    }
  }, 90_000);
  afterAll(async () => {
    await novo?.close();
    await vazio?.drop();
    rmSync(pasta, { recursive: true, force: true });
  });

  it('every table of the schema is in it, or named with the reason why not', () => {
    expect(manifesto.tabelas.map((t) => t.nome)).toEqual(Object.keys(digitais));
    expect(manifesto.tabelas.length).toBeGreaterThan(55);
  });

  it('is whole, of mode 600, and leaves nothing beside it', async () => {
    expect(await checkCopia(copia)).toEqual(manifesto);
    expect([statSync(copia).mode & 0o777, readdirSync(pasta)]).toEqual([0o600, ['copia.zip']]);
    expect(manifesto).toMatchObject({ alicit: expect.any(String), criadaEm: AGORA.toISOString(), arquivos: { quantos: 2, ausentes: 0 }, selos: [expect.stringMatching(/^[0-9a-f]{8}$/)] });
  });

  it('is never written over another, nor where it cannot be', async () => {
    const pedido = { url: vazio.url, store: null, versao: '1', agora: AGORA };
    await expect(createCopia({ ...pedido, destino: copia })).rejects.toMatchObject({ codigo: 'copia_existe' });
    await expect(createCopia({ ...pedido, destino: join(pasta, 'nada', 'x.zip') })).rejects.toMatchObject({ codigo: 'copia_nao_gravada' });
    await expect(createCopia({ ...pedido, destino: join(pasta, 'x.zip') })).rejects.toMatchObject({ codigo: 'copia_sem_dados' });
    expect(readdirSync(pasta)).toEqual(['copia.zip']);
  });

  it('a damaged, cut or hostile one touches nothing', async () => {
    const inteira = readFileSync(copia);
    const trocada = Buffer.from(inteira);
    trocada[Math.floor(trocada.length / 2)]! ^= 0xff;
    const texto = JSON.stringify(manifesto);
    const casos: Record<string, Buffer> = {
      cortada: inteira.subarray(0, inteira.length - 100), trocada, vazia: Buffer.alloc(0), outro: Buffer.from('%PDF-1.7'),
      semManifesto: await zipDe({ 'tabelas/empresa.copy': '' }), soManifesto: await zipDe({ 'manifesto.json': texto }), estranha: await zipDe({ 'manifesto.json': texto, 'tabelas/x/y.copy': '' }),
      ilegivel: await zipDe({ 'manifesto.json': '{' }), enorme: await zipDe({ 'manifesto.json': ' '.repeat(5_000_000) }), arquivoFalso: await zipDe({ [`arquivos/aa/${'a'.repeat(64)}`]: 'x', 'manifesto.json': texto }),
      sql: await zipDe({ 'manifesto.json': texto.replaceAll('"nome":"empresa"', '"nome":"empresa; drop"') }),
      foraDaPasta: Buffer.from((await zipDe({ 'tabelas/xx.copy': '' })).toString('latin1').replaceAll('tabelas/xx.copy', '../../../xx.copy'), 'latin1'),
    };
    for (const [nome, bytes] of Object.entries(casos)) {
      const origem = join(pasta, 'ruim.zip');
      writeFileSync(origem, bytes);
      const erro = await restoreCopia({ url: vazio.url, banco: BANCO, origem, store: nenhum, substituir: null }).catch((e: unknown) => e);
      expect([nome, (erro as { codigo?: string }).codigo]).toEqual([nome, 'copia_invalida']);
    }
    const nova = join(pasta, 'ruim.zip');
    for (const m of [{ ...manifesto, versao: 2 }, { ...manifesto, migracoes: [...manifesto.migracoes, 'Futuro9999'] }]) {
      writeFileSync(nova, await zipDe({ 'manifesto.json': JSON.stringify({ ...m, tabelas: [], arquivos: null }) }));
      await expect(restoreCopia({ url: vazio.url, banco: BANCO, origem: nova, store: nenhum, substituir: null })).rejects.toMatchObject({ codigo: 'copia_mais_nova' });
    }
    await expect(restoreCopia({ url: vazio.url, banco: BANCO, origem: join(pasta, 'não há.zip'), store: nenhum, substituir: null })).rejects.toMatchObject({ codigo: 'arquivo_nao_encontrado' });
    rmSync(nova);
    expect(await query(vazio.url, `select 1 from pg_namespace where nspname = 'alicit'`)).toEqual([]);
  });

  it('a restore that fails on its way leaves database and files as they were', async () => {
    const apagados: string[] = [];
    const guardados: string[] = [];
    const store = { ...nenhum, has: async () => false, put: async (_: unknown, l: { antes?: (s: string, b: number) => Promise<void> }) => { await l.antes?.('a'.repeat(64), 1); guardados.push('a'); throw new Error('disco cheio'); }, delete: async (s: string) => void apagados.push(s) } as unknown as FileStore;
    await expect(restoreCopia({ url: vazio.url, banco: BANCO, origem: copia, store, substituir: null })).rejects.toThrow('disco cheio');
    expect([guardados.length, apagados]).toEqual([1, ['a'.repeat(64)]]);
    expect(await query(vazio.url, `select 1 from pg_namespace where nspname = 'alicit'`)).toEqual([]);
  });

  it('by the command line: the same rows, files and answers, and the analysis at work ends', async () => {
    const dados = join(pasta, 'dados');
    const run = (...args: string[]) => {
      const r = spawnSync(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), ...args], { cwd: pasta, encoding: 'utf8', env: ambienteDoPrograma({ DATABASE_URL: vazio.url, ALICIT_DATA_DIR: dados }) });
      return { codigo: r.status, saida: r.stdout, avisos: r.stderr };
    };
    expect(run('backup', 'copia.zip', '--conferir')).toMatchObject({ codigo: 0, saida: expect.stringMatching(/^Cópia de 2026-11-30T12:00:00\.000Z, do ALICIT \S+ sobre PostgreSQL 18\S*: \d+ linhas em \d+ tabelas .*2 arquivos/) });
    const feita = run('restaurar', 'copia.zip');
    expect(feita).toMatchObject({ codigo: 0, avisos: expect.stringMatching(/Restaurada: \d+ linhas e 2 arquivos[^]*segredo-mestre/) });
    expect(await fingerprint(vazio.url)).toEqual(digitais);
    expect(await query(vazio.url, 'select last_value::int as v, is_called as c from alicit.vetor_versao')).toEqual([{ v: 41, c: true }]);
    expect(run('restaurar', 'copia.zip')).toMatchObject({ codigo: 1, avisos: expect.stringMatching(/^banco_com_dados: .*--substituir/m) });
    expect(run('restaurar', 'copia.zip', '--substituir', 'outro')).toMatchObject({ codigo: 1, avisos: expect.stringMatching(/^confirmacao_diferente: /m) });

    novo = await startApp({ DATABASE_URL: vazio.url, ALICIT_DATA_DIR: dados, ALICIT_SEGREDO_MESTRE: SEGREDO });
    expect(new Map(await fetchTudo(novo))).toEqual(respostas);
    expect(run('restaurar', 'copia.zip', '--substituir', new URL(vazio.url).pathname.slice(1))).toMatchObject({ codigo: 1, avisos: expect.stringMatching(/^servico_em_uso: /m) });
    await ate(() => novo!.app.get(ExecucoesService).rescue().catch(() => 0), (n) => n === 1);
    expect((await acompanhar(novo, cliente, naFila)).corpo).toMatchObject({ estado: 'concluida' });
    expect((await enviar(novo, cliente)).status).toBe(200);
    await novo.close();
    novo = undefined;

    // In the place of the data that is there: what only it named goes.
    expect(run('restaurar', 'copia.zip', '--substituir', new URL(vazio.url).pathname.slice(1))).toMatchObject({ codigo: 0 });
    expect(await fingerprint(vazio.url)).toEqual(digitais);
    const outra = run('backup', 'outra.zip');
    expect(outra).toMatchObject({ codigo: 0, avisos: expect.stringMatching(/segredo-mestre/) });
    rmSync(join(dados, 'arquivos'), { recursive: true });
    expect(run('backup', 'faltando.zip')).toMatchObject({ codigo: 1, saida: expect.stringContaining('2 ausentes'), avisos: expect.stringMatching(/não puderam ser copiados/) });
    expect(existsSync(join(pasta, 'faltando.zip'))).toBe(true);
  }, 90_000);

  const BANCO = { url: null, conexoes: 2, tempoMs: 30_000, pooler: false, diretoUrl: null };
  const nenhum = { tipo: 'disco' } as unknown as FileStore;
});
