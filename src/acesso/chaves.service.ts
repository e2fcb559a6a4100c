import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AlicitError, conflito, invalido, naoEncontrado } from '../kernel/index.js';
import { newId } from '../storage/index.js';
import { DaOrganizacao, type Pagina } from '../storage/storage.module.js';
import { hashOf, newChave, prefixOf } from './chave.js';
import { ChaveApiEntity } from './chave-api.entity.js';
import { ChavesConhecidas } from './chaves-conhecidas.js';
import type { ChaveCriada, ChaveJson, NovaChave } from './chaves.schema.js';
import { ESCOPOS, type Escopo } from './escopos.js';
import { estadoOf, expiraDaNova, toChaveJson } from './estado-da-chave.js';

/** Keys that open at once, of one organisation. */
const MAX_ATIVAS = 200;
const NOME = { codigo: 'chave_nao_encontrada', mensagem: 'A chave de API não existe nesta organização.' };

/** Who asks for a change: a key, which cannot give more than it has, or the machine's operator, who may do anything. */
export type Solicitante = { readonly escopos: ReadonlySet<Escopo> } | 'operador';

/** Keys of organisations: made, listed, rotated, revoked. A key is known only when it is made. */
@Injectable()
export class ChavesService {
  constructor(private readonly dados: DaOrganizacao, private readonly fonte: DataSource, private readonly conhecidas: ChavesConhecidas) {}

  /** @throws AlicitError `escopo_acima_do_seu` (403), `expiracao_passada` (422), `muitas_chaves` (409) */
  async create(organizacaoId: string, nova: NovaChave, quem: Solicitante, agora = new Date()): Promise<ChaveCriada> {
    requireEscopos(nova.escopos, quem);
    const expiraEm = nova.expiraEm ? new Date(nova.expiraEm) : null;
    if (expiraEm && expiraEm <= agora) throw invalido('expiracao_passada', 'A chave nasceria expirada: expiraEm precisa ser um instante futuro.', { erros: [{ ponteiro: '/expiraEm', mensagem: 'precisa ser um instante futuro' }] });
    return this.locked(organizacaoId, async (m) => {
      const ativas = (await this.listAll(organizacaoId, m)).filter((c) => estadoOf(c, agora) === 'ativa');
      if (ativas.length >= MAX_ATIVAS) throw conflito('muitas_chaves', `A organização já tem ${MAX_ATIVAS} chaves ativas: revogue as que não usa.`);
      return this.insert(m, organizacaoId, { nome: nova.nome, escopos: nova.escopos, expiraEm }, agora);
    });
  }

  async page(organizacaoId: string, pedido: { cursor?: string | undefined; limite: number }, agora = new Date()): Promise<Pagina<ChaveJson>> {
    const { itens, proximo } = await this.dados.of(ChaveApiEntity).page(organizacaoId, {}, pedido);
    return { itens: itens.map((c) => toChaveJson(c, agora)), proximo };
  }

  /** All of them, newest first: for the operator's command line. @throws AlicitError `organizacao_nao_encontrada` */
  async listTodas(organizacaoId: string, agora = new Date()): Promise<ChaveJson[]> {
    return this.locked(organizacaoId, async (m) => (await this.listAll(organizacaoId, m)).map((c) => toChaveJson(c, agora)));
  }

  /** @throws AlicitError `chave_nao_encontrada` */
  async get(organizacaoId: string, id: string, agora = new Date()): Promise<ChaveJson> {
    return toChaveJson(await this.dados.of(ChaveApiEntity).get(organizacaoId, id, NOME), agora);
  }

  /**
   * A new key with the same name, scopes and length of life; the old one ends after the overlap.
   * @throws AlicitError `chave_nao_encontrada`, `chave_inativa`, `chave_ja_rotacionada` (409), `escopo_acima_do_seu`
   */
  async rotate(organizacaoId: string, id: string, sobreposicaoS: number, quem: Solicitante, agora = new Date()): Promise<ChaveCriada> {
    const criada = await this.locked(organizacaoId, async (m) => {
      const repo = this.dados.of(ChaveApiEntity, m);
      const antiga = await repo.get(organizacaoId, id, NOME);
      if (estadoOf(antiga, agora) !== 'ativa') throw conflito('chave_inativa', 'Só uma chave ativa pode ser rotacionada: crie outra.');
      if (antiga.substituidaPor) throw conflito('chave_ja_rotacionada', `Esta chave já foi substituída por ${antiga.substituidaPor}: rotacione aquela.`, { substituidaPor: antiga.substituidaPor });
      requireEscopos(antiga.escopos, quem);
      const nova = await this.insert(m, organizacaoId, { nome: antiga.nome, escopos: antiga.escopos, expiraEm: expiraDaNova(antiga, agora) }, agora);
      const fim = new Date(agora.getTime() + sobreposicaoS * 1000);
      await repo.update(organizacaoId, { id }, { substituidaPor: nova.id, expiraEm: antiga.expiraEm && antiga.expiraEm < fim ? antiga.expiraEm : fim });
      return nova;
    });
    this.conhecidas.forget();
    return criada;
  }

