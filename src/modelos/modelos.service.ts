import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { Conversa } from './conversa.service.js';
import { semModelo } from './domain/falha.js';
import { nameServidor } from './domain/pedido.js';
import type { UltimoPedido } from './domain/saude.js';
import type { ContextoDeModelo } from './domain/tipos.js';
import { Embeddings } from './embeddings.service.js';
import { Executor } from './executor.js';
import { collectModelos, collectOrcamento, createObservador } from './metricas-modelos.js';
import { ModeloGuardado } from './modelo-guardado.js';
import { Orcamento } from './orcamento.service.js';
import { Posses } from './posses.js';
import { openPrazo } from '../saida/index.js';
import { openProvedor, type Provedor } from './provedor.js';
import { Respostas } from './respostas.service.js';
import { Vagas } from './vagas.js';

/** Bytes of one number of a vector as JSON writes it, and the most numbers a vector of unknown size may have. */
const BYTES_NUMERO = 26;
const MAX_DIMENSOES = 4096;

/** Every call of a model goes through here: kept answers first, then budget, limits, retries, fallback, and the ledger. */
@Injectable()
export class ModelosService implements OnModuleInit, OnApplicationShutdown {
  private readonly executor: Executor;
  private readonly conversa: Conversa;
  private readonly embeddings: Embeddings;
  private readonly orcamento: Orcamento;
  private aberto: Promise<Provedor> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config, fonte: DataSource, private readonly metricas: MetricasService) {
    const m = config.modelos;
    const observador = createObservador(metricas, config.openai.chave === null ? [] : [m.chat, ...(m.reserva === null ? [] : [m.reserva]), m.embedding]);
    const vagas = new Vagas({ concorrencia: m.concorrencia, maxFila: m.maxFila });
    const posses = new Posses(fonte);
    // A try waits for a probe, then for its own answer.
    const limiteMs = (2 * m.tempoMs + m.esperaMs) * m.tentativas * (m.reserva === null ? 1 : 2) + posses.duracaoMs;
    this.orcamento = new Orcamento(fonte, { ...m.orcamento, maxChamadas: m.maxChamadas });
    this.executor = new Executor(m, fonte, this.orcamento, vagas, observador);
    this.conversa = new Conversa({ chat: m.chat, reserva: m.reserva, servidor: nameServidor(config.openai.url, m.api), limiteMs }, this.executor, new Respostas(fonte), posses, observador, () => this.provedor());
    this.embeddings = new Embeddings({ modelo: m.embedding, dimensoes: m.dimensoes, lote: m.lote, servidor: nameServidor(config.openai.url, 'embeddings'), limiteMs }, fonte, this.executor, posses, observador, () => this.provedor());
  }

  onModuleInit(): void {
    if (!this.configurado) return;
    collectOrcamento(this.metricas, () => this.orcamento.measureDia());
    collectModelos(this.metricas, () => ({ emCurso: this.executor.vagas.emCurso, naFila: this.executor.vagas.naFila, disjuntores: this.executor.estados() }));
  }

  async onApplicationShutdown(): Promise<void> {
    this.executor.close();
    await (await this.aberto)?.close();
  }

  /** Whether there is a key. */
  get configurado(): boolean {
    return this.config.openai.chave !== null;
  }

  /** How the last request of this process ended, and when. Null: none was made. */
  get ultima(): UltimoPedido | null {
    return this.executor.ultima;
  }

  /** Names the space of the vectors (server, model, dimensions): only vectors of one space can be compared. */
  get espaco(): string {
    const { embedding, dimensoes } = this.config.modelos;
    return `${nameServidor(this.config.openai.url, 'embeddings')}|${embedding}|${dimensoes ?? ''}`;
  }

  /** The chat model as a Mastra agent takes it; each of its calls is kept by model, prompt version and input. @throws AlicitError `modelo_nao_configurado`; its calls `modelo_indisponivel`, `orcamento_esgotado`, `modelo_recusou` */
  chat(contexto: ContextoDeModelo): LanguageModelV4 {
    if (!this.configurado) throw semModelo();
    const { chat, api, maxSaida } = this.config.modelos;
    return new ModeloGuardado({ modelo: chat, api, maxSaida }, this.conversa, contexto);
  }

  /** Vectors of length 1, in the order of the texts, shared with others (not to be changed); each text is paid for once, ever. @throws as `chat` */
  async embed(textos: readonly string[], contexto: ContextoDeModelo): Promise<readonly Float32Array[]> {
    if (!this.configurado) throw semModelo();
    const prazo = openPrazo(null, [contexto.sinal]);
    return this.embeddings.embed(textos, contexto, prazo.sinal).finally(() => prazo.close());
  }

  private provedor(): Promise<Provedor> {
    const { openai, modelos: m, versao } = this.config;
    this.aberto ??= openProvedor({ url: openai.url, chave: openai.chave!, api: m.api, tempoMs: m.tempoMs, conexoes: m.concorrencia, maxBytesEmbedding: 65_536 + m.lote * (m.dimensoes ?? MAX_DIMENSOES) * BYTES_NUMERO, versao });
    return this.aberto;
  }
}
