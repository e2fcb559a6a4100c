/** An entry of a tar; `tipo`: "0" file, "1" hard link, "2" symbolic link, "5" folder. */
export interface EntradaTar {
  readonly nome: string;
  readonly conteudo?: Buffer;
  readonly tipo?: string;
  readonly alvo?: string;
  /** Lies about the size; octal digits, or anything else. */
  readonly tamanho?: string;
}

/** A POSIX (ustar) archive written by hand. */
export const tarDe = (entradas: readonly EntradaTar[]): Buffer => Buffer.concat([...entradas.flatMap(blocos), Buffer.alloc(1024)]);

function blocos({ nome, conteudo = Buffer.alloc(0), tipo = '0', alvo = '', tamanho }: EntradaTar): Buffer[] {
  const c = Buffer.alloc(512);
  c.write(nome, 0, 100, 'utf8');
  c.write('0000644\0', 100);
  c.write('0000000\0', 108);
  c.write('0000000\0', 116);
  c.write(tamanho ?? `${conteudo.length.toString(8).padStart(11, '0')}\0`, 124, 12);
  c.write('14000000000\0', 136);
  c.write(tipo, 156);
  c.write(alvo, 157, 100, 'utf8');
  c.write('ustar\0' + '00', 257);
  return [signTar(c), conteudo, Buffer.alloc((512 - (conteudo.length % 512)) % 512)];
}

/** Writes the checksum of a header. */
export function signTar(c: Buffer): Buffer {
  c.write('        ', 148);
  c.write(`${c.subarray(0, 512).reduce((s, b) => s + b, 0).toString(8).padStart(6, '0')}\0 `, 148);
  return c;
}
