import { setTimeout as sleep } from 'node:timers/promises';
import type { Index, IndexModel, Pinecone } from '@pinecone-database/pinecone';
import { indisponivel } from '../../kernel/index.js';
import { raceSinal } from '../race-sinal.js';
import { withSinal } from './com-prazo.js';

/** An index ready to be used. */
export interface IndiceAberto {
  readonly dimensoes: number;
  readonly dados: Index;
}

export interface OpcoesDeIndices {
  readonly nome: string;
  /** How long a new index may take to be ready, and how often one looks. */
  readonly prontoMs: number;
  readonly olhaMs: number;
}

/** Where new indexes are made: what every plan has. An index made beforehand may lie anywhere. */
const LUGAR = { deploymentType: 'managed', cloud: 'aws', region: 'us-east-1' } as const;
const CAMPO = '_values';
const MAX_NOME = 45;

/** Indexes of ours: the configured one, of whatever dimension, and one named after each other dimension. */
export class Indices {
  private readonly abertos = new Map<number, Promise<IndiceAberto>>();

  constructor(private readonly cliente: Pinecone, private readonly opcoes: OpcoesDeIndices) {}

  /** The index of so many dimensions, made and waited for when there is none. Others may wait for it too: who gives up does not stop it. */
  ensure(dimensoes: number, sinal?: AbortSignal): Promise<IndiceAberto> {
    const aberto = this.abertos.get(dimensoes) ?? withSinal(undefined, () => this.make(dimensoes));
    this.abertos.set(dimensoes, aberto);
    aberto.catch(() => this.abertos.get(dimensoes) === aberto && this.abertos.delete(dimensoes));
    return raceSinal(aberto, sinal);
  }

  /** All there are; none is made. */
  async list(): Promise<readonly IndiceAberto[]> {
    const prontos = (await this.ours()).filter((m) => m.status.ready);
    return prontos.map((m) => this.open(m));
  }

  /** What was remembered of them no longer holds. */
  forget(): void {
    this.abertos.clear();
  }

  private async make(dimensoes: number): Promise<IndiceAberto> {
    const nossos = await this.ours();
    const serve = nossos.find((m) => dimensoesDe(m) === dimensoes);
    const nome = serve?.name ?? (nossos.some((m) => m.name === this.opcoes.nome) ? this.nameOf(dimensoes) : this.opcoes.nome);
    if (!serve) {
      await this.cliente.indexes.create({ name: nome, deployment: LUGAR, schema: { fields: { [CAMPO]: { type: 'dense_vector', dimension: dimensoes, metric: 'cosine' } } }, suppressConflicts: true });
    }
    return this.open(await this.untilReady(nome, dimensoes));
  }

  private async untilReady(nome: string, dimensoes: number): Promise<IndexModel> {
    for (const ate = performance.now() + this.opcoes.prontoMs; ; ) {
      const modelo = await this.cliente.indexes.describe(nome);
      if (dimensoesDe(modelo) !== dimensoes) throw indisponivel('vetores_indisponiveis', `O índice ${nome} do Pinecone não serve para vetores de ${dimensoes} números por cosseno. Escolha outro nome em ALICIT_PINECONE_INDICE.`);
      if (modelo.status.ready) return modelo;
      if (performance.now() > ate) throw indisponivel('vetores_indisponiveis', `O índice ${nome} ainda está sendo preparado pelo Pinecone. Tente de novo em instantes.`);
      await sleep(this.opcoes.olhaMs);
    }
  }

  private async ours(): Promise<readonly IndexModel[]> {
    const { indexes = [] } = await this.cliente.indexes.list();
    return indexes.filter((m) => (m.name === this.opcoes.nome || m.name === this.nameOf(dimensoesDe(m) ?? 0)) && dimensoesDe(m) !== null);
  }

  private nameOf(dimensoes: number): string {
    const fim = `-${dimensoes}`;
    return `${this.opcoes.nome.slice(0, MAX_NOME - fim.length)}${fim}`;
  }

  private open(modelo: IndexModel): IndiceAberto {
    return { dimensoes: dimensoesDe(modelo)!, dados: this.cliente.index({ name: modelo.name, host: modelo.privateHost ?? modelo.host }) };
  }
}

/** Of its vectors; null: it has none scored by cosine. */
function dimensoesDe({ schema }: IndexModel): number | null {
  const campo = schema.fields[CAMPO];
  return campo && 'type' in campo && campo.type === 'dense_vector' && campo.metric === 'cosine' ? campo.dimension : null;
}
