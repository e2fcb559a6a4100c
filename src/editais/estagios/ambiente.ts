import { stat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indisponivel } from '../../kernel/index.js';
import type { DocumentoLido, NaoLido } from '../domain/documento.js';
import { openPastaDocumentos, type PastaDocumentos } from '../disco/pasta-documentos.js';
import { openCacheLeituras, SEM_CACHE, type CacheLeituras } from '../leitura/cache-leituras.js';
import { encodeLeitura } from '../leitura/codec-leitura.js';
import { isUsavel, openCacheOcr, type CacheOcr } from '../leitura/ocr/cache-ocr.js';
import type { ResultadoOcr } from '../leitura/ocr/resultado-ocr.js';
import { finishLeitura, readBytes, toDocumento, type Leitura } from '../leitura/read-documento.js';
import { cleanNome } from '../reunir/nome-seguro.js';
import { RECUSAS } from '../reunir/recusas.js';
import { reunirGuardando } from '../reunir/reunir.js';
import type { AmbienteEstagios, DocumentoReunido, EntradaEmDisco, ReuniaoEmDisco } from './tipos.js';

/** The folders of a thread, opened once. */
interface Pastas {
  readonly chave: string;
  readonly documentos: PastaDocumentos;
  readonly leituras: CacheLeituras;
  readonly ocr: CacheOcr;
}

let abertas: Pastas | undefined;

function openPastas({ pastaDados, maxBytesCache, maxBytesDocumentos }: AmbienteEstagios): Pastas {
  const chave = `${pastaDados}\u0000${maxBytesCache}\u0000${maxBytesDocumentos}`;
  if (abertas?.chave === chave) return abertas;
  const leituras = maxBytesCache ? openCacheLeituras(join(pastaDados, 'leituras'), maxBytesCache) : SEM_CACHE;
  return (abertas = { chave, leituras, documentos: openPastaDocumentos(join(pastaDados, 'documentos'), maxBytesDocumentos), ocr: openCacheOcr(join(pastaDados, 'ocr')) });
}

/** Stage 1 over files on disk, one at a time in memory: what comes out of ZIPs is put in the data folder. */
export async function reunirEmDisco(entradas: readonly EntradaEmDisco[], ambiente: AmbienteEstagios): Promise<ReuniaoEmDisco> {
  const { documentos } = openPastas(ambiente);
  const { reunir: limites } = ambiente;
  const lentas: (EntradaEmDisco & { tamanho: number; read: () => Promise<Uint8Array> })[] = [];
  const recusadas: NaoLido[] = [];
  for (const { nome, caminho } of entradas) {
    const documento = cleanNome(nome);
    const info = await stat(caminho).catch(() => null);
    if (!info?.isFile()) recusadas.push({ documento, ...RECUSAS.nao_encontrado() });
    else if (info.size > limites.maxBytesArquivo) recusadas.push({ documento, ...RECUSAS.arquivo_grande(limites.maxBytesArquivo) });
    else if (lentas.length >= limites.maxEntradas) recusadas.push({ documento, ...RECUSAS.conjunto_grande(limites.maxBytesTotal) });
    else lentas.push({ nome, caminho, tamanho: info.size, read: () => readFile(caminho) });
  }
  let guardou = false;
  const { arquivos, naoLido, duplicados } = await reunirGuardando(lentas, limites, async ({ bytes, sha256, entrada }) => {
    if (entrada) return entrada.caminho;
    await documentos.put(sha256, bytes);
    guardou = true;
    return null;
  });
  if (guardou) await documentos.trim();
  return {
    documentos: arquivos.map(({ nome, sha256, tipo, tamanho, guardado }) => ({ nome, sha256, tipo, bytes: tamanho, ...(guardado === null ? {} : { caminho: guardado }) })),
    naoLido: [...recusadas, ...naoLido], duplicados,
  };
}

/**
 * A document read: from the cache of readings, else from its bytes, which fills the cache.
 * @throws AlicitError why it cannot be read; `documento_ausente` when its bytes are gone from this machine;
 * `ocr_pendente` when pages of it must be recognised first, which no thread of the workshop does
 */
export async function readReunido(documento: DocumentoReunido, ambiente: AmbienteEstagios): Promise<DocumentoLido> {
  const { leituras, documentos, ocr } = openPastas(ambiente);
  const limites = { maxPaginas: ambiente.maxPaginas, maxPaginasOcr: ambiente.maxPaginasOcr };
  const guardada = await leituras.get(documento.sha256, limites);
  if (guardada) return toDocumento(documento, guardada);
  const nativa = await readBytes(documento.tipo, await documentos.get(documento), limites);
  const leitura = finishLeitura(nativa, await findReconhecidas(ocr, documento, nativa, ambiente), ambiente.maxPaginasOcr ? 'limite' : 'desligado');
  await leituras.put(documento.sha256, limites, encodeLeitura(leitura));
  return toDocumento(documento, leitura);
}

/** Pages of a document that OCR read before. @throws AlicitError `ocr_pendente`, with the pages that wait */
async function findReconhecidas(ocr: CacheOcr, { nome, sha256 }: DocumentoReunido, { pendentes = [] }: Leitura, { maxPaginasOcr, tempoPaginaOcrMs }: AmbienteEstagios): Promise<Map<number, ResultadoOcr>> {
  const achadas = new Map<number, ResultadoOcr>();
  for (const { numero } of pendentes.slice(0, maxPaginasOcr)) {
    const achada = await ocr.get(sha256, numero);
    if (isUsavel(achada, tempoPaginaOcrMs)) achadas.set(numero, achada);
  }
  if (achadas.size < Math.min(pendentes.length, maxPaginasOcr)) {
    throw indisponivel('ocr_pendente', `As páginas em imagem de “${nome}” ainda não passaram pelo OCR, ou o que ele leu não pôde ser guardado no disco desta máquina. Tente de novo em instantes.`, { sha256, pendentes });
  }
  return achadas;
}
