/** The part of yazl (ZIP writer, development only) that the tests use; it ships no types. */
declare module 'yazl' {
  import type { Readable } from 'node:stream';
  export class ZipFile {
    readonly outputStream: Readable;
    addBuffer(conteudo: Buffer, nome: string, opcoes?: { compress?: boolean; mode?: number; mtime?: Date }): void;
    addEmptyDirectory(nome: string): void;
    end(): void;
  }
}
