import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { toAmbiente } from '../../editais/editais.module.js';
import { chaveLeitura, type CorrecaoAConfirmar, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import type { ConsultaSancoes } from '../../sancoes/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { Correcao } from '../domain/correcao.js';
import type { ResumoAnalise } from './resumo.js';

const TRABALHO: Trabalho = { modulo: new URL('./analise.worker.js', import.meta.url), load: () => import('./analise.worker.js') };

export interface PedidoJulgamento {
  readonly conjunto: ConjuntoPedido;
  readonly empresa: Empresa;
  readonly licitacao: Licitacao | null;
  readonly sancoes?: ConsultaSancoes;
  /** The moment of judgement, ISO with offset. */
  readonly agora: string;
  readonly correcoes?: readonly Correcao[];
  /** Corrections that an amendment touched: not used, and asked about. */
  readonly aConfirmar?: readonly CorrecaoAConfirmar[];
}

export interface JulgamentoFeito {
  /** Gzip of the JSON of an `Analise`. */
  readonly analise: Uint8Array;
  readonly resumo: ResumoAnalise;
}

/** Stages 4 and 5 off the main thread. */
@Injectable()
export class EstagiosAnalise {
  private readonly ambiente: AmbienteEstagios;

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina) {
    this.ambiente = toAmbiente(config);
  }

  /**
   * Judges a set for a company; on the thread that read the set, when it is free.
   * @throws AlicitError `sem_edital`, `correcao_invalida`, `documento_ausente`; what the workshop throws
   */
  julgar(pedido: PedidoJulgamento, { signal }: { readonly signal?: AbortSignal } = {}): Promise<JulgamentoFeito> {
    return this.oficina.run(TRABALHO, 'julgar', { pedido, ambiente: this.ambiente }, { signal, chave: chaveLeitura(pedido.conjunto) });
  }
}
