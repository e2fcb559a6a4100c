import { AlicitError } from '../../../kernel/index.js';
import { recognizePagina, type PedidoPagina } from './recognize-pagina.js';
import type { ResultadoOcr } from './resultado-ocr.js';

/** Entry of the OCR thread: one page. What cannot be opened at all is a failure of the page, not of the thread. */
export default async function recognizeNoWorker(pedido: PedidoPagina): Promise<ResultadoOcr> {
  try {
    return await recognizePagina(pedido);
  } catch (erro) {
    if (erro instanceof AlicitError || erro instanceof Error) return { estado: 'falhou', pagina: null };
    throw erro;
  }
}
