import { decimal } from '../../kernel/index.js';
import { AUTORIDADE, regiaoUtil } from '../extracao/autoridade.js';
import { isModeloEmBranco, findAchados, type Achado } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { parseExtenso } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const NUMERO = String.raw`(?:(?<d>\d{1,2}(?:[.,]\d{1,3})?)|(?<w>h?um|dois)\b)`;
/** Not a term, an age, a share or money. */
const NAO_INDICE = String.raw`(?![\d.,]*\d)(?!\s*(?:\([^)]{0,30}\)\s*)?(?:%|por\s+cento|anos?\b|dias?\b|meses\b|mes\b|horas?\b|vez|salari|milh|exercicio|atestado|ponto|inteiros?\s+por|(?:cm|mm|m|km|kg|mpa|litros?|un|m[23²³])\b|m[²³]|doze\s+avos|\/))`;
const GRAU = String.raw`(?:superior(?:es)?|maior(?:es)?)`;
const MINIMO = new RegExp(
  String.raw`(?:(?:igual|iguais)\s{0,4}(?:ou|e\/ou|\/)\s{0,4}${GRAU}|${GRAU}(?:\s{0,4}(?:ou|e\/ou|\/)\s{0,4}(?:igual|iguais))?|(?:nao|nunca)\s+(?:inferior(?:es)?|menor(?:es)?)|(?:no\s+)?minimo)\s{0,4}(?:a|ao|aos|que|do\s+que|de|:|=)?\s{0,4}(?:>=?|≥|=)?\s{0,4}${NUMERO}${NAO_INDICE}` +
  String.raw`|(?:≥|≧|⩾|\uf0b3|>\s{0,4}(?:ou)?\s{0,4}=|=\s{0,4}(?:ou)?\s{0,4}>|>)\s{0,4}(?:a\s+)?(?<s>\d{1,2}(?:[.,]\d{1,3})?)${NAO_INDICE}`,
);
/** What happens to who falls short: the same threshold, seen from the other side. */
const ABAIXO = new RegExp(
  String.raw`(?:inferior(?:es)?|menor(?:es)?)\s{0,4}(?:(?:ou|e\/ou)\s{0,4}(?:igual|iguais)\s{0,4})?(?:a|ao|que|do\s+que)?\s{0,4}${NUMERO}${NAO_INDICE}`,
);
/** Not the soil's "limite de liquidez". */
const NOME = /(?<!limites?\s{1,3}de\s{1,3})liquidez|solvencia|\b[iq]?l[gc]\b|\b[iq]?sg\b|\bgs\b|indices?\s+(?:contab|econom|financ)/g;
const TETO = /endividamento|\b(?:ie|ieg|iet|eg|ge|get)\b\s*[():=≤<]/g;

/** Minimum of the liquidity and solvency indices (art. 69 caput and §5º), usually 1. Ceilings (indebtedness) are not it. */
export const indicesMinimos = defineCampo<'indices_minimos'>({
  campo: 'indices_minimos',
  read: ({ t }) => [
    ...findAchados(t, MINIMO).flatMap((a) => toCandidato(t, a, 0)),
    ...findAchados(t, ABAIXO).flatMap((a) => toCandidato(t, a, 0.1)),
  ],
  same: (a, b) => decimal(a).eq(b),
});

const ANTES = 320;
const DEPOIS = 220;
function toCandidato(t: TextoEdital, a: Achado, desconto: number): Candidato<string>[] {
  const valor = readNumero(a);
  if (valor === null) return [];
  const antes = a.antes(ANTES);
  const depois = a.depois(DEPOIS);
  const nomeAntes = lastIndexOf(antes, NOME);
  const tetoAntes = lastIndexOf(antes, TETO);
  // The name nearest before rules; a name only after it ("superiores a 1 nos índices de liquidez") must follow at once.
  if (tetoAntes > nomeAntes && (desconto > 0 || !/^[^.;]{0,90}(?:liquidez|solvencia)/.test(depois))) return [];
  const perto = nomeAntes >= 0 || /^[^.;]{0,160}?(?:liquidez|solvencia|\b[iq]?l[gc]\b)/.test(depois);
  if (!perto || /\bmulta|\batestad|lance|desconto/.test(a.antes(60)) || isModeloEmBranco(a.g[0] ?? '')) return [];
  const distante = nomeAntes < 0 || ANTES - nomeAntes > 200 ? 0.06 : 0;
  return [{ valor, inicio: a.inicio, fim: a.fim, peso: AUTORIDADE[regiaoUtil(t, a.inicio)] - desconto - distante }];
}

function readNumero(a: Achado): string | null {
  const digitos = a.nome['d'] ?? a.nome['s'];
  const n = digitos !== undefined ? decimal(digitos.replace(',', '.')) : null;
  const porExtenso = a.nome['w'] ? parseExtenso(a.nome['w']) : null;
  const valor = n ?? (porExtenso === null ? null : decimal(porExtenso));
  return valor && valor.gte('0.1') && valor.lte(3) ? valor.toString() : null;
}

function lastIndexOf(texto: string, padrao: RegExp): number {
  let ultimo = -1;
  for (const m of texto.matchAll(padrao)) ultimo = m.index;
  return ultimo;
}
