import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { MetricasService } from '../observacao/observacao.module.js';
import type { Oficina } from '../oficina/index.js';
import { OficinaService } from '../oficina/oficina.module.js';
import type { NomeLoja, VectorStore } from './domain/vector-store.js';
import { ExactVectors } from './exact-vectors.js';
import { DE_QUEM_PEDE, medirLoja, type OperacaoFeita } from './medir-loja.js';

/** Failures in a row after which a store is left alone, and for how long. Not exact: without its database nothing works, and a collection that is slow to read must not stop the others. */
const FALHAS = 3;
const ABERTO_MS = 30_000;

/** The last operation of a store that says something of it, and when the last one went well. */
export type UltimaOperacao = OperacaoFeita & { readonly em: Date; readonly ultimoSucesso: Date | null };

/** The stores this process can use, each opened when it is first needed. */
@Injectable()
export class LojasService {
  /** Where new collections go. */
  readonly escolhida: NomeLoja;
  private readonly abertas = new Map<NomeLoja, Promise<VectorStore>>();
  private readonly ultimas = new Map<NomeLoja, UltimaOperacao>();
  private readonly contar: (feita: OperacaoFeita) => void;

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly fonte: DataSource, @Inject(OficinaService) private readonly oficina: Oficina, private readonly metricas: MetricasService) {
    this.escolhida = config.vetores.loja ?? (config.pinecone.chave === null ? 'exact' : 'pinecone');
    const operacoes = metricas.counter('alicit_vetores_operacoes_total', 'Operações nas lojas de vetores, por loja, operação e resultado (ok ou o código do erro).', ['loja', 'operacao', 'resultado'], this.zeros());
    const duracao = metricas.histogram('alicit_vetores_duracao_segundos', 'Duração das operações nas lojas de vetores.', ['loja', 'operacao'], [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]);
    this.contar = ({ loja, operacao, resultado, ms }) => {
      operacoes.inc({ loja, operacao, resultado: metricas.bound('vetores_resultado', resultado) });
      duracao.observe({ loja, operacao }, ms / 1000);
    };
  }

  /** Of the store in use, from the start: what failed once is seen as a failure. */
  private zeros(): readonly { readonly loja: NomeLoja; readonly operacao: string; readonly resultado: string }[] {
    return ['upsert', 'query', 'delete', 'count', 'list'].flatMap((operacao) => ['ok', 'vetores_indisponiveis'].map((resultado) => ({ loja: this.escolhida, operacao, resultado })));
  }

  /** Whether this process has what that store needs; not whether it answers. */
  isConfigured(loja: NomeLoja): boolean {
    return loja !== 'pinecone' || this.config.pinecone.chave !== null;
  }

  /** What became of the last operation of a store; null: none was made yet. */
  lastOf(loja: NomeLoja): UltimaOperacao | null {
    return this.ultimas.get(loja) ?? null;
  }

  open(loja: NomeLoja): Promise<VectorStore> {
    const aberta = this.abertas.get(loja) ?? this.create(loja).then((nova) => medirLoja(nova, { tempoMs: this.config.vetores.tempoMs, falhas: loja === 'exact' ? Number.POSITIVE_INFINITY : FALHAS, abertoMs: ABERTO_MS, onFeita: (feita) => this.tell(feita) }));
    this.abertas.set(loja, aberta);
    return aberta;
  }

  private tell(feita: OperacaoFeita): void {
    const em = new Date();
    // Given up, or asked wrongly: nothing is known of the store.
    if (feita.resultado !== 'cancelado' && !DE_QUEM_PEDE.has(feita.resultado)) this.ultimas.set(feita.loja, { ...feita, em, ultimoSucesso: feita.resultado === 'ok' ? em : (this.lastOf(feita.loja)?.ultimoSucesso ?? null) });
    this.contar(feita);
  }

  /** What one store needs is loaded with it. */
  private async create(loja: NomeLoja): Promise<VectorStore> {
    const { vetores: { tempoMs, memoriaBytes } } = this.config;
    if (loja === 'pgvector') {
      const [{ PgvectorVectors }, { toBancoPg }] = await Promise.all([import('./pgvector-vectors.js'), import('./pgvector/consulta.js')]);
      return new PgvectorVectors(toBancoPg(this.fonte), { tempoMs });
    }
    if (loja === 'pinecone') {
      const { chave, url } = this.config.pinecone;
      if (chave === null) throw indisponivel('vetores_indisponiveis', 'O Pinecone não está configurado: defina PINECONE_API_KEY.');
      const { PineconeVectors } = await import('./pinecone-vectors.js');
      return new PineconeVectors({ chave, url, indice: this.config.vetores.pineconeIndice, tempoMs });
    }
    const exact = new ExactVectors(this.fonte, this.oficina, { memoriaBytes, tempoMs });
    exact.onMemoria = (achada) => this.metricas.contarCache('vetores', achada);
    return exact;
  }
}
