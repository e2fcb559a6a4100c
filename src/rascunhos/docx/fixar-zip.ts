/** 1 January 1980, 00:00, as ZIP writes it: the first moment it can write. */
const DATA = 0x0021;
const FIM = 0x06054b50;
const CENTRAL = 0x02014b50;
const CABECALHO_FIM = 22;

/**
 * Takes the moment of packing out of a ZIP, in place: the same parts make the same bytes. For archives that we have just
 * made: no comment, no ZIP64.
 */
export function fixarZip(zip: Buffer): Buffer {
  const fim = zip.length - CABECALHO_FIM;
  if (fim < 0 || zip.readUInt32LE(fim) !== FIM) throw new Error('not a ZIP of ours');
  let p = zip.readUInt32LE(fim + 16);
  for (let n = zip.readUInt16LE(fim + 10); n > 0; n--) {
    if (zip.readUInt32LE(p) !== CENTRAL) throw new Error('not a ZIP of ours');
    const local = zip.readUInt32LE(p + 42);
    zip.writeUInt16LE(0, p + 12);
    zip.writeUInt16LE(DATA, p + 14);
    zip.writeUInt16LE(0, local + 10);
    zip.writeUInt16LE(DATA, local + 12);
    p += 46 + zip.readUInt16LE(p + 28) + zip.readUInt16LE(p + 30) + zip.readUInt16LE(p + 32);
  }
  return zip;
}
