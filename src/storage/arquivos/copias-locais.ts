import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { codigoDe, fromDisco } from './erros.js';
import { sweepProvisorios } from './spool.js';

const MINUTO_MS = 60_000;
const HORA_MS = 60 * MINUTO_MS;
/** A path given to a thread must not vanish before it is opened; once open, POSIX keeps the file. */
const PROTEGIDA_MS = 10 * MINUTO_MS;
/** What was deleted elsewhere leaves this machine after a day without use. */
const ESQUECIDA_MS = 24 * HORA_MS;

/**
 * Copies of remote objects below `pasta`, at `ab/<sha256>`, for whoever reads by path. The time of change is the time of last use.
 * They pass `maxBytes` by a tenth at most, besides those used in the last 10 minutes, which stay. May be deleted at any time.
 */
export class CopiasLocais {
  /** Where files being received are written: the same file system, so that `adopt` is a rename. */
  readonly provisorios: string;
  private bytesNovos = 0;
  private ultimaFaxina = 0;
  private emFaxina = false;

  constructor(
    private readonly pasta: string,
    private readonly maxBytes: number,
    private readonly agora: () => number,
  ) {
    this.provisorios = join(pasta, 'provisorios');
  }

  /** The copy's path, its content verified now; null when there is none or it is damaged. */
  async find(sha256: string): Promise<string | null> {
    const arquivo = this.fileOf(sha256);
    try {
      await this.touch(arquivo);
      const hash = createHash('sha256');
      await pipeline(createReadStream(arquivo), hash);
      return hash.digest('hex') === sha256 ? arquivo : null;
    } catch (erro) {
      if (codigoDe(erro) === 'ENOENT') return null;
      throw fromDisco(erro);
    }
  }

  /** Makes a temporary file, whose content the caller has verified, the copy. */
  async adopt(provisorio: string, sha256: string, bytes: number): Promise<string> {
    const arquivo = this.fileOf(sha256);
    try {
      await mkdir(dirname(arquivo), { recursive: true, mode: 0o700 });
      await this.touch(provisorio);
      await rename(provisorio, arquivo);
    } catch (erro) {
      await rm(provisorio, { force: true }).catch(() => undefined);
      throw fromDisco(erro);
    }
    this.bytesNovos += bytes;
    await this.sweepIfDue();
    return arquivo;
  }

  async drop(sha256: string): Promise<void> {
    await rm(this.fileOf(sha256), { force: true }).catch((erro: unknown) => {
      throw fromDisco(erro);
    });
  }

  /** Makes room after every tenth of the limit, and once an hour. Never fails: it is tried again. */
  async sweepIfDue(): Promise<void> {
    const vencida = this.agora() - this.ultimaFaxina >= HORA_MS || this.bytesNovos > this.maxBytes / 10;
    if (!vencida || this.emFaxina) return;
    this.emFaxina = true;
    this.ultimaFaxina = this.agora();
    this.bytesNovos = 0;
    try {
      await sweepProvisorios(this.provisorios, this.agora());
      await this.makeRoom();
    } catch {
      this.ultimaFaxina = 0;
    } finally {
      this.emFaxina = false;
    }
  }

  private async makeRoom(): Promise<void> {
    const copias = await listCopias(this.pasta, this.provisorios);
    let total = copias.reduce((soma, c) => soma + c.bytes, 0);
    for (const { arquivo, bytes } of copias.sort((a, b) => a.uso - b.uso)) {
      // Looked at again: someone may have asked for it since it was listed.
      const info = await stat(arquivo).catch(() => null);
      if (!info) continue;
      const parada = this.agora() - info.mtimeMs;
      if (parada > ESQUECIDA_MS || (total > this.maxBytes && parada > PROTEGIDA_MS)) {
        await rm(arquivo, { force: true });
        total -= bytes;
      }
    }
  }

  private async touch(arquivo: string): Promise<void> {
    const agora = new Date(this.agora());
    await utimes(arquivo, agora, agora);
  }

  private fileOf(sha256: string): string {
    return join(this.pasta, sha256.slice(0, 2), sha256);
  }
}

async function listCopias(pasta: string, fora: string): Promise<{ arquivo: string; bytes: number; uso: number }[]> {
  const copias: { arquivo: string; bytes: number; uso: number }[] = [];
  for (const e of await readdir(pasta, { recursive: true, withFileTypes: true })) {
    if (!e.isFile() || e.parentPath === fora) continue;
    const arquivo = join(e.parentPath, e.name);
    const info = await stat(arquivo).catch(() => null);
    if (info) copias.push({ arquivo, bytes: info.size, uso: info.mtimeMs });
  }
  return copias;
}
