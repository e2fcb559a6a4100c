import type { Sinal } from './sinais.js';

/**
 * Weight of each signal in the logarithm of the score. Learned over 410 questions that people wrote on 53 documents, by
 * the likelihood of the right page with a quadratic penalty, and measured on documents left out (`bench/pesos-busca.mjs`); studies and
 * price tables are set lower than learned. See docs/decisoes/0023-busca.md.
 */
export const PESOS = {
  base: 1.38, proprios: 0.4, cobertura: 0.34, expansao: 1.06, janela: 0.53, inicio: 0.31, pagina: 0.25,
  tamanho: 0.09, branco: -0.37, assuntosComuns: 0.21, assuntosDeMais: -0.08, semResposta: -0.6, remeteSemResposta: 0.36, repetida: -0.22,
  disputaNoEdital: 0.05, disputaFora: -0.05, execucaoNoEdital: -0.15, execucaoNoTr: 0.14, execucaoNaMinuta: 0.13, tr: -0.1, minuta: -0.26,
  etp: -0.15, modelo: -0.38, planilha: -0.1, anexo: 0.16, 'resposta:periodo': 0.81, 'resposta:prazo': 0.16, 'resposta:instante': 0.03,
  'resposta:percentual': 0.62, 'resposta:dinheiro': 0.1, 'resposta:endereco': 1.24, 'resposta:meio': 0.37, 'resposta:contato': 0.15, 'resposta:horario': 0.26, 'resposta:pessoa': -0.08,
  'resposta:documento': -0.05, 'resposta:norma': -0.1, 'resposta:modo': 0.18, 'resposta:quantidade': 0.04, 'resposta:exigencia': 0.24, 'resposta:formula': 0.21, 'resposta:frequencia': 0.3,
  'resposta:consequencia': 0.03,
} as const satisfies Partial<Record<Sinal, number>>;
