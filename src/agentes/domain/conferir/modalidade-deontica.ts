import { fold } from '../../../kernel/index.js';

/** What a sentence does to an act: demands it, forbids it, allows it, or says that it is not demanded. */
/** "não pode passar de 22%": a bound, which forbids no act. */
const LIMITE = /\bnao\s+(?:pode(?:m|ra|rao)?|deve(?:m|ra|rao)?)\s+(?:passar|exceder|ultrapassar|superar|extrapolar|(?:ser|ter|ficar)\s+(?:superior|inferior|maior|menor|mais\s+de|menos\s+de|acima|abaixo)\w*)\b|\b(?:so|somente|apenas)\s+pode(?:m|ra|rao)?\s+ser\b/g;

export type Deontica = 'obriga' | 'proibe' | 'permite' | 'dispensa' | 'nega';

const AUX = String.raw`(?:(?:e|sao|foi|sera|serao|seja|sejam|se|ha|havera|esta|estao|fica|ficam|ficara|haver|existe|existira|tem|tera|consta|mais|necessariamente|tao)\s+){0,3}`;
/** In the order they are read; what one has read is out of the way of the next. */
const MARCAS: readonly (readonly [Deontica, RegExp])[] = [
  ['obriga', /\bnao\s+(?:\w+\s+)?(?:desobriga\w*|exime\w*|exonera\w*|isenta\w*|escusa\w*|libera\w*)\b/g],
  ['dispensa', /\bnao\s+(?:se\s+)?(?:aplica\w*|pede\w*|pedid[oa]s?|cobra\w*|solicitad[oa]s?)\b/g],
  ['proibe', /\b(?:nenhum[a]?|ninguem)\s+(?:\w+\s+){0,4}?(?:pode(?:m|ra|rao)?|(?:e|sera)\s+(?:permitid|admitid|aceit)\w*)\b/g],
  ['proibe', /\b(?:fica(?:m|ra|rao)?|esta(?:o)?|permanece(?:m)?)\s+(?:de\s+)?fora\b|\bbarrad[oa]s?\b/g],
  ['proibe', /\b(?:encerrad|esgotad|extint|fechad|cessad)[oa]s?\s+(?:a|o)\s+(?:possibilidade|oportunidade|direito|admissao|fase)\b|\b(?:encerra|cessa|extingue|esgota)(?:m|ra|rao|-se)?\s+(?:a\s+possibilidade|a\s+oportunidade|o\s+direito|a\s+admissao)\b/g],
  ['permite', /\bnao\s+(?:\w+\s+){0,2}?(?:vedad[oa]s?|proibid[oa]s?|impedid[oa]s?|vedac\w+|impedimento|proibic\w+|obice)\b/g],
  ['dispensa', new RegExp(String.raw`\bnao\s+${AUX}(?:(?:qualquer\s+|nenhuma\s+|a\s+)?(?:exig\w+|obrigator\w+|obrigad\w+|necess\w+|requer\w*|requisit\w+|demand\w+|previsao\s+de\s+exig\w+|preve\s+(?:a\s+)?exig\w+|precis\w+|depende\w*|imprescind\w+|impoe\w*|cobrad\w+|condic\w+))`, 'g')],
  ['dispensa', /\b(?:dispensa(?!s?\s+(?:eletronic|de\s+licita|com\s+disputa))(?:d[oa]s?|da|r|-se)?\b|dispensavel|isent[oa]s?|isenta|desobriga\w*|sem\s+(?:a\s+)?(?:exigencia|necessidade|obrigatoriedade|obrigacao)|inexig(?:e|ivel|iveis)\b|nem\s+exig\w+)/g],
  ['proibe', new RegExp(String.raw`\bnao\s+(?!(?:for(?:em)?|houver(?:em)?|tiver(?:em)?|estiver(?:em)?|seja[m]?)\b)(?:\w+\s+){0,1}?${AUX}(?:(?:permit|admit|aceit|autoriz|toler|faculta|possi|cab|conced|reconhec)\w*|pode(?:m|ra|rao|ndo)?\b|deve(?:m|ra|rao)?\b)`, 'g')],
  ['proibe', /\bnao\s+(?:lhe\s+|lhes\s+)?(?:assist\w+|tera(?:o)?|tem|ha|havera|cabe\w*)\s+(?:o\s+|a\s+)?(?:qualquer\s+)?direito|\bsem\s+direito|\bperde(?:m|ra|rao)?\s+o\s+direito|\bdecai\w*\s+d[oe]\s+(?:seu\s+)?direito|\bpreclus\w+/g],
  ['proibe', /\b(?:vedad[oa]s?|veda(?:m|r|ndo)?|vedac\w+|proib\w+|impedid[oa]s?|impede(?:m)?|impedimento|inadmiss\w+|inadmit\w+|intransferive\w+)\b/g],
  ['permite', /\b(?:permit\w+|permissao|(?:da|dao|tem|tera|terao)\s+direito|faz(?:em)?\s+jus|fara(?:o)?\s+jus|admit\w+|admiss\w+|aceit[aoe]\w*|autoriz\w+|facult\w+|opcional|opcionais|pode(?:m|ra|rao|ndo)?\b|possibilit\w+|possibilidade|possivel|querendo)\b/g],
  ['obriga', /\b(?:exig\w+|obrig\w+|dever(?:a|ao)\b|deve(?:m|ndo)?\b|necessari\w+|necessita\w*|precisa(?:m|ra|rao|ndo)?\b|requer\w*|requisito\w*|imprescind\w+|indispens\w+|impoe\w*|condic(?:ao|iona\w*)|sob\s+pena|cabera|compete|tem\s+(?:de|que)|tera(?:o)?\s+(?:de|que)|mediante\s+(?:a\s+)?apresentac\w+|apresentar(?:a|ao)?\b|comprov\w+|sera(?:o)?\s+(?:exig|desclassific|inabilit|elimin)\w+|cumpre\b|vincula\w*)/g],
  ['nega', /\b(?:nao|nem|sem)\b/g],
];

/** "não será(ão) aceita(s)" → "não será aceita". */
export const withoutPlural = (texto: string): string => texto.replace(/(?<=\p{L})\((?:s|es|ão|em|is|m|as?|os?|ões|n)\)/gu, '');

/** All that a text does. */
export function deonticasDe(texto: string): ReadonlySet<Deontica> {
  let resto = fold(withoutPlural(texto)).replace(/\s+/g, ' ').replace(LIMITE, (m) => ' '.repeat(m.length));
  const achadas = new Set<Deontica>();
  for (const [deontica, padrao] of MARCAS) {
    resto = resto.replace(padrao, (m) => {
      achadas.add(deontica);
      return ' '.repeat(m.length);
    });
  }
  return achadas;
}
