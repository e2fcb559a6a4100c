import { AlicitError, indisponivel, invalido } from '../../kernel/index.js';
import type { Arquivo, DocumentoLido } from '../domain/documento.js';
import { SEM_CACHE, type CacheLeituras } from './cache-leituras.js';
import { decodeLeitura, encodeLeitura } from './codec-leitura.js';
import { createThreads } from './threads.js';
import { createVagas } from './vagas.js';
import type { ErroLeitura } from './leitura.worker.js';
import type { Ocr, ProgressoOcr } from './ocr/ocr.js';
import { finishLeitura, readBytes, toDocumento, type Leitura, type LimitesLeitura } from './read-documento.js';

export interface OpcoesLeitor {
  /** Worker threads at most; 0 reads in the caller's thread (tests, single-core machines). */
  readonly threads: number;
  /** After this the thread that reads the document is killed. */
  readonly tempoMs: number;
  readonly limites: LimitesLeitura;
  readonly cache?: CacheLeituras;
  /** Reads the pages without readable text, as many as `limites.maxPaginasOcr`; absent: they are listed as not read. */
  readonly ocr?: Ocr;
  /** Compiled worker; default: beside this file. */
  readonly worker?: URL;
}

/** Reads documents off the main thread, each at most once. */
export interface Leitor {
  /**
   * `onOcr` is told as its pages are recognised, which `tempoMs` does not count.
   * @throws AlicitError the file cannot be read at all, or took too long (`tempo_esgotado`)
   */
  read(arquivo: Arquivo, onOcr?: (progresso: ProgressoOcr) => void): Promise<DocumentoLido>;
  /** Ends the threads; reading again starts new ones. */
  close(): Promise<void>;
}

/** JavaScript memory of a thread, MB; PDFium's own is bounded in pdfium.ts. */
const MEMORIA_THREAD_MB = 768;
/** Short-lived memory of a thread: more makes no reading faster and triples what it holds. */
const JOVENS_MB = 12;

export function createLeitor(opcoes: OpcoesLeitor): Leitor {
  const { threads, tempoMs, cache = SEM_CACHE, ocr, worker = new URL('./leitura.worker.js', import.meta.url) } = opcoes;
  const limites: LimitesLeitura = { ...opcoes.limites, maxPaginasOcr: ocr?.maxPaginas ?? 0 };
  const vagas = createVagas(Math.max(threads, 1));
  const pool = createThreads({ worker, threads, memoriaMb: MEMORIA_THREAD_MB, jovensMb: JOVENS_MB });

  async function readCodificada({ tipo, bytes }: Arquivo): Promise<Uint8Array> {
    if (threads === 0) return encodeLeitura(await readBytes(tipo, bytes, limites));
    const copia = new Uint8Array(bytes);
    try {
      const r = (await pool.get().run({ tipo, bytes: copia, limites }, { transferList: [copia.buffer], signal: AbortSignal.timeout(tempoMs) })) as Uint8Array | ErroLeitura;
      if (r instanceof Uint8Array) return r;
      throw new AlicitError(r.tipo, r.codigo, r.mensagem);
    } catch (erro) {
      throw explain(erro, tempoMs);
    }
  }

  /** Recognises what is pending; the place among those who read is another's meanwhile. */
  async function withOcr({ sha256, tipo, bytes }: Arquivo, nativa: Leitura, onProgresso?: (progresso: ProgressoOcr) => void): Promise<Leitura> {
    const { pendentes } = nativa;
    if (!pendentes || !ocr?.maxPaginas) return finishLeitura(nativa);
    return finishLeitura(nativa, await ocr.recognize({ sha256, tipo: tipo === 'imagem' ? tipo : 'pdf', bytes }, pendentes, { onProgresso }), 'limite');
  }

  return {
    async read(arquivo, onOcr) {
      const identidade = { ...arquivo, bytes: arquivo.bytes.length };
      const guardada = await cache.get(arquivo.sha256, limites);
      if (guardada) return toDocumento(identidade, guardada);
      const codificada = await vagas(() => readCodificada(arquivo));
      const nativa = decodeLeitura(codificada);
      const leitura = await withOcr(arquivo, nativa, onOcr);
      await cache.put(arquivo.sha256, limites, nativa.pendentes ? encodeLeitura(leitura) : codificada);
      return toDocumento(identidade, leitura);
    },
    close: () => pool.close(),
  };
}

function explain(erro: unknown, tempoMs: number): unknown {
  if (erro instanceof AlicitError || typeof erro !== 'object' || erro === null) return erro;
  const { code, name } = erro as { readonly code?: string; readonly name?: string };
  if (name === 'AbortError' || name === 'TimeoutError') {
    return indisponivel('tempo_esgotado', `A leitura do documento passou de ${Math.round(tempoMs / 1000)} segundos e foi interrompida. Divida-o em partes ou gere-o de novo.`);
  }
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? invalido('limite_memoria', 'O documento exige memória demais para ser lido. Divida-o em partes.') : erro;
}
