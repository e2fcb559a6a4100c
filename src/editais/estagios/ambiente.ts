import { stat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentoLido, NaoLido } from '../domain/documento.js';
import { openPastaDocumentos, type PastaDocumentos } from '../disco/pasta-documentos.js';
import { openCacheLeituras, SEM_CACHE, type CacheLeituras } from '../leitura/cache-leituras.js';
import { encodeLeitura } from '../leitura/codec-leitura.js';
import { readBytes, toDocumento } from '../leitura/read-documento.js';
import { cleanNome } from '../reunir/nome-seguro.js';
import { RECUSAS } from '../reunir/recusas.js';
import { reunirGuardando } from '../reunir/reunir.js';
import type { AmbienteEstagios, DocumentoReunido, EntradaEmDisco, ReuniaoEmDisco } from './tipos.js';

/** The two folders of a thread, opened once. */
interface Pastas {
  readonly chave: string;
  readonly documentos: PastaDocumentos;
  readonly leituras: CacheLeituras;
}

let abertas: Pastas | undefined;

function openPastas({ pastaDados, maxBytesCache, maxBytesDocumentos }: AmbienteEstagios): Pastas {
  const chave = `${pastaDados}\u0000${maxBytesCache}\u0000${maxBytesDocumentos}`;
  if (abertas?.chave === chave) return abertas;
  const leituras = maxBytesCache ? openCacheLeituras(join(pastaDados, 'leituras'), maxBytesCache) : SEM_CACHE;
  return (abertas = { chave, leituras, documentos: openPastaDocumentos(join(pastaDados, 'documentos'), maxBytesDocumentos) });
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
 * @throws AlicitError why it cannot be read; `documento_ausente` when its bytes are gone from this machine
 */
export async function readReunido(documento: DocumentoReunido, ambiente: AmbienteEstagios): Promise<DocumentoLido> {
  const { leituras, documentos } = openPastas(ambiente);
  const limites = { maxPaginas: ambiente.maxPaginas };
  const guardada = await leituras.get(documento.sha256, limites);
  if (guardada) return toDocumento(documento, guardada);
  const leitura = await readBytes(documento.tipo, await documentos.get(documento), limites);
  await leituras.put(documento.sha256, limites, encodeLeitura(leitura));
  return toDocumento(documento, leitura);
}
