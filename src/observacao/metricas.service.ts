import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { limitColeta } from './limit-coleta.js';

/** How an analysis ended. */
export const DESFECHOS = ['concluida', 'falhou', 'cancelada'] as const;
export type Desfecho = (typeof DESFECHOS)[number];

/** Values of a label are bounded: what comes after the first `MAX_VALORES` is `outro`. */
const MAX_VALORES = 40;
const FORMA = /^[a-z][a-z0-9_]{0,59}$/;
/** Names given by others, as `gpt-5-mini` and `openai/gpt-5.1:free`: nothing that needs escaping. */
const FORMA_NOME = /^[A-Za-z0-9][\w.:/@-]{0,79}$/;
const DO_BANCO = 'De todos os processos, o mesmo número em cada um: use max().';

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

  private readonly afirmacoes = new Counter({ name: 'alicit_afirmacoes_total', help: 'Afirmações de modelos conferidas contra os documentos, por origem (agente ou pergunta) e resultado: mantida, ou por que foi descartada.', labelNames: ['origem', 'resultado'], registers: [this.registro] });
  private readonly banco = new Set<string>();

  constructor() {
    for (const desfecho of DESFECHOS) this.analises.inc({ desfecho, erro: '' }, 0);
  }

  /** Names of the gauges that tell of the shared database, and so are the same in every process. */
  get doBanco(): ReadonlySet<string> {
    return this.banco;
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

  /** Claims of a model were checked. `resultado`: `mantida`, or the code of why they were dropped. */
  contarAfirmacoes(origem: string, resultado: string, quantas: number): void {
    this.afirmacoes.inc({ origem: this.bound('origem', origem), resultado: this.bound('afirmacao', resultado) }, quantas);
  }

  private contarFalhaDeColeta(coletor: string): void {
    this.falhas.inc({ coletor });
  }

  /**
   * A gauge read when asked for: sizes, queues, pools. When `read` fails, or is not done in `LIMITE_COLETA_MS`, the gauge
   * is absent from that reading and `alicit_coleta_falhas_total` grows.
   */
  gauge(nome: string, ajuda: string, rotulos: readonly string[], read: () => readonly Amostra[] | Promise<readonly Amostra[]>): void {
    const coletor = nome.replace(/^alicit_/, '');
    this.falhas.inc({ coletor }, 0);
    const falhou = (): void => this.contarFalhaDeColeta(coletor);
    const ler = limitColeta(read);
    this.registro.registerMetric(
      new Gauge({
        name: nome, help: ajuda, labelNames: [...rotulos], registers: [],
        async collect() {
          const amostras = await ler().catch((): readonly Amostra[] => (falhou(), []));
          this.reset();
          // Without labels a reset leaves a 0, which nobody measured.
          if (!rotulos.length) this.remove();
          for (const { rotulos: r, valor } of amostras) this.set({ ...r }, valor);
        },
      }),
    );
  }

  /** A gauge about the shared database: each process tells the same, and its help says so. */
  gaugeDoBanco(nome: string, ajuda: string, rotulos: readonly string[], read: () => Promise<readonly Amostra[]>): void {
    this.banco.add(nome);
    this.gauge(nome, `${ajuda} ${DO_BANCO}`, rotulos, read);
  }

  /** A counter or histogram of an owner: made on this registry. `zeros`: series told from the start, so that their first step is seen as one. */
  counter<R extends string>(nome: string, ajuda: string, rotulos: readonly R[], zeros: readonly Readonly<Record<R, string>>[] = []): Counter<R> {
    const contador = new Counter({ name: nome, help: ajuda, labelNames: [...rotulos], registers: [this.registro] });
    for (const z of zeros) contador.inc(z, 0);
    return contador;
  }

  histogram<R extends string>(nome: string, ajuda: string, rotulos: readonly R[], faixas: readonly number[]): Histogram<R> {
    return new Histogram({ name: nome, help: ajuda, labelNames: [...rotulos], buckets: [...faixas], registers: [this.registro] });
  }

  /** A label's value that cannot make the number of series grow without end: a code, or `outro`. */
  bound(rotulo: string, valor: string): string {
    return this.boundForma(rotulo, valor, FORMA);
  }

  /** The same for names that others give: models. */
  boundNome(rotulo: string, valor: string): string {
    return this.boundForma(rotulo, valor, FORMA_NOME);
  }

  private boundForma(rotulo: string, valor: string, forma: RegExp): string {
    if (!forma.test(valor)) return 'outro';
    const vistos = this.vistos.get(rotulo) ?? new Set<string>();
    this.vistos.set(rotulo, vistos);
    if (!vistos.has(valor) && vistos.size >= MAX_VALORES) return 'outro';
    vistos.add(valor);
    return valor;
  }
}
