import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { collectDefaultMetrics } from 'prom-client';
import { CONFIG, type Config } from '../config/index.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { OficinaModule, OficinaService } from '../oficina/oficina.module.js';
import { POOL } from '../storage/storage.module.js';
import { createColetaDoBanco } from './collect-analises.js';
import { collectOficina } from './collect-oficina.js';
import { LacoDeEventos } from './laco-de-eventos.js';
import { MetricsController } from './metrics.controller.js';

const toAmostras = (porEstado: Readonly<Record<string, number>>) => Object.entries(porEstado).map(([estado, valor]) => ({ rotulos: { estado }, valor }));

/** Loaded with the first reading, not with the start: the code that reads and judges runs elsewhere. */
async function readVersoes(): Promise<Record<'analise' | 'regras' | 'leitor' | 'fatos', string>> {
  const [{ REGRAS_VERSAO, VERSAO_ANALISE }, { VERSAO_FATOS, VERSAO_LEITOR }] = await Promise.all([import('../analises/index.js'), import('../editais/index.js')]);
  return { analise: VERSAO_ANALISE, regras: REGRAS_VERSAO, leitor: VERSAO_LEITOR, fatos: VERSAO_FATOS };
}

/** /metrics: what owners registered in `MetricasService`, what the database knows, and how the process itself is. */
@Module({ imports: [OficinaModule], controllers: [MetricsController] })
export class MetricsModule implements OnModuleInit, OnApplicationShutdown {
  private readonly laco = new LacoDeEventos();

  constructor(private readonly metricas: MetricasService, private readonly oficina: OficinaService, @Inject(POOL) private readonly pool: Pool, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    const { metricas, config } = this;
    const coletar = createColetaDoBanco(this.pool);
    metricas.gauge('alicit_analises_abertas', 'Análises aceitas e não terminadas, de todos os processos.', ['estado'], async () => toAmostras((await coletar()).abertas));
    metricas.gauge('alicit_analise_aberta_mais_antiga_segundos', 'Idade da análise não terminada mais antiga; 0 sem nenhuma.', [], async () => [{ valor: (await coletar()).maisAntigaS }]);
    metricas.gauge('alicit_analises_24h', 'Análises criadas nas últimas 24 horas, por estado, de todos os processos.', ['estado'], async () => toAmostras((await coletar()).recentes));
    metricas.gauge('alicit_fila_trabalhos', 'Trabalhos na fila: à espera (created, retry) e em curso (active).', ['fila', 'estado'], async () => (await coletar()).fila.map(({ fila, estado, total }) => ({ rotulos: { fila, estado }, valor: total })));
    metricas.gauge('alicit_laco_eventos_atraso_segundos', 'Atraso do laço de eventos desde a leitura anterior.', ['quantil'], () => this.laco.read());
    metricas.gauge('alicit_info', 'Versões deste processo.', ['versao', 'node', 'papel', 'analise', 'regras', 'leitor', 'fatos'], async () => [{ rotulos: { versao: config.versao, node: process.version, papel: config.papel, ...(await readVersoes()) }, valor: 1 }]);
    collectOficina(metricas, this.oficina);
    collectDefaultMetrics({ register: metricas.registro });
    this.laco.start();
  }

  onApplicationShutdown(): void {
    this.laco.stop();
  }
}
