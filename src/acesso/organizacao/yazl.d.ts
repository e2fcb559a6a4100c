/** The part of yazl (ZIP writer) that is used; it ships no types. */
declare module 'yazl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';
  export interface Opcoes {
    compress?: boolean;
    mode?: number;
    mtime?: Date;
    /** Of a stream, when it is known: what comes must be as much. */
    size?: number;
  }
  export class ZipFile extends EventEmitter {
    readonly outputStream: Readable;
    addBuffer(conteudo: Buffer, nome: string, opcoes?: Opcoes): void;
    addReadStream(conteudo: Readable, nome: string, opcoes?: Opcoes): void;
    addEmptyDirectory(nome: string): void;
    end(): void;
  }
}
