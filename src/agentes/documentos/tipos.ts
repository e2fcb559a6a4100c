import type { Afirmacao, AjusteDimensao, NomeAgente } from '../../analises/index.js';
import type { ContextoDeModelo } from '../../modelos/index.js';
import type { BaseGuardada } from '../domain/base/build-base.js';
import type { AfirmacaoProposta } from '../domain/conferir/index.js';
import type { ConferenciaNoLote, Sustentacao } from '../domain/parecer/conferidas.js';
import type { AjusteBruto } from '../domain/saida.js';
import type { Preparo, Rascunho, TrechosPorAgente } from '../estagios/tipos.js';

/** Who pays for the vectors of a search. */
export type ContextoDeBusca = Pick<ContextoDeModelo, 'organizacaoId' | 'trabalhoId' | 'sinal' | 'onChamada'>;

/** What claims are checked against, by name. */
export interface DaBase {
  readonly chave: string;
  readonly base: BaseGuardada;
}
export interface Busca {
  readonly consulta: string;
  readonly ids: Preparo['ids'];
  readonly depoisDe: number;
}
export interface PropostasDaBase extends DaBase {
  readonly propostas: readonly AfirmacaoProposta[];
  /** Claims that stand already, not to be said again. */
  readonly anteriores: readonly Afirmacao[];
}
export interface AjustesDaBase extends DaBase {
  readonly agente: NomeAgente;
  readonly brutos: readonly AjusteBruto[];
  readonly de: readonly Sustentacao[];
}

/** The judgement's one set of documents, as an opinion needs it: nothing else can be reached through it. */
export interface DocumentosDoParecer {
  /** What agents will be told, but for the passages. */
  rascunhar(): Promise<Rascunho>;
  /** What answers the fixed questions of each agent. */
  search(contexto: ContextoDeBusca): Promise<TrechosPorAgente>;
  /** The drafts with their passages. */
  fechar(rascunho: Rascunho, achados: TrechosPorAgente): Promise<Preparo>;
  /** Passages as an agent's tool answers them. */
  buscar(busca: Busca): Promise<string>;
  /** One answer each, in order. */
  conferir(propostas: PropostasDaBase): Promise<readonly ConferenciaNoLote[]>;
  /** The moves that stand, in order. */
  conferirAjustes(ajustes: AjustesDaBase): Promise<readonly AjusteDimensao[]>;
}
