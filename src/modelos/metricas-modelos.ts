import type { Amostra } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import type { EstadoDisjuntor } from './disjuntor.js';
import type { ChamadaFeita, Finalidade } from './domain/tipos.js';

/** Told what happens, as it happens. */
export interface Observador {
  chamada(chamada: ChamadaFeita, desfecho: string): void;
  /** Something was looked for among what was paid for already. */
  guardada(tipo: 'resposta' | 'embedding', achadas: number, faltaram: number, finalidade: Finalidade): void;
  /** A call was not made: `escopo` says whose budget is spent. */
  orcamento(escopo: string): void;
}

const FAIXAS_S = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];
const DISJUNTOR: Readonly<Record<EstadoDisjuntor, number>> = { fechado: 0, meio_aberto: 1, aberto: 2 };

/** A model's name as the value of a label. */
const rotuloDe = (metricas: MetricasService, modelo: string): string => metricas.bound('modelo', modelo.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, ''));

export function createObservador(metricas: MetricasService): Observador {
  const chamadas = metricas.counter('alicit_modelos_chamadas_total', 'Chamadas a modelos, por finalidade, modelo e desfecho (ok, recusada, cancelada, ou por que falhou).', ['finalidade', 'modelo', 'desfecho']);
  const tokens = metricas.counter('alicit_modelos_tokens_total', 'Tokens pagos a modelos, por modelo e sentido.', ['modelo', 'sentido']);
  const custo = metricas.counter('alicit_modelos_custo_usd_total', 'Custo das chamadas a modelos cujo preço se conhece, em dólares.', ['modelo']);
  const duracao = metricas.histogram('alicit_modelos_duracao_segundos', 'Duração das chamadas a modelos, com as esperas e as repetições.', ['finalidade'], FAIXAS_S);
  const guardadas = metricas.counter('alicit_modelos_guardadas_total', 'Respostas e vetores procurados entre os já pagos.', ['tipo', 'resultado']);
  const recusas = metricas.counter('alicit_modelos_orcamento_esgotado_total', 'Chamadas que não foram feitas porque um orçamento acabou, por escopo.', ['escopo']);
  return {
    chamada(c, desfecho) {
      const modelo = rotuloDe(metricas, c.modelo);
      chamadas.inc({ finalidade: c.finalidade, modelo, desfecho });
      if (c.tentativas) duracao.observe({ finalidade: c.finalidade }, c.ms / 1000);
      tokens.inc({ modelo, sentido: 'entrada' }, c.tokensEntrada);
      tokens.inc({ modelo, sentido: 'saida' }, c.tokensSaida);
      if (c.custoUsd !== null) custo.inc({ modelo }, Number(c.custoUsd));
    },
    guardada(tipo, achadas, faltaram) {
      if (achadas) guardadas.inc({ tipo, resultado: 'achada' }, achadas);
      if (faltaram) guardadas.inc({ tipo, resultado: 'faltou' }, faltaram);
    },
    orcamento: (escopo) => recusas.inc({ escopo }),
  };
}

/** What is going on, read when Prometheus asks. */
export function collectModelos(metricas: MetricasService, ler: () => { readonly emCurso: number; readonly naFila: number; readonly disjuntores: readonly { readonly modelo: string; readonly estado: EstadoDisjuntor }[] }): void {
  metricas.gauge('alicit_modelos_pedidos', 'Pedidos a modelos deste processo: em curso e à espera da vez.', ['estado'], () => {
    const { emCurso, naFila } = ler();
    return Object.entries({ em_curso: emCurso, na_fila: naFila }).map(([estado, valor]): Amostra => ({ rotulos: { estado }, valor }));
  });
  metricas.gauge('alicit_modelos_disjuntor', 'Disjuntor de cada modelo: 0 fechado, 1 sondando, 2 aberto.', ['modelo'], () => ler().disjuntores.map((d) => ({ rotulos: { modelo: rotuloDe(metricas, d.modelo) }, valor: DISJUNTOR[d.estado] })));
}
