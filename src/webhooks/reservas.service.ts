import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { decideEntrega, decideWebhook } from './domain/desfecho.js';
import { decideReserva } from './domain/reserva.js';
import { EntregasService } from './entregas.service.js';
import type { ResultadoEntrega } from './send-entrega.js';

/** A delivery this process has taken, for one attempt. */
export interface Reserva {
  readonly id: string;
  readonly organizacaoId: string;
  readonly webhookId: string | null;
  readonly destino: string;
  readonly eventoId: string;
  readonly corpo: string;
  readonly url: string;
  /** Sealed: the current one, and the one before until its end. */
  readonly segredo: string;
  readonly segredoAnterior: { readonly segredo: string; readonly validoAte: Date } | null;
  /** Of the attempt. */
  readonly numero: number;
  readonly inicio: Date;
}

interface Linha {
  readonly organizacao_id: string; readonly webhook_id: string | null; readonly destino: string; readonly evento_id: string; readonly tipo: string; readonly corpo: string;
  readonly estado: string; readonly tentativas: number; readonly proxima_em: Date | null; readonly reservada_ate: Date | null;
  readonly url: string; readonly segredo: string; readonly segredo_anterior: string | null; readonly segredo_anterior_ate: Date | null;
  readonly ativo: boolean; readonly lento: boolean; readonly em_curso: number;
}

/** How long, after the time an answer may take, a delivery stays taken by a process that no longer answers. */
const FOLGA_MS = 20_000;

/**
 * Who makes a delivery, and what became of it. An attempt is counted when it is taken: one that kills its process each time
 * ends too. Between being sent and being recorded a process may die: the delivery is then made again, with the same event id.
 */
@Injectable()
export class ReservasService {
  constructor(private readonly fonte: DataSource, private readonly entregas: EntregasService, @Inject(CONFIG) private readonly config: Config) {}

  /** Takes a delivery for one attempt; null when it is not its turn. @param lenta asked for by the queue of slow destinations */
  reserve(id: string, agora: Date, lenta: boolean): Promise<Reserva | null> {
    return this.fonte.transaction(async (m) => {
      const linha = await this.lockEntrega(m, id, agora);
      if (!linha) return null;
      const { organizacao_id: organizacaoId, webhook_id: webhookId, reservada_ate: reservadaAte, proxima_em: proximaEm, tentativas } = linha;
      const decisao = decideReserva({ ...linha, proximaEm, reservadaAte, teste: linha.tipo === 'webhook.teste', emCurso: linha.em_curso }, agora, lenta);
      if (decisao.fazer !== 'nada' && reservadaAte) await this.noteInterrompida(m, id, linha, reservadaAte);
      switch (decisao.fazer) {
        case 'nada': return null;
        case 'cancelar': case 'desistir': await this.end(m, { id, organizacaoId }, decisao.fazer === 'cancelar' ? 'cancelada' : 'desistiu', agora); return null;
        case 'esperar': await this.entregas.ask(m, id, { lento: lenta, depoisDeS: Math.ceil(decisao.ms / 1000) }); return null;
        case 'outra_fila': await this.entregas.ask(m, id, { lento: true }); return null;
      }
      await m.query('update alicit.webhook_entrega set tentativas = tentativas + 1, reservada_ate = $3 where id = $1 and organizacao_id = $2', [id, organizacaoId, new Date(agora.getTime() + this.config.webhooks.tempoMs + FOLGA_MS)]);
      return {
        id, organizacaoId, webhookId, destino: linha.destino, eventoId: linha.evento_id, corpo: linha.corpo, url: linha.url, segredo: linha.segredo, numero: tentativas + 1, inicio: agora,
        segredoAnterior: linha.segredo_anterior !== null && linha.segredo_anterior_ate ? { segredo: linha.segredo_anterior, validoAte: linha.segredo_anterior_ate } : null,
      };
    });
  }

