import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { arquivoAusente, arquivosIndisponiveis, codigoDe, fromDisco, withDeadline } from './erros.js';
import { requireSha256, type FileStore, type Limite } from './file-store.js';
import { spool, sweepProvisorios } from './spool.js';

const HORA_MS = 3_600_000;
const CHECK_MS = 5000;

/** Files below `pasta`, at `ab/<sha256>`. Written whole to `provisorios/`, flushed, and renamed into place. Files 600, folders 700. */
export class DiskFileStore implements FileStore {
  readonly tipo = 'disco';
  private readonly provisorios: string;
  private ultimaFaxina = 0;

  /** @param agora the clock, in milliseconds: when to look for forgotten temporary files */
  constructor(
    private readonly pasta: string,
    private readonly agora: () => number = Date.now,
  ) {
    this.provisorios = join(pasta, 'provisorios');
  }

  async put(origem: Readable, limite: Limite): Promise<{ sha256: string; bytes: number }> {
    const { arquivo, sha256, bytes } = await spool(origem, this.provisorios, limite.maxBytes);
    const destino = this.fileOf(sha256);
    try {
      await limite.antes?.(sha256, bytes);
      await mkdir(dirname(destino), { recursive: true, mode: 0o700 });
      // Also over an equal object: cheaper than comparing, and it mends one the disk has damaged.
      await rename(arquivo, destino);
      await syncFolder(dirname(destino));
    } catch (erro) {
      await rm(arquivo, { force: true }).catch(() => undefined);
      throw fromDisco(erro);
    }
    await this.sweepIfDue();
    return { sha256, bytes };
  }

  async read(sha256: string): Promise<Readable> {
    try {
      return (await open(this.fileOf(sha256))).createReadStream();
    } catch (erro) {
      throw codigoDe(erro) === 'ENOENT' ? arquivoAusente(sha256) : fromDisco(erro);
    }
  }

  async localPath(sha256: string): Promise<string> {
    if (!(await this.has(sha256))) throw arquivoAusente(sha256);
    return this.fileOf(sha256);
  }

  async has(sha256: string): Promise<boolean> {
    try {
      return (await stat(this.fileOf(sha256))).isFile();
    } catch (erro) {
      if (codigoDe(erro) === 'ENOENT') return false;
      throw fromDisco(erro);
    }
  }

  async delete(sha256: string): Promise<void> {
    try {
      await rm(this.fileOf(sha256), { force: true });
    } catch (erro) {
      throw fromDisco(erro);
    }
  }

  async check(): Promise<void> {
    const passou = () => arquivosIndisponiveis('O disco da pasta de dados não respondeu a tempo.', 'tempo_esgotado');
    await withDeadline(this.tryDisk(), CHECK_MS, passou).catch((erro: unknown) => {
      throw fromDisco(erro);
    });
  }

  private async tryDisk(): Promise<void> {
    const texto = randomUUID();
    const arquivo = join(this.provisorios, `${texto}.verificacao`);
    await mkdir(this.provisorios, { recursive: true, mode: 0o700 });
    try {
      await writeFile(arquivo, texto, { mode: 0o600, flush: true });
      if ((await readFile(arquivo, 'utf8')) !== texto) throw arquivosIndisponiveis('O disco da pasta de dados devolveu outro conteúdo que o gravado.', 'conteudo_diferente');
    } finally {
      await rm(arquivo, { force: true });
    }
  }

  private async sweepIfDue(): Promise<void> {
    const agora = this.agora();
    if (agora - this.ultimaFaxina < HORA_MS) return;
    this.ultimaFaxina = agora;
    await sweepProvisorios(this.provisorios, agora);
  }

  private fileOf(sha256: string): string {
    return join(this.pasta, requireSha256(sha256).slice(0, 2), sha256);
  }
}

/** A rename survives a power cut only after its folder is flushed; where folders cannot be opened (Windows), there is nothing to flush. */
async function syncFolder(pasta: string): Promise<void> {
  const aberta = await open(pasta).catch(() => null);
  if (!aberta) return;
  try {
    await aberta.sync().catch((erro: unknown) => {
      // Network file systems may refuse to flush a folder.
      if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codigoDe(erro) ?? '')) throw erro;
    });
  } finally {
    await aberta.close();
  }
}
