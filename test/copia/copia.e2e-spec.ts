import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ExecucoesService } from '../../src/analises/analises.module.js';
import { checkCopia, createCopia, FORA_DA_COPIA, restoreCopia } from '../../src/copia/index.js';
import type { Manifesto } from '../../src/copia/index.js';
import { FILE_STORE, type FileStore } from '../../src/storage/index.js';
import { PassosService } from '../../src/workflows/etapas/passos.service.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { acompanhar, enviar, pedir } from '../analises/apoio.js';
import { createCliente, startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { plant } from '../support/planta.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { ambienteDoPrograma } from '../support/programa.js';
import { zipDe } from '../support/zip.js';

const AGORA = new Date('2026-11-30T12:00:00.000Z');
const NOME = 'a\\N\tb\nc\r\\.\n\u{1F600} "';
const SEGREDO = Buffer.alloc(32, 7).toString('base64');

/** Tables of the schema and their columns, but those the database makes by itself. */
const COLUNAS = `select table_name as nome, array_agg(column_name::text order by ordinal_position) as colunas from information_schema.columns where table_schema = 'alicit' and is_generated = 'NEVER' group by 1 order by 1`;

const flip = (bytes: Buffer, lugar: number): Buffer => {
  const outros = Buffer.from(bytes);
  outros[lugar]! ^= 0xff;
  return outros;
};

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
  let esquema: Record<string, unknown>[];
  let naFila: string;
  let enderecos: readonly string[];
  const respostas = new Map<string, string>();
  const fetchTudo = async (t: AppDeTeste): Promise<[string, string][]> =>
    Promise.all(enderecos.map(async (url) => [url, await t.app.inject({ method: 'GET', url, headers: cliente.cabecalhos }).then((r) => `${r.statusCode} ${r.headers['content-type']} ${r.headers['etag'] ?? ''} ${createHash('sha256').update(r.rawPayload).digest('hex')}`)] as [string, string]));

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
        `/v1/licitacoes/${licitacaoId}/arquivos/${arquivo!.id}/conteudo`, `/v1/licitacoes/${licitacaoId}/conversas/${String(pergunta['conversaId'])}`, `/v1/webhooks/${webhook.id}`, '/v1/organizacao',
      ];
      // A row in every table of organisations, and text that COPY must escape.
      const outra = await createCliente(antigo.fonte);
      await plant(antigo.fonte, antigo.app.get<FileStore>(FILE_STORE), outra.organizacaoId);
      await antigo.fonte.query(`update alicit.organizacao set nome = $1 where id = $2`, [NOME, outra.organizacaoId]);
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
      esquema = await query(antigo.urlBanco, COLUNAS);
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
    expect(manifesto.tabelas.map(({ nome, colunas }) => ({ nome, colunas }))).toEqual(esquema.filter(({ nome }) => !Object.hasOwn(FORA_DA_COPIA, String(nome))));
    expect(manifesto.tabelas.length).toBeGreaterThan(55);
    // Each table of organisations was given a row.
    expect(manifesto.tabelas.filter((t) => t.colunas.includes('organizacao_id') && !t.linhas)).toEqual([]);
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
    const trocada = flip(inteira, inteira.indexOf('%PDF-') + 1000);
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

  it('whatever byte is damaged, it is refused as such, or nothing of the content changed', async () => {
    const inteira = readFileSync(copia);
    const ruim = join(pasta, 'ruim.zip');
    // All kinds of bytes: the end has the directory and the manifest, the rest headers and data of tables and files.
    const lugares = [...Array(30).keys()].map((i) => Math.floor((i * inteira.length) / 30)).concat([...Array(40).keys()].map((i) => inteira.length - 1 - i * 89));
    const vistos = new Set<unknown>();
    for (const lugar of lugares) {
      writeFileSync(ruim, flip(inteira, lugar));
      const visto = await checkCopia(ruim).catch((e: { codigo?: string; message: string }) => e.codigo ?? e.message);
      if (typeof visto === 'string') vistos.add(visto);
      else expect(visto).toEqual(manifesto);
    }
    rmSync(ruim);
    expect(vistos).toEqual(new Set(['copia_invalida']));
  });

  it('one damaged after it was checked is refused as such, and touches nothing', async () => {
    const origem = join(pasta, 'ruim.zip');
    const inteira = readFileSync(copia);
    const arquivos = inteira.indexOf('arquivos/');
    for (const estraga of [(b: Buffer) => b.fill(0, 2000, arquivos - 100), (b: Buffer) => b.fill(0, arquivos + 200, arquivos + 2000)]) {
      writeFileSync(origem, inteira);
      const onProgresso = (parte: string): void => {
        if (parte === 'tabelas') writeFileSync(origem, estraga(Buffer.from(inteira)));
      };
      const put = async (conteudo: AsyncIterable<Buffer>): Promise<{ sha256: string }> => {
        const hash = createHash('sha256');
        for await (const parte of conteudo) hash.update(parte);
        return { sha256: hash.digest('hex') };
      };
      const store = { has: () => Promise.resolve(false), put, delete: () => Promise.resolve() } as unknown as FileStore;
      await expect(restoreCopia({ url: vazio.url, banco: BANCO, origem, store, substituir: null, onProgresso })).rejects.toMatchObject({ codigo: 'copia_invalida' });
      expect(await query(vazio.url, `select 1 from pg_namespace where nspname = 'alicit'`)).toEqual([]);
    }
    rmSync(origem);
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
    const nome = new URL(vazio.url).pathname.slice(1);
    const run = (...args: string[]) => {
      const r = spawnSync(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), ...args], { cwd: pasta, encoding: 'utf8', env: ambienteDoPrograma({ DATABASE_URL: vazio.url, ALICIT_DATA_DIR: dados }) });
      return { codigo: r.status, saida: r.stdout, avisos: r.stderr };
    };
    const refuse = (substituir: string | null) => restoreCopia({ url: vazio.url, banco: BANCO, origem: copia, store: nenhum, substituir }).catch((e: { codigo: string; message: string }) => e);
    expect(run('backup', 'copia.zip', '--conferir')).toMatchObject({ codigo: 0, saida: expect.stringMatching(/^Cópia de 2026-11-30T12:00:00\.000Z, do ALICIT \S+ sobre PostgreSQL 18\S*: \d+ linhas em \d+ tabelas .*2 arquivos/) });
    expect(run('restaurar', 'copia.zip')).toMatchObject({ codigo: 0, avisos: expect.stringMatching(/Restaurada: \d+ linhas e 2 arquivos[^]*segredo-mestre/) });
    // What is copied of what was restored is what was copied.
    expect(run('backup', 'outra.zip')).toMatchObject({ codigo: 0, avisos: expect.stringMatching(/segredo-mestre/) });
    expect(await checkCopia(join(pasta, 'outra.zip'))).toEqual({ ...manifesto, criadaEm: expect.any(String) });
    expect(await query(vazio.url, `select nome, (select vetor from alicit.modelo_embedding) as vetor, (select last_value::int from alicit.vetor_versao) as versao from alicit.organizacao where nome like 'a%'`)).toEqual([{ nome: NOME, vetor: Buffer.from('0a0d5c2e00', 'hex'), versao: 41 }]);
    expect(await refuse(null)).toMatchObject({ codigo: 'banco_com_dados', message: expect.stringContaining(`--substituir ${nome}`) });
    expect(await refuse('outro')).toMatchObject({ codigo: 'confirmacao_diferente' });

    novo = await startApp({ DATABASE_URL: vazio.url, ALICIT_DATA_DIR: dados, ALICIT_SEGREDO_MESTRE: SEGREDO });
    expect(new Map(await fetchTudo(novo))).toEqual(respostas);
    expect(await refuse(nome)).toMatchObject({ codigo: 'servico_em_uso' });
    await novo.app.get(JobsService).ready();
    expect(await novo.app.get(ExecucoesService).rescue()).toBe(1);
    expect((await acompanhar(novo, cliente, naFila)).corpo).toMatchObject({ estado: 'concluida' });
    expect((await enviar(novo, cliente)).status).toBe(200);
    await novo.close();
    novo = undefined;

    // In the place of the data that is there: what only it named goes. A file that is missing is told, and the rest is copied.
    rmSync(join(pasta, 'outra.zip'));
    rmSync(join(dados, 'arquivos'), { recursive: true });
    expect(run('backup', 'outra.zip')).toMatchObject({ codigo: 1, saida: expect.stringContaining('2 ausentes'), avisos: expect.stringMatching(/não puderam ser copiados/) });
    expect(run('restaurar', 'copia.zip', '--substituir', nome)).toMatchObject({ codigo: 0 });
    rmSync(join(pasta, 'outra.zip'));
    await createCopia({ url: vazio.url, destino: join(pasta, 'outra.zip'), store: null, versao: '1', agora: AGORA });
    expect((await checkCopia(join(pasta, 'outra.zip'))).tabelas).toEqual(manifesto.tabelas);
  }, 120_000);

  const BANCO = { url: null, conexoes: 2, tempoMs: 30_000, pooler: false, diretoUrl: null };
  const nenhum = { tipo: 'disco' } as unknown as FileStore;
});
