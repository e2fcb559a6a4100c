import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import type { DataSource, EntityManager } from 'typeorm';
import { FalhaDeModelo } from './domain/falha.js';
import { estimatePedido } from './domain/estimar-tokens.js';
import { splitLotes, toTextoDeEmbedding } from './domain/lotes.js';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';
import { fromBytes, normalize, toBytes } from './domain/vetor.js';
import { poll } from './esperar.js';
import type { Executor } from './executor.js';
import type { Observador } from './metricas-modelos.js';
import type { Trazida } from './obra.js';
import type { Posses } from './posses.js';
import type { Provedor } from './provedor.js';

export interface OpcoesEmbeddings {
  readonly modelo: string;
  readonly dimensoes: number | null;
  readonly lote: number;
  /** Which server: vectors of two are never mixed. */
  readonly servidor: string;
  /** How long one waits for another process that asks the same, ms. */
  readonly limiteMs: number;
}

interface Item { readonly chave: string; readonly texto: string }
type Achados = Map<string, Float32Array>;

/** Vectors remembered by this process, bytes. */
const MEMORIA = 16 * 1024 * 1024;
const LOTES_AO_MESMO_TEMPO = 2;

/** Vectors of texts: each text is paid for once, by whoever comes first, for all organisations. No text is stored. */
export class Embeddings {
  private readonly lembrados = new LRUCache<string, Float32Array>({ maxSize: MEMORIA, sizeCalculation: (v) => v.byteLength + 200 });

  constructor(private readonly opcoes: OpcoesEmbeddings, private readonly fonte: DataSource, private readonly executor: Executor, private readonly posses: Posses, private readonly observador: Observador, private readonly provedor: () => Promise<Provedor>) {}

  /** Vectors of length 1, in the order of the texts; shared with others: not to be changed. @throws AlicitError `modelo_indisponivel`, `orcamento_esgotado`; the signal's reason */
  async embed(textos: readonly string[], contexto: ContextoDeModelo, sinal: AbortSignal): Promise<readonly Float32Array[]> {
    const itens = textos.map((t): Item => {
      const texto = toTextoDeEmbedding(t);
      return { texto, chave: this.nameOf(texto) };
    });
    const achados: Achados = new Map();
    const unicos = [...new Map(itens.map((i) => [i.chave, i])).values()];
    const faltam = unicos.filter(({ chave }) => {
      const lembrado = this.lembrados.get(chave);
      if (lembrado) achados.set(chave, lembrado);
      return !lembrado;
    });
    const lotes = [...splitLotes(faltam, this.opcoes.lote)];
    const feitas: ChamadaFeita[] = [];
    const trabalhar = async (): Promise<void> => {
      for (let lote = lotes.shift(); lote; lote = lotes.shift()) await this.resolve(lote, achados, feitas, contexto, sinal);
    };
    // All are waited for, also when one fails: nothing goes on behind the caller's back.
    const fins = await Promise.allSettled(Array.from({ length: LOTES_AO_MESMO_TEMPO }, trabalhar));
    for (const c of feitas) contexto.onChamada?.(c);
    for (const f of fins) if (f.status === 'rejected') throw f.reason as Error;
    this.observador.guardada('embedding', unicos.length - faltam.length, 0, contexto.finalidade);
    if (unicos.length && !feitas.length) contexto.onChamada?.(this.deCache(contexto));
    return itens.map(({ chave }) => achados.get(chave)!);
  }

  /** What of a batch is kept, what this call asks, and what others are asking, until all is there. */
  private async resolve(lote: readonly Item[], achados: Achados, feitas: ChamadaFeita[], contexto: ContextoDeModelo, sinal: AbortSignal): Promise<void> {
    const posse = this.posses.open();
    let pagos = 0;
    try {
      await poll(async () => {
        await this.find(lote.filter((i) => !achados.has(i.chave)), achados);
        const faltam = lote.filter((i) => !achados.has(i.chave));
        if (!faltam.length) return true;
        const meus = await this.claim(faltam, posse);
        for (const grupo of splitLotes(faltam.filter((i) => meus.has(i.chave)), this.opcoes.lote)) {
          feitas.push(await this.ask(grupo, achados, contexto, sinal));
          pagos += grupo.length;
        }
        return lote.every((i) => achados.has(i.chave)) || undefined;
      }, sinal, this.opcoes.limiteMs);
      this.observador.guardada('embedding', lote.length - pagos, pagos, contexto.finalidade);
    } catch (erro) {
      await this.fonte.query('delete from alicit.modelo_embedding where posse = $1 and vetor is null', [posse]).catch(() => undefined);
      throw erro;
    } finally {
      this.posses.close(posse);
    }
  }

  private async find(itens: readonly Item[], achados: Achados): Promise<void> {
    const linhas = await this.fonte.query<{ chave: Buffer; vetor: Buffer; velha: boolean }[]>(
      `select chave, vetor, usado_em < now() - interval '1 day' as velha from alicit.modelo_embedding where chave = any($1) and vetor is not null`, [bytesOf(itens)],
    );
    for (const { chave, vetor } of linhas) this.note(chave.toString('hex'), fromBytes(vetor), achados);
    const velhas = linhas.filter((l) => l.velha).map((l) => l.chave);
    if (velhas.length) await this.fonte.query('update alicit.modelo_embedding set usado_em = now() where chave = any($1)', [velhas]).catch(() => undefined);
  }

