import { performance } from 'node:perf_hooks';
import { mapLimit } from '../../leituras/map-limit.js';
import { createThreads } from '../threads.js';
import { createVagas } from '../vagas.js';
import { isUsavel, SEM_CACHE_OCR, type CacheOcr } from './cache-ocr.js';
import type { PaginaPendente } from './decide-ocr.js';
import type { PedidoPagina } from './recognize-pagina.js';
import type { EstadoOcr, ResultadoOcr } from './resultado-ocr.js';

export interface OpcoesOcr {
  /** Pages recognised at once, each in its thread; 0: OCR is off. */
  readonly threads: number;
  /** Pages recognised of one document; the rest is listed as not read. */
  readonly maxPaginas: number;
  /** After this the page is given up and its thread replaced. */
  readonly tempoPaginaMs: number;
  readonly cache?: CacheOcr;
  /** Told of each page asked for: found kept, or recognised now (with the time it took, its wait for a thread left out, ms). */
  readonly onPagina?: (feita: PaginaOcrFeita) => void;
  /** Compiled worker; default: beside this file. */
  readonly worker?: URL;
}

export interface PaginaOcrFeita {
  readonly estado: EstadoOcr;
  readonly ms: number;
  readonly guardada: boolean;
}

/** Pages recognised so far, of those that a document needs. */
export interface ProgressoOcr {
  readonly feitas: number;
  readonly total: number;
}

export interface DocumentoOcr {
  readonly sha256: string;
  readonly tipo: 'pdf' | 'imagem';
  readonly bytes: Uint8Array;
}

export interface OpcoesReconhecer {
  readonly signal?: AbortSignal | undefined;
  readonly onProgresso?: ((progresso: ProgressoOcr) => void) | undefined;
  /** False: nothing of these pages is looked for or left on disk (papers with people's data). Default true. */
  readonly guardar?: boolean;
}

/** Recognises pages in threads of its own, each page at most once. */
export interface Ocr {
  /** Pages of one document at most; 0: OCR is off. */
  readonly maxPaginas: number;
  /**
   * The pages by number, from the cache or recognised now; those past the limit are not in it. A page that fails or
   * takes too long is told in its result and the others go on. @throws the signal's reason, before the next page
   */
  recognize(documento: DocumentoOcr, pendentes: readonly PaginaPendente[], opcoes?: OpcoesReconhecer): Promise<Map<number, ResultadoOcr>>;
  /** Ends the threads; recognising again starts new ones. */
  close(): Promise<void>;
}

/** JavaScript memory of a thread, MB; that of the engine and of PDFium is bounded where they are loaded. */
const MEMORIA_THREAD_MB = 256;
const JOVENS_MB = 8;

export function createOcr({ threads, maxPaginas: limite, tempoPaginaMs, cache = SEM_CACHE_OCR, onPagina = () => undefined, worker = new URL('./ocr.worker.js', import.meta.url) }: OpcoesOcr): Ocr {
  const maxPaginas = threads ? limite : 0;
  const vagas = createVagas(Math.max(threads, 1));
  const emCurso = new Map<string, Promise<ResultadoOcr>>();
  const pool = createThreads({ worker, threads, memoriaMb: MEMORIA_THREAD_MB, jovensMb: JOVENS_MB });

  async function run(pedido: PedidoPagina): Promise<ResultadoOcr> {
    const prazo = AbortSignal.timeout(tempoPaginaMs);
    try {
      return (await pool.get().run(pedido, { signal: prazo })) as ResultadoOcr;
    } catch (erro) {
      if (prazo.aborted) return { estado: 'tempo_esgotado', pagina: null, tempoMs: tempoPaginaMs };
      if ((erro as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return { estado: 'falhou', pagina: null };
      throw erro;
    }
  }

  /** Whoever asks for a page that is being recognised waits for it. */
  function recognizeOnce(pedido: PedidoPagina, guardar: boolean): Promise<ResultadoOcr> {
    const chave = `${pedido.sha256}.${pedido.numero}.${guardar}`;
    const outra = emCurso.get(chave);
    if (outra) return outra;
    const nossa = vagas(async () => {
      const inicio = performance.now();
      const resultado = await run(pedido);
      onPagina({ estado: resultado.estado, ms: performance.now() - inicio, guardada: false });
      if (guardar) await cache.put(pedido.sha256, pedido.numero, resultado);
      return resultado;
    }).finally(() => emCurso.delete(chave));
    emCurso.set(chave, nossa);
    return nossa;
  }

  return {
    maxPaginas,
    async recognize({ sha256, tipo, bytes }, pendentes, { signal, onProgresso, guardar = true } = {}) {
      const feitas = new Map<number, ResultadoOcr>();
      const pedidas = pendentes.slice(0, maxPaginas);
      for (const { numero } of guardar ? pedidas : []) {
        const guardada = await cache.get(sha256, numero);
        if (!isUsavel(guardada, tempoPaginaMs)) continue;
        feitas.set(numero, guardada);
        onPagina({ estado: guardada.estado, ms: 0, guardada: true });
      }
      const faltam = pedidas.filter((p) => !feitas.has(p.numero));
      const tell = (): void => onProgresso?.({ feitas: feitas.size, total: pedidas.length });
      if (!faltam.length) return feitas;
      tell();
      const comuns = toShared(bytes);
      await mapLimit(faltam, threads, async ({ numero }) => {
        signal?.throwIfAborted();
        feitas.set(numero, await recognizeOnce({ tipo, sha256, bytes: comuns, numero }, guardar));
        tell();
      });
      return feitas;
    },
    close: () => pool.close(),
  };
}

/** One copy for all threads. */
function toShared(bytes: Uint8Array): Uint8Array {
  const comuns = new Uint8Array(new SharedArrayBuffer(bytes.length));
  comuns.set(bytes);
  return comuns;
}
