import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import type { ContextoDeModelo } from '../modelos/index.js';
import { ModelosService } from '../modelos/modelos.module.js';
import type { NomeLoja, VectorStore, VetorNomeado } from './domain/vector-store.js';
import { LojasService } from './lojas.service.js';
import { POSSE_S, RegistroService, type Colecao } from './registro.service.js';
import { UmPorVez } from './um-por-vez.js';

/** A text and its name inside a collection. */
export interface TextoNomeado {
  readonly id: string;
  readonly texto: string;
}

/** A collection to be made. */
export interface PedidoDeColecao {
  readonly colecao: string;
  readonly textos: () => Promise<readonly TextoNomeado[]>;
  readonly contexto: ContextoDeModelo;
  readonly arquivos: readonly string[];
}

/** How long one waits for another that makes the same, and how often one looks. */
const ESPERA_MS = 30_000;
const OLHA_MS = 200;

/** Makes collections whole: texts → embeddings → store, one maker at a time among all processes, from where a dead one stopped. */
@Injectable()
export class PreparoService {
  private readonly aqui = new UmPorVez();

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly modelos: ModelosService, private readonly lojas: LojasService, private readonly registro: RegistroService) {}

  get modelo(): string {
    return this.config.modelos.embedding;
  }

  /** Whether the collection can be asked by this process: its store is configured here, its vectors are of our model. */
  serves({ loja, modelo, dimensoes }: Colecao): boolean {
    const { dimensoes: nossas } = this.config.modelos;
    return this.lojas.isConfigured(loja) && modelo === this.modelo && (nossas === null || dimensoes === null || dimensoes === nossas);
  }

  /** Where vectors of a collection go: where it is, else where new ones go. */
  storeFor(linha: Colecao | null): NomeLoja {
    return linha && this.serves(linha) ? linha.loja : this.lojas.escolhida;
  }

  /** @returns whether it is whole. @throws whatever the model and the store throw; an abort's reason */
  async make(pedido: PedidoDeColecao): Promise<boolean> {
    const { colecao, contexto: { sinal } } = pedido;
    for (const ate = performance.now() + ESPERA_MS; performance.now() < ate; ) {
      sinal?.throwIfAborted();
      const linha = await this.registro.find(colecao);
      if (linha?.estado === 'inteira' && this.serves(linha)) {
        await this.registro.touch(linha);
        return true;
      }
      if (linha?.estado === 'aberta' && this.serves(linha)) return false;
      if (await this.aqui.wait(colecao, ate - performance.now(), sinal)) continue;
      if (!linha?.ocupada) {
        const feita = await this.aqui.run(colecao, () => this.tryToMake(pedido, linha));
        if (feita !== null) return feita;
      }
      await sleep(OLHA_MS, undefined, sinal ? { signal: sinal } : {}).catch(() => undefined);
    }
    return false;
  }

  /** Embeds and writes texts a lot at a time, so that memory holds one. @returns how many dimensions; null: there was none to write */
  async write(textos: readonly TextoNomeado[], contexto: ContextoDeModelo, gravar: (vetores: readonly VetorNomeado[]) => Promise<void>): Promise<number | null> {
    let dimensoes: number | null = null;
    for (let i = 0; i < textos.length; i += this.config.modelos.lote) {
      const lote = textos.slice(i, i + this.config.modelos.lote);
      const vetores = await this.modelos.embed(lote.map((t) => t.texto), contexto);
      contexto.sinal?.throwIfAborted();
      dimensoes = vetores[0]?.length ?? dimensoes;
      await gravar(lote.map(({ id }, n) => ({ id, vetor: vetores[n]! })));
    }
    return dimensoes;
  }

  /** Null: somebody else is making it. */
  private async tryToMake(pedido: PedidoDeColecao, antes: Colecao | null): Promise<boolean | null> {
    const { colecao, arquivos, contexto } = pedido;
    const posse = randomUUID();
    const loja = this.lojas.escolhida;
    const deNovo = antes !== null && !this.serves(antes);
    if (!(await this.registro.takeToMake({ colecao, loja, modelo: this.modelo, arquivos }, posse, deNovo))) return null;
    const perdida = new AbortController();
    const relogio = setInterval(() => void this.keep(colecao, posse, perdida), (POSSE_S * 1000) / 3).unref();
    try {
      const store = await this.lojas.open(loja);
      if (deNovo) await store.deleteColecao(colecao);
      const sinal = contexto.sinal ? AbortSignal.any([contexto.sinal, perdida.signal]) : perdida.signal;
      return await this.fill(store, { ...pedido, contexto: { ...contexto, sinal } }, posse);
    } finally {
      clearInterval(relogio);
      await this.registro.release(colecao, posse).catch(() => undefined);
    }
  }

  private async fill(store: VectorStore, { colecao, textos, contexto }: PedidoDeColecao, posse: string): Promise<boolean> {
    const linha = await this.registro.find(colecao);
    let total = linha?.estado === 'gravada' ? linha.total : null;
    if (total === null) {
      const unicos = [...new Map((await textos()).map((t) => [t.id, t])).values()];
      const dimensoes = await this.write(unicos, contexto, (vetores) => store.upsert(colecao, vetores, contexto.sinal));
      total = unicos.length;
      if (!(await this.registro.markGravada(colecao, posse, total, dimensoes))) return false;
    }
    if (await this.isSeen(store, colecao, total, contexto.sinal)) return this.registro.markInteira(colecao, posse);
    // What was acknowledged and is still not there after all this is sent again by the next to come.
    if (linha?.estado === 'gravada') await this.registro.markFazendo(colecao, posse);
    return false;
  }

  /** A store may take a while to show what it acknowledged. */
  private async isSeen(store: VectorStore, colecao: string, total: number, sinal: AbortSignal | undefined): Promise<boolean> {
    const ate = performance.now() + this.config.vetores.tempoMs;
    for (;;) {
      if (total === 0 || (await store.count(colecao)) >= total) return true;
      if (performance.now() > ate) return false;
      await sleep(OLHA_MS, undefined, sinal ? { signal: sinal } : {}).catch(() => undefined);
      sinal?.throwIfAborted();
    }
  }

  private async keep(colecao: string, posse: string, perdida: AbortController): Promise<void> {
    // A database that does not answer now may before the time is over; a row of another is lost for good.
    if (!(await this.registro.renew(colecao, posse).catch(() => true))) perdida.abort(indisponivel('vetores_indisponiveis', 'Outro processo assumiu esta coleção de vetores.'));
  }
}
