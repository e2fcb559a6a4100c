import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { BEM, type Verificacao } from '../observacao/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { ESQUEMA } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';
import { POOL } from './pool.js';

/** SQLSTATE of what is not there: table, schema. */
const AUSENTE: ReadonlySet<string> = new Set(['42P01', '3F000']);

/** The database answers, and its schema has what this version needs (a newer one does). Also: how busy the pool is. */
@Injectable()
export class SaudeBanco implements OnModuleInit {
  constructor(@Inject(POOL) private readonly pool: Pool, private readonly saude: SaudeService, private readonly metricas: MetricasService) {}

  onModuleInit(): void {
    this.saude.register({ nome: 'banco', obrigatorio: true, validadeMs: 1000, limiteMs: 3000, check: () => this.check() });
    this.metricas.gauge('alicit_pool_conexoes', 'Conexões deste processo com o banco: total abertas, em_uso, ociosas, o maximo, e pedidos à espera de uma.', ['estado'], () => {
      const { totalCount: total, idleCount: ociosas, waitingCount: espera, options } = this.pool;
      return Object.entries({ total, em_uso: total - ociosas, ociosas, espera, maximo: options.max }).map(([estado, valor]) => ({ rotulos: { estado }, valor }));
    });
  }

  private async check(): Promise<Verificacao> {
    const nomes = MIGRATIONS.map((m) => m.name);
    try {
      const { rows } = await this.pool.query<{ feitas: number }>(`select count(distinct name)::int as feitas from ${ESQUEMA}.migracao where name = any($1)`, [nomes]);
      return rows[0]?.feitas === nomes.length ? BEM : { estado: 'indisponivel', erro: 'esquema_desatualizado' };
    } catch (erro) {
      if (AUSENTE.has((erro as { code?: string }).code ?? '')) return { estado: 'indisponivel', erro: 'esquema_desatualizado' };
      throw erro;
    }
  }
}
