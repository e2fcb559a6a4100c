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
    this.metricas.gauge('alicit_pool_conexoes', 'Conexões com o banco: total abertas, ociosas, e pedidos à espera de uma.', ['estado'], () => [
      { rotulos: { estado: 'total' }, valor: this.pool.totalCount }, { rotulos: { estado: 'ociosas' }, valor: this.pool.idleCount }, { rotulos: { estado: 'espera' }, valor: this.pool.waitingCount },
    ]);
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
