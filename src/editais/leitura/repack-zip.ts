import { crc32 } from 'node:zlib';
import { invalido } from '../../kernel/index.js';
import { MB, toOrcamento, type LimitesReunir } from '../reunir/limites.js';
import { readZip } from '../reunir/read-zip.js';

/** Bounds of the parts of one DOCX or XLSX. Their XML compresses well (a sheet of equal rows 100:1): sizes, not ratio, stop a bomb. */
const LIMITES_OFFICE: LimitesReunir = { maxNiveis: 1, maxEntradas: 3000, maxBytesArquivo: 48 * MB, maxBytesTotal: 96 * MB, maxRazao: 1100 };

/**
 * The wanted parts of an office file, inflated under our own bounds. Libraries get them stored in a new ZIP
 * (`storeZip`), so that none of them ever inflates what the user sent.
 * @throws AlicitError `zip_bomba`, `arquivo_grande`, `arquivo_corrompido`
 */
export async function unpackOffice(bytes: Uint8Array, wanted: (nome: string) => boolean): Promise<Map<string, Buffer>> {
  const partes = new Map<string, Buffer>();
  const origem = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for await (const e of readZip(origem, LIMITES_OFFICE, toOrcamento(LIMITES_OFFICE), wanted)) {
    if ('bytes' in e) partes.set(e.nome, e.bytes);
    else if (['zip_bomba', 'arquivo_grande', 'zip_muitas_entradas'].includes(e.recusa.codigo)) throw invalido(e.recusa.codigo, e.recusa.motivo);
    else if (e.nome === null) throw invalido('arquivo_corrompido', 'O documento está truncado ou corrompido e não pôde ser aberto. Baixe o arquivo de novo.');
  }
  return partes;
}

/** A ZIP of these parts, nothing compressed. */
export function storeZip(partes: ReadonlyMap<string, Buffer>): Buffer {
  const locais: Buffer[] = [];
  const centrais: Buffer[] = [];
  let offset = 0;
  for (const [caminho, conteudo] of partes) {
    const nome = Buffer.from(caminho);
    const campos = Buffer.alloc(26);
    campos.writeUInt16LE(20, 0);
    campos.writeUInt16LE(0x800, 2);
    campos.writeUInt32LE(crc32(conteudo), 10);
    campos.writeUInt32LE(conteudo.length, 14);
    campos.writeUInt32LE(conteudo.length, 18);
    campos.writeUInt16LE(nome.length, 22);
    const resto = Buffer.alloc(14);
    resto.writeUInt32LE(offset, 10);
    centrais.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), campos, resto, nome);
    locais.push(Buffer.from('PK\x03\x04', 'latin1'), campos, nome, conteudo);
    offset += 4 + campos.length + nome.length + conteudo.length;
  }
  const central = Buffer.concat(centrais);
  const fim = Buffer.alloc(18);
  fim.writeUInt16LE(partes.size, 4);
  fim.writeUInt16LE(partes.size, 6);
  fim.writeUInt32LE(central.length, 8);
  fim.writeUInt32LE(offset, 12);
  return Buffer.concat([...locais, central, Buffer.from('PK\x05\x06', 'latin1'), fim]);
}
