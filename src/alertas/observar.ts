import type { Histogram } from 'prom-client';
import type { DataSource } from 'typeorm';
import { readParadas } from '../analises/analises.module.js';
import { readAvisosParados } from '../avisos/avisos.module.js';
import type { Config } from '../config/index.js';
import { readGastoDoDia } from '../modelos/modelos.module.js';
import { isDeMaquina } from '../http/http.module.js';
import type { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { CHAVE_BANCO } from './domain/condicoes.js';
import { judgeNumeros, type Numeros } from './domain/compartilhadas.js';
import { fromItem, SO_O_BANCO_SABE, type Observacao } from './domain/observacao.js';
import { addAmostra, judgeTaxa, type Amostra } from './domain/taxa.js';

/** Looks at everything once. */
export type Observar = (agora: Date) => Promise<readonly Observacao[]>;

export interface Fontes {
  readonly saude: SaudeService;
  readonly metricas: MetricasService;
  readonly fonte: Pick<DataSource, 'query'>;
  readonly config: Config;
  readonly processo: string;
}

/** This process's view: the items of /health (at most as often as each allows), its own answers, and what the database tells of all. */
export function createObservar({ saude, metricas, fonte, config, processo }: Fontes): Observar {
  let amostras: readonly Amostra[] = [];
  return async (agora) => {
    const itens = await Promise.all(saude.list().map(async (s) => fromItem(s.indicador.nome, await s.observe())));
    const semBanco = itens.some((i) => i.chave === CHAVE_BANCO && i.ruim === true);
    amostras = addAmostra(amostras, { em: agora.getTime(), ...(await countRespostas(metricas)) });
    // Without its database nothing is known of the rest, and its alert says it all: also for the answers it makes fail.
    const doBanco = semBanco ? [] : judgeNumeros(await readNumeros(fonte, config, agora), agora);
    const taxa = judgeTaxa(amostras, config.alertas.erros, processo);
    return [...itens.map((i) => (semBanco && SO_O_BANCO_SABE.has(i.chave) ? { ...i, ruim: null } : i)), semBanco ? { ...taxa, ruim: null } : taxa, ...doBanco];
  };
}

/** What was answered since the process began; those who ask how we are do not count. */
async function countRespostas({ registro }: MetricasService): Promise<Omit<Amostra, 'em'>> {
  const histograma = registro.getSingleMetric('alicit_http_duracao_segundos') as Histogram | undefined;
  const contagens = ((await histograma?.get())?.values ?? []).filter((v) => v.metricName === 'alicit_http_duracao_segundos_count' && !isDeMaquina(String((v.labels as Record<string, unknown>)['rota'])));
  const somar = (quais: typeof contagens): number => quais.reduce((n, v) => n + v.value, 0);
  return { respostas: somar(contagens), erros: somar(contagens.filter((v) => (v.labels as Record<string, unknown>)['status'] === '5xx')) };
}

async function readNumeros(fonte: Pick<DataSource, 'query'>, { alertas, email, openai, modelos }: Config, agora: Date): Promise<Numeros> {
  const { total, maisAntiga } = await readParadas(fonte, new Date(agora.getTime() - alertas.analiseMs));
  const avisos = email.smtp === null ? null : await readAvisosParados(fonte);
  const tokens = openai.chave === null ? null : await readGastoDoDia(fonte, agora);
  return { paradas: total, maisAntiga, avisosS: avisos?.idadeS ?? null, avisos: avisos?.total ?? 0, tokens, limiteTokens: modelos.orcamento.dia };
}
