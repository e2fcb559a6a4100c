import { invalido } from '../../kernel/index.js';

/** Where a piece of the text lies. CP: index of a character in the text; FC: byte in the stream. */
export interface PecaDoc {
  readonly cp: number;
  readonly fim: number;
  readonly fc: number;
  /** Bytes a character takes: 1 (Windows-1252) or 2 (UTF-16). */
  readonly largura: 1 | 2;
}

/** Properties that hold from one byte of the stream to another. */
export interface RunDoc {
  readonly inicio: number;
  readonly fim: number;
  readonly sprms: Buffer;
  /** Of paragraphs: index of their style. */
  readonly estilo: number;
}

/** Lengths in characters of the parts of the text, in the order they stand in it. */
export interface PartesDoc {
  readonly corpo: number;
  readonly notas: number;
  readonly margens: number;
  readonly comentarios: number;
  readonly notasFinais: number;
  readonly caixas: number;
}

/** A DOC of Word 97 to 2003 taken apart ([MS-DOC]). */
export interface EstruturaDoc {
  readonly word: Buffer;
  readonly dados: Buffer;
  readonly partes: PartesDoc;
  readonly pecas: readonly PecaDoc[];
  readonly paragrafos: readonly RunDoc[];
  readonly caracteres: readonly RunDoc[];
  /** The structure of this index in the table stream; empty when the file has none. */
  structure(indice: number): Buffer;
}

const FIB = 0xa5ec;
const WORD_97 = 0xc1;
const CIFRADO = 0x0100;
const TABELA_1 = 0x0200;
const MAX_PECAS = 500_000;
const PAGINA = 512;
const CLX = 33;
const BTE_CHPX = 12;
const BTE_PAPX = 13;

/** @throws AlicitError `arquivo_cifrado`; RangeError when the file is damaged */
export function openDoc(stream: (nome: string) => Buffer | null): EstruturaDoc {
  const word = stream('WordDocument');
  if (!word || word.readUInt16LE(0) !== FIB || word.readUInt16LE(2) < WORD_97) throw new RangeError('not a Word 97 document');
  const marcas = word.readUInt16LE(10);
  if (marcas & CIFRADO) throw invalido('arquivo_cifrado', 'O documento está protegido por senha. Envie uma cópia sem senha.');
  const tabela = stream(marcas & TABELA_1 ? '1Table' : '0Table');
  if (!tabela) throw new RangeError('no table stream');
  const structure = (indice: number): Buffer => {
    const i = 0x9a + indice * 8;
    if (i + 8 > word.length) return Buffer.alloc(0);
    const inicio = word.readUInt32LE(i);
    return tabela.subarray(inicio, inicio + word.readUInt32LE(i + 4));
  };
  const ccp = (i: number): number => Math.max(0, word.readInt32LE(i));
  return {
    word, dados: stream('Data') ?? Buffer.alloc(0), structure, pecas: readPecas(structure(CLX)),
    partes: { corpo: ccp(0x4c), notas: ccp(0x50), margens: ccp(0x54) + ccp(0x58), comentarios: ccp(0x5c), notasFinais: ccp(0x60), caixas: ccp(0x64) },
    caracteres: readRuns(word, structure(BTE_CHPX), false), paragrafos: readRuns(word, structure(BTE_PAPX), true),
  };
}

function readPecas(clx: Buffer): PecaDoc[] {
  let i = 0;
  while (clx[i] === 1) i += 3 + clx.readUInt16LE(i + 1);
  if (clx[i] !== 2) throw new RangeError('no piece table');
  const plc = clx.subarray(i + 5, i + 5 + clx.readUInt32LE(i + 1));
  const n = Math.min(Math.floor((plc.length - 4) / 12), MAX_PECAS);
  return Array.from({ length: n }, (_, k): PecaDoc => {
    const fc = plc.readUInt32LE((n + 1) * 4 + k * 8 + 2);
    const comprimida = (fc & 0x40000000) !== 0;
    return { cp: plc.readUInt32LE(k * 4), fim: plc.readUInt32LE(k * 4 + 4), fc: comprimida ? (fc & 0x3fffffff) >>> 1 : fc, largura: comprimida ? 1 : 2 };
  });
}

/** Runs of character or paragraph properties: pages of 512 bytes, named by the table stream. */
function readRuns(word: Buffer, plc: Buffer, deParagrafo: boolean): RunDoc[] {
  const paginas = Math.max(0, Math.floor((plc.length - 4) / 8));
  const runs: RunDoc[] = [];
  for (let k = 0; k < Math.min(paginas, MAX_PECAS); k++) {
    const inicio = plc.readUInt32LE((paginas + 1) * 4 + k * 4) * PAGINA;
    const b = word.subarray(inicio, inicio + PAGINA);
    if (b.length < PAGINA) continue;
    const total = b[PAGINA - 1]!;
    for (let r = 0; r < total; r++) {
      const onde = (total + 1) * 4 + r * (deParagrafo ? 13 : 1);
      if (onde >= PAGINA) break;
      const props = readProps(b, b[onde]! * 2, deParagrafo);
      runs.push({ inicio: b.readUInt32LE(r * 4), fim: b.readUInt32LE(r * 4 + 4), ...props });
    }
  }
  return runs.sort((x, y) => x.inicio - y.inicio);
}

const NADA = Buffer.alloc(0);

function readProps(b: Buffer, i: number, deParagrafo: boolean): { sprms: Buffer; estilo: number } {
  if (!i || i >= PAGINA) return { sprms: NADA, estilo: 0 };
  if (!deParagrafo) return { sprms: b.subarray(i + 1, i + 1 + b[i]!), estilo: 0 };
  const curto = b[i]!;
  const inicio = curto ? i + 1 : i + 2;
  const grpprl = b.subarray(inicio, inicio + (curto ? curto * 2 - 1 : (b[i + 1] ?? 0) * 2));
  return grpprl.length < 2 ? { sprms: NADA, estilo: 0 } : { sprms: grpprl.subarray(2), estilo: grpprl.readUInt16LE(0) };
}

/** The run that holds this byte of the stream. */
export function findRun(runs: readonly RunDoc[], fc: number): RunDoc | undefined {
  let a = 0;
  let z = runs.length - 1;
  while (a <= z) {
    const m = (a + z) >> 1;
    const r = runs[m]!;
    if (fc < r.inicio) z = m - 1;
    else if (fc >= r.fim) a = m + 1;
    else return r;
  }
  return undefined;
}

const TAMANHOS = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const T_DEF_TABLE = 0xd608;

/** Changes of properties: code and operand, in order. Ends at what is damaged. */
export function* listSprms(b: Buffer): Generator<readonly [number, Buffer]> {
  for (let i = 0; i + 2 < b.length + 0; ) {
    const codigo = b.readUInt16LE(i);
    i += 2;
    let tamanho: number = TAMANHOS[codigo >> 13]!;
    if (tamanho < 0) {
      if (codigo === T_DEF_TABLE) {
        if (i + 2 > b.length) return;
        tamanho = b.readUInt16LE(i) - 1;
        i += 2;
      } else tamanho = b[i++] ?? 0;
    }
    if (tamanho < 0 || i + tamanho > b.length) return;
    yield [codigo, b.subarray(i, i + tamanho)];
    i += tamanho;
  }
}
