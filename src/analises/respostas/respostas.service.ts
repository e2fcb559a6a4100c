import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG, type Config } from '../../config/index.js';
import { MetricasService } from '../../observacao/observacao.module.js';
import { POOL } from '../../storage/storage.module.js';
import { Prontas, RENOVA_MS, type Pronta } from './prontas.js';
import { RelatoriosProntos } from './relatorios-prontos.js';

const FAXINA_MS = 60_000;

/**
 * Finished answers and reports of this process, half of the memory for each. One query at a time, for all that were asked for lately, tells which are still what
 * the database has; one that could not be told so within a second is not used.
 */
@Injectable()
export class RespostasService implements OnApplicationShutdown {
  readonly prontas: Prontas;
  readonly relatorios: RelatoriosProntos;
  private pendentes = new Set<string>();
  private conferindo: Promise<void> | null = null;
  private readonly faxina: NodeJS.Timeout;

  constructor(@Inject(POOL) private readonly pool: Pool, @Inject(CONFIG) { pressao }: Config, metricas: MetricasService) {
    this.prontas = new Prontas(Math.floor(pressao.respostasBytes / 2));
    this.relatorios = new RelatoriosProntos(Math.floor(pressao.respostasBytes / 2));
    this.faxina = setInterval(() => this.sweep(), FAXINA_MS).unref();
    metricas.gauge('alicit_respostas_guardadas', 'Respostas e relatórios de análises terminadas guardados por este processo: quantos e quantos bytes.', ['o_que'], () => [{ rotulos: { o_que: 'respostas' }, valor: this.prontas.tamanho + this.relatorios.tamanho }, { rotulos: { o_que: 'bytes' }, valor: this.prontas.bytes + this.relatorios.bytes }]);
  }

  /** The answer, when it may go out at once; asks, on the side, for what is getting old. */
  fresh(id: string, organizacaoId: string, agora: number): Pronta | null {
    const pronta = this.prontas.fresh(id, organizacaoId, agora);
    if (pronta && agora - pronta.conferida > RENOVA_MS) {
      this.pendentes.add(id);
      this.conferindo ??= this.confer().finally(() => (this.conferindo = null));
    }
    return pronta;
  }

  onApplicationShutdown(): void {
    clearInterval(this.faxina);
  }

  private sweep(): void {
    this.prontas.sweep();
    this.relatorios.sweep();
  }

  /** A database that does not answer confirms nothing: the answers grow old and are asked for the usual way. */
  private async confer(): Promise<void> {
    // The others of this turn of the event loop come along.
    await new Promise((resolve) => setImmediate(resolve));
    const ids = this.pendentes;
    this.pendentes = new Set();
    const perguntada = performance.now();
    const { rows } = await this.pool.query<[string, string, number]>({ text: 'select id, organizacao_id, revisao from alicit.analise where id = any($1) /* sistema: each is compared with its organisation */', values: [[...ids]], rowMode: 'array' }).catch(() => ({ rows: null }));
    if (rows) this.prontas.confirm(ids, new Map(rows.map(([id, organizacaoId, revisao]) => [id, { organizacaoId, revisao }])), perguntada);
  }
}
