import { buffer } from 'node:stream/consumers';
import { crc32, gunzipSync, gzipSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { zipDe } from '../zip.js';
import { PALAVRAS_BINARIAS, PALAVRAS_DE } from './dicionario.js';
import type { Semente } from './sementes.js';
import type { Sorteio } from './sorteio.js';
import { signTar } from './tar.js';

type Mutacao = (b: Buffer, s: Sorteio, tipo: string, outra: Buffer) => Buffer;

/** A mutated file never grows past this: the bounds of size are tested apart. */
const MAX_BYTES = 3 * 1024 * 1024;
const NUMEROS = ['2147483647', '-2147483648', '4294967296', '99999999999999999999', '-1', '0', '1e308', 'NaN', '0.0000000001', '1e9'] as const;
const EXTREMOS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;

const splice = (b: Buffer, em: number, tira: number, poe: Buffer): Buffer => Buffer.concat([b.subarray(0, em), poe, b.subarray(em + tira)]);
const lugar = (b: Buffer, s: Sorteio): number => s.inteiro(0, Math.max(0, b.length - 1));

const MUTACOES: readonly Mutacao[] = [
  (b, s) => {
    const c = Buffer.from(b);
    for (let i = s.inteiro(1, 12); i > 0; i--) c[lugar(c, s)]! ^= 1 << s.inteiro(0, 7);
    return c;
  },
  (b, s) => {
    const c = Buffer.from(b);
    const em = lugar(c, s);
    for (let i = em; i < Math.min(c.length, em + s.inteiro(1, 64)); i++) c[i] = s.inteiro(0, 255);
    return c;
  },
  (b, s) => b.subarray(0, lugar(b, s)),
  (b, s) => splice(b, lugar(b, s), s.inteiro(1, Math.max(1, b.length >> 2)), Buffer.alloc(0)),
  (b, s) => {
    const em = lugar(b, s);
    const pedaco = b.subarray(em, em + s.inteiro(1, 400));
    return splice(b, em, 0, Buffer.concat(Array.from({ length: s.um([2, 3, 50, 2000]) }, () => pedaco)));
  },
  (b, s) => {
    const c = Buffer.from(b);
    const valor = s.um(EXTREMOS);
    const em = s.inteiro(0, Math.max(0, c.length - 4));
    if (c.length >= 4 && s.chance(0.5)) c.writeUInt32LE(valor >>> 0, em);
    else if (c.length >= 4) c.writeUInt32BE(valor >>> 0, em);
    return c;
  },
  (b, s) => {
    const texto = b.toString('latin1');
    const numeros = [...texto.matchAll(/\d{1,12}/g)];
    if (!numeros.length) return b;
    const n = s.um(numeros);
    return Buffer.from(texto.slice(0, n.index) + s.um(NUMEROS) + texto.slice(n.index + n[0].length), 'latin1');
  },
  (b, s, tipo) => splice(b, lugar(b, s), s.chance(0.5) ? s.inteiro(0, 40) : 0, Buffer.from(s.um(PALAVRAS_DE[tipo] ?? PALAVRAS_BINARIAS), 'latin1')),
  (b, s, tipo) => {
    // A word in the place of one of its own: between marks of the format, where it is likeliest to be understood.
    const texto = b.toString('latin1');
    const marcas = [...texto.matchAll(/<<|>>|<\/?\w|\\|\{|\n/g)];
    if (!marcas.length) return b;
    return splice(b, s.um(marcas).index, 0, Buffer.from(s.um(PALAVRAS_DE[tipo] ?? PALAVRAS_BINARIAS), 'latin1'));
  },
  (b, s, _tipo, outra) => Buffer.concat([b.subarray(0, lugar(b, s)), outra.subarray(lugar(outra, s))]),
  (b, s) => splice(b, lugar(b, s), 0, Buffer.from(s.um(['(', '[', '{', '<', '<a>', '\x30\x80', '<<']).repeat(s.um([10, 1000, 20_000])), 'latin1')),
  (b, s) => {
    const [x, y] = [lugar(b, s), lugar(b, s)];
    return Buffer.concat([b.subarray(0, Math.min(x, y)), b.subarray(Math.max(x, y)), b.subarray(Math.min(x, y), Math.max(x, y))]);
  },
];

/** Mutates `semente` one to four times; what a checksum would refuse at the door is signed anew most of the times. */
export async function mutar({ tipo, bytes }: Semente, outra: Semente, s: Sorteio): Promise<Buffer> {
  const vezes = s.um([1, 1, 1, 2, 2, 4]);
  const mutate = (b: Buffer): Buffer => {
    let c = b;
    for (let i = 0; i < vezes; i++) c = s.um(MUTACOES)(c, s, tipo, outra.bytes).subarray(0, MAX_BYTES);
    return c;
  };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' && s.chance(0.75)) return mutatePartes(bytes, mutate, s);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && s.chance(0.75)) return gzipSync(sign('tar', mutate(gunzipSync(bytes))), { level: 1 });
  const mutado = mutate(bytes);
  return s.chance(0.75) ? sign(tipo, mutado) : mutado;
}

/** The parts of a ZIP, one mutated inside, packed anew with right checksums. */
async function mutatePartes(bytes: Buffer, mutate: (b: Buffer) => Buffer, s: Sorteio): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const partes: Record<string, Buffer> = {};
  for await (const e of zip.eachEntry()) if (!e.fileName.endsWith('/')) partes[e.fileName] = await buffer(await zip.openReadStreamPromise(e));
  // The longest holds the text; the others, what it hangs on.
  const nomes = Object.keys(partes).sort((a, b) => partes[b]!.length - partes[a]!.length);
  const alvo = s.chance(0.6) ? (nomes.find((n) => /document\.xml$|content\.xml$|sheet\d+\.xml$/.test(n)) ?? nomes[0]!) : s.um(nomes);
  return zipDe({ ...partes, [alvo]: mutate(partes[alvo]!) });
}

function sign(tipo: string, b: Buffer): Buffer {
  const c = Buffer.from(b);
  try {
    if (tipo === '7z') signSeteZip(c);
    else if (tipo === 'tar') signTars(c);
    else if (tipo === 'rar' && c[6] === 1) signRar5(c);
    else if (tipo === 'rar') signRar4(c);
    else if (tipo === 'imagem') signPng(c);
  } catch {
    // Lengths that lead out of the file: it goes as it is.
  }
  return c;
}

function signTars(c: Buffer): void {
  for (let i = 0; i + 512 <= c.length; i += 512) if (c.toString('latin1', i + 257, i + 262) === 'ustar') signTar(c.subarray(i, i + 512));
}

function signSeteZip(c: Buffer): void {
  const em = 32 + Number(c.readBigUInt64LE(12));
  const tamanho = Number(c.readBigUInt64LE(20));
  if (em + tamanho <= c.length) c.writeUInt32LE(crc32(c.subarray(em, em + tamanho)), 28);
  c.writeUInt32LE(crc32(c.subarray(12, 32)), 8);
}

function signRar5(c: Buffer): void {
  for (let i = 8; i + 6 < c.length; ) {
    const [tamanho, n] = vint(c, i + 4);
    const fim = i + 4 + n + tamanho;
    if (fim > c.length) return;
    c.writeUInt32LE(crc32(c.subarray(i + 4, fim)), i);
    const [, nTipo] = vint(c, i + 4 + n);
    const [marcas, nMarcas] = vint(c, i + 4 + n + nTipo);
    let em = i + 4 + n + nTipo + nMarcas;
    if (marcas & 1) em += vint(c, em)[1];
    i = fim + (marcas & 2 ? vint(c, em)[0] : 0);
  }
}

function vint(c: Buffer, em: number): [number, number] {
  let valor = 0;
  for (let n = 0; n < 8; n++) {
    valor += (c.readUInt8(em + n) & 0x7f) * 2 ** (7 * n);
    if (!(c[em + n]! & 0x80)) return [valor, n + 1];
  }
  return [valor, 8];
}

function signRar4(c: Buffer): void {
  for (let i = 7; i + 7 <= c.length; ) {
    const [marcas, tamanho] = [c.readUInt16LE(i + 3), c.readUInt16LE(i + 5)];
    if (tamanho < 7 || i + tamanho > c.length) return;
    c.writeUInt16LE(crc32(c.subarray(i + 2, i + tamanho)) & 0xffff, i);
    i += tamanho + (marcas & 0x8000 ? c.readUInt32LE(i + 7) : 0);
  }
}

function signPng(c: Buffer): void {
  if (c[0] !== 0x89) return;
  for (let i = 8; i + 12 <= c.length; ) {
    const fim = i + 8 + c.readUInt32BE(i);
    if (fim + 4 > c.length) return;
    c.writeUInt32BE(crc32(c.subarray(i + 4, fim)), fim);
    i = fim + 4;
  }
}
