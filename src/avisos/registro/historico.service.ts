import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EmpresasService } from '../../empresas/empresas.module.js';
import type { AvisoDados, TipoAviso } from '../domain/aviso.js';
import type { Modo } from '../domain/preferencias.js';

/** An aviso and what became of it by each channel. */
export interface AvisoNoHistorico {
  readonly id: string;
  readonly dados: AvisoDados;
  readonly evento_id: string;
  readonly modo_email: Modo | null;
  readonly enviar_em: Date | null;
  readonly criado_em: Date;
  readonly emails: number;
  readonly recusados: number;
  readonly email_em: Date | null;
  readonly entregas: number;
  readonly webhook_em: Date | null;
}

/** What a company was told. */
@Injectable()
export class HistoricoService {
  constructor(private readonly fonte: DataSource, private readonly empresas: EmpresasService) {}

  /** Newest first. @throws AlicitError `empresa_nao_encontrada` */
  async page(organizacaoId: string, empresaId: string, { tipo, cursor, limite }: { readonly tipo?: TipoAviso | undefined; readonly cursor?: string | undefined; readonly limite: number }): Promise<{ readonly itens: readonly AvisoNoHistorico[]; readonly proximo: string | null }> {
    await this.empresas.get(organizacaoId, empresaId);
    const linhas = await this.fonte.query<AvisoNoHistorico[]>(
      `select v.id, v.dados, v.evento_id, v.modo_email, v.enviar_em, v.criado_em, s.emails, s.recusados, s.email_em, w.entregas, w.webhook_em
       from (select * from alicit.aviso where organizacao_id = $1 and empresa_id = $2 and ($3::text is null or tipo = $3) and ($4::text is null or id < $4) order by id desc limit $5) v
         left join lateral (select count(*) filter (where x.estado = 'entregue')::int as emails, count(*) filter (where x.estado in ('recusada', 'desistiu'))::int as recusados, min(x.terminada_em) filter (where x.estado = 'entregue') as email_em
           from alicit.aviso_envio n join alicit.aviso_mensagem x on x.id = n.mensagem_id where n.aviso_id = v.id and n.organizacao_id = $1) s on true
         left join lateral (select count(*)::int as entregas, min(e.terminada_em) filter (where e.estado = 'entregue') as webhook_em from alicit.webhook_entrega e where e.evento_id = v.evento_id and e.organizacao_id = $1) w on true
       order by v.id desc`,
      [organizacaoId, empresaId, tipo ?? null, cursor ?? null, limite + 1],
    );
    const itens = linhas.slice(0, limite);
    return { itens, proximo: linhas.length > limite ? (itens.at(-1)?.id ?? null) : null };
  }
}
