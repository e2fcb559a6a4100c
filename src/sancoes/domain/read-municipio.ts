import { fold } from '../../kernel/index.js';

/** "Prefeitura Municipal de X", "Município de X", "Câmara de Vereadores de X", "Fundo Municipal de Saúde de X"; the State after it is dropped. */
const ORGAO = /\b(?:prefeitura|municipio|governo municipal|camara)(?: (?:municipal|de vereadores|do municipio|da cidade))* d[eao]s? (.{2,60})$/;
const ORGAO_DA_PASTA = /\b(?:secretaria|fundo|servico|instituto|departamento) municipal d[eao]s? [^-,(]{3,60}? (?:do municipio )?d[eao]s? ([^-,(]{3,60})$/;
const UF = /\s*(?:[-/,(]\s*)+(?:[a-z]{2}|brasil)\s*\)?\s*$/;

/**
 * The município in the name of a municipal body; null when the name does not say it plainly. Folded, for comparing.
 */
export function readMunicipio(orgao: string): string | null {
  const nome = fold(orgao).replace(/\s+/g, ' ').trim().replace(UF, '');
  const achado = (ORGAO.exec(nome) ?? ORGAO_DA_PASTA.exec(nome))?.[1]?.replace(UF, '').trim();
  return achado && /^[a-z' -]{2,60}$/.test(achado) ? achado : null;
}
