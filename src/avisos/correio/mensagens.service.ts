import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import { AlicitError } from '../../kernel/index.js';
import { newId } from '../../storage/index.js';
import { ESPERAS_MS, scheduleTentativa } from '../../webhooks/index.js';
import type { AvisoDados, TipoAviso } from '../domain/aviso.js';
import { BYTES_SEGREDO, createSegredo, hashSegredo } from '../domain/segredo-link.js';
import { FILA_EMAIL } from '../filas.js';
import { AvisosService } from '../registro/avisos.service.js';
import { TransporteService, type ResultadoEnvio } from './transporte.service.js';

export type TipoMensagem = 'confirmacao' | 'avisos';

/** A message this process has taken, for one attempt. */
export interface ReservaEmail {
  readonly id: string;
  readonly organizacaoId: string;
  readonly emailId: string;
  readonly para: string;
  readonly tipo: TipoMensagem;
  readonly razaoSocial: string | null;
  readonly cnpj: string;
  readonly avisos: readonly AvisoDados[];
  /** Secrets of this attempt's links. */
  readonly confirmar: string | null;
  readonly descadastrar: string | null;
  readonly ver: string | null;
  /** Of the attempt. */
  readonly numero: number;
}

interface Linha {
  readonly organizacao_id: string; readonly empresa_id: string; readonly email_id: string; readonly tipo: TipoMensagem; readonly estado: string; readonly tentativas: number;
  readonly proxima_em: Date | null; readonly reservada_ate: Date | null; readonly endereco: string; readonly estado_email: string; readonly cnpj: string; readonly razao_social: string | null;
}

const MAX_TENTATIVAS = ESPERAS_MS.length + 1;
/** Clocks of processes differ: a job this early is on time. */
const ADIANTADO_MS = 1000;
/** How long, after what an attempt may take, a message stays taken by a process that no longer answers. */
const FOLGA_MS = 30_000;
const DIA_MS = 86_400_000;
/** How long the links of a message work, days. */
export const DIAS_CONFIRMAR = 7;
const DIAS_DESCADASTRAR = 730;
const DIAS_VER = 60;
const ESTADO_EXIGIDO: Readonly<Record<TipoMensagem, string>> = { confirmacao: 'pendente', avisos: 'confirmado' };

/** E-mails on their way: who sends each one, and what became of it. An attempt is counted when it is taken, so that one that kills its process each time ends too. */
@Injectable()
export class MensagensService {
  constructor(private readonly fonte: DataSource, private readonly jobs: JobsService, private readonly transporte: TransporteService, private readonly avisos: AvisosService) {}

  /** A message, sent once the transaction commits. Await `JobsService.ready()` before it. @returns its id */
  async create(m: EntityManager, { organizacaoId, empresaId, emailId, tipo }: { readonly organizacaoId: string; readonly empresaId: string; readonly emailId: string; readonly tipo: TipoMensagem }, agora: Date): Promise<string> {
    const id = newId('msg');
    await m.query(`insert into alicit.aviso_mensagem (id, organizacao_id, empresa_id, email_id, tipo, estado, proxima_em, criada_em) values ($1, $2, $3, $4, $5, 'pendente', $6, $6)`, [id, organizacaoId, empresaId, emailId, tipo, agora]);
    await this.ask(m, id);
    return id;
  }

  /** A job that tries it. When the queue does not answer, the sweep finds the message later. */
  async ask(m: EntityManager | null, id: string, { depoisDeS, umPorS }: { readonly depoisDeS?: number; readonly umPorS?: number } = {}): Promise<void> {
    try {
      await this.jobs.send(m, FILA_EMAIL, { mensagemId: id }, { ...(depoisDeS ? { depoisDeS } : {}), ...(umPorS ? { chave: id, umPorS } : {}) });
    } catch (erro) {
      if (!(erro instanceof AlicitError)) throw erro;
    }
  }

  /** Takes a message for one attempt; null when it is not its turn, or it is over. */
  reserve(id: string, agora: Date): Promise<ReservaEmail | null> {
    return this.fonte.transaction(async (m) => {
      const [l] = await m.query<Linha[]>(
        `select x.organizacao_id, x.empresa_id, x.email_id, x.tipo, x.estado, x.tentativas, x.proxima_em, x.reservada_ate, a.endereco, a.estado as estado_email, e.cnpj, e.perfil ->> 'razaoSocial' as razao_social
         from alicit.aviso_mensagem x join alicit.aviso_email a on a.id = x.email_id and a.organizacao_id = x.organizacao_id join alicit.empresa e on e.id = x.empresa_id and e.organizacao_id = x.organizacao_id
         where x.id = $1 for update of x skip locked`, [id],
      );
      if (!l || l.estado !== 'pendente' || (l.reservada_ate && l.reservada_ate > agora)) return null;
      if ((l.proxima_em?.getTime() ?? 0) - agora.getTime() > ADIANTADO_MS) return null;
      const { organizacao_id: organizacaoId } = l;
      if (l.estado_email !== ESTADO_EXIGIDO[l.tipo]) return this.end(m, { id, organizacaoId }, 'cancelada', agora);
      if (l.tentativas >= MAX_TENTATIVAS) return this.end(m, { id, organizacaoId }, 'desistiu', agora);
      const avisos = l.tipo === 'avisos' ? await readAvisosDaMensagem(m, organizacaoId, id) : [];
      // What it told was erased meanwhile.
      if (l.tipo === 'avisos' && !avisos.length) return this.end(m, { id, organizacaoId }, 'cancelada', agora);
      await m.query('update alicit.aviso_mensagem set tentativas = tentativas + 1, reservada_ate = $3 where id = $1 and organizacao_id = $2', [id, organizacaoId, new Date(agora.getTime() + this.transporte.maximoMs + FOLGA_MS)]);
      const link = (tipo: string, dias: number): Promise<string> => this.createLink(m, { organizacaoId, emailId: l.email_id, mensagemId: tipo === 'ver' ? id : null, tipo }, agora, dias);
      const deAvisos = l.tipo === 'avisos';
      return {
        id, organizacaoId, emailId: l.email_id, para: l.endereco, tipo: l.tipo, razaoSocial: l.razao_social, cnpj: l.cnpj, avisos, numero: l.tentativas + 1,
        confirmar: deAvisos ? null : await link('confirmar', DIAS_CONFIRMAR), descadastrar: deAvisos ? await link('descadastrar', DIAS_DESCADASTRAR) : null, ver: deAvisos ? await link('ver', DIAS_VER) : null,
      };
    });
  }

