import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { MB } from './limites.js';

/** The functions of libarchive that are used here; pointers are numbers, 0 is none. */
export interface Libarchive {
  readonly module: { readonly HEAPU8: Uint8Array; _malloc(bytes: number): number; _free(ponteiro: number): void };
  /** @throws Error when the bytes are no archive it knows */
  read_new_memory(ponteiro: number, bytes: number): number;
  /** Next entry; 0 at the end and on an error, which `error_string` then tells. @throws never */
  read_next_entry(arquivo: number): number;
  /** Bytes written at `destino`, 0 at the end of the entry. @throws Error with libarchive's message */
  read_data(arquivo: number, destino: number, maximo: number): number;
  read_has_encrypted_entries(arquivo: number): number;
  /** Empty when all is well. */
  error_string(arquivo: number): string;
  entry_filetype(entrada: number): number;
  entry_pathname(entrada: number): string | null;
  entry_size(entrada: number): number;
  entry_is_encrypted(entrada: number): number;
  entry_hardlink(entrada: number): string | null;
}

/** The part of WebAssembly used here; the DOM's types are not loaded. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(modulo: object, imports: object): Promise<{ readonly exports: object }>;
  readonly Memory: new (descricao: { initial: number }) => MemoriaWasm;
};
interface MemoriaWasm {
  readonly buffer: ArrayBuffer;
  grow(paginas: number): number;
}
interface Pacote {
  libarchiveWasm(opcoes: object): Promise<Libarchive>;
}

const PAGINA_WASM = 64 * 1024;
/** What a dictionary (LZMA, PPMd, RAR5) may take besides the archive itself. Real archives ask for up to 64 MB. */
const MEMORIA_DE_TRABALHO = 192 * MB;

const require = createRequire(import.meta.url);
let modulo: Promise<object> | undefined;
const loadModulo = (): Promise<object> => (modulo ??= readFile(require.resolve('libarchive-wasm/dist/libarchive.wasm')).then((b) => WebAssembly.compile(b)));

/**
 * A new instance for one archive of this size: WASM memory never shrinks, so none is kept; starting one takes some
 * 10 ms. What it may grow to is bounded; past that libarchive itself tells that memory is out.
 */
export async function startLibarchive(bytesDoArquivo: number): Promise<Libarchive> {
  const compilado = await loadModulo();
  const { libarchiveWasm } = require('libarchive-wasm') as Pacote;
  const lib = await libarchiveWasm({
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm: (imports: object, receive: (instancia: object, modulo: object) => void): object => {
      void WebAssembly.instantiate(compilado, imports).then((instancia) => {
        boundMemoria(instancia.exports, bytesDoArquivo + MEMORIA_DE_TRABALHO);
        receive(instancia, compilado);
      });
      return {};
    },
  });
  speakUtf8(lib.module.HEAPU8);
  return lib;
}

function boundMemoria(exports: object, maximo: number): void {
  for (const memoria of Object.values(exports)) {
    if (!(memoria instanceof WebAssembly.Memory)) continue;
    const grow = memoria.grow.bind(memoria);
    memoria.grow = (paginas) => {
      if (memoria.buffer.byteLength + paginas * PAGINA_WASM > maximo) throw new RangeError('libarchive: memory bound');
      return grow(paginas);
    };
  }
}

/**
 * The build's C library names its character set "ASCII", so names lose their accents ("Licita**o"), and it exports no
 * way to choose another. The name of the set is a constant in its memory, of the same length as the one wanted.
 */
function speakUtf8(memoria: Uint8Array): void {
  const inicio = Buffer.from(memoria.buffer, memoria.byteOffset, Math.min(memoria.byteLength, MB));
  const i = inicio.indexOf('\0ASCII\0', 0, 'latin1');
  const j = i >= 0 ? i + 1 : inicio.indexOf('ASCII\0', 0, 'latin1');
  if (j >= 0) inicio.write('UTF-8', j, 'latin1');
}
