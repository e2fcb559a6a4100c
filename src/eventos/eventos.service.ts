import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { naoEncontrado } from '../kernel/index.js';
import { newId } from '../storage/index.js';
import type { Evento, EventoAnalise, EventoAnaliseNovo, EventoLicitacao, EventoLicitacaoNovo } from './tipos.js';

/** Told of an event inside the transaction that records it: what it writes exists only if the event does. */
export type OuvinteEvento = (manager: EntityManager, evento: Evento) => Promise<void>;

/** The record of what happened: to analyses, numbered one by one, and to tenders. */
@Injectable()
export class EventosService {
  private readonly ouvintes: OuvinteEvento[] = [];

  /** Adds a listener; the transaction fails if it does. */
  onRegistro(ouvinte: OuvinteEvento): void {
    this.ouvintes.push(ouvinte);
  }

  /** Records in the caller's transaction; the analysis's row stays locked until it ends, which keeps the numbers in order. */
  async record(manager: EntityManager, { organizacaoId, analiseId, tipo, dados }: EventoAnaliseNovo): Promise<EventoAnalise> {
    const id = newId('evt');
    const [linha] = await manager.query<{ sequencia: number; criado_em: Date }[]>(
      `with a as (update alicit.analise set eventos = eventos + 1, revisao = revisao + 1 where id = $2 and organizacao_id = $3 returning eventos)
       insert into alicit.evento (id, organizacao_id, analise_id, sequencia, tipo, dados) select $1, $3, $2, a.eventos, $4, $5 from a returning sequencia, criado_em`,
      [id, analiseId, organizacaoId, tipo, JSON.stringify(dados)],
    );
    if (!linha) throw naoEncontrado('analise_nao_encontrada', 'A análise não existe mais.');
    const evento: EventoAnalise = { id, organizacaoId, analiseId, sequencia: linha.sequencia, tipo, dados, criadoEm: linha.criado_em };
    await this.tell(manager, evento);
    return evento;
  }

  /** Records what happened to a tender, in the caller's transaction. */
  async recordDaLicitacao(manager: EntityManager, { organizacaoId, licitacaoId, tipo, dados }: EventoLicitacaoNovo): Promise<EventoLicitacao> {
    const id = newId('evt');
    const [linha] = await manager.query<{ criado_em: Date }[]>(
      `insert into alicit.evento (id, organizacao_id, licitacao_id, sequencia, tipo, dados) values ($1, $2, $3, 0, $4, $5) returning criado_em`, [id, organizacaoId, licitacaoId, tipo, JSON.stringify(dados)],
    );
    const evento: EventoLicitacao = { id, organizacaoId, licitacaoId, tipo, dados, criadoEm: linha!.criado_em };
    await this.tell(manager, evento);
    return evento;
  }

  private async tell(manager: EntityManager, evento: Evento): Promise<void> {
    for (const ouvinte of this.ouvintes) await ouvinte(manager, evento);
  }
}
