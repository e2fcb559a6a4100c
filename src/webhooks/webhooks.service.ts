import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { conflito, naoEncontrado, type AlicitError } from '../kernel/index.js';
import { requireUrlPublica } from '../saida/index.js';
import { isId, newId } from '../storage/index.js';
import { DaOrganizacao, type Pagina } from '../storage/storage.module.js';
import { CofreService } from './cofre.service.js';
import { rotateSegredo } from './domain/segredos.js';
import { createSegredo } from './domain/sign.js';
import { contextoWebhook, EntregasService } from './entregas.service.js';
import type { TipoEvento } from './payload.schema.js';
import { WebhookEntity } from './webhook.entity.js';

/** Of one organisation. */
export const MAX_WEBHOOKS = 20;

export interface WebhookNovo {
  readonly url: string;
  readonly eventos: TipoEvento[];
}
export interface MudancaWebhook {
  readonly url?: string | undefined;
  readonly eventos?: TipoEvento[] | undefined;
  readonly ativo?: boolean | undefined;
}
export interface WebhookESegredo {
  readonly webhook: WebhookEntity;
  /** `whsec_…`: shown once. */
  readonly segredo: string;
}

const webhookNaoEncontrado = (): AlicitError => naoEncontrado('webhook_nao_encontrado', 'Não há webhook com este id. Confira o id, ou liste os que há em GET /v1/webhooks.');

/** The addresses an organisation wants to be told at. */
@Injectable()
export class WebhooksService {
  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly cofre: CofreService, private readonly entregas: EntregasService, private readonly jobs: JobsService, @Inject(CONFIG) private readonly config: Config) {}

  /** @throws AlicitError `endereco_nao_permitido`, `webhooks_demais`, `segredo_mestre_ausente` */
  async create(organizacaoId: string, { url, eventos }: WebhookNovo): Promise<WebhookESegredo> {
    const id = newId('whk');
    const limpa = this.checkUrl(url);
    const { segredo, selado } = this.newSegredo(id);
    await this.daOrganizacao.transaction(async (m) => {
      await m.query('select 1 from alicit.organizacao where id = $1 for no key update', [organizacaoId]);
      const [{ n } = { n: 0 }] = await m.query<{ n: number }[]>('select count(*)::int as n from alicit.webhook where organizacao_id = $1', [organizacaoId]);
      if (n >= MAX_WEBHOOKS) throw conflito('webhooks_demais', `A organização já tem ${MAX_WEBHOOKS} webhooks, o máximo: apague um que não use mais.`, { maximo: MAX_WEBHOOKS });
      await this.daOrganizacao.of(WebhookEntity, m).insert(organizacaoId, { id, url: limpa, eventos, segredo: selado });
    });
    return { webhook: await this.get(organizacaoId, id), segredo };
  }

  page(organizacaoId: string, pagina: { cursor?: string | undefined; limite: number }): Promise<Pagina<WebhookEntity>> {
    return this.daOrganizacao.of(WebhookEntity).page(organizacaoId, {}, pagina);
  }

  /** @throws AlicitError `webhook_nao_encontrado` */
  async get(organizacaoId: string, id: string): Promise<WebhookEntity> {
    const achado = isId('whk', id) ? await this.daOrganizacao.of(WebhookEntity).find(organizacaoId, { id }) : null;
    if (!achado) throw webhookNaoEncontrado();
    return achado;
  }

  /** A new address, or being turned on again, starts a clean record. @throws AlicitError `webhook_nao_encontrado`, `endereco_nao_permitido` */
  async change(organizacaoId: string, id: string, { url, eventos, ativo }: MudancaWebhook): Promise<WebhookEntity> {
    await this.get(organizacaoId, id);
    const mudanca: Partial<WebhookEntity> = {
      ...(eventos ? { eventos } : {}),
      ...(url === undefined ? {} : { url: this.checkUrl(url), falhandoDesde: null, lento: false }),
      ...(ativo === undefined ? {} : { ativo, motivoDesativado: ativo ? null : 'Desativado a pedido da organização.', ...(ativo ? { falhandoDesde: null } : {}) }),
    };
    if (Object.keys(mudanca).length) await this.daOrganizacao.of(WebhookEntity).update(organizacaoId, { id }, mudanca);
    return this.get(organizacaoId, id);
  }

  /** With its deliveries. @throws AlicitError `webhook_nao_encontrado` */
  async delete(organizacaoId: string, id: string): Promise<void> {
    const apagados = isId('whk', id) ? await this.daOrganizacao.of(WebhookEntity).delete(organizacaoId, { id }) : 0;
    if (!apagados) throw webhookNaoEncontrado();
  }

  /** The secret before signs too, for 24 h. @throws AlicitError `webhook_nao_encontrado`, `segredo_mestre_ausente` */
  async rotate(organizacaoId: string, id: string, agora = new Date()): Promise<WebhookESegredo> {
    if (!isId('whk', id)) throw webhookNaoEncontrado();
    const { segredo, selado } = this.newSegredo(id);
    await this.daOrganizacao.transaction(async (m) => {
      const [antes] = await m.query<{ segredo: string }[]>('select segredo from alicit.webhook where organizacao_id = $1 and id = $2 for update', [organizacaoId, id]);
      if (!antes) throw webhookNaoEncontrado();
      const { atual, anterior } = rotateSegredo({ atual: antes.segredo, anterior: null }, selado, agora);
      await this.daOrganizacao.of(WebhookEntity, m).update(organizacaoId, { id }, { segredo: atual, segredoAnterior: anterior?.segredo ?? null, segredoAnteriorAte: anterior?.validoAte ?? null });
    });
    return { webhook: await this.get(organizacaoId, id), segredo };
  }

  /** Sends an event that says it is a test, also to a webhook that is off. @returns id of the delivery @throws AlicitError `webhook_nao_encontrado` */
  async test(organizacaoId: string, id: string, agora = new Date()): Promise<string> {
    await this.get(organizacaoId, id);
    await this.jobs.ready();
    const dados = { webhookId: id, mensagem: 'Este é um evento de teste do ALICIT: confira a assinatura e responda 2xx.' };
    return this.daOrganizacao.transaction((m) => this.entregas.enqueue(m, { destino: { webhookId: id }, evento: { id: newId('evt'), tipo: 'webhook.teste', criadoEm: agora.toISOString(), organizacaoId, dados } }));
  }

  /** @returns id of the delivery that will be made @throws AlicitError `webhook_nao_encontrado`, `entrega_nao_encontrada`, `webhook_desativado` */
  async resend(organizacaoId: string, id: string, entregaId: string): Promise<string> {
    const { ativo } = await this.get(organizacaoId, id);
    if (!ativo) throw conflito('webhook_desativado', 'O webhook está desativado: religue-o com PATCH {"ativo": true} antes de reenviar.');
    return this.entregas.resend(organizacaoId, id, entregaId);
  }

  private newSegredo(id: string): { segredo: string; selado: string } {
    const segredo = createSegredo(randomBytes(32));
    return { segredo, selado: this.cofre.seal(segredo, contextoWebhook(id)) };
  }

  private checkUrl(url: string): string {
    return requireUrlPublica(url, this.config.webhooks).href;
  }
}
