import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { BEM, classOf } from '../../observacao/index.js';
import { MetricasService, SaudeService } from '../../observacao/observacao.module.js';
import { POOL } from '../../storage/storage.module.js';
import { esperaQuedaS } from '../domain/falhas.js';
import type { ArmazemExecucoes } from './armazem.js';
import { ArmazemLibsql, loadLibsql } from './libsql.js';
import { noTempo } from './no-tempo.js';
import { ArmazemPostgres } from './postgres.js';
import { ArmazemRedis } from './redis.js';
import { forgetDaOrganizacao, forgetDaOrganizacaoAqui, sweepExecucoes } from './varrer.js';
import type { Observar } from './vigiado.js';

const PING_MS = 5000;
/** A whole erasure or sweep of another server. */
const LIMPAR_MS = 20_000;
const FAIXAS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5];

/** The store of this configuration; nothing is connected yet. */
export function createArmazem({ tipo, url }: Config['execucoes'], pool: Pool, onErro: (erro: unknown) => void): ArmazemExecucoes {
  if (tipo === null || url === null) return ArmazemPostgres.ofAplicacao(pool);
  if (tipo === 'postgres') return ArmazemPostgres.open(url.reveal(), onErro);
  return tipo === 'redis' ? new ArmazemRedis(url.reveal(), onErro) : new ArmazemLibsql(url.reveal());
}

/** Where the runs of this installation are kept, its health, and how long it has been away. */
@Injectable()
export class ArmazensService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('execucoes');
  /** Where runs are kept. */
  readonly execucoes: ArmazemExecucoes;
  /** The application's database: also of an installation that keeps them elsewhere now, and did not always. */
  private readonly aqui: ArmazemExecucoes;
  private foraDesde: number | null = null;
  readonly observar: Observar;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(POOL) private readonly pool: Pool, private readonly saude: SaudeService, metricas: MetricasService) {
    this.aqui = ArmazemPostgres.ofAplicacao(pool);
    this.execucoes = config.execucoes.tipo === null ? this.aqui : createArmazem(config.execucoes, pool, (erro) => this.log.warn(`conexão perdida: ${classOf(erro)}`));
    const tempos = metricas.histogram('alicit_execucoes_armazem_segundos', 'Chamadas ao armazenamento do estado das execuções, cada tentativa uma.', ['operacao', 'resultado'], FAIXAS);
    this.observar = (operacao, ms, ok) => tempos.observe({ operacao, resultado: ok ? 'ok' : 'falha' }, ms / 1000);
  }

  /** @throws AlicitError `libsql_ausente`: the process does not start without what it was told to use */
  async onModuleInit(): Promise<void> {
    if (this.execucoes === this.aqui) return;
    if (this.execucoes.tipo === 'libsql') await loadLibsql();
    this.saude.register({
      nome: 'execucoes', obrigatorio: false, validadeMs: 5000, limiteMs: PING_MS,
      check: async () => {
        await this.execucoes.ping();
        this.noteBem();
        return BEM;
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.execucoes.close();
  }

  /** After a call that failed: null when the store answers now, else seconds until it is worth another try. */
  async esperaSeFora(): Promise<number | null> {
    try {
      await noTempo(this.execucoes.ping(), PING_MS);
      this.noteBem();
      return null;
    } catch {
      this.foraDesde ??= performance.now();
      return esperaQuedaS(performance.now() - this.foraDesde);
    }
  }

  /** It did what it was asked. */
  noteBem(): void {
    this.foraDesde = null;
  }

  /** Forgets what an ended analysis left; what cannot be forgotten now is swept. */
  async forget(analiseId: string): Promise<void> {
    await noTempo(this.execucoes.forget(analiseId), PING_MS).catch((erro: unknown) => this.log.warn({ err: erro, analiseId }, 'estado da execução não apagado agora: fica para a faxina'));
  }

  /** What runs of ended or erased analyses left, wherever they were kept. @returns how many were erased */
  async sweep(): Promise<number> {
    const aqui = await sweepExecucoes(this.aqui, this.pool);
    return this.execucoes === this.aqui ? aqui : aqui + (await noTempo(sweepExecucoes(this.execucoes, this.pool), LIMPAR_MS));
  }

  /**
   * Forgets the runs of an organisation that is being erased. Another server that is away does not stop it: what is there
   * are ids and hashes, swept once it is back.
   */
  async forgetDaOrganizacao(m: EntityManager, organizacaoId: string): Promise<void> {
    await forgetDaOrganizacaoAqui(m, organizacaoId);
    if (this.execucoes === this.aqui) return;
    await noTempo(forgetDaOrganizacao(this.execucoes, m, organizacaoId), PING_MS).catch((erro: unknown) => this.log.warn({ err: erro }, 'estado das execuções da organização não apagado agora: fica para a faxina'));
  }
}
