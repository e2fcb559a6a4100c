import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A well-made ZIP of the given files; a name that ends in "/" is a folder, one called "mimetype" is stored. */
export async function zipDe(arquivos: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [nome, conteudo] of Object.entries(arquivos)) {
    if (nome.endsWith('/')) zip.addEmptyDirectory(nome);
    else zip.addBuffer(Buffer.from(conteudo), nome, { compress: nome !== 'mimetype' });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** What a hostile or careless writer may put in an entry, byte by byte. */
export interface EntradaCrua {
  readonly nome: Buffer | string;
  readonly conteudo: Buffer;
  /** Bit 0: encrypted; bit 11: name in UTF-8. */
  readonly marcas?: number;
  readonly metodo?: number;
  /** Lies about the uncompressed size. */
  readonly tamanhoDeclarado?: number;
  readonly crc?: number;
  readonly atributos?: number;
}

/** A ZIP written by hand, for what no honest library writes: "..", code page 850, encrypted flags, wrong sizes. */
export function zipCru(entradas: readonly EntradaCrua[]): Buffer {
  const locais: Buffer[] = [];
  const centrais: Buffer[] = [];
  let offset = 0;
  for (const e of entradas) {
    const nome = Buffer.from(e.nome);
    const metodo = e.metodo ?? 8;
    const dados = metodo === 8 ? deflateRawSync(e.conteudo) : e.conteudo;
    const campos = Buffer.alloc(26);
    campos.writeUInt16LE(20, 0);
    campos.writeUInt16LE(e.marcas ?? 0, 2);
    campos.writeUInt16LE(metodo, 4);
    campos.writeUInt32LE(e.crc ?? crc32(e.conteudo), 10);
    campos.writeUInt32LE(dados.length, 14);
    campos.writeUInt32LE(e.tamanhoDeclarado ?? e.conteudo.length, 18);
    campos.writeUInt16LE(nome.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), campos, nome, dados]);
    const resto = Buffer.alloc(14);
    resto.writeUInt32LE(e.atributos ?? 0, 6);
    resto.writeUInt32LE(offset, 10);
    centrais.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), campos, resto, nome]));
    locais.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrais);
  const fim = Buffer.alloc(18);
  fim.writeUInt16LE(entradas.length, 4);
  fim.writeUInt16LE(entradas.length, 6);
  fim.writeUInt32LE(central.length, 8);
  fim.writeUInt32LE(offset, 12);
  return Buffer.concat([...locais, central, Buffer.from('PK\x05\x06', 'latin1'), fim]);
}
