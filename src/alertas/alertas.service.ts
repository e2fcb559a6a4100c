import { hostname } from 'node:os';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { classOf } from '../observacao/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { createSaida, type Saida } from '../saida/index.js';
import { createCarteiro } from './carteiro.js';
import { CHAVE_BANCO } from './domain/condicoes.js';
import { formatoDe } from './domain/formatos.js';
import { explainRecusa } from './endereco.js';
import { Livro } from './livro.js';
import { createObservar } from './observar.js';
import { Vigia, type Resultado } from './vigia.js';

/** How often everything is looked at, ms. */
const OLHA_MS = 30_000;
const RESULTADOS: readonly Resultado[] = ['entregue', 'falhou', 'limite'];

/** Tells a person when something goes wrong, where an address was given: in every process, each on a timer of its own. */
@Injectable()
export class AlertasService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('alertas');
  private readonly fim = new AbortController();
  private relogio: NodeJS.Timeout | undefined;
  private saida: Saida | null = null;

  constructor(private readonly fonte: DataSource, private readonly saude: SaudeService, private readonly metricas: MetricasService, @Inject(CONFIG) private readonly config: Config) {}

  onApplicationBootstrap(): void {
    const { alertas: { url, formato, repetirMs }, webhooks: { permitePrivado }, versao } = this.config;
    if (url === null) return;
    const recusa = explainRecusa(this.config);
    if (recusa !== null) this.log.error(recusa);
    const processo = `${hostname()}:${process.pid}`;
    const envios = this.metricas.counter('alicit_alertas_envios_total', 'Alertas que este processo mandou ao webhook: entregue; falhou, será tentado de novo; limite, passou do máximo por hora.', ['resultado']);
    for (const resultado of RESULTADOS) envios.inc({ resultado }, 0);
    const livro = new Livro(this.fonte);
    this.saida = createSaida({ permitePrivado, conexoesPorHost: 1 });
    const carteiro = createCarteiro({ saida: this.saida, url: url.reveal(), formato: formato === 'auto' ? formatoDe(url.reveal()) : formato, versao });
    const vigia = new Vigia({
      livro, carteiro, processo, repetirMs, observar: createObservar({ saude: this.saude, metricas: this.metricas, fonte: this.fonte, config: this.config, processo }),
      onEnvio: (resultado, { chave, tipo }, codigo) => {
        envios.inc({ resultado });
        this.log[resultado === 'entregue' ? 'log' : 'warn']({ alerta: chave, tipo, resultado, codigo }, 'alerta');
      },
    });
    this.metricas.gaugeDoBanco('alicit_alertas_abertos', 'Alertas abertos e avisados; o do próprio banco, só deste processo.', ['alerta'], async () => {
      const abertas = vigia.bancoAberto ? [{ chave: CHAVE_BANCO, avisos: 1 }] : (await livro.listAbertas()).filter((l) => l.avisos > 0);
      return abertas.map(({ chave }) => ({ rotulos: { alerta: this.metricas.bound('alerta', chave.replace(':', '_')) }, valor: 1 }));
    });
    this.saude.encerramento.addEventListener('abort', () => this.stop(), { once: true });
    this.relogio = setInterval(() => void this.look(vigia), OLHA_MS);
    this.relogio.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop();
    await this.saida?.fechar();
  }

  private async look(vigia: Vigia): Promise<void> {
    if (this.saude.fase !== 'pronto') return;
    // The database went away between two questions: the next look tells.
    await vigia.tick(new Date(), this.fim.signal).catch((erro: unknown) => this.log.warn({ erro: classOf(erro) }, 'não foi possível olhar as condições de alerta'));
  }

  private stop(): void {
    clearInterval(this.relogio);
    this.fim.abort();
  }
}
