import { addAbortSignal, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile, type Opcoes } from 'yazl';

/** Nobody took a byte for this long: the reader is gone, ms. */
const PARADO_MS = 60_000;

/** A ZIP made while it is read: one entry at a time, in constant memory. Ends, in error, with its reader. */
export class ZipEmFluxo {
  private readonly zip = new ZipFile();
  private readonly fim = new AbortController();
  private readonly parado: NodeJS.Timeout;

  constructor(paradoMs = PARADO_MS) {
    this.parado = setTimeout(() => this.fail(new Error('exportação parada: ninguém a lê')), paradoMs).unref();
    this.zip.on('error', (erro: Error) => this.fail(erro));
    this.saida.once('close', () => this.fail(new Error('exportação interrompida por quem a lia'))).on('error', () => undefined);
  }

  get saida(): Readable {
    return this.zip.outputStream;
  }

  /** Aborts when the reader goes away or stops reading. */
  get sinal(): AbortSignal {
    return this.fim.signal;
  }

  addTexto(nome: string, texto: string, mtime: Date): void {
    this.zip.addBuffer(Buffer.from(texto), nome, { mtime });
  }

  /** @returns when all of it was read. @throws when the ZIP ended before */
  async add(nome: string, conteudo: AsyncIterable<string | Buffer>, opcoes: Opcoes): Promise<void> {
    this.fim.signal.throwIfAborted();
    const fluxo = addAbortSignal(this.fim.signal, Readable.from(this.beat(conteudo), { objectMode: false }));
    this.zip.addReadStream(fluxo, nome, opcoes);
    await finished(fluxo, { writable: false });
  }

  end(): void {
    clearTimeout(this.parado);
    this.zip.end();
  }

  /** Cuts the ZIP: its reader sees that it is not whole. */
  fail(erro: Error): void {
    clearTimeout(this.parado);
    if (this.fim.signal.aborted || this.saida.readableEnded) return;
    this.fim.abort(erro);
    this.saida.destroy(erro);
  }

  private async *beat(conteudo: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
    for await (const trecho of conteudo) {
      this.parado.refresh();
      yield trecho;
    }
  }
}
