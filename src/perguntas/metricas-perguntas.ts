import { Injectable } from '@nestjs/common';
import { MetricasService } from '../observacao/observacao.module.js';
import { desfechoDe, type Turno } from './conversa/resposta.js';
import { Vagas } from './vagas.js';

const FAIXAS_S = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 40, 80, 160];

/** What came of questions, and how long they took. */
@Injectable()
export class MetricasPerguntas {
  private readonly total;
  private readonly duracao;

  constructor(private readonly metricas: MetricasService, vagas: Vagas) {
    this.total = metricas.counter('alicit_perguntas_total', 'Perguntas respondidas, por desfecho (respondida, nao_encontrada, so_trechos); modelo: se a resposta tem palavras de um modelo.', ['desfecho', 'modelo'], ['respondida', 'nao_encontrada', 'so_trechos'].flatMap((desfecho) => ['sim', 'nao'].map((modelo) => ({ desfecho, modelo }))));
    metricas.contarAfirmacoes('pergunta', 'mantida', 0);
    this.duracao = metricas.histogram('alicit_pergunta_duracao_segundos', 'Da pergunta à resposta; modelo: se a resposta tem palavras de um modelo.', ['modelo'], FAIXAS_S);
    metricas.gauge('alicit_perguntas_em_curso', 'Perguntas que este processo está respondendo.', [], () => [{ valor: vagas.emCurso }]);
  }

  observe(turno: Turno, ms: number): void {
    const modelo = turno.modelo === null ? 'nao' : 'sim';
    this.total.inc({ desfecho: desfechoDe(turno), modelo });
    this.duracao.observe({ modelo }, ms / 1000);
    this.metricas.contarAfirmacoes('pergunta', 'mantida', turno.afirmacoes.length);
    for (const { motivo, quantas } of turno.descartadas) this.metricas.contarAfirmacoes('pergunta', motivo, quantas);
  }
}
