import { elemento, escapeTexto, grupo, type Recusa } from '../../agentes/index.js';

/** The second question to a model: what was refused and why. Its answer holds the corrected claims only. */
export const askRecusadas = (recusadas: readonly { readonly indice: number; readonly recusa: Recusa }[]): string =>
  `${grupo('recusadas', recusadas.map(({ indice, recusa }) => elemento('recusada', { indice, motivo: recusa.motivo }, escapeTexto(recusa.explicacao))))}\nEstas afirmações foram recusadas na conferência. Responda no mesmo formato só com as que conseguir corrigir, cada uma com citação literal que a prove; deixe de fora as que não puder provar. As demais já foram aceitas: não as repita.`;

/** The second question after an answer that could not be read. */
export const ASK_FORMATO = '<recusadas><recusada motivo="formato_invalido">A resposta não está no formato pedido, ou foi cortada antes do fim.</recusada></recusadas>\nResponda de novo, inteira, só com o JSON do formato pedido.';