  /** Those this call may ask; the others are kept by now, or being asked by one that is alive. */
  private async claim(itens: readonly Item[], posse: string): Promise<ReadonlySet<string>> {
    const linhas = await this.fonte.query<{ chave: Buffer }[]>(
      `insert into alicit.modelo_embedding as e (chave, modelo, posse, posse_ate) select c, $2, $3, clock_timestamp() + $4 * interval '1 millisecond' from unnest($1::bytea[]) c order by c
       on conflict (chave) do update set posse = excluded.posse, posse_ate = excluded.posse_ate where e.vetor is null and e.posse_ate < clock_timestamp() returning chave`,
      [bytesOf(itens), this.opcoes.modelo, posse, this.posses.duracaoMs],
    );
    return new Set(linhas.map((l) => l.chave.toString('hex')));
  }

  private async ask(itens: readonly Item[], achados: Achados, contexto: ContextoDeModelo, sinal: AbortSignal): Promise<ChamadaFeita> {
    const textos = itens.map((i) => i.texto);
    const provedor = await this.provedor();
    const { trazida, chamada } = await this.executor.run<readonly Float32Array[]>({
      contexto, tipo: 'embedding', sinal, modelos: [this.opcoes.modelo], estimativa: { entrada: estimatePedido(textos), saida: 0 },
      pedir: (modelo, s) => requestVetores(provedor.embedding(modelo), textos, this.opcoes.dimensoes, s),
      guardar: (m, { valor }) => this.keep(m, itens, valor),
    });
    for (const [i, { chave }] of itens.entries()) this.note(chave, trazida.valor[i]!, achados);
    return chamada;
  }

  private async keep(m: EntityManager, itens: readonly Item[], vetores: readonly Float32Array[]): Promise<void> {
    await m.query(
      `insert into alicit.modelo_embedding as e (chave, modelo, vetor) select v.chave, $3, v.vetor from unnest($1::bytea[], $2::bytea[]) v(chave, vetor) order by v.chave
       on conflict (chave) do update set vetor = excluded.vetor, posse = null, posse_ate = null, usado_em = now()`, [bytesOf(itens), vetores.map(toBytes), this.opcoes.modelo],
    );
  }

  private note(chave: string, vetor: Float32Array, achados: Achados): void {
    achados.set(chave, vetor);
    this.lembrados.set(chave, vetor);
  }

  private nameOf(texto: string): string {
    const { servidor, modelo, dimensoes } = this.opcoes;
    return createHash('sha256').update(`${servidor}\n${modelo}\n${dimensoes ?? ''}\n`).update(texto).digest('hex');
  }

  private deCache({ finalidade, versaoPrompt }: ContextoDeModelo): ChamadaFeita {
    return { finalidade, versaoPrompt, modelo: this.opcoes.modelo, tokensEntrada: 0, tokensSaida: 0, custoUsd: '0', deCache: true, reserva: false, tentativas: 0, ms: 0 };
  }
}

const bytesOf = (itens: readonly Item[]): Buffer[] => itens.map((i) => Buffer.from(i.chave, 'hex'));

/** One request, in the order asked whatever the order answered. @throws FalhaDeModelo when what came cannot be used; what the provider throws */
async function requestVetores(modelo: EmbeddingModelV4, values: string[], dimensoes: number | null, abortSignal: AbortSignal): Promise<Trazida<readonly Float32Array[]>> {
  const { embeddings, usage, response } = await modelo.doEmbed({ values, abortSignal, ...(dimensoes === null ? {} : { dimensions: dimensoes }) });
  const gasto = { entrada: usage?.tokens ?? estimatePedido(values), saida: 0 };
  const falha = (causa: 'resposta_invalida' | 'dimensao_inesperada'): FalhaDeModelo => new FalhaDeModelo({ causa, status: null, esperarMs: null, talvezPago: true, gasto });
  const vetores = sortByIndex(embeddings, response?.body).map(normalize);
  if (vetores.length !== values.length || vetores.some((v) => v === null)) throw falha('resposta_invalida');
  const inteiros = vetores.filter((v) => v !== null);
  const esperada = dimensoes ?? inteiros[0]!.length;
  if (inteiros.some((v) => v.length !== esperada)) throw falha('dimensao_inesperada');
  return { valor: inteiros, ...gasto };
}

/** Each vector says of which text it is; servers need not keep the order. */
function sortByIndex(embeddings: readonly number[][], corpo: unknown): readonly number[][] {
  const dados = (corpo as { data?: readonly { index?: unknown }[] } | undefined)?.data;
  const indices = dados?.map((d) => d.index);
  if (!indices || indices.length !== embeddings.length || new Set(indices).size !== indices.length || indices.some((i) => typeof i !== 'number' || !Number.isInteger(i) || i < 0 || i >= embeddings.length)) return embeddings;
  const em: number[][] = [];
  for (const [n, i] of indices.entries()) em[i as number] = embeddings[n]!;
  return em;
}
