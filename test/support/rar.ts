import { crc32 } from 'node:zlib';

/** A file of a RAR, kept without compression (method 0): no compressor is needed, nor is there a free one. */
export interface EntradaRar {
  readonly nome: string | Buffer;
  readonly conteudo: Buffer;
  readonly cifrada?: boolean;
  readonly pasta?: boolean;
  /** Lies about the checksum. */
  readonly crc?: number;
}

/** Variable-length integer of RAR 5: seven bits a byte, the lowest first. */
function vint(n: number): Buffer {
  const bytes: number[] = [];
  do {
    bytes.push((n & 0x7f) | (n > 0x7f ? 0x80 : 0));
    n = Math.floor(n / 128);
  } while (n);
  return Buffer.from(bytes);
}

const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(n >>> 0);
  return b;
};

function bloco5(campos: readonly Buffer[]): Buffer {
  const corpo = Buffer.concat(campos);
  const comTamanho = Buffer.concat([vint(corpo.length), corpo]);
  return Buffer.concat([u32(crc32(comTamanho)), comTamanho]);
}

/** A RAR 5 archive (format: rarlab.com/technote.htm); `volume`: marked as the n-th part of several, 0-based. */
export function rar5(entradas: readonly EntradaRar[], volume?: number): Buffer {
  const marcas = volume === undefined ? [vint(0)] : volume ? [vint(3), vint(volume)] : [vint(1)];
  const partes = [Buffer.from('526172211a070100', 'hex'), bloco5([vint(1), vint(0), ...marcas])];
  for (const e of entradas) {
    const extra = e.cifrada ? Buffer.concat([vint(36), vint(1), vint(0), vint(0), Buffer.from([15]), Buffer.alloc(32, 7)]) : Buffer.alloc(0);
    const nome = Buffer.from(e.nome);
    partes.push(
      bloco5([
        vint(2), vint(extra.length ? 3 : 2), ...(extra.length ? [vint(extra.length)] : []), vint(e.conteudo.length), vint(e.pasta ? 1 : 4), vint(e.conteudo.length), vint(e.pasta ? 0o040755 : 0o100644),
        ...(e.pasta ? [] : [u32(e.crc ?? crc32(e.conteudo))]), vint(0), vint(1), vint(nome.length), nome, extra,
      ]),
      e.conteudo,
    );
  }
  return Buffer.concat([...partes, bloco5([vint(5), vint(0), vint(0)])]);
}

function bloco4(tipo: number, marcas: number, resto: Buffer): Buffer {
  const b = Buffer.alloc(5);
  b.writeUInt8(tipo, 0);
  b.writeUInt16LE(marcas, 1);
  b.writeUInt16LE(7 + resto.length, 3);
  const corpo = Buffer.concat([b, resto]);
  const soma = Buffer.alloc(2);
  soma.writeUInt16LE(crc32(corpo) & 0xffff);
  return Buffer.concat([soma, corpo]);
}

/** A RAR 1.5 to 4 archive; `volume`: marked as one part of several (which one is not kept). */
export function rar4(entradas: readonly EntradaRar[], volume?: number): Buffer {
  const partes = [Buffer.from('526172211a0700', 'hex'), bloco4(0x73, volume === undefined ? 0 : 0x101, Buffer.alloc(6))];
  for (const e of entradas) {
    const nome = Buffer.from(e.nome);
    const campos = Buffer.alloc(25);
    campos.writeUInt32LE(e.conteudo.length, 0);
    campos.writeUInt32LE(e.conteudo.length, 4);
    campos.writeUInt8(3, 8);
    campos.writeUInt32LE((e.crc ?? crc32(e.conteudo)) >>> 0, 9);
    campos.writeUInt32LE(0x5a210000, 13);
    campos.writeUInt8(20, 17);
    campos.writeUInt8(0x30, 18);
    campos.writeUInt16LE(nome.length, 19);
    campos.writeUInt32LE(e.pasta ? 0o040755 : 0o100644, 21);
    partes.push(bloco4(0x74, 0x8000 | (e.cifrada ? 4 : 0) | (e.pasta ? 0xe0 : 0), Buffer.concat([campos, nome])), e.conteudo);
  }
  return Buffer.concat([...partes, bloco4(0x7b, 0x4000, Buffer.alloc(0))]);
}
