import { indisponivel } from '../../kernel/index.js';
import type { BancoPg, ConsultaPg } from './consulta.js';

/** The extension as this database has it: the schema its types live in, and whether a search may go on until enough were found (0.8). */
export interface Extensao {
  readonly esquema: string;
  readonly iterativa: boolean;
}

/** A table for each number of dimensions. `indice`: it has an HNSW index; without one every search looks at the whole collection. */
export interface Tabela {
  readonly nome: string;
  /** Type of its vectors, with its schema. */
  readonly tipo: string;
  readonly indice: 'vector_cosine_ops' | 'halfvec_cosine_ops' | null;
}

/** Of `vector` and of `halfvec` with an index; above these, no index. */
const MAX_VECTOR = 2000;
const MAX_HALFVEC = 4000;
/** Who makes tables waits for who makes them. */
const TRAVA = 0x5645544f;

const NAO_OFERECE = 'o servidor não a oferece: instale o pgvector nele';
/** Code of PostgreSQL's error → why there is no extension. */
const SEM_EXTENSAO: Readonly<Record<string, string>> = { '42501': 'este usuário não pode instalá-la: peça ao administrador do banco CREATE EXTENSION vector', '0A000': NAO_OFERECE, '58P01': NAO_OFERECE };

export const COLECOES = 'alicit.vetor_pgvector';

export function tabelaDe(dimensoes: number, { esquema }: Extensao): Tabela {
  const meia = dimensoes > MAX_VECTOR && dimensoes <= MAX_HALFVEC;
  return { nome: `alicit.vetor_pg_${dimensoes}`, tipo: `${esquema}.${meia ? 'halfvec' : 'vector'}(${dimensoes})`, indice: dimensoes > MAX_HALFVEC ? null : meia ? 'halfvec_cosine_ops' : 'vector_cosine_ops' };
}

/** The extension; null where it is not installed. */
export async function findExtensao(consulta: ConsultaPg): Promise<Extensao | null> {
  const [achada] = await consulta.query<{ esquema: string; versao: string }>(`select quote_ident(n.nspname) as esquema, e.extversion as versao from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'`);
  if (!achada) return null;
  const [maior = 0, menor = 0] = achada.versao.split('.').map(Number);
  return { esquema: achada.esquema, iterativa: maior > 0 || menor >= 8 };
}

/** Installs it where that is allowed. @throws AlicitError `vetores_indisponiveis` */
export async function installExtensao(banco: BancoPg): Promise<Extensao> {
  try {
    await banco.transaction(async (c) => {
      await c.query('select pg_advisory_xact_lock($1)', [TRAVA]);
      if (!(await findExtensao(c))) await c.query('create extension vector');
    });
  } catch (erro) {
    const motivo = SEM_EXTENSAO[(erro as { code?: string }).code ?? ''];
    if (!motivo) throw erro;
    throw indisponivel('vetores_indisponiveis', `A extensão vector não está no banco de dados, e ${motivo}; ou escolha ALICIT_VETORES=exact ou pinecone.`);
  }
  const extensao = await findExtensao(banco);
  if (!extensao) throw indisponivel('vetores_indisponiveis', 'A extensão vector não está no banco de dados. Escolha ALICIT_VETORES=exact ou pinecone.');
  return extensao;
}

/** The list of collections and the table of so many dimensions, made when they are first needed. */
export async function createTabela(banco: BancoPg, dimensoes: number, extensao: Extensao): Promise<Tabela> {
  const tabela = tabelaDe(dimensoes, extensao);
  const [existe] = await banco.query<{ existe: boolean }>('select to_regclass($1) is not null as existe', [tabela.nome]);
  if (existe?.existe) return tabela;
  await banco.transaction(async (c) => {
    await c.query('select pg_advisory_xact_lock($1)', [TRAVA]);
    await c.query(`create table if not exists ${COLECOES} (colecao text collate "C" primary key, dimensoes int not null)`);
    await c.query(`create table if not exists ${tabela.nome} (colecao text collate "C" not null references ${COLECOES} on delete cascade, id text collate "C" not null, vetor ${tabela.tipo} not null, primary key (colecao, id))`);
    if (tabela.indice) await c.query(`create index if not exists vetor_pg_${dimensoes}_hnsw on ${tabela.nome} using hnsw (vetor ${extensao.esquema}.${tabela.indice})`);
  });
  return tabela;
}
