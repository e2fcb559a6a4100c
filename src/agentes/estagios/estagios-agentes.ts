import { Inject, Injectable } from '@nestjs/common';
import type { Afirmacao, AjusteDimensao, NomeAgente, Parecer } from '../../analises/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { toAmbiente } from '../../editais/editais.module.js';
import { chaveLeitura, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { BaseGuardada } from '../domain/base/build-base.js';
import type { ConferenciaNoLote, Sustentacao } from '../domain/parecer/conferidas.js';
import type { AjusteBruto } from '../domain/saida.js';
import type { AfirmacaoProposta } from '../domain/conferir/index.js';
import type { Preparo, Rascunho, TrechosPorAgente } from './tipos.js';

const TRABALHO: Trabalho = { modulo: new URL('./agentes.worker.js', import.meta.url), load: () => import('./agentes.worker.js') };

/** What claims are checked against, by name. */
interface DaBase {
  readonly chave: string;
  readonly base: BaseGuardada;
}

/** What agents need of the documents, off the main thread and on the thread that remembers the set when it is free. @throws what the workshop throws; `documento_ausente` */
@Injectable()
export class EstagiosAgentes {
  private readonly ambiente: AmbienteEstagios;

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina) {
    this.ambiente = toAmbiente(config);
  }

  /** Gzip of the JSON of an `Analise` → what agents will be told of it. */
  rascunhar(pedido: ConjuntoPedido, { analise, empresa }: { readonly analise: Uint8Array; readonly empresa: Empresa }, signal?: AbortSignal): Promise<Rascunho> {
    return this.sobre('rascunhar', pedido, { analise, empresa }, signal);
  }

  fechar(rascunho: Rascunho, achados: TrechosPorAgente, signal?: AbortSignal): Promise<Preparo> {
    return this.oficina.run(TRABALHO, 'fechar', { rascunho, achados }, { signal });
  }

  /** Passages as an agent's tool answers them. */
  buscar(pedido: ConjuntoPedido, busca: { readonly consulta: string; readonly ids: Preparo['ids']; readonly depoisDe: number }, signal?: AbortSignal): Promise<string> {
    return this.sobre('buscar', pedido, busca, signal);
  }

  /** One answer each, in order. `chave` names the base; `anteriores` stand already and are not to be said again. */
  conferir(pedido: ConjuntoPedido, claims: DaBase & { readonly propostas: readonly AfirmacaoProposta[]; readonly anteriores: readonly Afirmacao[] }, signal?: AbortSignal): Promise<ConferenciaNoLote[]> {
    return this.sobre('conferir', pedido, claims, signal);
  }

  /** The moves that stand, in order. */
  conferirAjustes(pedido: ConjuntoPedido, moves: DaBase & { readonly agente: NomeAgente; readonly brutos: readonly AjusteBruto[]; readonly de: readonly Sustentacao[] }, signal?: AbortSignal): Promise<readonly AjusteDimensao[]> {
    return this.sobre('conferirAjustes', pedido, moves, signal);
  }

  /** Gzip of the same judgement with an opinion. */
  anexar(analise: Uint8Array, parecer: Parecer, usouModelo: boolean, signal?: AbortSignal): Promise<Uint8Array> {
    return this.oficina.run(TRABALHO, 'anexar', { analise, parecer, usouModelo }, { signal });
  }

  private sobre<S>(tarefa: string, pedido: ConjuntoPedido, resto: object, signal: AbortSignal | undefined): Promise<S> {
    return this.oficina.run(TRABALHO, tarefa, { pedido, ambiente: this.ambiente, ...resto }, { signal, chave: chaveLeitura(pedido) });
  }
}
