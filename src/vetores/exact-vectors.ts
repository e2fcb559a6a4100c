import type { DataSource } from 'typeorm';
import type { Oficina, Trabalho } from '../oficina/index.js';
import { boundTop, checkNumeros, checkVetores, lastOfEach, requireDimensoes } from './domain/check-vetores.js';
import type { Melhores } from './domain/melhores.js';
import { scoreBloco, type Bloco } from './domain/pontuar.js';
import type { OpcoesBusca, PaginaDeVetores, VectorStore, VetorNomeado, Vizinho } from './domain/vector-store.js';
import { fromBytes, toBytes } from './exact/float32.js';
import { Memoria } from './exact/memoria.js';
import { readBlocos, type BlocoLido } from './exact/read-blocos.js';

const TRABALHO: Trabalho = { modulo: new URL('./exact/pontuar.worker.js', import.meta.url), load: () => import('./exact/pontuar.worker.js') };
/** Products of two numbers that are sooner made here than handed to a thread (under 5 ms): the passages of an edital never wait behind a document being read. */
const POUCOS_PRODUTOS = 4_000_000;
const LINHAS_POR_ESCRITA = 200;

export interface OpcoesExact {
  /** Of whole collections kept in memory, all together. */
  readonly memoriaBytes: number;
  readonly tempoMs: number;
}

type Consulta = Pick<DataSource, 'query' | 'transaction'>;

/**
 * Exact search over vectors in PostgreSQL: nothing to install. What fits in memory is read once; what does not streams through in
 * blocks, one being scored in a thread while the next is read.
 */
export class ExactVectors implements VectorStore {
  readonly nome = 'exact';
  private readonly memoria: Memoria;

  constructor(private readonly fonte: Consulta, private readonly oficina: Pick<Oficina, 'run'>, private readonly opcoes: OpcoesExact) {
    this.memoria = new Memoria(opcoes.memoriaBytes);
  }

  /** Told whether a collection was found in memory. */
  onMemoria: (achada: boolean) => void = () => undefined;

  async upsert(colecao: string, vetores: readonly VetorNomeado[], sinal?: AbortSignal): Promise<void> {
    const dimensoes = checkVetores(vetores);
    if (dimensoes === null) return;
    const unicos = lastOfEach(vetores);
    sinal?.throwIfAborted();
    await this.fonte.transaction(async (m) => {
      const [conjunto] = await m.query<{ dimensoes: number }[]>(
        `insert into alicit.vetor_conjunto (colecao, dimensoes) values ($1, $2) on conflict (colecao) do update set versao = nextval('alicit.vetor_versao') returning dimensoes`, [colecao, dimensoes],
      );
      requireDimensoes(dimensoes, conjunto!.dimensoes);
      for (let i = 0; i < unicos.length; i += LINHAS_POR_ESCRITA) {
        const parte = unicos.slice(i, i + LINHAS_POR_ESCRITA);
        sinal?.throwIfAborted();
        await m.query(
          `insert into alicit.vetor (colecao, id, vetor) select $1, v.id, v.vetor from unnest($2::text[], $3::bytea[]) as v (id, vetor) on conflict (colecao, id) do update set vetor = excluded.vetor`,
          [colecao, parte.map((v) => v.id), parte.map((v) => toBytes(v.vetor))],
        );
      }
    });
  }

  async query(colecao: string, vetores: readonly Float32Array[], { top, sinal }: OpcoesBusca): Promise<readonly (readonly Vizinho[])[]> {
    const veio = checkNumeros(vetores);
    const conjunto = await this.find(colecao);
    if (veio === null || !conjunto) return vetores.map(() => []);
    requireDimensoes(veio, conjunto.dimensoes);
    const busca = { dimensoes: conjunto.dimensoes, perguntas: vetores, top: boundTop(top) };
    const lida = await this.remember(colecao, conjunto);
    sinal?.throwIfAborted();
    if (lida) return toVizinhos(lida.ids, await this.score({ ...busca, vetores: lida.vetores }, sinal));
    return this.stream(colecao, busca, sinal);
  }

  async deleteIds(colecao: string, ids: readonly string[]): Promise<void> {
    await this.fonte.transaction(async (m) => {
      await m.query(`update alicit.vetor_conjunto set versao = nextval('alicit.vetor_versao') where colecao = $1`, [colecao]);
      await m.query('delete from alicit.vetor where colecao = $1 and id = any($2::text[])', [colecao, [...ids]]);
    });
  }

