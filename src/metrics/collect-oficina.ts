import type { MetricasService } from '../observacao/observacao.module.js';
import type { OficinaService } from '../oficina/oficina.module.js';

const FAIXAS_S = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** The threads: how many, how busy, what waits for one, and how long tasks wait and take. */
export function collectOficina(metricas: MetricasService, oficina: OficinaService): void {
  metricas.gauge('alicit_oficina', 'Threads de leitura e julgamento: vivas, máximo, tarefas em curso e na fila.', ['estado'], () => {
    const { threads, maxThreads, emCurso, naFila } = oficina.stats();
    return Object.entries({ threads, max_threads: maxThreads, em_curso: emCurso, na_fila: naFila }).map(([estado, valor]) => ({ rotulos: { estado }, valor }));
  });
  const duracao = metricas.histogram('alicit_tarefa_duracao_segundos', 'Duração das tarefas nas threads, por tarefa e resultado (ok ou código do erro).', ['tarefa', 'resultado'], FAIXAS_S);
  const espera = metricas.histogram('alicit_tarefa_espera_segundos', 'Espera das tarefas por uma thread.', [], FAIXAS_S);
  oficina.onFeita((t) => {
    duracao.observe({ tarefa: metricas.bound('tarefa', snake(t.tarefa)), resultado: metricas.bound('erro', t.resultado) }, t.duracaoMs / 1000);
    espera.observe(t.esperaMs / 1000);
  });
}

const snake = (nome: string): string => nome.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`);
