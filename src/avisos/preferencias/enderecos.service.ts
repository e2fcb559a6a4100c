import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import { AlicitError } from '../../kernel/index.js';
import { newId } from '../../storage/index.js';
import { MensagensService } from '../correio/mensagens.service.js';
import { TransporteService } from '../correio/transporte.service.js';
import { planEnderecos, type EnderecoGuardado } from '../domain/plan-enderecos.js';
import { hashSegredo, isSegredo } from '../domain/segredo-link.js';

/** Confirmations asked in a day: of all the addresses of an organisation, and of one address by whoever. */
const MAX_POR_ORGANIZACAO = 50;
const MAX_POR_ENDERECO = 3;
const DIA_MS = 86_400_000;
/** Companies asked for in one round. */
const MAX_EMPRESAS = 100;

/** What a link leads to. */
export interface LinkAberto {
  readonly organizacaoId: string;
  readonly emailId: string;
  readonly mensagemId: string | null;
}

/** Addresses of companies: none is written to before its owner confirms, nor after they leave. */
@Injectable()
export class EnderecosService {
  constructor(private readonly fonte: DataSource, private readonly mensagens: MensagensService, private readonly transporte: TransporteService, private readonly jobs: JobsService) {}

  /** Makes the addresses of a company those of the list. Await `JobsService.ready()` before the transaction. @throws AlicitError `confirmacoes_demais` (429) */
  async replace(m: EntityManager, organizacaoId: string, empresaId: string, lista: readonly string[], agora: Date): Promise<void> {
    const guardados = await m.query<EnderecoGuardado[]>(
      `select id, endereco, estado, confirmacao_em as "confirmacaoEm", cancelado_em as "canceladoEm" from alicit.aviso_email where organizacao_id = $1 and empresa_id = $2 for update`, [organizacaoId, empresaId],
    );
    const plano = planEnderecos(guardados, lista, agora);
    await m.query(`update alicit.aviso_email set estado = 'removido' where organizacao_id = $1 and id = any($2)`, [organizacaoId, plano.remover]);
    for (const { id, estado } of plano.voltar) await m.query('update alicit.aviso_email set estado = $3, motivo = null, confirmado_em = null where organizacao_id = $1 and id = $2', [organizacaoId, id, estado]);
    const novos = plano.criar.map((endereco) => ({ id: newId('aml'), endereco }));
    await m.query(`insert into alicit.aviso_email (id, organizacao_id, empresa_id, endereco, estado, criado_em) select n.id, $1, $2, n.endereco, 'pendente', $4 from jsonb_to_recordset($3::jsonb) as n (id text, endereco text)`, [organizacaoId, empresaId, JSON.stringify(novos), agora]);
    if (this.transporte.configurado) await this.askConfirmacoes(m, organizacaoId, empresaId, [...plano.confirmar, ...novos.map((n) => n.id)], agora);
  }

  /** Asks addresses given while there was no mail server. @returns how many companies had any */
  async askEsquecidas(agora: Date): Promise<number> {
    if (!this.transporte.configurado) return 0;
    const esperam = await this.fonte.query<{ organizacao_id: string; empresa_id: string; ids: string[] }[]>(
      `select organizacao_id, empresa_id, array_agg(id) as ids from alicit.aviso_email where estado = 'pendente' and confirmacao_em is null group by organizacao_id, empresa_id limit ${MAX_EMPRESAS}`,
    );
    if (esperam.length) await this.jobs.ready();
    // Those beyond the limit of the day wait for another.
    for (const e of esperam) await this.fonte.transaction((m) => this.askConfirmacoes(m, e.organizacao_id, e.empresa_id, e.ids, agora)).catch((erro: unknown) => { if (!(erro instanceof AlicitError)) throw erro; });
    return esperam.length;
  }

  /** The link behind a secret; null when there is none, or it expired. */
  async findLink(segredo: string, tipo: 'confirmar' | 'descadastrar' | 'ver', agora = new Date()): Promise<LinkAberto | null> {
    if (!isSegredo(segredo)) return null;
    const [l] = await this.fonte.query<{ organizacao_id: string; email_id: string; mensagem_id: string | null }[]>('select organizacao_id, email_id, mensagem_id from alicit.aviso_link where segredo_hash = $1 and tipo = $2 and expira_em > $3', [hashSegredo(segredo), tipo, agora]);
    return l ? { organizacaoId: l.organizacao_id, emailId: l.email_id, mensagemId: l.mensagem_id } : null;
  }

  /** @returns false when the address is no longer asked for, or its owner left */
  async confirm({ organizacaoId, emailId }: LinkAberto, agora = new Date()): Promise<boolean> {
    const [, n] = await this.fonte.query<[unknown, number]>(
      `update alicit.aviso_email set estado = 'confirmado', confirmado_em = coalesce(confirmado_em, $3), cancelado_em = null where organizacao_id = $1 and id = $2 and estado in ('pendente', 'confirmado')`, [organizacaoId, emailId, agora],
    );
    return n === 1;
  }

  async leave({ organizacaoId, emailId }: LinkAberto, agora = new Date()): Promise<void> {
    await this.fonte.query(`update alicit.aviso_email set estado = 'cancelado', motivo = 'O dono do endereço pediu para não receber.', cancelado_em = coalesce(cancelado_em, $3) where organizacao_id = $1 and id = $2 and estado <> 'removido'`, [organizacaoId, emailId, agora]);
  }

  private async askConfirmacoes(m: EntityManager, organizacaoId: string, empresaId: string, ids: readonly string[], agora: Date): Promise<void> {
    if (!ids.length) return;
    const ontem = new Date(agora.getTime() - DIA_MS);
    const [{ n } = { n: 0 }] = await m.query<{ n: number }[]>(`select count(*)::int as n from alicit.aviso_mensagem where organizacao_id = $1 and tipo = 'confirmacao' and criada_em > $2`, [organizacaoId, ontem]);
    if (n + ids.length > MAX_POR_ORGANIZACAO) throw new AlicitError('limite', 'confirmacoes_demais', `A organização já pediu ${n} confirmações de e-mail nas últimas 24 horas, de ${MAX_POR_ORGANIZACAO}: espere e tente de novo.`, { tentarEmS: 3600 });
    for (const emailId of ids) {
      const [{ pedidas } = { pedidas: 0 }] = await m.query<{ pedidas: number }[]>(
        `select count(*)::int as pedidas from alicit.aviso_email e join alicit.aviso_email o /* sistema: an address is asked so often, whoever asks */ on o.endereco = e.endereco join alicit.aviso_mensagem x on x.email_id = o.id and x.tipo = 'confirmacao' and x.criada_em > $3
         where e.organizacao_id = $1 and e.id = $2`, [organizacaoId, emailId, ontem],
      );
      if (pedidas >= MAX_POR_ENDERECO) continue;
      await this.mensagens.create(m, { organizacaoId, empresaId, emailId, tipo: 'confirmacao' }, agora);
      await m.query('update alicit.aviso_email set confirmacoes = confirmacoes + 1, confirmacao_em = $3 where organizacao_id = $1 and id = $2', [organizacaoId, emailId, agora]);
    }
  }
}
