import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ConfigS3 } from '../../config/index.js';
import { CopiasLocais } from './copias-locais.js';
import { arquivoAusente, arquivosIndisponiveis, fromDisco } from './erros.js';
import { requireSha256, type FileStore, type Limite } from './file-store.js';
import { download } from './s3-download.js';
import { asTransitoria, S3Client, type CorpoS3, type RitmoS3 } from './s3-client.js';
import { spool } from './spool.js';

/** Leaves room, within the 5 seconds, for a wait between tries that has begun. */
const CHECK_MS = 4000;

export interface OpcoesS3 {
  /** Folder of the local copies. */
  readonly pastaCopias: string;
  readonly maxBytesCopias: number;
  /** The clock, in milliseconds. */
  readonly agora?: () => number;
  readonly ritmo?: Partial<RitmoS3>;
}

/**
 * Files in an S3-compatible bucket, at `ab/<sha256>` below the prefix. An upload is written to disk first, which gives its hash and length:
 * one PUT is then enough, and a broken upload never reaches the bucket. What was sent or fetched stays as a local copy.
 */
export class S3FileStore implements FileStore {
  readonly tipo = 's3';
  private readonly s3: S3Client;
  private readonly copias: CopiasLocais;
  /** Downloads under way: many asking for one object make one request. */
  private readonly emCurso = new Map<string, Promise<string>>();
  /** One name a process: a check that was cut short leaves one object, not one a check. */
  private readonly objetoVerificacao = `verificacao/${randomUUID()}`;
  private verificando: Promise<void> | null = null;

  constructor(config: ConfigS3, opcoes: OpcoesS3) {
    this.s3 = new S3Client(config, opcoes.ritmo);
    this.copias = new CopiasLocais(opcoes.pastaCopias, opcoes.maxBytesCopias, opcoes.agora ?? Date.now);
  }

  async put(origem: Readable, limite: Limite): Promise<{ sha256: string; bytes: number }> {
    const { arquivo, sha256, bytes } = await spool(origem, this.copias.provisorios, limite.maxBytes);
    try {
      await limite.antes?.(sha256, bytes);
      if (!(await this.has(sha256))) await this.upload(objectOf(sha256), { open: () => createReadStream(arquivo), bytes, sha256 });
    } catch (erro) {
      await rm(arquivo, { force: true }).catch(() => undefined);
      throw erro;
    }
    await this.copias.adopt(arquivo, sha256, bytes);
    return { sha256, bytes };
  }

  /** From the local copy, fetched first when there is none: what is read has been verified to the end. */
  async read(sha256: string): Promise<Readable> {
    const arquivo = await this.localPath(sha256);
    try {
      return (await open(arquivo)).createReadStream();
    } catch (erro) {
      throw fromDisco(erro);
    }
  }

  async localPath(sha256: string): Promise<string> {
    requireSha256(sha256);
    const emCurso = this.emCurso.get(sha256);
    if (emCurso) return emCurso;
    const busca = this.findOrFetch(sha256).finally(() => this.emCurso.delete(sha256));
    this.emCurso.set(sha256, busca);
    return busca;
  }

  async has(sha256: string): Promise<boolean> {
    return this.exists(objectOf(sha256));
  }

  async delete(sha256: string): Promise<void> {
    await this.remove(objectOf(sha256));
    await this.copias.drop(sha256);
  }

  check(): Promise<void> {
    this.verificando ??= this.tryBucket().finally(() => {
      this.verificando = null;
    });
    return this.verificando;
  }

  private async tryBucket(): Promise<void> {
    const signal = AbortSignal.timeout(CHECK_MS);
    const objeto = this.objetoVerificacao;
    const texto = Buffer.from(randomUUID());
    const sha256 = createHash('sha256').update(texto).digest('hex');
    // Asked before it exists: a key that may not list gets 403 here, and would at every new file.
    await this.exists(objeto, signal);
    await this.upload(objeto, { open: () => Readable.from([texto]), bytes: texto.length, sha256 }, signal);
    try {
      const lido = await this.s3.send({ metodo: 'GET', objeto, aceita: [200], signal }, (res) =>
        res.body.text().catch((erro: unknown) => {
          throw asTransitoria(erro, signal);
        }),
      );
      if (lido !== texto.toString()) throw arquivosIndisponiveis('O armazenamento de arquivos devolveu outro conteúdo que o gravado.', 'conteudo_diferente');
    } finally {
      await this.remove(objeto, signal);
    }
    await this.copias.sweepIfDue();
  }

  private async findOrFetch(sha256: string): Promise<string> {
    const copia = await this.copias.find(sha256);
    if (copia !== null) return copia;
    const recebido = await download(this.s3, objectOf(sha256), sha256, this.copias.provisorios);
    if (recebido === null) throw arquivoAusente(sha256);
    return this.copias.adopt(recebido.arquivo, sha256, recebido.bytes);
  }

  private exists(objeto: string, signal?: AbortSignal): Promise<boolean> {
    return this.s3.send({ metodo: 'HEAD', objeto, aceita: [200, 404], signal }, async (res) => res.statusCode === 200);
  }

  private upload(objeto: string, corpo: CorpoS3, signal?: AbortSignal): Promise<void> {
    return this.s3.send({ metodo: 'PUT', objeto, corpo, aceita: [200, 201, 204], signal }, async () => undefined);
  }

  private remove(objeto: string, signal?: AbortSignal): Promise<void> {
    return this.s3.send({ metodo: 'DELETE', objeto, aceita: [200, 202, 204, 404], signal }, async () => undefined);
  }
}

const objectOf = (sha256: string): string => `${requireSha256(sha256).slice(0, 2)}/${sha256}`;
