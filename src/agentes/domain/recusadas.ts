import type { Recusa } from './conferir/index.js';
import { elemento, escapeTexto, grupo } from './xml.js';

/** The second question to a model: what was refused and why. The answer holds the corrected claims only. */
export const askRecusadas = (recusas: readonly { readonly indice: number; readonly recusa: Recusa }[]): string =>
  `${grupo('recusadas', recusas.map(({ indice, recusa }) => elemento('recusada', { indice, motivo: recusa.motivo }, escapeTexto(recusa.explicacao))))}\nEstas afirmações foram recusadas na conferência. Responda no mesmo formato só com as que conseguir corrigir, cada uma com citação literal que a prove; deixe de fora as que não puder provar. As demais já foram aceitas: não as repita. Ajustes: lista vazia.`;

/** The second question after an answer that could not be read. */
export const ASK_INVALIDA = '<recusadas><recusada motivo="formato_invalido">A resposta não está no formato pedido, ou foi cortada antes do fim.</recusada></recusadas>\nResponda de novo, inteira, só com o JSON do formato pedido e no máximo 4 afirmações.';
