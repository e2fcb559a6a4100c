import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, join, basename } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { conflito, indisponivel } from '../kernel/index.js';
import { Medida } from './medir.js';

/** A ZIP written beside its place and put there whole, or not at all. One entry at a time, in constant memory. */
export class ZipNovo {
  private readonly zip = new ZipFile();
  private readonly fim = new AbortController();
  private readonly gravacao: Promise<void>;

  private constructor(private readonly destino: string, private readonly parcial: string) {
    this.zip.on('error', (erro: Error) => this.fim.abort(erro));
    this.gravacao = pipeline(this.zip.outputStream, createWriteStream(parcial, { flags: 'wx', mode: 0o600, flush: true })).catch((erro: NodeJS.ErrnoException) => {
      this.fim.abort(erro);
      throw naoGravada(erro);
    });
    this.gravacao.catch(() => undefined);
  }

  /** @throws AlicitError `copia_existe`, `copia_nao_gravada` */
  static async create(destino: string): Promise<ZipNovo> {
    if (existsSync(destino)) throw jaExiste();
    if (!existsSync(dirname(destino))) throw naoGravada({ code: 'ENOENT' });
    return new ZipNovo(destino, join(dirname(destino), `.${basename(destino)}.${randomUUID().slice(0, 8)}.parcial`));
  }

  /** Writes an entry to its end. @returns what it was; the stream's errors as they came */
  async add(nome: string, origem: Readable, { comprime, contaLinhas = false, data }: { readonly comprime: boolean; readonly contaLinhas?: boolean; readonly data: Date }): Promise<Medida> {
    const medida = new Medida(contaLinhas);
    this.zip.addReadStream(medida, nome, { compress: comprime, mtime: data, mode: 0o100600 });
    const lida = pipeline(origem, addAbortSignal(this.fim.signal, medida));
    await Promise.all([lida, finished(medida)]).catch((erro: unknown) => {
      throw this.fim.signal.aborted ? naoGravada(this.fim.signal.reason as NodeJS.ErrnoException) : erro;
    });
    return medida;
  }

  /** The last entry, then the place. */
  async finish(nome: string, texto: string, data: Date): Promise<void> {
    this.zip.addBuffer(Buffer.from(texto), nome, { mtime: data, mode: 0o100600 });
    this.zip.end();
    await this.gravacao;
    await publish(this.parcial, this.destino);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.zip.outputStream.destroy();
    await this.gravacao.catch(() => undefined);
    await rm(this.parcial, { force: true }).catch(() => undefined);
  }
}

/** A link, unlike a rename, never takes another file's place. */
async function publish(parcial: string, destino: string): Promise<void> {
  try {
    await link(parcial, destino);
    await rm(parcial, { force: true });
  } catch (erro) {
    if ((erro as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(destino)) throw jaExiste();
    // A file system without links.
    await rename(parcial, destino);
  }
  const pasta = await open(dirname(destino)).catch(() => null);
  await pasta?.sync().catch(() => undefined);
  await pasta?.close();
}

const jaExiste = (): Error => conflito('copia_existe', 'Já há um arquivo com esse nome: uma cópia nunca é gravada por cima de outra. Escolha outro nome.');
const naoGravada = ({ code }: { readonly code?: string | undefined }): Error => indisponivel('copia_nao_gravada', `A cópia não pôde ser gravada (${code ?? 'erro de escrita'}): confira a pasta, a permissão e o espaço livre.`);
