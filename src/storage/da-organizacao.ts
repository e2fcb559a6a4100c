import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type DeepPartial, type EntityManager, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { naoEncontrado } from '../kernel/index.js';

/** A row that belongs to an organisation. */
export interface Propria extends ObjectLiteral {
  id: string;
  organizacaoId: string;
}

/** A page of a list, newest first. */
export interface Pagina<T> {
  readonly itens: readonly T[];
  /** Cursor of the next page; null at the end. */
  readonly proximo: string | null;
}

/**
 * The one place where the organisation is enforced: every row of a client is read and written through here, and each
 * call says for whom. What belongs to another organisation does not exist (404).
 */
@Injectable()
export class DaOrganizacao {
  constructor(private readonly fonte: DataSource) {}

  of<T extends Propria>(entidade: EntityTarget<T>, manager: EntityManager = this.fonte.manager): RepositorioDaOrganizacao<T> {
    return new RepositorioDaOrganizacao(entidade, manager);
  }

  /** Everything in `fazer` happens, or nothing does. */
  transaction<R>(fazer: (manager: EntityManager) => Promise<R>): Promise<R> {
    return this.fonte.transaction(fazer);
  }
}

export class RepositorioDaOrganizacao<T extends Propria> {
  constructor(private readonly entidade: EntityTarget<T>, private readonly manager: EntityManager) {}

  /** @throws AlicitError `<nome>_nao_encontrada` (404), the same for what is another's and for what is not there */
  async get(organizacaoId: string, id: string, nome: { readonly codigo: string; readonly mensagem: string }): Promise<T> {
    const achada = await this.find(organizacaoId, { id } as FindOptionsWhere<T>);
    if (!achada) throw naoEncontrado(nome.codigo, nome.mensagem);
    return achada;
  }

  find(organizacaoId: string, onde: FindOptionsWhere<T>): Promise<T | null> {
    return this.manager.findOne(this.entidade, { where: { ...onde, organizacaoId } });
  }

  list(organizacaoId: string, onde: FindOptionsWhere<T>, ordem: FindOptionsOrder<T> = { id: 'ASC' } as FindOptionsOrder<T>, limite = 1000): Promise<T[]> {
    return this.manager.find(this.entidade, { where: { ...onde, organizacaoId }, order: ordem, take: limite });
  }

  /** Newest first; `cursor` is the last id of the page before. */
  async page(organizacaoId: string, onde: FindOptionsWhere<T>, { cursor, limite }: { cursor?: string | undefined; limite: number }): Promise<Pagina<T>> {
    const where = { ...onde, organizacaoId, ...(cursor ? { id: LessThan(cursor) } : {}) } as FindOptionsWhere<T>;
    const achadas = await this.manager.find(this.entidade, { where, order: { id: 'DESC' } as FindOptionsOrder<T>, take: limite + 1 });
    const itens = achadas.slice(0, limite);
    return { itens, proximo: achadas.length > limite ? (itens.at(-1)?.id ?? null) : null };
  }

  async insert(organizacaoId: string, linha: Omit<DeepPartial<T>, 'organizacaoId'> & { id: string }): Promise<void> {
    await this.manager.insert(this.entidade, { ...linha, organizacaoId } as unknown as QueryDeepPartialEntity<T>);
  }

  /** How many rows changed: 0 when it is another's or not there. */
  async update(organizacaoId: string, onde: FindOptionsWhere<T>, mudanca: Partial<Omit<T, 'id' | 'organizacaoId'>>): Promise<number> {
    const r = await this.manager.update(this.entidade, { ...onde, organizacaoId }, mudanca as unknown as QueryDeepPartialEntity<T>);
    return r.affected ?? 0;
  }

  async delete(organizacaoId: string, onde: FindOptionsWhere<T>): Promise<number> {
    const r = await this.manager.delete(this.entidade, { ...onde, organizacaoId });
    return r.affected ?? 0;
  }
}
