import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client, type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { asErroPublico, indisponivel, invalido } from '../kernel/index.js';
import type { FileStore } from '../storage/index.js';
import { FORMATO, MANIFESTO, nameArquivo, nameTabela, VERSAO_FORMATO, type Manifesto, type TabelaCopiada } from './domain/manifesto.js';
import { readSelos } from './selos.js';
import { describeTabela, fixFormatos, readSequencias, readTabelas } from './tabelas.js';
import { ZipNovo } from './zip-novo.js';

/** How far a backup or a restore is. */
export type OnProgresso = (parte: 'tabelas' | 'arquivos' | 'conferência', feitos: number, total: number) => void;

export interface PedidoCopia {
  /** Of the database, with the password. */
  readonly url: string;
  /** Where the backup goes; nothing may be there. */
  readonly destino: string;
  /** Null: without files. */
  readonly store: FileStore | null;
  /** Of this program. */
  readonly versao: string;
  readonly agora: Date;
  readonly sinal?: AbortSignal;
  readonly onProgresso?: OnProgresso;
}

/** A backup that was made. `faltam`: files the database still names that could not be read, or were damaged; at most the first ten are named. */
export interface CopiaFeita {
  readonly manifesto: Manifesto;
  readonly faltam: readonly string[];
}

const LOTE = 1000;
const MAX_FALTAM = 10;

/**
 * Copies the database, as it is at one moment, and the files it names, while the service works. The tables are read in
 * one transaction that writes nothing; files are named by their content, so they may be read after it.
 * @throws AlicitError `copia_existe`, `copia_nao_gravada`, `banco_indisponivel`, `copia_sem_dados`, `copia_interrompida`
 */
export async function createCopia(pedido: PedidoCopia): Promise<CopiaFeita> {
  const zip = await ZipNovo.create(pedido.destino);
  try {
    const { arquivos, ...doBanco } = await withLeitura(pedido.url, (cliente) => copyBanco(cliente, zip, pedido));
    const { resumo, faltam } = await copyArquivos(arquivos, zip, pedido);
    const manifesto: Manifesto = { formato: FORMATO, versao: VERSAO_FORMATO, alicit: pedido.versao, criadaEm: pedido.agora.toISOString(), ...doBanco, arquivos: resumo };
    await zip.finish(MANIFESTO, `${JSON.stringify(manifesto, null, 1)}\n`, pedido.agora);
    return { manifesto, faltam };
  } catch (erro) {
    await zip.discard();
    throw pedido.sinal?.aborted ? interrompida() : erro;
  }
}

const interrompida = (): Error => indisponivel('copia_interrompida', 'A cópia foi interrompida: nenhum arquivo ficou.');

async function withLeitura<T>(url: string, ler: (cliente: ClientBase) => Promise<T>): Promise<T> {
  const cliente = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'alicit-copia' });
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
  } catch (erro) {
    throw indisponivel('banco_indisponivel', `Não foi possível conectar ao banco de dados (${(erro as { code?: string }).code ?? 'sem resposta'}). Confira DATABASE_URL e se o servidor está de pé.`);
  }
  try {
    await cliente.query('begin isolation level repeatable read read only');
    await fixFormatos(cliente);
    return await ler(cliente);
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

async function copyBanco(cliente: ClientBase, zip: ZipNovo, { agora, store, sinal, onProgresso }: PedidoCopia): Promise<Pick<Manifesto, 'postgres' | 'migracoes' | 'tabelas' | 'sequencias' | 'selos'> & { readonly arquivos: readonly string[] }> {
  const { rows: [ha] } = await cliente.query<{ ha: boolean; versao: string }>(`select to_regclass('alicit.migracao') is not null as ha, current_setting('server_version') as versao`);
  if (!ha!.ha) throw invalido('copia_sem_dados', 'Este banco não tem dados do ALICIT: não há o que copiar. Confira DATABASE_URL e ALICIT_DATA_DIR.');
  const { rows: migracoes } = await cliente.query<{ name: string }>('select name from alicit.migracao order by timestamp, id');
  const tabelas: TabelaCopiada[] = [];
  const todas = await readTabelas(cliente);
  for (const tabela of todas) {
    sinal?.throwIfAborted();
    onProgresso?.('tabelas', tabelas.length, todas.length);
    const { linhas, bytes, sha256 } = await zip.add(nameTabela(tabela.nome), cliente.query(copyTo(`copy ${describeTabela(tabela)} to stdout`)), { comprime: true, contaLinhas: true, data: agora });
    tabelas.push({ nome: tabela.nome, colunas: [...tabela.colunas], linhas, bytes, sha256 });
  }
  return {
    postgres: ha!.versao, migracoes: migracoes.map((m) => m.name), tabelas, sequencias: [...(await readSequencias(cliente))], selos: [...(await readSelos(cliente))],
    arquivos: store ? await listArquivos(cliente) : [],
  };
}

/** Names of all files, a thousand to a string: an object each would cost several times as much. */
async function listArquivos(cliente: ClientBase): Promise<readonly string[]> {
  const lotes: string[] = [];
  for (let ultimo = ''; ; ) {
    const { rows } = await cliente.query<{ sha256: string }>('select sha256 from alicit.arquivo where sha256 > $1 order by sha256 limit $2', [ultimo, LOTE]);
    if (!rows.length) return lotes;
    lotes.push(rows.map((r) => r.sha256).join(''));
    ultimo = rows.at(-1)!.sha256;
  }
}

async function copyArquivos(lotes: readonly string[], zip: ZipNovo, { url, store, agora, sinal, onProgresso }: PedidoCopia): Promise<{ readonly resumo: Manifesto['arquivos']; readonly faltam: readonly string[] }> {
  if (!store) return { resumo: null, faltam: [] };
  const total = lotes.reduce((n, l) => n + l.length / 64, 0);
  let [quantos, bytes, ausentes] = [0, 0, 0];
  const faltam: string[] = [];
  for (const lote of lotes) {
    const sumidos: string[] = [];
    for (let i = 0; i < lote.length; i += 64) {
      sinal?.throwIfAborted();
      onProgresso?.('arquivos', quantos + ausentes, total);
      const sha256 = lote.slice(i, i + 64);
      const caminho = await findInteiro(store, sha256);
      if (caminho === null) {
        ausentes += 1;
        sumidos.push(sha256);
        continue;
      }
      bytes += (await zip.add(nameArquivo(sha256), createReadStream(caminho), { comprime: false, data: agora })).bytes;
      quantos += 1;
    }
    // Erased by a client while the backup was made: nothing is missing then.
    if (sumidos.length) faltam.push(...(await withLeitura(url, async (c) => (await c.query<{ sha256: string }>('select sha256 from alicit.arquivo where sha256 = any($1)', [sumidos])).rows.map((r) => r.sha256))));
  }
  return { resumo: { quantos, bytes, ausentes }, faltam: faltam.slice(0, MAX_FALTAM) };
}

/** A path whose content is what its name says. Null: there is none, or it is damaged; trouble of the store itself is thrown. */
async function findInteiro(store: FileStore, sha256: string): Promise<string | null> {
  try {
    const caminho = await store.localPath(sha256);
    const hash = createHash('sha256');
    await pipeline(createReadStream(caminho), hash);
    return hash.digest('hex') === sha256 ? caminho : null;
  } catch (erro) {
    if (asErroPublico(erro).codigo === 'arquivo_ausente') return null;
    throw erro;
  }
}
