import { Injectable } from '@nestjs/common';
import { MetricasService } from '../../observacao/observacao.module.js';
import { MotorService } from './motor.service.js';

const FAIXAS_S = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** How long the tasks of the matching wait and take. */
@Injectable()
export class MedidasService {
  constructor(motor: MotorService, metricas: MetricasService) {
    const duracao = metricas.histogram('alicit_recomendacoes_tarefa_segundos', 'Duração das tarefas do casamento nas threads dele: calcular (uma empresa), casar (novidades), explicar (razões), avulso (outro momento).', ['tarefa', 'resultado'], FAIXAS_S);
    const espera = metricas.histogram('alicit_recomendacoes_espera_segundos', 'Espera das tarefas do casamento por uma thread.', [], FAIXAS_S);
    motor.onFeita((t) => {
      duracao.observe({ tarefa: metricas.bound('tarefa_recomendacoes', t.tarefa), resultado: metricas.bound('erro', t.resultado) }, t.duracaoMs / 1000);
      espera.observe(t.esperaMs / 1000);
    });
  }
}
