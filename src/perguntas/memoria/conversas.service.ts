import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflito, naoEncontrado } from '../../kernel/index.js';
import { LicitacoesService } from '../../licitacoes/licitacoes.module.js';
import { isId } from '../../storage/index.js';
import { cleanJson, DaOrganizacao, eraseConversas, type Pagina } from '../../storage/storage.module.js';
import type { Turno } from '../conversa/resposta.js';
import { ConversaEntity } from './conversa.entity.js';
import { TurnoEntity } from './turno.entity.js';

/** Questions of one conversation: the next starts another. */
export const MAX_TURNOS = 50;
const MAX_TITULO = 200;

const conversaNaoEncontrada = () => naoEncontrado('conversa_nao_encontrada', 'Não há conversa com este id nesta licitação. Confira o id, ou liste as conversas em GET /v1/licitacoes/{id}/conversas.');
const conversaCheia = () => conflito('conversa_cheia', `Esta conversa já tem ${MAX_TURNOS} perguntas: faça a próxima sem conversaId, e outra começa.`);

/** A conversation and the questions that were asked before the next. */
export interface Anteriores {
  readonly conversaId: string;
  /** Oldest first. */
  readonly turnos: readonly Turno[];
}

/** What was asked about a tender and what was answered. A conversation is of one tender of one organisation. */
@Injectable()
export class ConversasService {
  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly licitacoes: LicitacoesService) {}

  /** Newest first. @throws AlicitError `licitacao_nao_encontrada` */
  async list(organizacaoId: string, licitacaoId: string, pagina: { cursor?: string | undefined; limite: number }): Promise<Pagina<ConversaEntity>> {
    await this.licitacoes.get(organizacaoId, licitacaoId);
    return this.daOrganizacao.of(ConversaEntity).page(organizacaoId, { licitacaoId }, pagina);
  }

  /** @throws AlicitError `licitacao_nao_encontrada`, `conversa_nao_encontrada` */
  async get(organizacaoId: string, licitacaoId: string, id: string): Promise<{ readonly conversa: ConversaEntity; readonly turnos: readonly Turno[] }> {
    await this.licitacoes.get(organizacaoId, licitacaoId);
    const conversa = isId('cnv', id) ? await this.daOrganizacao.of(ConversaEntity).find(organizacaoId, { id, licitacaoId }) : null;
    if (!conversa) throw conversaNaoEncontrada();
    const turnos = await this.daOrganizacao.of(TurnoEntity).list(organizacaoId, { conversaId: id }, { numero: 'ASC' }, MAX_TURNOS);
    return { conversa, turnos: turnos.map(toTurno) };
  }

  /** The conversation a question joins. @throws AlicitError as `get`, and `conversa_cheia` */
  async join(organizacaoId: string, licitacaoId: string, id: string): Promise<Anteriores> {
    const { conversa, turnos } = await this.get(organizacaoId, licitacaoId, id);
    if (conversa.turnos >= MAX_TURNOS) throw conversaCheia();
    return { conversaId: id, turnos };
  }

  /** Keeps a turn; `nova`: with its conversation. @returns what was kept @throws AlicitError `conversa_cheia`; `conversa_nao_encontrada` and its like when that was erased meanwhile */
  async add(organizacaoId: string, licitacaoId: string, turno: Turno, nova: boolean): Promise<Turno> {
    const { id, conversaId, empresaId, pergunta, perguntaEntendida, criadaEm, ...resposta } = cleanJson(turno) as Turno;
    await this.daOrganizacao.transaction(async (m) => {
      await this.hold(m, 'licitacao', organizacaoId, licitacaoId);
      if (empresaId) await this.hold(m, 'empresa', organizacaoId, empresaId);
      if (nova) await this.daOrganizacao.of(ConversaEntity, m).insert(organizacaoId, { id: conversaId, licitacaoId, titulo: pergunta.slice(0, MAX_TITULO).toWellFormed(), turnos: 0 });
      const numero = await this.advance(m, organizacaoId, licitacaoId, conversaId);
      await this.daOrganizacao.of(TurnoEntity, m).insert(organizacaoId, { id, conversaId, empresaId, numero, pergunta, perguntaEntendida, resposta, criadaEm: new Date(criadaEm) });
    });
    return { id, conversaId, empresaId, pergunta, perguntaEntendida, ...resposta, criadaEm };
  }

  /** Erases it for good, with its turns and what was kept of them. @throws AlicitError as `get` */
  async erase(organizacaoId: string, licitacaoId: string, id: string): Promise<void> {
    await this.get(organizacaoId, licitacaoId, id);
    await this.daOrganizacao.transaction((m) => eraseConversas(m, organizacaoId, { conversaId: id }));
  }

  /** The number of the next turn; its conversation's row stays locked to the end of the transaction. */
  private async advance(m: EntityManager, organizacaoId: string, licitacaoId: string, conversaId: string): Promise<number> {
    const [[linha]] = await m.query<[{ turnos: number }[], number]>(
      'update alicit.conversa set turnos = turnos + 1, atualizada_em = now() where id = $1 and organizacao_id = $2 and licitacao_id = $3 returning turnos', [conversaId, organizacaoId, licitacaoId],
    );
    if (!linha) throw conversaNaoEncontrada();
    if (linha.turnos > MAX_TURNOS) throw conversaCheia();
    return linha.turnos;
  }

  /** What was erased while the question was answered takes no answer. */
  private async hold(m: EntityManager, tabela: 'licitacao' | 'empresa', organizacaoId: string, id: string): Promise<void> {
    const linhas = await m.query<unknown[]>(`select 1 from alicit.${tabela} where organizacao_id = $1 and id = $2 for key share`, [organizacaoId, id]);
    if (!linhas.length) throw naoEncontrado(`${tabela}_nao_encontrada`, `A ${tabela === 'licitacao' ? 'licitação' : 'empresa'} foi apagada enquanto a pergunta era respondida.`);
  }
}

const toTurno = ({ id, conversaId, empresaId, pergunta, perguntaEntendida, resposta, criadaEm }: TurnoEntity): Turno => ({ id, conversaId, empresaId, pergunta, perguntaEntendida, ...resposta, criadaEm: criadaEm.toISOString() });
