import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { decodeNome } from './decode-nome.js';
import { BYTES_SEM_RAZAO, type LimitesReunir, type Orcamento } from './limites.js';
import { isNomeInseguro } from './nome-seguro.js';
import { RECUSAS, type Recusa } from './recusas.js';

/** An entry with its bytes, or the reason why it was not taken. `nome` null: the archive as a whole. */
export type EntradaZip = { readonly nome: string; readonly bytes: Buffer } | { readonly nome: string | null; readonly recusa: Recusa };

const TIPO_UNIX = 0o170000;
const LINK_UNIX = 0o120000;

/**
 * The files of one ZIP, in the order of its directory. Each is inflated as a stream that stops at the first bound it
 * passes, so that no bomb fills the memory; what is refused is told and the rest goes on. Nothing is written to disk.
 * `wanted` picks entries by name (folders and unwanted ones cost nothing).
 */
export async function* readZip(bytes: Buffer, limites: LimitesReunir, orcamento: Orcamento, wanted: (nome: string) => boolean = () => true): AsyncGenerator<EntradaZip> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch {
    yield { nome: null, recusa: RECUSAS.zip_corrompido() };
    return;
  }
  try {
    for await (const entrada of zip.eachEntry()) {
      const nome = decodeNome(entrada);
      if (nome.endsWith('/') || !wanted(nome)) continue;
      if (orcamento.entradas-- <= 0) {
        yield { nome: null, recusa: RECUSAS.zip_muitas_entradas(limites.maxEntradas) };
        return;
      }
      const lida = await readEntrada(zip, entrada, nome, limites, orcamento);
      yield 'bytes' in lida ? { nome, bytes: lida.bytes } : { nome, recusa: lida };
    }
  } catch {
    yield { nome: null, recusa: RECUSAS.zip_corrompido() };
  } finally {
    zip.close();
  }
}

async function readEntrada(zip: ZipFile, e: Entry, nome: string, limites: LimitesReunir, orcamento: Orcamento): Promise<{ readonly bytes: Buffer } | Recusa> {
  if (isNomeInseguro(nome) || ((e.externalFileAttributes >>> 16) & TIPO_UNIX) === LINK_UNIX) return RECUSAS.zip_caminho_inseguro();
  if (e.isEncrypted()) return RECUSAS.zip_cifrado();
  if (!e.canDecodeFileData()) return RECUSAS.zip_metodo();
  // The declared size may lie, but only downwards is of use to a liar: it is counted again while inflating.
  if (e.uncompressedSize > limites.maxBytesArquivo) return RECUSAS.arquivo_grande(limites.maxBytesArquivo);
  const pedacos: Buffer[] = [];
  let total = 0;
  try {
    const fluxo = await zip.openReadStreamPromise(e);
    for await (const pedaco of fluxo as AsyncIterable<Buffer>) {
      total += pedaco.length;
      const recusa = checkLimites(total, e, limites, orcamento);
      if (recusa) return recusa;
      pedacos.push(pedaco);
    }
  } catch {
    return RECUSAS.zip_corrompido();
  } finally {
    orcamento.bytes -= total;
  }
  const bytes = Buffer.concat(pedacos, total);
  return crc32(bytes) === e.crc32 ? { bytes } : RECUSAS.zip_corrompido();
}

function checkLimites(total: number, e: Entry, limites: LimitesReunir, orcamento: Orcamento): Recusa | null {
  if (total > BYTES_SEM_RAZAO && total > Math.max(e.compressedSize, 1) * limites.maxRazao) return RECUSAS.zip_bomba();
  if (total > limites.maxBytesArquivo) return RECUSAS.arquivo_grande(limites.maxBytesArquivo);
  return total > orcamento.bytes ? RECUSAS.zip_bomba() : null;
}
