import type { TextoEdital } from '../domain/texto-edital.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import { fraseEm, inicioDaLinha } from './limites-de-frase.js';
import { once } from './once.js';
import { findPercentuais, type PercentualLido } from './percentuais.js';

/** A percentage of the text with its sentence, to be judged as a fine. All texts folded, white space collapsed. */
export interface PercentualNaFrase {
  readonly percentual: PercentualLido;
  readonly regiao: TipoRegiao;
  /** Folded title of the section, "" before the first. */
  readonly secao: string;
  readonly frase: string;
  /** From the start of the sentence to the percentage. */
  readonly antes: string;
  /** From the percentage to the next one, or to the end of the sentence. */
  readonly depois: string;
  /** Up to 900 characters before the sentence: what introduces a list. */
  readonly introducao: string;
  /** Where a quote should begin: at the word of penalty before the percentage, when near. */
  readonly inicioDoTrecho: number;
  /** Charged for each day of delay. */
  readonly diario: boolean;
  /** Lower end of a range ("de 0,5% a 30%"). */
  readonly inicioDeFaixa: boolean;
  /** Its upper end. */
  readonly fimDeFaixa: boolean;
}

const POR_DIA = /\b(?:por|para|em|a)\s+(?:cada\s+)?dia\b|\bao\s+dia\b|\/\s?dia\b|\bdiari[ao]s?\b|\bcada\s+dia\b/;
const DIARIA_ANTES = /\bdiari[ao]s?\b[^.;%]{0,40}$/;
const FAIXA = /^\s*(?:a|ate|e|e\s+(?:o\s+)?(?:maximo|no\s+maximo)(?:\s+de)?|nem\s+superior\s+a)\s*(?:o\s+maximo\s+de\s*)?$/;
const limpo = (s: string): string => s.replace(/\s+/g, ' ');

const PENA = /\b(?:multas?|moratori\w+|compensatori\w+)\b(?!.*\b(?:multas?|moratori\w+|compensatori\w+)\b)/s;
function inicioDoTrecho(t: TextoEdital, frase: number, percentual: number): number {
  const desde = Math.max(frase, percentual - 110);
  const pena = PENA.exec(t.dobrado.slice(desde, percentual));
  return pena ? desde + pena.index : inicioDaLinha(t, percentual);
}

/** The percentages that stand near a word of penalty or delay, each with its sentence. */
export const findMultas = once((t: TextoEdital): readonly PercentualNaFrase[] => {
  const todos = findPercentuais(t.dobrado);
  return todos.flatMap((percentual, i) => {
    // A row of a scale ("> 10% e ≤ 25%") is no rate.
    if (/[<>≤≥]\s*=?\s*$/.test(t.dobrado.slice(Math.max(0, percentual.inicio - 4), percentual.inicio))) return [];
    const f = fraseEm(t, percentual.inicio, percentual.fim, 900);
    const seguinte = todos[i + 1];
    const corte = seguinte && seguinte.inicio < f.fim ? seguinte.inicio : f.fim;
    const antes = limpo(t.dobrado.slice(f.inicio, percentual.inicio));
    const depois = limpo(t.dobrado.slice(percentual.fim, corte));
    const introducao = limpo(t.dobrado.slice(Math.max(0, f.inicio - 900), f.inicio));
    const secao = t.secaoEm(percentual.inicio);
    const titulo = secao ? t.dobrado.slice(secao.inicio, secao.inicio + secao.titulo.length + 2) : '';
    const frase = limpo(t.dobrado.slice(f.inicio, f.fim));
    if (!/mult|mora\b|morator|atras|penal|sanc|inexec|inadimp|descumpr/.test(frase + titulo + introducao.slice(-500))) return [];
    return [{
      inicioDoTrecho: inicioDoTrecho(t, f.inicio, percentual.inicio), percentual, frase, antes, depois, introducao, secao: titulo, regiao: t.regiaoEm(percentual.inicio).tipo,
      diario: POR_DIA.test(depois.slice(0, 170)) || DIARIA_ANTES.test(antes),
      inicioDeFaixa: FAIXA.test(depois) && corte !== f.fim,
      fimDeFaixa: i > 0 && todos[i - 1]!.fim > f.inicio && FAIXA.test(limpo(t.dobrado.slice(todos[i - 1]!.fim, percentual.inicio))),
    }];
  });
});
