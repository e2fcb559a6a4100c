import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { AlicitError, naoEncontrado } from '../kernel/index.js';
import { requireUrlPublica } from '../saida/index.js';
import { isId, newId } from '../storage/index.js';
import { DaOrganizacao, type Pagina } from '../storage/storage.module.js';
import { CofreService } from './cofre.service.js';
import type { EstadoEntrega } from './domain/desfecho.js';
import { MAX_TENTATIVAS } from './domain/reserva.js';
import { EntregaEntity } from './entrega.entity.js';
import { filaDe } from './filas.js';
import { serializeEvento, type EventoWebhook } from './payload.schema.js';
import { TentativaEntity } from './tentativa.entity.js';

/** Where an event goes: a webhook of the organisation, or an address with a `whsec_…` of its own, for who keeps its addresses elsewhere. */
export type Destino = { readonly webhookId: string } | { readonly url: string; readonly segredo: string };

export interface EntregaComTentativas {
  readonly entrega: EntregaEntity;
  /** JSON, as it is sent. */
  readonly corpo: string;
  readonly tentativas: readonly TentativaEntity[];
}

interface Nova extends Pick<EntregaEntity, 'id' | 'organizacaoId' | 'webhookId' | 'eventoId' | 'tipo' | 'corpo' | 'reenvioDe'> {
  /** Of a delivery without a webhook; the secret is sealed. */
  readonly url: string | null;
  readonly segredo: string | null;
}

const entregaNaoEncontrada = (): AlicitError => naoEncontrado('entrega_nao_encontrada', 'Não há entrega com este id neste webhook. Elas são guardadas por tempo limitado; liste as que há em GET /v1/webhooks/{id}/entregas.');

/** Deliveries: what is to be sent, what was, and what became of it. */
@Injectable()
export class EntregasService {
  constructor(private readonly fonte: DataSource, private readonly daOrganizacao: DaOrganizacao, private readonly jobs: JobsService, private readonly cofre: CofreService, @Inject(CONFIG) private readonly config: Config) {}

  /**
   * Sends an event once the transaction of `manager` commits, and never if it does not. Await `JobsService.ready()` before
   * the transaction.
   * @returns id of the delivery
   * @throws AlicitError `endereco_nao_permitido`, `segredo_mestre_ausente` (only for an address of its own)
   */
  async enqueue(manager: EntityManager, { destino, evento }: { readonly destino: Destino; readonly evento: EventoWebhook }): Promise<string> {
    const id = newId('ent');
    const para = 'webhookId' in destino ? { webhookId: destino.webhookId, url: null, segredo: null } : this.sealDestino(id, destino);
    await this.insert(manager, { id, ...para, organizacaoId: evento.organizacaoId, eventoId: evento.id, tipo: evento.tipo, corpo: serializeEvento(evento), reenvioDe: null });
    return id;
  }

  /** A job that tries a delivery. When the queue does not answer, the sweep finds the delivery later. */
  async ask(manager: EntityManager | null, entregaId: string, { lento, depoisDeS, umPorS }: { readonly lento: boolean; readonly depoisDeS?: number; readonly umPorS?: number }): Promise<void> {
    try {
      await this.jobs.send(manager, filaDe(lento), { entregaId }, { ...(depoisDeS ? { depoisDeS } : {}), ...(umPorS ? { chave: entregaId, umPorS } : {}) });
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
    }
  }

  /** Newest first. */
  page(organizacaoId: string, webhookId: string, { estado, ...pagina }: { estado?: EstadoEntrega | undefined; cursor?: string | undefined; limite: number }): Promise<Pagina<EntregaEntity>> {
    return this.daOrganizacao.of(EntregaEntity).page(organizacaoId, { webhookId, ...(estado ? { estado } : {}) }, pagina);
  }

  /** @throws AlicitError `entrega_nao_encontrada` */
  async get(organizacaoId: string, webhookId: string, id: string): Promise<EntregaComTentativas> {
    const entrega = isId('ent', id) ? await this.daOrganizacao.of(EntregaEntity).find(organizacaoId, { id, webhookId }) : null;
    if (!entrega) throw entregaNaoEncontrada();
    const tentativas = await this.daOrganizacao.of(TentativaEntity).list(organizacaoId, { entregaId: id }, { id: 'ASC' }, 2 * MAX_TENTATIVAS);
    const [{ corpo } = { corpo: '{}' }] = await this.fonte.query<{ corpo: string }[]>('select corpo from alicit.webhook_entrega where organizacao_id = $1 and id = $2', [organizacaoId, id]);
    return { entrega, corpo, tentativas };
  }

  /**
   * The same event again, with the same id: a new delivery when this one ended, else this one at once instead of later.
   * @returns id of the delivery that will be made @throws AlicitError `entrega_nao_encontrada`
   */
  async resend(organizacaoId: string, webhookId: string, id: string): Promise<string> {
    if (!isId('ent', id)) throw entregaNaoEncontrada();
    await this.jobs.ready();
    return this.daOrganizacao.transaction(async (m) => {
      const [antes] = await m.query<{ estado: EstadoEntrega; evento_id: string; tipo: string; corpo: string }[]>('select estado, evento_id, tipo, corpo from alicit.webhook_entrega where organizacao_id = $1 and webhook_id = $2 and id = $3 for update', [organizacaoId, webhookId, id]);
      if (!antes) throw entregaNaoEncontrada();
      if (antes.estado !== 'pendente') {
        const outra = newId('ent');
        await this.insert(m, { id: outra, organizacaoId, webhookId, url: null, segredo: null, eventoId: antes.evento_id, tipo: antes.tipo, corpo: antes.corpo, reenvioDe: id });
        return outra;
      }
      await m.query('update alicit.webhook_entrega set proxima_em = least(proxima_em, now()) where organizacao_id = $1 and id = $2', [organizacaoId, id]);
      await this.ask(m, id, { lento: false });
      return id;
    });
  }

  private async insert(manager: EntityManager, e: Nova): Promise<void> {
    await manager.query(
      `insert into alicit.webhook_entrega (id, organizacao_id, webhook_id, url, segredo, evento_id, tipo, corpo, reenvio_de, estado, proxima_em)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pendente', now())`, [e.id, e.organizacaoId, e.webhookId, e.url, e.segredo, e.eventoId, e.tipo, e.corpo, e.reenvioDe],
    );
    await this.ask(manager, e.id, { lento: false });
  }

  private sealDestino(id: string, { url, segredo }: { readonly url: string; readonly segredo: string }) {
    requireUrlPublica(url, this.config.webhooks);
    return { webhookId: null, url, segredo: this.cofre.seal(segredo, contextoEntrega(id)) };
  }
}

/** Whose a sealed secret is. */
export const contextoEntrega = (id: string): string => `webhook_entrega:${id}`;
export const contextoWebhook = (id: string): string => `webhook:${id}`;
