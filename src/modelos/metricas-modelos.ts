import { rememberColeta, type Amostra } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import type { EstadoDisjuntor } from './disjuntor.js';
import { CAUSAS, type EscopoOrcamento } from './domain/falha.js';
import type { ChamadaFeita, Finalidade } from './domain/tipos.js';
import type { UsoDoDia } from './orcamento.service.js';

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

const ESCOPOS: readonly EscopoOrcamento[] = ['trabalho', 'chamadas', 'organizacao', 'dia'];
const CAUSAS_CONHECIDAS: ReadonlySet<string> = new Set(CAUSAS);
/** The day's budgets are asked of the database at most this often, ms. */
const VALIDADE_MS = 5000;

/** @param modelos those configured: their series are told from the start */
export function createObservador(metricas: MetricasService, modelos: readonly string[] = []): Observador {
  const rotulo = (modelo: string): string => metricas.boundNome('modelo', modelo);
  const conhecidos = [...new Set(modelos.map(rotulo))];
  const chamadas = metricas.counter('alicit_modelos_chamadas_total', 'Chamadas a modelos, por finalidade, modelo e desfecho (ok, recusada, cancelada, ou por que falhou).', ['finalidade', 'modelo', 'desfecho']);
  const tokens = metricas.counter('alicit_modelos_tokens_total', 'Tokens pagos a modelos, por modelo e sentido.', ['modelo', 'sentido'], conhecidos.flatMap((modelo) => ['entrada', 'saida'].map((sentido) => ({ modelo, sentido }))));
  const custo = metricas.counter('alicit_modelos_custo_usd_total', 'Custo das chamadas a modelos cujo preço se conhece, em dólares.', ['modelo']);
  const duracao = metricas.histogram('alicit_modelos_duracao_segundos', 'Duração das chamadas a modelos, com as esperas e as repetições.', ['finalidade'], FAIXAS_S);
  const falhas = metricas.counter('alicit_modelos_falhas_total', 'Chamadas a modelos que ficaram sem resposta, por modelo e causa.', ['modelo', 'causa'], conhecidos.flatMap((modelo) => CAUSAS.map((causa) => ({ modelo, causa }))));
  const guardadas = metricas.counter('alicit_modelos_guardadas_total', 'Respostas e vetores procurados entre os já pagos.', ['tipo', 'resultado'], ['resposta', 'embedding'].flatMap((tipo) => ['achada', 'faltou'].map((resultado) => ({ tipo, resultado }))));
  const recusas = metricas.counter('alicit_modelos_orcamento_esgotado_total', 'Chamadas que não foram feitas porque um orçamento acabou, por escopo.', ['escopo'], ESCOPOS.map((escopo) => ({ escopo })));
  return {
    chamada(c, desfecho) {
      const modelo = rotulo(c.modelo);
      if (CAUSAS_CONHECIDAS.has(desfecho)) falhas.inc({ modelo, causa: desfecho });
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
  metricas.gauge('alicit_modelos_disjuntor', 'Disjuntor de cada modelo: 0 fechado, 1 sondando, 2 aberto.', ['modelo'], () => ler().disjuntores.map((d) => ({ rotulos: { modelo: metricas.boundNome('modelo', d.modelo) }, valor: DISJUNTOR[d.estado] })));
}

/** How much of the day's budgets is spent, from the database. */
export function collectOrcamento(metricas: MetricasService, ler: () => Promise<UsoDoDia>): void {
  const read = rememberColeta(ler, VALIDADE_MS);
  metricas.gaugeDoBanco('alicit_modelos_orcamento_uso_razao', 'Parte do orçamento de tokens de hoje já gasta ou reservada, de 0 a 1: dia é o de todos; organizacao, o da que mais gastou.', ['escopo'], async () => {
    const { dia, organizacao } = await read();
    return [{ rotulos: { escopo: 'dia' }, valor: dia }, { rotulos: { escopo: 'organizacao' }, valor: organizacao }];
  });
}
