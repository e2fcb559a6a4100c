import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { ExecucoesService } from '../../analises/analises.module.js';
import type { Etapa } from '../../analises/index.js';
import { asErroPublico } from '../../kernel/index.js';
import { withTraco } from '../../observacao/index.js';
import { MetricasService } from '../../observacao/observacao.module.js';
import { PassosService } from './passos.service.js';
import type { Execucao, Passagem } from './tipos.js';

/** Stages told as they begin, and written once as they end. */
@Injectable()
export class RegistroService {
  constructor(private readonly execucoes: ExecucoesService, private readonly passos: PassosService, private readonly metricas: MetricasService) {}

  /** One stage of a run. @throws what the stage threw; PossePerdida; the signal's reason */
  run(etapa: Etapa, e: Execucao, p: Passagem): Promise<Passagem> {
    return withTraco(`etapa ${etapa}`, { 'alicit.id_analise': e.posse.analiseId, 'alicit.etapa': etapa, 'alicit.tentativa': e.posse.tentativa }, async (traco) => {
      const { passagem, reaproveitada } = await this.runEtapa(etapa, e, p);
      traco.set({ 'alicit.reaproveitada': reaproveitada });
      return passagem;
    });
  }

  private async runEtapa(etapa: Etapa, e: Execucao, p: Passagem): Promise<{ readonly passagem: Passagem; readonly reaproveitada: boolean }> {
    e.sinal.throwIfAborted();
    const inicio = new Date();
    const relogio = performance.now();
    await this.execucoes.startEtapa(e.posse, etapa);
    try {
      const { trabalho, reaproveitada } = await this.passos[etapa](e, p);
      e.sinal.throwIfAborted();
      await this.execucoes.finishEtapa(e.posse, etapa, { inicio, ms: performance.now() - relogio, reaproveitada, trabalho });
      this.metricas.observarEtapa(etapa, performance.now() - relogio, reaproveitada);
      return { passagem: { ...p, [etapa]: trabalho }, reaproveitada };
    } catch (erro) {
      const { codigo, mensagem } = asErroPublico(erro);
      // For the history; what was thrown matters more than whether this could be written.
      if (!e.sinal.aborted) await this.execucoes.failEtapa(e.posse, etapa, inicio, performance.now() - relogio, { codigo, mensagem }).catch(() => undefined);
      throw erro;
    }
  }
}
