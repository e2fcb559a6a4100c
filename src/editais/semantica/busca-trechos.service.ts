import { Injectable } from '@nestjs/common';
import type { ContextoDeModelo } from '../../modelos/index.js';
import type { TrechoAchado } from '../busca/index.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { ConjuntoPedido } from '../estagios/tipos.js';

/** Search of passages by words and, where there are vectors, by meaning. */
@Injectable()
export class BuscaTrechosService {
  constructor(private readonly estagios: EstagiosEdital) {}

  /** For each question the passages that answer it, best first. `contexto` pays for the vectors. @throws AlicitError `pergunta_invalida` */
  async search(pedido: ConjuntoPedido, perguntas: readonly string[], { top, contexto }: { readonly top: number; readonly contexto: Omit<ContextoDeModelo, 'finalidade' | 'versaoPrompt'> }): Promise<readonly (readonly TrechoAchado[])[]> {
    return Promise.all(perguntas.map((pergunta) => this.estagios.buscar(pedido, pergunta, { top, ...(contexto.sinal ? { signal: contexto.sinal } : {}) })));
  }
}
