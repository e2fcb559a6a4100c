/** Smallest bytes of each type, written by hand: enough to be recognised, not to be read. */
export const BYTES = {
  pdf: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
  rtf: Buffer.from('{\\rtf1\\ansi\\deff0 Edital de licita\\\'e7\\\'e3o}', 'latin1'),
  rar: Buffer.from('526172211a0701000000000000', 'hex'),
  '7z': Buffer.from('377abcaf271c00040000000000', 'hex'),
  png: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  p7s: Buffer.from('30820a0606092a864886f70d010702a08209f7', 'hex'),
} as const;

/** An OLE2 container that holds a stream of this name. */
export const ole2 = (fluxo: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(fluxo, 'utf16le'), Buffer.alloc(64)]);

/** Text worth compressing but no bomb: `n` lines that differ. */
export const linhas = (n: number): string => Array.from({ length: n }, (_, i) => `Linha ${i} do edital, com o número ${(i * 7919) % 10007}.`).join('\n');