  /** Writes an attempt down and what follows from it. A success counts even when the delivery was taken again meanwhile. */
  record(r: Reserva, resultado: ResultadoEntrega, fim: Date, sorteio: number): Promise<void> {
    return this.fonte.transaction(async (m) => {
      const [webhook] = r.webhookId === null ? [] : await m.query<{ falhando_desde: Date | null }[]>('select falhando_desde from alicit.webhook where id = $1 and organizacao_id = $2 for no key update', [r.webhookId, r.organizacaoId]);
      const [antes] = await m.query<{ estado: string; tentativas: number }[]>('select estado, tentativas from alicit.webhook_entrega where id = $1 and organizacao_id = $2 for update', [r.id, r.organizacaoId]);
      if (!antes) return;
      const { estado, proximaEm } = decideEntrega(resultado, r.numero, fim, sorteio);
      await m.query(
        `insert into alicit.webhook_tentativa (organizacao_id, entrega_id, numero, em, ms, status, resultado, codigo, motivo, resposta, resposta_cortada) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [r.organizacaoId, r.id, r.numero, r.inicio, resultado.duracaoMs, resultado.status, resultado.desfecho, resultado.codigo, resultado.motivo, resultado.resposta, resultado.respostaCortada],
      );
      if (antes.estado === 'pendente' && estado !== 'pendente' && (estado === 'entregue' || antes.tentativas === r.numero)) await this.end(m, r, estado, fim);
      else if (antes.estado === 'pendente' && antes.tentativas === r.numero && proximaEm) {
        await m.query('update alicit.webhook_entrega set proxima_em = $3, reservada_ate = null where id = $1 and organizacao_id = $2', [r.id, r.organizacaoId, proximaEm]);
        await this.entregas.ask(m, r.id, { lento: false, depoisDeS: Math.max(1, Math.ceil((proximaEm.getTime() - fim.getTime()) / 1000)) });
      }
      if (!webhook) return;
      const saude = decideWebhook(webhook.falhando_desde, resultado, estado, fim, this.config.webhooks.diasFalha);
      await m.query('update alicit.webhook set falhando_desde = $3, lento = $4, ativo = ativo and $5::text is null, motivo_desativado = coalesce($5, motivo_desativado) where id = $1 and organizacao_id = $2', [r.webhookId, r.organizacaoId, saude.falhandoDesde, saude.lento, saude.desativar]);
    });
  }

  /** A delivery to the same destination that waited for this one's place. */
  async wakeNext(destino: string, agora: Date): Promise<void> {
    const [proxima] = await this.fonte.query<{ id: string }[]>(
      `select id from alicit.webhook_entrega /* sistema: an address has one limit, whoever sends to it */ where destino = $1 and estado = 'pendente' and proxima_em <= $2 and (reservada_ate is null or reservada_ate <= $2) order by proxima_em limit 1`, [destino, agora],
    );
    if (proxima) await this.entregas.ask(null, proxima.id, { lento: false });
  }

  /** Waits for whoever takes deliveries to the same destination: their number is a limit. */
  private async lockEntrega(m: EntityManager, id: string, agora: Date): Promise<Linha | undefined> {
    await m.query(`select pg_advisory_xact_lock(hashtext('webhook_entrega'), hashtext(destino)) from alicit.webhook_entrega /* sistema: the id comes from a job */ where id = $1`, [id]);
    const [linha] = await m.query<Linha[]>(
      `select e.organizacao_id, e.webhook_id, e.destino, e.evento_id, e.tipo, e.corpo, e.estado, e.tentativas, e.proxima_em, e.reservada_ate,
         coalesce(w.url, e.url) as url, coalesce(w.segredo, e.segredo) as segredo, w.segredo_anterior, w.segredo_anterior_ate, coalesce(w.ativo, true) as ativo,
         coalesce(w.lento, e.tentativas > 0) as lento,
         (select count(*)::int from alicit.webhook_entrega o where o.destino = e.destino and o.estado = 'pendente' and o.reservada_ate > $2 and o.id <> e.id) as em_curso
       from alicit.webhook_entrega e left join alicit.webhook w on w.id = e.webhook_id where e.id = $1 for update of e`, [id, agora],
    );
    return linha;
  }

  private async noteInterrompida(m: EntityManager, id: string, { organizacao_id: organizacaoId, tentativas }: Linha, reservadaAte: Date): Promise<void> {
    await m.query('update alicit.webhook_entrega set reservada_ate = null where id = $1 and organizacao_id = $2', [id, organizacaoId]);
    await m.query(
      `insert into alicit.webhook_tentativa (organizacao_id, entrega_id, numero, em, resultado, codigo, motivo) values ($1, $2, $3, $4, 'interrompida', 'interrompida', 'O serviço foi interrompido durante esta tentativa: não se sabe se chegou. A entrega foi refeita.')`,
      [organizacaoId, id, tentativas, new Date(reservadaAte.getTime() - this.config.webhooks.tempoMs - FOLGA_MS)],
    );
  }

  private async end(m: EntityManager, { id, organizacaoId }: Pick<Reserva, 'id' | 'organizacaoId'>, estado: string, agora: Date): Promise<void> {
    await m.query('update alicit.webhook_entrega set estado = $3, terminada_em = $4, proxima_em = null, reservada_ate = null where id = $1 and organizacao_id = $2', [id, organizacaoId, estado, agora]);
  }
}
