import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Evento } from '../eventos/index.js';
import { EventosService } from '../eventos/eventos.module.js';
import { EntregasService } from './entregas.service.js';
import { eventoWebhookSchema, tipoEventoSchema } from './payload.schema.js';

/** Turns what happened into deliveries, inside the transaction in which it happens: both are kept, or neither. */
@Injectable()
export class CaixaDeSaidaService {
  private readonly log = new Logger('webhooks');

  constructor(private readonly entregas: EntregasService, eventos: EventosService) {
    eventos.onRegistro((manager, evento) => this.put(manager, evento));
  }

  private async put(manager: EntityManager, { id, tipo, criadoEm, organizacaoId, dados }: Evento): Promise<void> {
    if (!tipoEventoSchema.safeParse(tipo).success) return;
    const webhooks = await manager.query<{ id: string }[]>('select id from alicit.webhook where organizacao_id = $1 and ativo and $2 = any(eventos) order by id', [organizacaoId, tipo]);
    if (!webhooks.length) return;
    const lido = eventoWebhookSchema.safeParse({ id, tipo, criadoEm: criadoEm.toISOString(), organizacaoId, dados });
    // A defect of ours here must not keep an analysis from ending.
    if (!lido.success) return this.log.error({ evento: id, campos: lido.error.issues.slice(0, 5).map((i) => i.path.join('.')) }, 'evento fora do formato dos webhooks: não foi enviado');
    for (const webhook of webhooks) await this.entregas.enqueue(manager, { destino: { webhookId: webhook.id }, evento: lido.data });
  }
}