  /** Writes an attempt down and what follows from it. @param sorteio random number, 0 ≤ n < 1 */
  async record(r: ReservaEmail, resultado: ResultadoEnvio, fim: Date, sorteio: number): Promise<void> {
    const contar = await this.fonte.transaction(async (m): Promise<string | null> => {
      const [antes] = await m.query<{ estado: string; tentativas: number }[]>('select estado, tentativas from alicit.aviso_mensagem where id = $1 and organizacao_id = $2 for update', [r.id, r.organizacaoId]);
      if (antes?.estado !== 'pendente') return null;
      if (resultado.desfecho === 'entregue') {
        await this.end(m, r, 'entregue', fim);
        return 'entregue';
      }
      // Another process took it since: what becomes of it is that one's to write.
      if (antes.tentativas !== r.numero) return null;
      const { codigo, motivo } = resultado;
      if (resultado.desfecho === 'recusada') {
        await this.end(m, r, 'recusada', fim, codigo, motivo);
        if (resultado.enderecoRecusado) await m.query(`update alicit.aviso_email set estado = 'recusado', motivo = $3 where id = $1 and organizacao_id = $2 and estado in ('pendente', 'confirmado')`, [r.emailId, r.organizacaoId, motivo]);
        return 'recusada';
      }
      const proxima = scheduleTentativa({ feitas: r.numero, agora: fim, sorteio, esperaPedidaMs: null });
      if (proxima.estado === 'desistiu') {
        await this.end(m, r, 'desistiu', fim, codigo, motivo);
        return 'desistiu';
      }
      await m.query('update alicit.aviso_mensagem set proxima_em = $3, reservada_ate = null, codigo = $4, motivo = $5 where id = $1 and organizacao_id = $2', [r.id, r.organizacaoId, proxima.em, codigo, motivo]);
      await this.ask(m, r.id, { depoisDeS: Math.max(1, Math.ceil((proxima.em.getTime() - fim.getTime()) / 1000)) });
      return 'tentar_de_novo';
    });
    if (contar !== null) for (const tipo of r.avisos.map((a): TipoAviso => a.tipo)) this.avisos.count(tipo, 'email', contar);
  }

  private async createLink(m: EntityManager, l: { readonly organizacaoId: string; readonly emailId: string; readonly mensagemId: string | null; readonly tipo: string }, agora: Date, dias: number): Promise<string> {
    const segredo = createSegredo(randomBytes(BYTES_SEGREDO));
    await m.query('insert into alicit.aviso_link (segredo_hash, organizacao_id, email_id, mensagem_id, tipo, criado_em, expira_em) values ($1, $2, $3, $4, $5, $6, $7)', [hashSegredo(segredo), l.organizacaoId, l.emailId, l.mensagemId, l.tipo, agora, new Date(agora.getTime() + dias * DIA_MS)]);
    return segredo;
  }

  private async end(m: EntityManager, { id, organizacaoId }: { readonly id: string; readonly organizacaoId: string }, estado: string, agora: Date, codigo: string | null = null, motivo: string | null = null): Promise<null> {
    await m.query('update alicit.aviso_mensagem set estado = $3, terminada_em = $4, proxima_em = null, reservada_ate = null, codigo = $5, motivo = $6 where id = $1 and organizacao_id = $2', [id, organizacaoId, estado, agora, codigo, motivo]);
    return null;
  }
}

/** What a message tells: the best recommendations first, the rest as it came. */
export async function readAvisosDaMensagem(m: Pick<EntityManager, 'query'>, organizacaoId: string, mensagemId: string): Promise<readonly AvisoDados[]> {
  const linhas = await m.query<{ dados: AvisoDados }[]>(
    `select v.dados from alicit.aviso_envio s join alicit.aviso v on v.id = s.aviso_id and v.organizacao_id = s.organizacao_id
     where s.organizacao_id = $1 and s.mensagem_id = $2 order by (v.dados ->> 'score')::float8 desc nulls first, v.dados -> 'prazo' ->> 'vinculante', v.id limit 500`, [organizacaoId, mensagemId],
  );
  return linhas.map((l) => l.dados);
}
