import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What is used of Tesseract's own interface (https://tesseract-ocr.github.io/tessapi/5.x). */
interface Api {
  Init(pasta: string | null, lingua: string, motor: number): number;
  SetVariable(nome: string, valor: string): boolean;
  /** Reads `/input`; `exif` turns it (1 as it is, 6 a quarter clockwise, 3 a half, 8 three quarters). 0 = read. */
  SetImageFile(exif: number, radianos: number): number;
  SetSourceResolution(pontosPorPolegada: number): void;
  /** Finds the lines; `Recognize` goes on from them. */
  FindLines(): number;
  Recognize(progresso: null): number;
  GetTSVText(pagina: number): string;
  /** Rise ÷ run of the lines, upward. */
  GetGradient(): number;
  Clear(): void;
}
interface Nucleo {
  readonly TessBaseAPI: new () => Api;
  readonly FS: { writeFile(caminho: string, dados: Uint8Array): void; unlink(caminho: string): void };
}
interface OpcoesNucleo {
  readonly instantiateWasm: (imports: object, receive: (instancia: object) => void) => object;
  readonly print: (linha: string) => void;
  readonly printErr: (linha: string) => void;
}

/** The part of WebAssembly used here; the DOM's types are not loaded. */
interface Memoria {
  readonly buffer: ArrayBuffer;
  grow(paginas: number): number;
}
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(modulo: object, imports: object): Promise<{ readonly exports: Record<string, unknown> }>;
  readonly Memory: new (...args: never[]) => Memoria;
};

/** Quarter turns clockwise that make an image upright. */
export type Giro = 0 | 1 | 2 | 3;

/** How a page is cut: `linhas` along rows of text of any size, which keeps the rows of a table together; `colunas` finds columns and boxes first. */
export type Segmentacao = 'linhas' | 'colunas';
/** Tesseract's own numbers for them (page segmentation modes). */
const MODO: Readonly<Record<Segmentacao, string>> = { linhas: '4', colunas: '3' };

/** Words as Tesseract's TSV tells them, and the slope that is left in the lines (fall ÷ run, in pixels). */
export interface Reconhecido {
  readonly tsv: string;
  readonly inclinacao: number;
}

export interface OpcoesReconhecimento {
  readonly dpi: number;
  readonly segmentacao: Segmentacao;
  readonly giro?: Giro;
}

export interface Tesseract {
  /**
   * Recognises an image file (PGM, PNG, JPEG, TIFF, BMP). @throws Error `imagem_ilegivel` when it is no image that can
   * be opened; the engine's own error after which it must be thrown away
   */
  recognize(imagem: Uint8Array, opcoes: OpcoesReconhecimento): Reconhecido;
}

/** Builds of the engine, best first: by what the processor can do. LSTM only: half the memory. */
const NUCLEOS = ['relaxedsimd-lstm', 'simd-lstm', 'lstm'];
/** What one page may make the engine take; a page of 12 Mpixel takes some 120 MB. */
const MAX_MEMORIA = 512 * 1024 * 1024;
const PAGINA_WASM = 65_536;
const SO_LSTM = 1;
/** "4.0.0_best_int" of the language data: chosen by measure, see docs/decisoes/0021-ocr.md. */
const VARIANTE = '4.0.0_best_int';
/** Radians: some 0.3°, below which nothing is gained, and 11°, past which it is no skew. */
const MIN_INCLINACAO = 0.005;
const MAX_INCLINACAO = 0.2;
const EXIF: Readonly<Record<Giro, number>> = { 0: 1, 1: 6, 2: 3, 3: 8 };

const require = createRequire(import.meta.url);

/** Starts the engine with the Portuguese data, from the packages on disk: nothing is downloaded and nothing written. Some 60 ms and 60 MB. */
export async function openTesseract(): Promise<Tesseract> {
  const nucleo = await loadNucleo();
  const dados = join(dirname(require.resolve('@tesseract.js-data/por/package.json')), VARIANTE, 'por.traineddata.gz');
  nucleo.FS.writeFile('por.traineddata', gunzipSync(await readFile(dados)));
  const api = new nucleo.TessBaseAPI();
  if (api.Init(null, 'por', SO_LSTM) !== 0) throw new Error('tesseract: the language data could not be loaded');
  nucleo.FS.unlink('por.traineddata');
  return {
    recognize(imagem, { dpi, segmentacao, giro = 0 }) {
      api.SetVariable('tessedit_pageseg_mode', MODO[segmentacao]);
      nucleo.FS.writeFile('/input', imagem);
      try {
        if (api.SetImageFile(EXIF[giro], 0) !== 0) throw new Error('imagem_ilegivel');
        api.SetSourceResolution(dpi);
        api.FindLines();
        // Askew, lines are lost and rows of a table mixed: the image is made level first.
        const inclinacao = api.GetGradient();
        if (Math.abs(inclinacao) >= MIN_INCLINACAO && Math.abs(inclinacao) <= MAX_INCLINACAO) {
          api.SetImageFile(EXIF[giro], inclinacao);
          api.SetSourceResolution(dpi);
        }
        api.Recognize(null);
        return { tsv: api.GetTSVText(0), inclinacao: -api.GetGradient() };
      } finally {
        nucleo.FS.unlink('/input');
        api.Clear();
      }
    },
  };
}

async function loadNucleo(): Promise<Nucleo> {
  let ultimo: unknown;
  for (const nome of NUCLEOS) {
    try {
      const caminho = require.resolve(`tesseract.js-core/tesseract-core-${nome}`);
      const modulo = await WebAssembly.compile(await readFile(caminho.replace(/\.js$/, '.wasm')));
      const create = require(caminho) as (opcoes: OpcoesNucleo) => Promise<Nucleo>;
      return await create({ instantiateWasm: instantiator(modulo), print: () => undefined, printErr: () => undefined });
    } catch (erro) {
      ultimo = erro;
    }
  }
  throw ultimo;
}

/** Loads the WASM with a ceiling on the memory it may ask for: its own is 2 GB, and a thread's limits do not reach it. */
const instantiator = (modulo: object): OpcoesNucleo['instantiateWasm'] => (imports, receive) => {
  void WebAssembly.instantiate(modulo, imports).then((instancia) => {
    for (const exportado of Object.values(instancia.exports)) if (exportado instanceof WebAssembly.Memory) limitMemoria(exportado);
    receive(instancia);
  });
  return {};
};

function limitMemoria(memoria: Memoria): void {
  const grow = memoria.grow.bind(memoria);
  memoria.grow = (paginas) => {
    if (memoria.buffer.byteLength + paginas * PAGINA_WASM > MAX_MEMORIA) throw new RangeError('tesseract: out of the memory allowed');
    return grow(paginas);
  };
}