  /**
   * Ends a key now: in this process at once, in others within 5 seconds. Again: nothing.
   * @throws AlicitError `chave_nao_encontrada`; `ultima_chave` (409): without it the organisation could not be managed
   */
  async revoke(organizacaoId: string, id: string, quem: Solicitante, agora = new Date()): Promise<void> {
    await this.locked(organizacaoId, async (m) => {
      const repo = this.dados.of(ChaveApiEntity, m);
      const chave = await repo.get(organizacaoId, id, NOME);
      if (chave.revogadaEm) return;
      const isGestora = (c: ChaveApiEntity): boolean => estadoOf(c, agora) === 'ativa' && c.escopos.includes('organizacao:gerir');
      const gestoras = (await this.listAll(organizacaoId, m)).filter(isGestora);
      if (quem !== 'operador' && isGestora(chave) && gestoras.length === 1) throw conflito('ultima_chave', 'Esta é a última chave com o escopo organizacao:gerir: crie outra antes de revogá-la.');
      await repo.update(organizacaoId, { id }, { revogadaEm: agora });
    });
    this.conhecidas.forget();
  }

  /** The organisation with its first key, which is for everything. */
  async createOrganizacao(nome: string, manager: EntityManager = this.fonte.manager): Promise<{ readonly id: string; readonly chave: string }> {
    const id = newId('org');
    return manager.transaction(async (m) => {
      await m.query('insert into alicit.organizacao (id, nome) values ($1, $2)', [id, nome]);
      const { chave } = await this.insert(m, id, { nome: 'primeira chave', escopos: [...ESCOPOS], expiraEm: null }, new Date());
      return { id, chave };
    });
  }

  /** The first organisation with a key for everything; null when there is one already. The key is shown once and never again. */
  async createPrimeira(nome: string): Promise<string | null> {
    return this.fonte.transaction(async (m) => {
      await m.query(`select pg_advisory_xact_lock(hashtext('alicit.primeira_organizacao'))`);
      if ((await m.query<unknown[]>('select 1 from alicit.organizacao limit 1')).length) return null;
      return (await this.createOrganizacao(nome, m)).chave;
    });
  }

  /** One change of an organisation's keys at a time: two keys cannot revoke each other. */
  private locked<R>(organizacaoId: string, change: (m: EntityManager) => Promise<R>): Promise<R> {
    return this.dados.transaction(async (m) => {
      const existe = await m.query<unknown[]>('select 1 from alicit.organizacao where id = $1 for no key update', [organizacaoId]);
      if (!existe.length) throw naoEncontrado('organizacao_nao_encontrada', 'A organização não existe.');
      return change(m);
    });
  }

  private listAll(organizacaoId: string, m: EntityManager): Promise<ChaveApiEntity[]> {
    return this.dados.of(ChaveApiEntity, m).list(organizacaoId, {}, { id: 'DESC' }, 10_000);
  }

  private async insert(m: EntityManager, organizacaoId: string, { nome, escopos, expiraEm }: { nome: string; escopos: Escopo[]; expiraEm: Date | null }, agora: Date): Promise<ChaveCriada> {
    const chave = newChave();
    const id = newId('chv');
    const linha = { id, nome, prefixo: prefixOf(chave), escopos, criadaEm: agora, expiraEm, revogadaEm: null, usadaEm: null, substituidaPor: null };
    await this.dados.of(ChaveApiEntity, m).insert(organizacaoId, { ...linha, hash: hashOf(chave) });
    return { ...toChaveJson(linha, agora), chave };
  }
}

function requireEscopos(escopos: readonly Escopo[], quem: Solicitante): void {
  if (quem === 'operador') return;
  const faltam = escopos.filter((e) => !quem.escopos.has(e));
  if (faltam.length) throw new AlicitError('proibido', 'escopo_acima_do_seu', `Uma chave só dá escopos que ela mesma tem; faltam a esta: ${faltam.join(', ')}.`, { escopos: faltam });
}
