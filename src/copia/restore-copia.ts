import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Entry, ZipFile } from 'yauzl';
import type { Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import type { FileStore } from '../storage/index.js';
import { NOMES_DAS_MIGRACOES, rebuildEsquema } from '../storage/storage.module.js';
import { requireDestinoLivre } from './destino.js';
import { corrompida, requireMigracoes, type Manifesto, type TabelaCopiada } from './domain/manifesto.js';
import { dropChavesEstrangeiras } from './chaves-estrangeiras.js';
import type { OnProgresso } from './create-copia.js';
import { Medida } from './medir.js';
import { checkCopia, eachAchada, openEntrada, withCopia } from './read-copia.js';
import { describeTabela, fixFormatos, quote, readSequencias, readTabelas } from './tabelas.js';

export interface PedidoRestauracao {
  readonly url: string;
  readonly banco: Config['banco'];
  readonly origem: string;
  readonly store: FileStore;
  /** The database's own name, given by who knows that its data will be erased; null: only into a database without data. */
  readonly substituir: string | null;
  readonly sinal?: AbortSignal;
  readonly onProgresso?: OnProgresso;
}

/** What came back. `apagados`: files only the replaced data named. */
export interface Restaurada {
  readonly manifesto: Manifesto;
  readonly linhas: number;
  readonly apagados: number;
}

/**
 * Puts a backup in the place of what the database holds: the schema as it was, its rows, the newer migrations and the
 * files, and only then the commit. Whatever fails before leaves database and files as they were.
 * @throws AlicitError `copia_invalida`, `copia_mais_nova`, `banco_com_dados`, `servico_em_uso`, `confirmacao_diferente`
 */
export async function restoreCopia(pedido: PedidoRestauracao): Promise<Restaurada> {
  const { origem, url, banco, store, sinal, onProgresso } = pedido;
  const manifesto = await checkCopia(origem, { sinal, onProgresso });
  const migracoes = requireMigracoes(manifesto, NOMES_DAS_MIGRACOES);
  const novos: string[] = [];
  let antigos: ReadonlySet<string> = new Set();
  try {
    await rebuildEsquema(url, banco, {
      migracoes,
      before: async (cliente) => void (antigos = await requireDestinoLivre(cliente, pedido.substituir)),
      fill: (cliente) => withCopia(origem, (zip) => fillTabelas(cliente, zip, manifesto, pedido)).catch(explainRecusa),
      after: async (cliente) => {
        await withCopia(origem, (zip) => putArquivos(cliente, zip, manifesto, pedido, novos));
        const ficam = new Set((await cliente.query<{ sha256: string }>('select sha256 from alicit.arquivo')).rows.map((r) => r.sha256));
        antigos = new Set([...antigos].filter((a) => !ficam.has(a)));
      },
    });
  } catch (erro) {
    for (const sha256 of novos) await store.delete(sha256).catch(() => undefined);
    throw sinal?.aborted ? indisponivel('copia_interrompida', 'A restauração foi interrompida: o banco ficou como estava.') : erro;
  }
  let apagados = 0;
  for (const sha256 of antigos) await store.delete(sha256).then(() => (apagados += 1), () => undefined);
  return { manifesto, linhas: manifesto.tabelas.reduce((n, t) => n + t.linhas, 0), apagados };
}

async function fillTabelas(cliente: ClientBase, zip: ZipFile, manifesto: Manifesto, { sinal, onProgresso }: PedidoRestauracao): Promise<void> {
  await fixFormatos(cliente);
  const existentes = new Map((await readTabelas(cliente)).map((t) => [t.nome, t]));
  const copiadas = new Map(manifesto.tabelas.map((t) => [t.nome, t]));
  for (const { nome, colunas } of manifesto.tabelas) if (existentes.get(nome)?.colunas.toSorted().join() !== colunas.toSorted().join()) throw corrompida(`a tabela ${nome} não é a do esquema da cópia`);
  const addChaves = await dropChavesEstrangeiras(cliente);
  let feitas = 0;
  for await (const { o, entrada } of eachAchada(zip)) {
    if (o.tipo !== 'tabela') continue;
    sinal?.throwIfAborted();
    onProgresso?.('tabelas', feitas, copiadas.size);
    feitas += 1;
    const tabela = copiadas.get(o.tabela);
    if (!tabela) throw corrompida('mudou durante a restauração');
    await copyTabela(cliente, zip, entrada, tabela);
  }
  if (feitas !== copiadas.size) throw corrompida('mudou durante a restauração');
  await addChaves();
  await setSequencias(cliente, manifesto);
  // Answers still being made when the backup was: nobody will finish them.
  await cliente.query(`delete from alicit.idempotencia where estado = 'em_andamento' /* sistema: of all organisations */`);
}

/** The database refuses values (SQLSTATE 22) or rows that contradict each other (23). */
function explainRecusa(erro: unknown): never {
  throw /^2[23]/.test(String((erro as { code?: unknown }).code)) ? corrompida('o banco recusa linhas que ela tem') : erro;
}

async function copyTabela(cliente: ClientBase, zip: ZipFile, entrada: Entry, tabela: TabelaCopiada): Promise<void> {
  const medida = new Medida(true);
  await pipeline(await openEntrada(zip, entrada), medida, cliente.query(copyFrom(`copy ${describeTabela(tabela)} from stdin`)));
  if (medida.sha256 !== tabela.sha256) throw corrompida('mudou durante a restauração');
}

async function setSequencias(cliente: ClientBase, manifesto: Manifesto): Promise<void> {
  const existentes = new Set((await readSequencias(cliente)).map((s) => s.nome));
  for (const { nome, ultimo, usado } of manifesto.sequencias) if (existentes.has(nome)) await cliente.query('select setval($1::regclass, $2::bigint, $3)', [`alicit.${quote(nome)}`, ultimo, usado]);
}

/** How often the waiting transaction says something, in files: what cuts silent connections does not cut it. */
const SINAL_A_CADA = 20;

async function putArquivos(cliente: ClientBase, zip: ZipFile, manifesto: Manifesto, { store, sinal, onProgresso }: PedidoRestauracao, novos: string[]): Promise<void> {
  let feitos = 0;
  for await (const { o, entrada } of eachAchada(zip)) {
    if (o.tipo !== 'arquivo') continue;
    sinal?.throwIfAborted();
    onProgresso?.('arquivos', feitos, manifesto.arquivos?.quantos ?? 0);
    if (feitos++ % SINAL_A_CADA === 0) await cliente.query('select 1');
    const ja = await store.has(o.sha256);
    // On a disk, also over an equal one: it mends what the disk has damaged.
    if (ja && store.tipo === 's3') continue;
    const guardado = await store.put(await openEntrada(zip, entrada), { maxBytes: entrada.uncompressedSize, antes: async (sha256) => void (ja || novos.push(sha256)) });
    if (guardado.sha256 !== o.sha256) throw corrompida('mudou durante a restauração');
  }
}
