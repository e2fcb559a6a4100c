import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How an analysis ended. */
export const DESFECHOS = ['concluida', 'falhou', 'cancelada'] as const;
export type Desfecho = (typeof DESFECHOS)[number];

/** Values of a label are bounded: what comes after the first `MAX_VALORES` is `outro`. */
const MAX_VALORES = 40;
const FORMA = /^[a-z][a-z0-9_]{0,59}$/;

/** One line of a gauge: its labels and its value. */
export interface Amostra {
  readonly rotulos?: Readonly<Record<string, string>>;
  readonly valor: number;
}

/** The process's metrics. Owners count through it, or register what is read when Prometheus asks. */
@Injectable()
export class MetricasService {
  readonly registro = new Registry();
  private readonly vistos = new Map<string, Set<string>>();
  private readonly analises = new Counter({ name: 'alicit_analises_total', help: 'Análises terminadas por este processo, por desfecho e código de erro (vazio: sem erro).', labelNames: ['desfecho', 'erro'], registers: [this.registro] });
  private readonly etapas = new Histogram({
    name: 'alicit_etapa_duracao_segundos', help: 'Duração das etapas das análises; reaproveitada: o resultado já existia.', labelNames: ['etapa', 'reaproveitada'], buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300], registers: [this.registro],
  });
  private readonly caches = new Counter({ name: 'alicit_cache_total', help: 'Consultas a caches: trabalho_<etapa> é o que já foi feito, por conteúdo; chaves, as chaves de API lembradas.', labelNames: ['cache', 'resultado'], registers: [this.registro] });
  private readonly falhas = new Counter({ name: 'alicit_coleta_falhas_total', help: 'Coletas de métricas que falharam ou passaram do tempo; os valores delas faltam nessa leitura.', labelNames: ['coletor'], registers: [this.registro] });

  constructor() {
    for (const desfecho of DESFECHOS) this.analises.inc({ desfecho, erro: '' }, 0);
  }

  /** An analysis ended in this process. `erro` is its stable code; null when there is none. */
  contarAnalise(desfecho: Desfecho, erro: string | null = null): void {
    this.analises.inc({ desfecho, erro: erro === null ? '' : this.bound('erro', erro) });
  }

  /** A stage ended. `reaproveitada`: its work was found done. */
  observarEtapa(etapa: string, ms: number, reaproveitada: boolean): void {
    this.etapas.observe({ etapa: this.bound('etapa', etapa), reaproveitada: String(reaproveitada) }, ms / 1000);
  }

  /** Something was looked for where it is kept so as not to be made again. */
  contarCache(cache: string, achado: boolean): void {
    this.caches.inc({ cache: this.bound('cache', cache), resultado: achado ? 'achado' : 'faltou' });
  }

  contarFalhaDeColeta(coletor: string): void {
    this.falhas.inc({ coletor: this.bound('coletor', coletor) });
  }

  /**
   * A gauge read when asked for: sizes, queues, pools. `read` must be quick and bounded; when it fails the gauge is
   * absent from that reading and `alicit_coleta_falhas_total` grows.
   */
  gauge(nome: string, ajuda: string, rotulos: readonly string[], read: () => readonly Amostra[] | Promise<readonly Amostra[]>): void {
    const falhou = (): void => this.contarFalhaDeColeta(nome.replace(/^alicit_/, ''));
    this.registro.registerMetric(
      new Gauge({
        name: nome, help: ajuda, labelNames: [...rotulos], registers: [],
        async collect() {
          const amostras = await Promise.resolve().then(read).catch((): readonly Amostra[] => (falhou(), []));
          this.reset();
          // Without labels a reset leaves a 0, which nobody measured.
          if (!rotulos.length) this.remove();
          for (const { rotulos: r, valor } of amostras) this.set({ ...r }, valor);
        },
      }),
    );
  }

  /** A counter or histogram of an owner: made on this registry. */
  counter<R extends string>(nome: string, ajuda: string, rotulos: readonly R[]): Counter<R> {
    return new Counter({ name: nome, help: ajuda, labelNames: [...rotulos], registers: [this.registro] });
  }

  histogram<R extends string>(nome: string, ajuda: string, rotulos: readonly R[], faixas: readonly number[]): Histogram<R> {
    return new Histogram({ name: nome, help: ajuda, labelNames: [...rotulos], buckets: [...faixas], registers: [this.registro] });
  }

  /** A label's value that cannot make the number of series grow without end. */
  bound(rotulo: string, valor: string): string {
    if (!FORMA.test(valor)) return 'outro';
    const vistos = this.vistos.get(rotulo) ?? new Set<string>();
    this.vistos.set(rotulo, vistos);
    if (!vistos.has(valor) && vistos.size >= MAX_VALORES) return 'outro';
    vistos.add(valor);
    return valor;
  }
}
