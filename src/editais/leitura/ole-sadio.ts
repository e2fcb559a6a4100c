const CABECALHO = 512;
const FAT_NO_CABECALHO = 109;
const DIRETORIO = 128;

const MAGICA = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Told by its first bytes; an XLS may also be XML. */
export const isOle = (bytes: Uint8Array): boolean => MAGICA.equals(bytes.subarray(0, MAGICA.length));

/**
 * Whether the sector chains and the directory of an OLE2 container ([MS-CFB]) lead nowhere twice. The library that reads
 * them follows a chain that comes back to itself until there is no memory left: it never sees a file that fails this.
 */
export function isOleSadio(b: Buffer): boolean {
  if (b.length < CABECALHO) return false;
  const bits = b.readUInt16LE(30);
  if (bits !== 9 && bits !== 12) return false;
  const setor = 1 << bits;
  const at = (n: number): number => (n + 1) * setor;
  const fat = readFat(b, setor, at);
  return !hasCiclo(fat) && isArvore(b, setor, at, fat);
}

/** Next sector of each, as the table says; negative ends a chain. */
function readFat(b: Buffer, setor: number, at: (n: number) => number): Int32Array {
  const tabelas: number[] = [];
  for (let i = 0; i < FAT_NO_CABECALHO; i++) tabelas.push(b.readInt32LE(76 + i * 4));
  const vistos = new Set<number>();
  for (let n = b.readInt32LE(68); n >= 0 && !vistos.has(n) && at(n) + setor <= b.length; n = b.readInt32LE(at(n) + setor - 4)) {
    vistos.add(n);
    for (let i = 0; i < setor / 4 - 1; i++) tabelas.push(b.readInt32LE(at(n) + i * 4));
  }
  const porTabela = setor / 4;
  const fat = new Int32Array(Math.ceil(b.length / setor)).fill(-1);
  tabelas.forEach((n, k) => {
    if (n < 0 || at(n) + setor > b.length) return;
    for (let i = 0; i < porTabela && k * porTabela + i < fat.length; i++) fat[k * porTabela + i] = b.readInt32LE(at(n) + i * 4);
  });
  return fat;
}

/** Whether some chain comes back to itself. Each sector is walked once. */
function hasCiclo(fat: Int32Array): boolean {
  const visita = new Int32Array(fat.length);
  for (let i = 0; i < fat.length; i++) {
    let j = i;
    while (j >= 0 && j < fat.length && !visita[j]) {
      visita[j] = i + 1;
      j = fat[j]!;
    }
    if (j >= 0 && j < fat.length && visita[j] === i + 1) return true;
  }
  return false;
}

/** Whether every entry of the directory has one parent at most, and none is its own ancestor. */
function isArvore(b: Buffer, setor: number, at: (n: number) => number, fat: Int32Array): boolean {
  const entradas: Buffer[] = [];
  for (let n = b.readInt32LE(48); n >= 0 && n < fat.length && at(n) + setor <= b.length; n = fat[n]!) {
    for (let i = 0; i < setor; i += DIRETORIO) entradas.push(b.subarray(at(n) + i, at(n) + i + DIRETORIO));
  }
  const pai = new Int32Array(entradas.length).fill(-1);
  for (const [i, e] of entradas.entries()) {
    if (e[66] === 0) continue;
    for (const campo of [68, 72, 76]) {
      const filho = e.readInt32LE(campo);
      if (filho < 0 || filho >= entradas.length) continue;
      if (filho === 0 || pai[filho] !== -1) return false;
      pai[filho] = i;
    }
  }
  return !hasCiclo(pai);
}
