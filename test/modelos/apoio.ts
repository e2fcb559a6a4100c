import { DataSource } from 'typeorm';
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { parseConfig, type Config } from '../../src/config/index.js';
import type { ChamadaFeita, ContextoDeModelo } from '../../src/modelos/index.js';
import { ModelosService } from '../../src/modelos/modelos.module.js';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { createOpcoes } from '../../src/storage/data-source.js';
import { MIGRADO } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

export const CHAVE = 'sk-teste-0123456789abcdef';

/** What a process has of the models. */
export interface ProcessoDeTeste {
  readonly modelos: ModelosService;
  readonly fonte: DataSource;
  readonly metricas: MetricasService;
  readonly config: Config;
  close(): Promise<void>;
}

export const openBancoDeModelos = (): Promise<BancoDeTeste> => createBanco('modelos', MIGRADO);

/** One process over a database, asking a server. */
export async function openProcesso(urlBanco: string, urlModelos: string, ambiente: Readonly<Record<string, string>> = {}): Promise<ProcessoDeTeste> {
  const config = parseConfig({ DATABASE_URL: urlBanco, OPENAI_API_KEY: CHAVE, OPENAI_BASE_URL: urlModelos, ALICIT_MODEL_ESPERA_MS: '5', ALICIT_MODEL_TEMPO_S: '5', ...ambiente }, '.');
  const fonte = await new DataSource(createOpcoes(urlBanco, config.banco, () => undefined)).initialize();
  const metricas = new MetricasService();
  const modelos = new ModelosService(config, fonte, metricas);
  modelos.onModuleInit();
  return {
    modelos, fonte, metricas, config,
    async close() {
      await modelos.onApplicationShutdown();
      await fonte.destroy();
    },
  };
}

export interface ContextoDeTeste extends ContextoDeModelo {
  readonly feitas: ChamadaFeita[];
}

let n = 0;

/** A piece of work of nobody, its calls noted. */
export function createContexto(com: Partial<ContextoDeModelo> = {}): ContextoDeTeste {
  const feitas: ChamadaFeita[] = [];
  return { organizacaoId: null, trabalhoId: `trabalho-${String(++n)}`, finalidade: 'pergunta', versaoPrompt: '1', onChamada: (c) => feitas.push(c), feitas, ...com };
}

/** A question as a framework would ask it. */
export const createPergunta = (texto: string, com: Partial<LanguageModelV4CallOptions> = {}): LanguageModelV4CallOptions => ({
  prompt: [{ role: 'system', content: 'Responda em português.' }, { role: 'user', content: [{ type: 'text', text: texto, providerOptions: { mastra: { createdAt: ++n } } }] }], ...com,
});

export const textOf = (conteudo: readonly { readonly type: string }[]): string => conteudo.map((c) => (c.type === 'text' ? (c as { text?: string }).text ?? '' : '')).join('');

export async function readStream(modelo: LanguageModelV4, texto: string): Promise<LanguageModelV4StreamPart[]> {
  const partes: LanguageModelV4StreamPart[] = [];
  for await (const parte of (await modelo.doStream(createPergunta(texto))).stream) partes.push(parte);
  return partes;
}

/** Looks until it is so, for 5 s at most. */
export async function until(ver: () => boolean | Promise<boolean>): Promise<void> {
  for (const fim = Date.now() + 5000; !(await ver()); ) {
    if (Date.now() > fim) throw new Error('não aconteceu em 5 s');
    await new Promise((r) => setTimeout(r, 10));
  }
}
