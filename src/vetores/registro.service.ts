import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NomeLoja } from './domain/vector-store.js';

/**
 * fazendo: not all sent · gravada: all sent, not all seen by queries yet · inteira: complete, closed · aberta: grows as it is
 * written to · apagando: on its way out.
 */
export type EstadoColecao = 'fazendo' | 'gravada' | 'inteira' | 'aberta' | 'apagando';

/** A collection, wherever it is kept. */
export interface Colecao {
  readonly colecao: string;
  readonly loja: NomeLoja;
  readonly modelo: string;
  readonly dimensoes: number | null;
  readonly total: number | null;
  readonly estado: EstadoColecao;
  /** Somebody works on it now. */
  readonly ocupada: boolean;
  /** Where it is being copied to, and how far that is. */
  readonly copiaPara: NomeLoja | null;
  readonly copiaCursor: string | null;
  readonly copiaFeitos: number;
  readonly sobraEm: NomeLoja | null;
  /** Its use was noted more than a day ago. */
  readonly velha: boolean;
}

/** What a new collection is. */
export type ColecaoNova = Pick<Colecao, 'colecao' | 'loja' | 'modelo'> & { readonly arquivos: readonly string[] };

/** Seconds without a sign after which who works on a collection is given up. */
export const POSSE_S = 30;

const CAMPOS = `colecao, loja, modelo, dimensoes, total, estado, coalesce(posse is not null and posse_ate > now(), false) as ocupada, copia_para as "copiaPara", copia_cursor as "copiaCursor", copia_feitos as "copiaFeitos",
  sobra_em as "sobraEm", usada_em < now() - interval '1 day' as velha`;
const LIVRE = '(c.posse is null or c.posse_ate <= now())';
const TOMA = `posse = $2, posse_ate = now() + ${POSSE_S} * interval '1 second'`;
const SEM_USO = `(estado = 'apagando' or (colecao like 'trechos.%' and usada_em < now() - $n * interval '1 day'))`;
const LARGA = 'posse = null, posse_ate = null';

/** Which collections there are, where, and who works on them. */
@Injectable()
export class RegistroService {
  constructor(private readonly fonte: DataSource) {}

  async find(colecao: string): Promise<Colecao | null> {
    const [linha] = await this.fonte.query<Colecao[]>(`select ${CAMPOS} from alicit.vetor_colecao where colecao = $1`, [colecao]);
    return linha ?? null;
  }

  /** Keeps it from being swept; written once a day at most, and worth no failure. */
  async touch({ colecao, velha }: Colecao): Promise<void> {
    if (velha) await this.fonte.query(`update alicit.vetor_colecao set usada_em = now() where colecao = $1 and usada_em < now() - interval '1 day'`, [colecao]).catch(() => undefined);
  }

  /** Takes a collection to make it, new or unfinished, with those of its files that are kept here (or, `deNovo`, of a store or model that is no longer ours). False: it is another's, or whole. */
  async takeToMake({ colecao, loja, modelo, arquivos }: ColecaoNova, posse: string, deNovo: boolean): Promise<boolean> {
    const [linha] = await this.fonte.query<unknown[]>(
      `insert into alicit.vetor_colecao as c (colecao, loja, modelo, estado, arquivos, posse, posse_ate) values ($1, $3, $4, 'fazendo', (select coalesce(array_agg(sha256 order by sha256), '{}') from alicit.arquivo where sha256 = any($5::text[])), $2, now() + ${POSSE_S} * interval '1 second')
       on conflict (colecao) do update set ${TOMA}, usada_em = now(), arquivos = (select coalesce(array_agg(distinct a), '{}') from unnest(c.arquivos || excluded.arquivos) a),
         estado = case when c.estado = 'gravada' and not $6 then 'gravada' else 'fazendo' end, loja = excluded.loja, modelo = excluded.modelo, copia_para = null, copia_cursor = null, copia_feitos = 0,
         sobra_em = case when c.loja <> excluded.loja then c.loja else c.sobra_em end
       where ${LIVRE} and (c.estado not in ('inteira', 'aberta') or $6) returning colecao`,
      [colecao, posse, loja, modelo, [...arquivos], deNovo],
    );
    return linha !== undefined;
  }

  /** Makes an open collection known, in place of `antes` if it is still as it was then. */
  async open({ colecao, loja, modelo }: Omit<ColecaoNova, 'arquivos'>, dimensoes: number, antes: Pick<Colecao, 'loja'> | null): Promise<void> {
    await this.fonte.query(
      `insert into alicit.vetor_colecao as c (colecao, loja, modelo, dimensoes, estado) values ($1, $2, $3, $4, 'aberta')
       on conflict (colecao) do update set loja = excluded.loja, modelo = excluded.modelo, dimensoes = excluded.dimensoes, estado = 'aberta', total = null, usada_em = now(), sobra_em = case when c.loja <> excluded.loja then c.loja else c.sobra_em end
       where c.loja = $5`,
      [colecao, loja, modelo, dimensoes, antes?.loja ?? loja],
    );
  }

  /** Takes a collection that is not being worked on, whatever its state. */
  take(colecao: string, posse: string): Promise<boolean> {
    return this.changed(`update alicit.vetor_colecao c set ${TOMA} where colecao = $1 and ${LIVRE}`, [colecao, posse]);
  }

  /** @returns whether it is still ours */
  renew(colecao: string, posse: string): Promise<boolean> {
    return this.changed(`update alicit.vetor_colecao set posse_ate = now() + ${POSSE_S} * interval '1 second' where colecao = $1 and posse = $2`, [colecao, posse]);
  }

