import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG, type Config } from '../config/index.js';
import { classOf } from '../observacao/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { newId } from '../storage/index.js';
import { POOL } from '../storage/storage.module.js';
import { openBatida, type Batida } from './batida.js';
import { PULSOS_DE_SILENCIO, type Processo } from './domain/processo.js';
import { eraseProcesso, readLinhas, vivos, writeBatimento } from './linhas.js';
import { VERSAO_DO_WORKFLOW } from './token.js';

/** What was read of the others counts for so long: many who ask cost one. ms */
const VALE_MS = 2000;

/**
 * Says in the database, every few seconds, that this process lives and how its real requests to services outside ended,
 * and reads what the others say: all tell the same of a service that only some of them use.
 */
@Injectable()
export class ProcessosService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly id = newId('pro');
  private readonly log = new Logger('processos');
  private relogio: NodeJS.Timeout | undefined;
  private batendo: Promise<void> | null = null;
  private lendo: { readonly ate: number; readonly vivos: Promise<readonly Processo[]> } | null = null;
  private batidoEm = performance.now();
  private falhou = false;
  private fim = false;
  private readonly arquivo: Batida | null;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(POOL) private readonly pool: Pool, @Inject(VERSAO_DO_WORKFLOW) private readonly versaoWorkflow: string, private readonly saude: SaudeService) {
    this.arquivo = config.http.escuta ? null : openBatida(config.pastaDados);
    // Whoever counts on this process should know at once that it takes nothing new.
    saude.encerramento.addEventListener('abort', () => void (this.batendo ?? Promise.resolve()).then(() => this.beat()), { once: true });
  }

  onApplicationBootstrap(): void {
    this.batidoEm = performance.now();
    this.relogio = setInterval(() => void this.beat(), this.config.processos.pulsoMs).unref();
    void this.beat();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.fim = true;
    clearInterval(this.relogio);
    await this.batendo;
    await this.arquivo?.remove();
    if (this.relogio) await eraseProcesso(this.pool, this.id).catch(() => undefined);
  }

  /** Processes that live, this one too, of all roles; those that are stopping are marked. @throws what the database said */
  list(): Promise<readonly Processo[]> {
    if (!this.lendo || performance.now() >= this.lendo.ate) {
      const lidos = this.read();
      lidos.catch(() => (this.lendo = null));
      this.lendo = { ate: performance.now() + VALE_MS, vivos: lidos };
    }
    return this.lendo.vivos;
  }

  /** Whether this process's own heartbeat arrived lately. */
  get vivo(): boolean {
    return performance.now() - this.batidoEm <= this.config.processos.pulsoMs * PULSOS_DE_SILENCIO;
  }

  /** One pulse; one at a time: while the database does not answer the next ones wait for it. Never fails. */
  beat(): Promise<void> {
    if (this.fim) return Promise.resolve();
    return (this.batendo ??= this.pulse().finally(() => (this.batendo = null)));
  }

  private async pulse(): Promise<void> {
    const { config: { papel, versao, processos: { pulsoMs } }, id, versaoWorkflow } = this;
    await this.arquivo?.touch();
    try {
      await writeBatimento(this.pool, { id, papel, versao, versaoWorkflow, maquina: hostname(), pulsoMs, encerrando: this.saude.fase === 'encerrando', usos: this.saude.usos() });
      this.batidoEm = performance.now();
      this.lendo = null;
      await this.list();
      if (this.falhou) this.log.log('o batimento deste processo voltou a ser gravado');
      this.falhou = false;
    } catch (erro) {
      if (!this.falhou) this.log.warn(`o batimento deste processo não foi gravado (${classOf(erro)}); será tentado a cada ${pulsoMs / 1000} s`);
      this.falhou = true;
    }
  }

  private async read(): Promise<readonly Processo[]> {
    const linhas = await readLinhas(this.pool);
    this.saude.hear(linhas.filter((l) => l.id !== this.id).map((l) => l.usos));
    return vivos(linhas);
  }
}
