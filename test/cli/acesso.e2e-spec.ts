import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { hashOf } from '../../src/acesso/chave.js';
import { openBatida } from '../../src/processos/batida.js';
import { csvDe, linhaCom } from '../sancoes/arquivo.js';
import { runAqui } from '../support/cli-aqui.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { ambienteDoPrograma } from '../support/programa.js';

/** The built program: `npm run build` comes first. */
const CLI = join(process.cwd(), 'dist', 'cli.js');
const CHAVE = /^alicit_[\w-]{43}\n$/;

describe('alicit organizacao, chave', () => {
  let banco: BancoDeTeste;
  let pasta = '';
  beforeAll(async () => {
    banco = await createBanco('cli');
    pasta = mkdtempSync(join(tmpdir(), 'alicit-cli-acesso-'));
    // Open to the user PostgreSQL runs as under root: else its data would go to, and stay in, a folder of the system.
    chmodSync(pasta, 0o755);
  });
  afterAll(async () => {
    await banco.drop();
    rmSync(pasta, { recursive: true, force: true });
  });

  const run = (args: readonly string[], env: Record<string, string> = { DATABASE_URL: banco.url }) => {
    const r = spawnSync(process.execPath, [CLI, ...args], { cwd: tmpdir(), encoding: 'utf8', env: ambienteDoPrograma({ ALICIT_DATA_DIR: join(pasta, 'dados'), ...env }) });
    return { codigo: r.status, saida: r.stdout, avisos: r.stderr };
  };
  const aqui = (args: readonly string[]) => runAqui(args, { DATABASE_URL: banco.url, ALICIT_DATA_DIR: join(pasta, 'dados') });
  const query = async <T>(sql: string, valores: unknown[] = []): Promise<T[]> => {
    const cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
    const { rows } = await cliente.query(sql, valores);
    await cliente.end();
    return rows as T[];
  };

  it('makes an organisation over an empty database and prints its key alone, once', async () => {
    const r = run(['organizacao', 'criar', '--nome', ' Construtora Ação ']);
    expect([r.codigo, r.avisos]).toEqual([0, expect.stringMatching(/^Organização org_\w+ criada\./)]);
    expect(r.saida).toMatch(CHAVE);
    const [linha] = await query<{ nome: string; escopos: string[] }>('select o.nome, c.escopos from alicit.chave_api c join alicit.organizacao o on o.id = c.organizacao_id where c.hash = $1', [hashOf(r.saida.trim())]);
    expect([linha!.nome, linha!.escopos.length]).toEqual(['Construtora Ação', 10]);
    expect(r.avisos).not.toContain(r.saida.trim());
  });

  it('tells which processes live in the database, and whether one without a port beats', async () => {
    const linha = `insert into alicit.processo (id, papel, versao, maquina, versao_workflow, pulso_ms, visto_em) values ($1, $2, $3, $4, $5, 10000, now() - $6 * interval '1 second')`;
    await query(linha, ['pro_api', 'api', '1.2.3', 'maquina-a', '2', 1]);
    await query(linha, ['pro_morto', 'worker', '1.2.3', 'maquina-b', '2', 31]);
    const so = run(['saude', '--banco']);
    expect([so.codigo, so.saida]).toEqual([1, expect.stringMatching(/^pro_api +api +1\.2\.3 +2 +maquina-a +há \d s .* vivo$/m)]);
    expect(so.saida).not.toContain('pro_morto');
    await query(`update alicit.processo set visto_em = now() where id = 'pro_morto'`);
    expect(run(['saude', '--banco']).codigo).toBe(0);
    expect(run(['saude', '--banco'], { DATABASE_URL: 'postgres://alicit:segredo@127.0.0.1:9/x' })).toEqual({ codigo: 1, saida: '', avisos: expect.stringMatching(/^banco_indisponivel: (?!.*segredo)/) });

    const hc = () => spawnSync(process.execPath, [join(process.cwd(), 'scripts', 'healthcheck.mjs')], { env: ambienteDoPrograma({ ALICIT_DATA_DIR: join(pasta, 'dados'), ALICIT_HTTP: '0' }) }).status;
    expect([run(['saude', '--processo']), hc()]).toEqual([{ codigo: 1, saida: expect.stringContaining('sem sinal'), avisos: '' }, 1]);
    const batida = openBatida(join(pasta, 'dados'));
    await batida.touch();
    expect([run(['saude', '--processo']), hc()]).toEqual([{ codigo: 0, saida: expect.stringMatching(/^vivo: deu sinal há \d s\n$/), avisos: '' }, 0]);
    const arquivo = join(pasta, 'dados', 'batidas', `${hostname()}-${process.pid}`);
    utimesSync(arquivo, new Date(), new Date(Date.now() - 31_000));
    expect([run(['saude', '--processo']), hc()]).toEqual([{ codigo: 1, saida: expect.stringMatching(/^sem sinal há 3\d s/), avisos: '' }, 1]);
    await batida.remove();
    expect(existsSync(arquivo)).toBe(false);
  });

  it('imports a register of sanctions and looks a company up', async () => {
    const arquivo = join(pasta, '20261120_CEIS.csv');
    writeFileSync(arquivo, Buffer.from(csvDe([linhaCom()]), 'latin1'));
    const feita = await aqui(['sancoes', 'importar', arquivo]);
    expect([feita.codigo, feita.avisos]).toEqual([0, 'CEIS de 2026-11-20: 1 sanções de empresas em 1 linhas; 0 de pessoas físicas, descartadas.\n']);
    const consulta = await aqui(['sancoes', 'consultar', '11.222.333/0001-81']);
    expect([consulta.avisos, JSON.parse(consulta.saida)]).toEqual([expect.stringContaining('O CNEP não foi importado'), expect.objectContaining({ cnpj: '11222333000181', registros: [expect.objectContaining({ alcance: 'ente' })] })]);
    expect(await aqui(['sancoes', 'importar', join(pasta, 'nada.csv')])).toMatchObject({ codigo: 1, avisos: expect.stringContaining('arquivo_nao_encontrado') });
  });

  it('makes, lists, rotates and revokes keys', async () => {
    await aqui(['organizacao', 'criar', '--nome', 'Outra']);
    const { id } = (JSON.parse((await aqui(['organizacao', 'listar'])).saida) as { id: string; nome: string }[]).find((o) => o.nome === 'Outra')!;
    const criada = await aqui(['chave', 'criar', '--organizacao', id, '--nome', 'leitura', '--escopos', 'analises:ler, empresas:ler', '--expira', '2099-01-01T00:00:00Z']);
    expect(criada.saida).toMatch(CHAVE);
    const list = async () => JSON.parse((await aqui(['chave', 'listar', '--organizacao', id])).saida) as { id: string; nome: string; escopos: string[]; expiraEm: string | null; estado: string; substituidaPor: string | null }[];
    const [nova, primeira] = await list();
    expect(nova).toMatchObject({ nome: 'leitura', escopos: ['analises:ler', 'empresas:ler'], expiraEm: '2099-01-01T00:00:00.000Z', estado: 'ativa' });
    expect((await aqui(['chave', 'rotacionar', nova!.id, '--organizacao', id, '--sobreposicao', '0'])).saida).toMatch(CHAVE);
    // The operator may take even the last key away: making another needs none.
    expect(await aqui(['chave', 'revogar', primeira!.id, '--organizacao', id])).toMatchObject({ codigo: 0, saida: '' });
    expect((await list()).map((c) => c.estado)).toEqual(['ativa', 'expirada', 'revogada']);
  }, 60_000);

  it.each([
    [['organizacao', 'criar', '--nome', ' '], 1, /^nome_invalido: /],
    [['organizacao', 'criar'], 2, /--nome/],
    [['organizacao'], 2, /^Falta dizer o que fazer\./],
    [['chave', 'listar', '--organizacao', 'org_X'], 1, /^organizacao_nao_encontrada: /],
    [['chave', 'criar', '--organizacao', 'org_X', '--nome', 'x', '--escopos', 'tudo'], 1, /^dados_invalidos: .*escopos/],
    [['chave', 'rotacionar', 'chv_X', '--organizacao', 'org_X', '--sobreposicao', '9h'], 2, /^mau_uso: --sobreposicao/],
    [['chave', 'revogar', 'chv_X', '--organizacao', 'org_X'], 1, /^organizacao_nao_encontrada: /],
  ])('refuses %j', async (args, codigo, aviso) => {
    const r = await aqui(args);
    expect([r.codigo, r.saida, r.avisos]).toEqual([codigo, '', expect.stringMatching(aviso)]);
  });

  it('says in one line that there is no database', () => {
    const r = run(['organizacao', 'listar'], { DATABASE_URL: 'postgres://ninguem:senha-secreta@127.0.0.1:1/nada' });
    expect([r.codigo, r.saida, r.avisos]).toEqual([1, '', expect.stringMatching(/^banco_indisponivel: [^\n]*\n$/)]);
    expect(r.avisos).not.toContain('senha-secreta');
  });

  it('stops the embedded database it started', () => {
    const r = run(['organizacao', 'listar'], {});
    expect([r.codigo, r.saida]).toEqual([0, '[]\n']);
    expect(existsSync(join(pasta, 'dados', 'postgres', 'dados', 'postmaster.pid'))).toBe(false);
  }, 60_000);

  it('is listed by the help', async () => {
    const { saida } = await aqui(['ajuda']);
    for (const nome of ['organizacao <comando>', 'chave <comando>']) expect(saida).toContain(nome);
    const daChave = (await aqui(['ajuda', 'chave'])).saida;
    for (const nome of ['criar', 'listar', 'rotacionar', 'revogar']) expect(daChave).toContain(nome);
  });
});
