import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import { MensagensService } from './mensagens.service.js';
import { TransporteService } from './transporte.service.js';

interface Devida { readonly empresa_id: string; readonly organizacao_id: string }
interface AvisoDevido { readonly id: string; readonly passou: boolean }

/** Companies and avisos taken in one round; the rest comes with the next. */
const MAX_EMPRESAS = 200;
const MAX_AVISOS = 500;
const DIA_MS = 86_400_000;
/** An aviso that could not be sent for so long is no news any more. */
const VELHO_MS = 7 * DIA_MS;

/**
 * Puts what is due into messages: one to each confirmed address of the company, with everything whose time has come. What is no longer worth
 * telling (closed, past) is dropped; where nothing is left, nothing is sent.
 */
@Injectable()
export class PrepararService {
  constructor(private readonly fonte: DataSource, private readonly jobs: JobsService, private readonly mensagens: MensagensService, private readonly transporte: TransporteService) {}

  /** @returns how many messages were made */
  async prepare(agora: Date, sinal?: AbortSignal): Promise<number> {
    if (!this.transporte.configurado) return 0;
    const devidas = await this.fonte.query<Devida[]>(`select distinct empresa_id, organizacao_id from alicit.aviso where enviar_em <= $1 limit ${MAX_EMPRESAS}`, [agora]);
    if (devidas.length) await this.jobs.ready();
    let feitas = 0;
    for (const d of devidas) {
      if (sinal?.aborted) break;
      feitas += await this.fonte.transaction((m) => this.prepareOne(m, d, agora));
    }
    return feitas;
  }

  private async prepareOne(m: EntityManager, { empresa_id: empresaId, organizacao_id: organizacaoId }: Devida, agora: Date): Promise<number> {
    const devidos = await m.query<AvisoDevido[]>(
      `select v.id, (v.enviar_em < $3 or (v.tipo = 'prazo' and (v.dados -> 'prazo' ->> 'vinculante')::timestamptz <= $4)
           or (v.tipo = 'recomendacao' and (coalesce(a.situacao, 'divulgada') <> 'divulgada' or coalesce(a.encerramento <= $4, false)))) as passou
       from alicit.aviso v left join alicit.acervo_licitacao a on a.numero = v.numero
       where v.organizacao_id = $1 and v.empresa_id = $2 and v.enviar_em <= $4 order by v.id limit ${MAX_AVISOS} for update of v skip locked`,
      [organizacaoId, empresaId, new Date(agora.getTime() - VELHO_MS), agora],
    );
    const valem = devidos.filter((d) => !d.passou).map((d) => d.id);
    const enderecos = valem.length ? await m.query<{ id: string }[]>(`select id from alicit.aviso_email where organizacao_id = $1 and empresa_id = $2 and estado = 'confirmado' order by id`, [organizacaoId, empresaId]) : [];
    for (const { id: emailId } of enderecos) {
      const mensagemId = await this.mensagens.create(m, { organizacaoId, empresaId, emailId, tipo: 'avisos' }, agora);
      await m.query('insert into alicit.aviso_envio (aviso_id, email_id, mensagem_id, organizacao_id) select id, $2, $3, $4 from unnest($1::text[]) as id on conflict (aviso_id, email_id) do nothing', [valem, emailId, mensagemId, organizacaoId]);
    }
    await m.query('update alicit.aviso set enviar_em = null where organizacao_id = $1 and id = any($2)', [organizacaoId, devidos.map((d) => d.id)]);
    return enderecos.length;
  }
}
