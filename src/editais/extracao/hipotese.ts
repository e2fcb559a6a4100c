import type { Achado } from './achados.js';

const HIPOTESE = /(?:\b(?:caso|quando|na hipotese|nas hipoteses|em caso de|nos casos|no caso de|a depender|conforme o caso|sempre que|em se tratando|tratando-se|para os? (?:itens|lotes|licitacoes) (?:em que|com))\b|(?:^|[^-])\bse\s+(?:o|a|os|as|for|forem|houver|adotad[oa])\b)[^.;]{0,100}$/;
const NORMA = /\b(?:regulament\w*|no\s+que\s+se\s+refere|dispoe\s+sobre|decreto\s+(?:federal|estadual|municipal)?\s*n|instrucao\s+normativa|estabelece\s+(?:os|as|regras|criterios)|lei\s+(?:federal\s+)?n[º.o]*\s*[\d.]+\/\d{2,4}\s*\()[^;\n]{0,120}$/;

/** A rule for a case that may not be this one: "caso seja adotado…", "se o critério for…". "Torna-se" is not one. */
export const isHipotese = (a: Achado, n = 130): boolean => HIPOTESE.test(a.antes(n).replace(/\s+/g, ' '));

/** The summary of a norm ("Decreto nº …, que regulamenta a licitação na modalidade…"), not a statement of this edital. */
export const isEmentaDeNorma = (a: Achado, n = 130): boolean => NORMA.test(a.antes(n).replace(/[^\S\n]+/g, ' '));
