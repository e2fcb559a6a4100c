import { fold } from '../../../kernel/index.js';
import { withoutPlural } from './modalidade-deontica.js';
import type { ProvaLida } from './provar-numeros.js';
import { common, readTermos, termosDe } from './termos.js';

const NEGADOS = /\bnao\s+(?:(?:se|lhe|lhes|e|sao|foi|sera|serao|ser|serem|esta|estao|ha|havera|tem|tera|terao|mais|tambem|poderao|podera|pode|podem|deve|devem|devera|deverao|fica|ficam|ficara|cabe|cabera)\s+){0,4}((?:[a-z-]+[\s,]*){1,4})/g;
/** Words that turn a sentence round, or bound it so that a plain comparison would be unjust. */
const VIRA = /\b(?:nao|nem|sem|nunca|ved\w+|proib\w+|imped\w+|dispens\w+|isent\w+|exceto|salvo|facult\w+|inexist\w+|ausencia|apenas|somente|exclusiv\w+|inviabil\w+|deixar?|evit\w+|falta|fora|barrad\w+|exclu\w+|elimin\w+|perd\w+|desclassific\w+|inabilit\w+|recus\w+|rejeit\w+)\b/;

/** What is denied: the first word, which is the act, and the ones after it. */
interface Negado {
  readonly ato: string | undefined;
  readonly termos: ReadonlySet<string>;
}
/** "quem não tem…", "se não houver…": a condition denies nothing. */
const CONDICAO = /\b(?:quem|caso|se|quando|aqueles?\s+que)\s+$/;
/** "não inferior a" denies nothing: it bounds. */
const LIMITES: ReadonlySet<string> = termosDe('mínimo máximo');
/** "a intenção que não for manifestada": the one that is not, a condition too. */
const QUE_NAO = /^nao\s+(?:se\s+|o\s+|a\s+)?(?:for(?:em)?|houver(?:em)?|tiver(?:em)?|estiver(?:em)?|fizer(?:em)?|vier(?:em)?|puder(?:em)?|apresentar(?:em)?|atender(?:em)?|cumprir(?:em)?|comprovar(?:em)?|enviar(?:em)?|manifestar(?:em)?)\b/;
const negatedIn = (dobrado: string): Negado[] => [...withoutPlural(dobrado).matchAll(NEGADOS)].filter((m) => !QUE_NAO.test(m[0]) && !CONDICAO.test(withoutPlural(dobrado).slice(Math.max(0, m.index - 16), m.index))).map((m) => {
  const termos = readTermos(m[1]!).map((t) => t.raiz);
  return { ato: termos[0], termos: new Set(termos) };
}).filter(({ ato }) => ato === undefined || !LIMITES.has(ato));
const touches = ({ ato, termos }: Negado, ditos: ReadonlySet<string>): boolean => (ato !== undefined && ditos.has(ato)) || common(termos, ditos) >= 2;

/** True when a quote denies something that the sentence speaks of. */
export const isNegadoNaCitacao = (ditos: ReadonlySet<string>, provas: readonly ProvaLida[]): boolean => provas.some((p) => negatedIn(fold(p.texto)).some((n) => common(n.termos, ditos) > 0));

/** The word stands elsewhere in the quote, and not after "não". */
const isDitoSemNao = (termo: string | undefined, dobrado: string): boolean => termo !== undefined && termosDe(dobrado.replace(NEGADOS, ' ')).has(termo);

/** "as impugnações suspendem" against "não suspendem", either way round. */
export function findNegacao(frase: string, provas: readonly ProvaLida[]): string | null {
  const dita = fold(frase);
  const daFrase = termosDe(frase);
  const aviso = 'A afirmação diz o contrário da citação.';
  if (!VIRA.test(dita) && provas.every((p) => negatedIn(fold(p.texto)).some((n) => touches(n, daFrase) && !isDitoSemNao(n.ato, fold(p.texto))))) return aviso;
  const negados = negatedIn(dita);
  return negados.length && provas.every((p) => !VIRA.test(fold(p.texto)) && negados.some(({ ato }) => ato !== undefined && p.termos.has(ato))) ? aviso : findAntonimo(dita, provas);
}

/** Words of which one denies the other. */
const ANTONIMOS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:dias?|horas?)\s+(?:ut(?:eis|il))\b/, /\b(?:dias?|horas?)\s+(?:corrid|consecutiv)\w+/], [/\bdias?\s+(?:corrid|consecutiv)\w+/, /\bhoras?\s+corrid\w+/], [/\bsigilos\w*/, /\bpublic[oa]s?\b/], [/\babert[oa]s?\b/, /\bfechad[oa]s?\b/], [/\bparcia\w+/, /\b(?:total|totais|integra\w+)\b/], [/\bgratuit\w+/, /\b(?:pag[oa]s?|oneros\w+)\b/], [/\bpresencia\w+/, /\b(?:eletronic\w+|virtua\w+)/], [/\bunitari\w+/, /\bgloba\w+/], [/\banua\w+/, /\bmensa\w+/], [/\bsolidari\w+/, /\bindividua\w+/], [/\bantecipad\w+/, /\bposterior\w*/], [/\b(?:antes|antecede\w*|precede\w*|previa\w*|primeir[oa])\b/, /\b(?:depois|apos|posterior\w*)\b/], [/\b(?:imutave\w+|irreajustave\w+|inalterave\w+)\b/, /\b(?:alterac\w+|alterad\w+|reajust\w+|revis\w+)\b/],
];
function findAntonimo(dita: string, provas: readonly ProvaLida[]): string | null {
  const citado = provas.map((p) => fold(p.texto)).join(' ');
  for (const [a, b] of ANTONIMOS) for (const [x, y] of [[a, b], [b, a]] as const) if (x.test(dita) && !y.test(dita) && y.test(citado) && !x.test(citado)) return 'A afirmação usa a palavra oposta à da citação.';
  return /\b(?:tod[oa]s|qualquer|quaisquer)\b/.test(dita) && /\b(?:apenas|somente|exclusiv\w+|restrit[oa]s?|reservad[oa]s?)\b/.test(citado) && !/\b(?:apenas|somente|so|exclusiv\w+|restrit\w+|reservad\w+|entre|dentre)\b/.test(dita) && !/\b(?:tod[oa]s|qualquer|quaisquer)\b/.test(citado) ? 'A afirmação generaliza o que a citação restringe.' : null;
}