  async release(colecao: string, posse: string): Promise<void> {
    await this.fonte.query(`update alicit.vetor_colecao set ${LARGA} where colecao = $1 and posse = $2`, [colecao, posse]);
  }

  /** What was sent did not arrive: to be made again. */
  async markFazendo(colecao: string, posse: string): Promise<void> {
    await this.fonte.query(`update alicit.vetor_colecao set estado = 'fazendo', total = null where colecao = $1 and posse = $2`, [colecao, posse]);
  }

  /** All were sent: how many, of how many dimensions. */
  markGravada(colecao: string, posse: string, total: number, dimensoes: number | null): Promise<boolean> {
    return this.changed(`update alicit.vetor_colecao set estado = 'gravada', total = $3, dimensoes = $4 where colecao = $1 and posse = $2 and estado <> 'apagando'`, [colecao, posse, total, dimensoes]);
  }

  /** Complete, unless a file it was made from was erased meanwhile: then it is left to the sweep. @returns whether it is complete and ours */
  async markInteira(colecao: string, posse: string): Promise<boolean> {
    return this.fonte.transaction(async (m) => {
      // The files' rows stay until this commits: an erasure takes what is marked before it, and nothing is marked after it.
      const [linha] = await m.query<{ faltam: boolean }[]>(
        `select cardinality(c.arquivos) > (select count(*) from (select 1 from alicit.arquivo a where a.sha256 = any(c.arquivos) order by a.sha256 for key share) v) as faltam from alicit.vetor_colecao c where c.colecao = $1 and c.posse = $2`, [colecao, posse],
      );
      if (!linha) return false;
      const [, feitas] = await m.query<[unknown[], number]>(`update alicit.vetor_colecao set estado = case when $3 then 'apagando' else 'inteira' end, ${LARGA} where colecao = $1 and posse = $2 and estado = 'gravada'`, [colecao, posse, linha.faltam]);
      return feitas > 0 && !linha.faltam;
    });
  }

  /** A whole collection in which nothing was found any more: to be made again, unless it was moved meanwhile or somebody works on it. */
  async markPerdida({ colecao, loja }: Pick<Colecao, 'colecao' | 'loja'>): Promise<void> {
    await this.fonte.query(`update alicit.vetor_colecao c set estado = 'fazendo', total = null where colecao = $1 and loja = $2 and estado = 'inteira' and copia_para is null and ${LIVRE}`, [colecao, loja]);
  }

  async delete(colecao: string, posse: string): Promise<void> {
    await this.fonte.query('delete from alicit.vetor_colecao where colecao = $1 and posse = $2', [colecao, posse]);
  }

  /** Collections of these stores to be erased: those on their way out, and those of passages without use. */
  findSemUso(lojas: readonly NomeLoja[], dias: number, limite: number): Promise<Colecao[]> {
    return this.fonte.query<Colecao[]>(`select ${CAMPOS} from alicit.vetor_colecao c where loja = any($1::text[]) and ${LIVRE} and ${SEM_USO.replace('$n', '$2')} order by usada_em limit $3`, [[...lojas], dias, limite]);
  }

  /** Looked at again under the row's lock: who used it meanwhile keeps it. */
  takeToErase(colecao: string, posse: string, dias: number): Promise<boolean> {
    return this.changed(`update alicit.vetor_colecao c set ${TOMA}, estado = 'apagando' where colecao = $1 and ${LIVRE} and ${SEM_USO.replace('$n', '$3')}`, [colecao, posse, dias]);
  }

  /** Collections whose old copy lies in one of these stores. */
  findSobras(lojas: readonly NomeLoja[], limite: number): Promise<Colecao[]> {
    return this.fonte.query<Colecao[]>(`select ${CAMPOS} from alicit.vetor_colecao c where sobra_em = any($1::text[]) and ${LIVRE} order by usada_em limit $2`, [[...lojas], limite]);
  }

  async clearSobra(colecao: string, sobraEm: NomeLoja | null): Promise<void> {
    await this.fonte.query('update alicit.vetor_colecao set sobra_em = null where colecao = $1 and sobra_em is not distinct from $2', [colecao, sobraEm]);
  }

  /** Collections that serve from a store, by name. */
  listOf(loja: NomeLoja): Promise<Colecao[]> {
    return this.fonte.query<Colecao[]>(`select ${CAMPOS} from alicit.vetor_colecao where loja = $1 and estado in ('inteira', 'aberta') order by colecao`, [loja]);
  }

  /** How far a copy is. @returns whether the collection is still ours */
  keepCopia(colecao: string, posse: string, para: NomeLoja, cursor: string | null, feitos: number): Promise<boolean> {
    return this.changed('update alicit.vetor_colecao set copia_para = $3, copia_cursor = $4, copia_feitos = $5 where colecao = $1 and posse = $2', [colecao, posse, para, cursor, feitos]);
  }

  /** From now on it serves from there; where it was, a copy is left to be erased. */
  move(colecao: string, posse: string, para: NomeLoja, total: number): Promise<boolean> {
    return this.changed(
      `update alicit.vetor_colecao set sobra_em = loja, loja = $3, total = case when estado = 'inteira' then $4::int end, copia_para = null, copia_cursor = null, copia_feitos = 0 where colecao = $1 and posse = $2 and estado <> 'apagando'`, [colecao, posse, para, total],
    );
  }

  private async changed(sql: string, valores: unknown[]): Promise<boolean> {
    const [, quantas] = await this.fonte.query<[unknown[], number]>(sql, valores);
    return quantas > 0;
  }
}
