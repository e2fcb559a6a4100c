/** A part of an archive that was cut in several files; `parte` is 1-based, null when the bytes do not tell. */
export interface Volume {
  readonly parte: number | null;
}

const RAR4 = Buffer.from('526172211a0700', 'hex');
const RAR5 = Buffer.from('526172211a070100', 'hex');
const SETE_ZIP = Buffer.from('377abcaf271c', 'hex');
const MAX_INICIO = 2048;

/** Whether these bytes are one part of a RAR or 7z cut in volumes: such an archive cannot be opened by itself. */
export function findVolume(b: Buffer): Volume | null {
  if (b.subarray(0, 8).equals(RAR5)) return volumeRar5(b);
  if (b.subarray(0, 7).equals(RAR4)) return volumeRar4(b);
  // The start header of a 7z tells where its end is: beyond these bytes when the file was cut.
  if (b.subarray(0, 6).equals(SETE_ZIP) && b.length >= 32) {
    const fim = 32n + b.readBigUInt64LE(12) + b.readBigUInt64LE(20);
    return fim > BigInt(b.length) ? { parte: 1 } : null;
  }
  return null;
}

/** RAR 1.5 to 4: flags of the main header (type 0x73); 0x0001 volume, 0x0100 the first of them. */
function volumeRar4(b: Buffer): Volume | null {
  if (b.length < 14 || b[9] !== 0x73) return null;
  const marcas = b.readUInt16LE(10);
  return marcas & 1 ? { parte: marcas & 0x100 ? 1 : null } : null;
}

/** RAR 5: CRC, size, type, flags, [extra size], archive flags (0x0001 volume, 0x0002 number follows), [number]. */
function volumeRar5(b: Buffer): Volume | null {
  const le = readerOf(b.subarray(0, MAX_INICIO), 12);
  le();
  const tipo = le();
  const marcas = le();
  if (tipo !== 1) return null;
  if (marcas & 1) le();
  if (marcas & 2) le();
  const arquivo = le();
  if (!(arquivo & 1)) return null;
  return { parte: arquivo & 2 ? le() + 1 : 1 };
}

/** Reads variable-length integers one after the other; 0 past the end. */
function readerOf(b: Buffer, inicio: number): () => number {
  let i = inicio;
  return () => {
    let valor = 0;
    for (let k = 0; k < 4 && i < b.length; k++) {
      const byte = b[i++]!;
      valor += (byte & 0x7f) * 2 ** (7 * k);
      if (byte < 0x80) break;
    }
    return valor;
  };
}
