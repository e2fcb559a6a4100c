import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import type { AvisoNovo } from '../domain/aviso.js';
import { refuseRecomendacao } from '../domain/filtro.js';
import { motivosDe } from '../domain/motivos.js';
import { AvisosService } from '../registro/avisos.service.js';
import { toLicitacaoDoAviso } from '../registro/licitacao-do-aviso.js';
import { readPreferencias, type PreferenciasDaEmpresa } from '../registro/read-preferencias.js';
import { NOVAS_RECOMENDACOES, type NovaRecomendacao, type NovasRecomendacoes } from './novas-recomendacoes.js';

const LOTE = 500;
/** Of one round: the rest comes a minute later. */
const MAX_LOTES = 60;

/** New matches become avisos, for the companies that want them. */
@Injectable()
export class RecomendacoesService {
  constructor(private readonly fonte: DataSource, private readonly jobs: JobsService, private readonly avisos: AvisosService, @Inject(NOVAS_RECOMENDACOES) private readonly novas: NovasRecomendacoes) {}

  /** @returns how many were taken and how many of them told */
  async take(agora: Date, sinal?: AbortSignal): Promise<{ readonly vistas: number; readonly contadas: number }> {
    await this.jobs.ready();
    let [vistas, contadas] = [0, 0];
    for (let i = 0; i < MAX_LOTES && !sinal?.aborted; i++) {
      const lote = await this.fonte.transaction(async (m) => {
        const tiradas = await this.novas.take(m, LOTE);
        if (!tiradas.length) return { vistas: 0, contadas: 0 };
        const preferencias = await readPreferencias(m, tiradas.map((n) => ({ id: n.empresa_id, organizacaoId: n.organizacao_id })));
        const aceitas = tiradas.filter((n) => this.isWanted(n, preferencias.get(n.empresa_id), agora));
        return { vistas: tiradas.length, contadas: await this.avisos.record(m, aceitas.map(toAviso), preferencias, agora) };
      });
      vistas += lote.vistas;
      contadas += lote.contadas;
      if (lote.vistas < LOTE) break;
    }
    return { vistas, contadas };
  }

  private isWanted(n: NovaRecomendacao, p: PreferenciasDaEmpresa | undefined, agora: Date): boolean {
    const recusa = p ? refuseRecomendacao(p.dados, { topico: n.topico, uf: n.uf, modalidadeId: n.modalidade_id, valor: toLicitacaoDoAviso(n).valorEstimado, situacao: n.situacao, encerramento: n.encerramento }, agora) : 'desligada';
    if (recusa !== null) this.avisos.count('recomendacao', 'registro', recusa);
    return recusa === null;
  }
}

const toAviso = (n: NovaRecomendacao): AvisoNovo => ({
  empresaId: n.empresa_id, organizacaoId: n.organizacao_id, chave: `recomendacao:${n.numero}`, limite: null,
  dados: { tipo: 'recomendacao', licitacao: toLicitacaoDoAviso(n), score: Math.min(1, Math.max(0, n.topico)), motivos: motivosDe(n.razoes ?? []) },
});
