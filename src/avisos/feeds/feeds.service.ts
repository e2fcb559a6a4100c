import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EmpresasService } from '../../empresas/empresas.module.js';
import { conflito, naoEncontrado } from '../../kernel/index.js';
import { isId, newId } from '../../storage/index.js';
import { DaOrganizacao, forgetRespostas, type Pagina } from '../../storage/storage.module.js';
import { DataSource } from 'typeorm';
import { BYTES_SEGREDO, createSegredo, hashSegredo, isSegredo } from '../domain/segredo-link.js';
import { FeedEntity } from './feed.entity.js';
import type { TipoFeed } from './feeds.schema.js';

/** Of one company. */
export const MAX_FEEDS = 20;

/** Whose a secret address is. */
export interface FeedAberto {
  readonly id: string;
  readonly organizacaoId: string;
  readonly empresaId: string;
}

const feedNaoEncontrado = () => naoEncontrado('feed_nao_encontrado', 'Não há feed com este id nesta empresa. Confira o id, ou liste os que há em GET /v1/empresas/{id}/feeds.');

/** Secret addresses of a company: made, listed, revoked, opened. Only hashes of the secrets are kept. */
@Injectable()
export class FeedsService {
  constructor(private readonly fonte: DataSource, private readonly daOrganizacao: DaOrganizacao, private readonly empresas: EmpresasService) {}

  /** @throws AlicitError `empresa_nao_encontrada`, `feeds_demais` */
  async create(organizacaoId: string, empresaId: string, tipo: TipoFeed): Promise<{ readonly feed: FeedEntity; readonly segredo: string }> {
    await this.empresas.get(organizacaoId, empresaId);
    const [id, segredo] = [newId('fee'), createSegredo(randomBytes(BYTES_SEGREDO))];
    await this.daOrganizacao.transaction(async (m) => {
      await m.query('select 1 from alicit.empresa where organizacao_id = $1 and id = $2 for no key update', [organizacaoId, empresaId]);
      const [{ n } = { n: 0 }] = await m.query<{ n: number }[]>('select count(*)::int as n from alicit.aviso_feed where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId]);
      if (n >= MAX_FEEDS) throw conflito('feeds_demais', `A empresa já tem ${MAX_FEEDS} feeds, o máximo: apague um que não use mais.`, { maximo: MAX_FEEDS });
      await this.daOrganizacao.of(FeedEntity, m).insert(organizacaoId, { id, empresaId, tipo, segredoHash: hashSegredo(segredo) });
    });
    const feed = await this.daOrganizacao.of(FeedEntity).find(organizacaoId, { id, empresaId });
    if (!feed) throw feedNaoEncontrado();
    return { feed, segredo };
  }

  /** @throws AlicitError `empresa_nao_encontrada` */
  async page(organizacaoId: string, empresaId: string, pagina: { readonly cursor?: string | undefined; readonly limite: number }): Promise<Pagina<FeedEntity>> {
    await this.empresas.get(organizacaoId, empresaId);
    return this.daOrganizacao.of(FeedEntity).page(organizacaoId, { empresaId }, pagina);
  }

  /** From then on the address answers nobody. @throws AlicitError `empresa_nao_encontrada`, `feed_nao_encontrado` */
  async revoke(organizacaoId: string, empresaId: string, id: string): Promise<void> {
    await this.empresas.get(organizacaoId, empresaId);
    const apagados = isId('fee', id) ? await this.daOrganizacao.transaction(async (m) => {
      await forgetRespostas(m, organizacaoId, [id]);
      return this.daOrganizacao.of(FeedEntity, m).delete(organizacaoId, { id, empresaId });
    }) : 0;
    if (apagados === 0) throw feedNaoEncontrado();
  }

  /** Whose a secret is; null when it is none, or was revoked. Notes that it was read, once an hour at most. */
  async open(segredo: string, tipo: TipoFeed): Promise<FeedAberto | null> {
    if (!isSegredo(segredo)) return null;
    const [f] = await this.fonte.query<{ id: string; organizacao_id: string; empresa_id: string; velho: boolean }[]>(
      `select id, organizacao_id, empresa_id, coalesce(usado_em < now() - interval '1 hour', true) as velho from alicit.aviso_feed where segredo_hash = $1 and tipo = $2`, [hashSegredo(segredo), tipo],
    );
    if (!f) return null;
    if (f.velho) await this.fonte.query('update alicit.aviso_feed set usado_em = now() where id = $1 and organizacao_id = $2', [f.id, f.organizacao_id]);
    return { id: f.id, organizacaoId: f.organizacao_id, empresaId: f.empresa_id };
  }
}
