import type { DefinicaoAgente } from '../definicao.js';
import { dropMostradas } from './repetidas.js';
import { createEscriba, type FonteDoDossie } from './fonte.js';
import { empresa } from './secao-empresa.js';
import { decisao, documentos, fatos, licitacao } from './secoes-fixas.js';
import { exigencias, secoes } from './secoes-variaveis.js';

/** Characters of an agent's user message, passages included: the five prompts stay near 22,000 tokens. */
export const MAX_DOSSIE = 12_500;
/** At least so many of them are for passages. */
const MIN_TRECHOS = 4000;

/** The dossier of an agent but for its passages: what rules established, what the company is. Pure; the same judgement gives the same text. */
export function buildDossie(fonte: FonteDoDossie, agente: DefinicaoAgente): string {
  const x = createEscriba(fonte);
  return [
    documentos(x), licitacao(x), empresa(x, agente.nome), decisao(x, agente.nome), fatos(x, agente.campos), ...secoes(x, agente.secoes), exigencias(x, agente.exigencias),
  ].filter(Boolean).join('\n');
}

/** Characters left for passages. */
export const letrasParaTrechos = (dossie: string): number => Math.max(MIN_TRECHOS, MAX_DOSSIE - dossie.length);

/** The whole user message. What a passage of the same page shows word for word is not said twice. */
export const closeDossie = (dossie: string, trechos: string): string => `<dossie>\n${[dropMostradas(dossie, trechos), trechos].filter(Boolean).join('\n')}\n</dossie>`;
