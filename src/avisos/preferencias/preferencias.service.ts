import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EmpresasService } from '../../empresas/empresas.module.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { TransporteService } from '../correio/transporte.service.js';
import { TIPOS_AVISO } from '../domain/aviso.js';
import { releaseOf } from '../domain/horario.js';
import { PADRAO, type Preferencias } from '../domain/preferencias.js';
import { modoDe } from '../registro/avisos.service.js';
import { EnderecosService } from './enderecos.service.js';
import type { PreferenciasEntrada, PreferenciasJson } from './preferencias.schema.js';

interface LinhaEndereco { readonly id: string; readonly endereco: string; readonly estado: 'pendente' | 'confirmado' | 'cancelado' | 'recusado'; readonly motivo: string | null; readonly confirmado_em: Date | null }

/** How companies want to be told. */
@Injectable()
export class PreferenciasService {
  constructor(
    private readonly fonte: DataSource, private readonly empresas: EmpresasService, private readonly enderecos: EnderecosService, private readonly transporte: TransporteService, private readonly jobs: JobsService,
  ) {}

  /** @throws AlicitError `empresa_nao_encontrada` */
  async get(organizacaoId: string, empresaId: string): Promise<PreferenciasJson> {
    await this.empresas.get(organizacaoId, empresaId);
    const [linha] = await this.fonte.query<{ dados: Preferencias; atualizada_em: Date }[]>('select dados, atualizada_em from alicit.aviso_preferencia where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId]);
    const enderecos = await this.fonte.query<LinhaEndereco[]>(`select id, endereco, estado, motivo, confirmado_em from alicit.aviso_email where organizacao_id = $1 and empresa_id = $2 and estado <> 'removido' order by endereco`, [organizacaoId, empresaId]);
    const p = linha?.dados ?? PADRAO;
    return {
      emails: enderecos.map((e) => ({ id: e.id, endereco: e.endereco, estado: e.estado, motivo: e.motivo, confirmadoEm: e.confirmado_em?.toISOString() ?? null })),
      recomendacao: { modo: p.recomendacao.modo, minimo: p.recomendacao.minimo, filtros: { ...p.recomendacao.filtros, ufs: [...p.recomendacao.filtros.ufs], modalidades: [...p.recomendacao.filtros.modalidades] } },
      prazo: { diasUteisAntes: [...p.prazo.diasUteisAntes] }, mudanca: p.mudanca, certidao: p.certidao, resumo: { hora: p.resumo.hora, dias: [...p.resumo.dias] }, silencio: p.silencio,
      correio: this.transporte.configurado ? 'configurado' : 'nao_configurado', atualizadaEm: linha?.atualizada_em.toISOString() ?? null,
    };
  }

  /** Replaces them; new addresses are asked to confirm. @throws AlicitError `empresa_nao_encontrada`, `confirmacoes_demais` */
  async replace(organizacaoId: string, empresaId: string, { emails, ...dados }: PreferenciasEntrada, agora = new Date()): Promise<PreferenciasJson> {
    await this.empresas.get(organizacaoId, empresaId);
    await this.jobs.ready();
    await this.fonte.transaction(async (m) => {
      await m.query(
        `insert into alicit.aviso_preferencia as p (empresa_id, organizacao_id, dados, atualizada_em) values ($2, $1, $3, $4)
         on conflict (empresa_id) do update set dados = excluded.dados, versao = p.versao + 1, atualizada_em = excluded.atualizada_em where p.organizacao_id = $1`, [organizacaoId, empresaId, JSON.stringify(dados), agora],
      );
      await this.enderecos.replace(m, organizacaoId, empresaId, emails, agora);
      await reschedule(m, organizacaoId, empresaId, dados, agora);
    });
    return this.get(organizacaoId, empresaId);
  }
}

/** What waits for its hour waits for the new one. */
async function reschedule(m: EntityManager, organizacaoId: string, empresaId: string, p: Preferencias, agora: Date): Promise<void> {
  for (const tipo of TIPOS_AVISO) {
    const modo = modoDe(p, tipo);
    await m.query('update alicit.aviso set enviar_em = $4, modo_email = case when $4::timestamptz is null then null else $5 end where organizacao_id = $1 and empresa_id = $2 and tipo = $3 and enviar_em is not null', [organizacaoId, empresaId, tipo, releaseOf(p, modo, agora, null), modo]);
  }
}