  async deleteColecao(colecao: string): Promise<void> {
    this.memoria.forget(colecao);
    await this.fonte.query('delete from alicit.vetor_conjunto where colecao = $1', [colecao]);
  }

  async count(colecao: string): Promise<number> {
    const [linha] = await this.fonte.query<{ n: number }[]>('select count(*)::int as n from alicit.vetor where colecao = $1', [colecao]);
    return linha!.n;
  }

  async list(colecao: string, { cursor = '', limite }: { readonly cursor?: string | undefined; readonly limite: number }): Promise<PaginaDeVetores> {
    const linhas = await this.fonte.query<{ id: string; vetor: Buffer }[]>('select id, vetor from alicit.vetor where colecao = $1 and id > $2 order by id limit $3', [colecao, cursor, limite]);
    return { vetores: linhas.map(({ id, vetor }) => ({ id, vetor: fromBytes(vetor) })), cursor: linhas.length < limite ? null : linhas.at(-1)!.id };
  }

  private async find(colecao: string): Promise<{ readonly dimensoes: number; readonly versao: string } | null> {
    const [linha] = await this.fonte.query<{ dimensoes: number; versao: string }[]>('select dimensoes, versao::text as versao from alicit.vetor_conjunto where colecao = $1', [colecao]);
    return linha ?? null;
  }

  /** The whole collection, from memory when it has not changed; null when it is too large for it. */
  private async remember(colecao: string, { dimensoes, versao }: { readonly dimensoes: number; readonly versao: string }): Promise<BlocoLido | null> {
    const lembrada = this.memoria.get(colecao, versao);
    this.onMemoria(lembrada !== null);
    if (lembrada || !this.memoria.fits(1, dimensoes) || !this.memoria.fits(await this.count(colecao), dimensoes)) return lembrada;
    const blocos: BlocoLido[] = [];
    for await (const bloco of readBlocos(this.fonte, colecao, dimensoes)) blocos.push(bloco);
    const lida = joinBlocos(blocos);
    this.memoria.set(colecao, versao, lida);
    return lida;
  }

  private async stream(colecao: string, busca: Omit<Bloco, 'vetores'>, sinal: AbortSignal | undefined): Promise<readonly (readonly Vizinho[])[]> {
    let melhores: readonly (readonly Vizinho[])[] = busca.perguntas.map(() => []);
    let pontuando: Promise<void> = Promise.resolve();
    for await (const { ids, vetores } of readBlocos(this.fonte, colecao, busca.dimensoes)) {
      await pontuando;
      sinal?.throwIfAborted();
      pontuando = this.runThread({ ...busca, vetores }, sinal).then((achados) => {
        const novos = toVizinhos(ids, achados);
        melhores = melhores.map((m, p) => [...m, ...novos[p]!].sort((a, b) => b.nota - a.nota).slice(0, busca.top));
      });
      // Awaited at the next block; until then its failure has a listener.
      pontuando.catch(() => undefined);
    }
    await pontuando;
    return melhores;
  }

  private score(bloco: Bloco, sinal: AbortSignal | undefined): Promise<readonly Melhores[]> {
    return bloco.vetores.length * bloco.perguntas.length <= POUCOS_PRODUTOS ? Promise.resolve(scoreBloco(bloco)) : this.runThread(bloco, sinal);
  }

  private runThread(bloco: Bloco, signal: AbortSignal | undefined): Promise<readonly Melhores[]> {
    return this.oficina.run(TRABALHO, 'pontuar', bloco, { signal, tempoMs: this.opcoes.tempoMs });
  }
}

function joinBlocos(blocos: readonly BlocoLido[]): BlocoLido {
  if (blocos.length === 1) return blocos[0]!;
  const vetores = new Float32Array(new SharedArrayBuffer(blocos.reduce((t, b) => t + b.vetores.byteLength, 0)));
  let posicao = 0;
  for (const b of blocos) {
    vetores.set(b.vetores, posicao);
    posicao += b.vetores.length;
  }
  return { ids: blocos.flatMap((b) => b.ids), vetores };
}

const toVizinhos = (ids: readonly string[], achados: readonly Melhores[]): Vizinho[][] => achados.map(({ posicoes, notas }) => posicoes.map((p, i) => ({ id: ids[p]!, nota: notas[i]! })));
