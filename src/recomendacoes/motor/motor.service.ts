import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONEXOES, CONFIG, type Config } from '../../config/index.js';
import { Oficina, type TarefaFeita, type Trabalho } from '../../oficina/index.js';
import { BANCO, type Banco } from '../../storage/index.js';
import type { TabelaDeMunicipios } from '../ordenar/geografia.js';
import { SentidoService } from '../sentido/sentido.service.js';
import type { Ambiente } from './ambiente.js';
import type { ListaAvulsa, PedidoAvulso } from './avulso.js';
import type { Calculo } from './calcular.js';
import type { CasamentoFeito } from './casar.js';
import type { Casamento } from './casamento.js';

const TRABALHO: Trabalho = { modulo: new URL('./motor.worker.js', import.meta.url), load: () => import('./motor.worker.js') };
/** A thread forgets its texts and profiles after so long without work. */
const OCIOSO_MS = 10 * 60_000;
const TAREFAS_NA_FILA = 200;
/** The first list of all over a cold index; a batch against all companies. */
const TEMPO_MS = 120_000;

/** Of which company. */
export interface DaEmpresa {
  readonly organizacaoId: string;
  readonly empresaId: string;
}

/**
 * The matching, off the event loop: two threads of their own, each with connections of its own. What a person waits for never stands
 * behind a batch that meets all companies.
 */
@Injectable()
export class MotorService implements OnApplicationShutdown {
  private readonly ambiente: Ambiente;
  private readonly mesa: Oficina;
  private readonly lote: Oficina;

  constructor(@Inject(CONFIG) { recomendacoes, banco: { tempoMs, pooler }, oficina }: Config, @Inject(BANCO) { url }: Banco, private readonly sentido: SentidoService) {
    const { maxPorEmpresa, minimo, diasEncerradas, maxTextos, maxPerfis, avisoMinimo, memoriaMb } = recomendacoes;
    this.ambiente = { url, tempoMs, pooler, conexoes: CONEXOES.recomendacoes, limites: { maxPorEmpresa, minimo, diasEncerradas, maxTextos, maxPerfis, avisoMinimo } };
    const opcoes = { threads: Math.min(1, oficina.threads), maxFila: TAREFAS_NA_FILA, memoriaMb, tempoMs: TEMPO_MS, ociosoMs: OCIOSO_MS };
    this.mesa = new Oficina({ ...opcoes, comPressa: true });
    this.lote = new Oficina(opcoes);
  }

  /** All matches of a company, written. @throws AlicitError `recomendacoes_em_preparo`, what a workshop throws */
  async calcular(quem: DaEmpresa, agora: number): Promise<Calculo> {
    return this.mesa.run(TRABALHO, 'calcular', { ambiente: this.ambiente, ...quem, agora, sentido: await this.sentido.nearest(quem) });
  }

  /** Why each of these tenders suits a company, by number. */
  explicar(quem: DaEmpresa, numeros: readonly string[]): Promise<Readonly<Record<string, Casamento>>> {
    return this.mesa.run(TRABALHO, 'explicar', { ambiente: this.ambiente, ...quem, numeros });
  }

  /** What an object is compared by with others. */
  assinar(objeto: string): Promise<number[]> {
    return this.mesa.run(TRABALHO, 'assinar', { ambiente: this.ambiente, objeto });
  }

  municipios(): Promise<TabelaDeMunicipios> {
    return this.mesa.run(TRABALHO, 'municipios', {});
  }

  /** These tenders against all companies, written. */
  casar(numeros: readonly string[], agora: number): Promise<CasamentoFeito> {
    return this.lote.run(TRABALHO, 'casar', { ambiente: this.ambiente, numeros, agora });
  }

  /** What was open between two past moments, for one company; nothing is written. */
  avulso(pedido: Omit<PedidoAvulso, 'ambiente'>): Promise<ListaAvulsa> {
    return this.lote.run(TRABALHO, 'avulso', { ambiente: this.ambiente, ...pedido });
  }

  /** Told of every task that ends: for metrics. */
  onFeita(ouvinte: (feita: TarefaFeita) => void): void {
    this.mesa.onFeita(ouvinte);
    this.lote.onFeita(ouvinte);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.mesa.close(), this.lote.close()]);
  }
}
