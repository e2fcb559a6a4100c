import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError } from '../../kernel/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { AmbienteDocumentos, ArquivoDaEmpresa, ArquivoLido } from './tipos.js';

const TRABALHO: Trabalho = { modulo: new URL('./documentos.worker.js', import.meta.url), load: () => import('./documentos.worker.js') };
/** A company's paper has a few pages; a book of accounts, hundreds: what matters stands in the first. */
const MAX_PAGINAS = 120;
/** What a file may cost without stopping the others. */
const DO_ARQUIVO: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);

/** Company papers read off the main thread, a file a task: a path in, a small result out. */
@Injectable()
export class EstagiosDocumentos {
  private readonly ambiente: AmbienteDocumentos;
  private readonly tempoMs: number;

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina) {
    this.ambiente = { reunir: config.reunir, maxPaginas: Math.min(MAX_PAGINAS, config.leitura.maxPaginas) };
    this.tempoMs = config.leitura.tempoMs;
  }

  /** What a file holds; a file that cannot be read is told in `naoLido`. @throws AlicitError `oficina_cheia`, `oficina_fechada`, `cancelado` */
  async ler(arquivo: ArquivoDaEmpresa, signal?: AbortSignal): Promise<ArquivoLido> {
    try {
      return await this.oficina.run(TRABALHO, 'ler', { arquivo, ambiente: this.ambiente }, { signal, tempoMs: this.tempoMs });
    } catch (erro) {
      if (!(erro instanceof AlicitError) || !DO_ARQUIVO.has(erro.codigo)) throw erro;
      return { documentos: [], naoLido: [{ documento: arquivo.nome, codigo: erro.codigo, motivo: erro.message }] };
    }
  }
}
