import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { collectDefaultMetrics } from 'prom-client';
import { CONFIG, type Config } from '../config/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { OficinaModule, OficinaService } from '../oficina/oficina.module.js';
import { POOL } from '../storage/storage.module.js';
import { createColetaDoBanco, type NumerosDoBanco } from './collect-analises.js';
import { collectOficina } from './collect-oficina.js';
import { collectRecursos } from './collect-recursos.js';
import { collectSaude } from './collect-saude.js';
import { LacoDeEventos } from './laco-de-eventos.js';
import { MetricsController } from './metrics.controller.js';

const toAmostras = (porEstado: Readonly<Record<string, number>>) => Object.entries(porEstado).map(([estado, valor]) => ({ rotulos: { estado }, valor }));

const toEsperas = ({ fila, filas }: NumerosDoBanco) => filas.map((nome) => ({ rotulos: { fila: nome }, valor: Math.max(0, ...fila.filter((f) => f.fila === nome).map((f) => f.esperaS)) }));

/** Loaded with the first reading, not with the start: the code that reads and judges runs elsewhere. */
async function readVersoes(): Promise<Record<'analise' | 'regras' | 'leitor' | 'fatos', string>> {
  const [{ REGRAS_VERSAO, VERSAO_ANALISE }, { VERSAO_FATOS, VERSAO_LEITOR }] = await Promise.all([import('../analises/index.js'), import('../editais/index.js')]);
  return { analise: VERSAO_ANALISE, regras: REGRAS_VERSAO, leitor: VERSAO_LEITOR, fatos: VERSAO_FATOS };
}

/** /metrics: what owners registered in `MetricasService`, what the database knows, and how the process itself is. */
@Module({ imports: [OficinaModule], controllers: [MetricsController] })
export class MetricsModule implements OnModuleInit, OnApplicationShutdown {
  private readonly laco = new LacoDeEventos();

  constructor(private readonly metricas: MetricasService, private readonly saude: SaudeService, private readonly oficina: OficinaService, @Inject(POOL) private readonly pool: Pool, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    const { metricas, config } = this;
    const coletar = createColetaDoBanco(this.pool);
    metricas.gaugeDoBanco('alicit_analises_abertas', 'Análises aceitas e não terminadas.', ['estado'], async () => toAmostras((await coletar()).abertas));
    metricas.gaugeDoBanco('alicit_analise_aberta_mais_antiga_segundos', 'Idade da análise não terminada mais antiga; 0 sem nenhuma.', [], async () => [{ valor: (await coletar()).maisAntigaS }]);
    metricas.gaugeDoBanco('alicit_analises_24h', 'Análises criadas nas últimas 24 horas, por estado.', ['estado'], async () => toAmostras((await coletar()).recentes));
    metricas.gaugeDoBanco('alicit_fila_trabalhos', 'Trabalhos na fila: à espera (created, retry) e em curso (active).', ['fila', 'estado'], async () => (await coletar()).fila.map(({ fila, estado, total }) => ({ rotulos: { fila, estado }, valor: total })));
    metricas.gaugeDoBanco('alicit_fila_espera_segundos', 'Há quanto tempo espera o trabalho mais antigo de cada fila cuja hora já chegou; 0 sem nenhum.', ['fila'], async () => toEsperas(await coletar()));
    metricas.gauge('alicit_laco_eventos_atraso_segundos', 'Atraso do laço de eventos desde a leitura anterior.', ['quantil'], () => this.laco.read());
    metricas.gauge('alicit_info', 'Versões deste processo.', ['versao', 'node', 'papel', 'analise', 'regras', 'leitor', 'fatos'], async () => [{ rotulos: { versao: config.versao, node: process.version, papel: config.papel, ...(await readVersoes()) }, valor: 1 }]);
    collectSaude(metricas, this.saude);
    collectRecursos(metricas, config);
    collectOficina(metricas, this.oficina);
    collectDefaultMetrics({ register: metricas.registro });
    this.laco.start();
  }

  onApplicationShutdown(): void {
    this.laco.stop();
  }
}
