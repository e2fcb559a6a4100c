import { boundTop, checkNumeros, checkVetores, lastOfEach, requireDimensoes } from './domain/check-vetores.js';
import type { OpcoesBusca, PaginaDeVetores, VectorStore, VetorNomeado, Vizinho } from './domain/vector-store.js';
import type { BancoPg, ConsultaPg } from './pgvector/consulta.js';
import { COLECOES, createTabela, findExtensao, installExtensao, tabelaDe, type Extensao, type Tabela } from './pgvector/tabelas.js';

/** Numbers of a collection that is sooner looked at whole, exactly, than through an index shared with all others. */
const POUCOS_NUMEROS = 8_000_000;
const NUMEROS_POR_ESCRITA = 100_000;
const MAX_EF = 1000;
const MAX_OLHADOS = 100_000;

export interface OpcoesPgvector {
  readonly tempoMs: number;
  /** Vectors × dimensions of a collection up to which it is looked at whole. */
  readonly poucosNumeros?: number;
}

/** A collection and its table. */
interface Achada {
  readonly dimensoes: number;
  readonly tabela: Tabela;
  readonly extensao: Extensao;
}

/**
 * Vectors in PostgreSQL with pgvector: nothing of a collection comes to this process. Small collections are searched exactly,
 * large ones through an HNSW index (approximate).
 */
export class PgvectorVectors implements VectorStore {
  readonly nome = 'pgvector';
  private readonly tabelas = new Map<number, Tabela>();
  private extensao: Extensao | null = null;

  constructor(private readonly banco: BancoPg, private readonly opcoes: OpcoesPgvector) {}

  async upsert(colecao: string, vetores: readonly VetorNomeado[], sinal?: AbortSignal): Promise<void> {
    const dimensoes = checkVetores(vetores);
    sinal?.throwIfAborted();
    if (dimensoes === null) return;
    const tabela = await this.prepare(dimensoes);
    const unicos = lastOfEach(vetores);
    const porEscrita = Math.max(1, Math.floor(NUMEROS_POR_ESCRITA / dimensoes));
    await this.banco.transaction(async (c) => {
      const [conjunto] = await c.query<{ dimensoes: number }>(`insert into ${COLECOES} as c (colecao, dimensoes) values ($1, $2) on conflict (colecao) do update set dimensoes = c.dimensoes returning dimensoes`, [colecao, dimensoes]);
      requireDimensoes(dimensoes, conjunto!.dimensoes);
      for (let i = 0; i < unicos.length; i += porEscrita) {
        const parte = unicos.slice(i, i + porEscrita);
        sinal?.throwIfAborted();
        await c.query(
          `insert into ${tabela.nome} (colecao, id, vetor) select $1, v.id, v.vetor::${tabela.tipo} from unnest($2::text[], $3::text[]) as v (id, vetor) on conflict (colecao, id) do update set vetor = excluded.vetor`,
          [colecao, parte.map((v) => v.id), parte.map((v) => toTexto(v.vetor))],
        );
      }
    });
  }

  async query(colecao: string, vetores: readonly Float32Array[], { top, sinal }: OpcoesBusca): Promise<readonly (readonly Vizinho[])[]> {
    const veio = checkNumeros(vetores);
    sinal?.throwIfAborted();
    const achada = await this.find(colecao);
    if (veio === null || !achada) return vetores.map(() => []);
    requireDimensoes(veio, achada.dimensoes);
    return this.banco.transaction(async (c) => {
      await c.query(`set local statement_timeout = ${Math.trunc(this.opcoes.tempoMs)}`);
      const porIndice = await this.chooseIndice(c, colecao, achada, boundTop(top));
      const achados: (readonly Vizinho[])[] = [];
      for (const vetor of vetores) {
        sinal?.throwIfAborted();
        achados.push(await this.search(c, { colecao, vetor, top: boundTop(top), achada, porIndice }));
      }
      return achados;
    });
  }

  async deleteIds(colecao: string, ids: readonly string[]): Promise<void> {
    const achada = await this.find(colecao);
    if (achada) await this.banco.query(`delete from ${achada.tabela.nome} where colecao = $1 and id = any($2::text[])`, [colecao, [...ids]]);
  }

  async deleteColecao(colecao: string): Promise<void> {
    if (await this.find(colecao)) await this.banco.query(`delete from ${COLECOES} where colecao = $1`, [colecao]);
  }

  async count(colecao: string): Promise<number> {
    const achada = await this.find(colecao);
    if (!achada) return 0;
    const [linha] = await this.banco.query<{ n: number }>(`select count(*)::int as n from ${achada.tabela.nome} where colecao = $1`, [colecao]);
    return linha!.n;
  }

  async list(colecao: string, { cursor = '', limite }: { readonly cursor?: string | undefined; readonly limite: number }): Promise<PaginaDeVetores> {
    const achada = await this.find(colecao);
    if (!achada) return { vetores: [], cursor: null };
    const linhas = await this.banco.query<{ id: string; vetor: string }>(`select id, vetor::text as vetor from ${achada.tabela.nome} where colecao = $1 and id > $2 order by id limit $3`, [colecao, cursor, limite]);
    return { vetores: linhas.map(({ id, vetor }) => ({ id, vetor: Float32Array.from(JSON.parse(vetor) as number[]) })), cursor: linhas.length < limite ? null : linhas.at(-1)!.id };
  }

  private async prepare(dimensoes: number): Promise<Tabela> {
    const pronta = this.tabelas.get(dimensoes);
    if (pronta) return pronta;
    this.extensao ??= (await findExtensao(this.banco)) ?? (await installExtensao(this.banco));
    const tabela = await createTabela(this.banco, dimensoes, this.extensao);
    this.tabelas.set(dimensoes, tabela);
    return tabela;
  }

  /** Null: no such collection, nor perhaps any. Nothing is made by looking. */
  private async find(colecao: string): Promise<Achada | null> {
    if (!this.tabelas.size) {
      const [existe] = await this.banco.query<{ existe: boolean }>('select to_regclass($1) is not null as existe', [COLECOES]);
      if (!existe?.existe) return null;
    }
    const [conjunto] = await this.banco.query<{ dimensoes: number }>(`select dimensoes from ${COLECOES} where colecao = $1`, [colecao]);
    this.extensao ??= conjunto ? await findExtensao(this.banco) : null;
    return conjunto && this.extensao ? { dimensoes: conjunto.dimensoes, tabela: tabelaDe(conjunto.dimensoes, this.extensao), extensao: this.extensao } : null;
  }

  /** Whether the index is worth it, set up for this transaction alone. */
  private async chooseIndice(c: ConsultaPg, colecao: string, { tabela, dimensoes, extensao }: Achada, top: number): Promise<boolean> {
    if (!tabela.indice) return false;
    const poucos = Math.floor((this.opcoes.poucosNumeros ?? POUCOS_NUMEROS) / dimensoes);
    const [linha] = await c.query<{ n: number }>(`select count(*)::int as n from (select 1 from ${tabela.nome} where colecao = $1 limit ${poucos + 1}) p`, [colecao]);
    if (linha!.n <= poucos) return false;
    await c.query(`set local hnsw.ef_search = ${Math.min(MAX_EF, Math.max(100, 2 * top))}`);
    if (extensao.iterativa) {
      await c.query('set local hnsw.iterative_scan = strict_order');
      await c.query(`set local hnsw.max_scan_tuples = ${MAX_OLHADOS}`);
    }
    return true;
  }

  private async search(c: ConsultaPg, { colecao, vetor, top, achada: { tabela, extensao }, porIndice }: { readonly colecao: string; readonly vetor: Float32Array; readonly top: number; readonly achada: Achada; readonly porIndice: boolean }): Promise<readonly Vizinho[]> {
    const distancia = `vetor operator(${extensao.esquema}.<=>) $2::${tabela.tipo}`;
    // What `offset 0` fences is read as it is: the index of all collections is not used for a small one.
    const origem = porIndice ? `${tabela.nome} where colecao = $1` : `(select id, vetor from ${tabela.nome} where colecao = $1 offset 0) v`;
    const linhas = await c.query<{ id: string; distancia: number }>(`select id, ${distancia} as distancia from ${origem} order by ${distancia}${porIndice ? '' : ', id'} limit $3`, [colecao, toTexto(vetor), top]);
    return linhas.map(({ id, distancia: d }) => ({ id, nota: Math.min(1, Math.max(-1, 1 - d)) }));
  }
}

const toTexto = (vetor: Float32Array): string => `[${vetor.join(',')}]`;
