/** Ways of saying one thing by "não" and without it, each with the plain one. On folded text. */
const IGUAIS: readonly (readonly [RegExp, string])[] = [
  [/\bnao\s+(?:(?:e|sao|sera|serao|sendo|esta|fica)\s+)?(?:tao\s+)?obrigatori([oa]s?)\b/g, 'facultativ$1'],
  [/\bnao\s+(?:(?:pode|podem|podera|poderao|deve|devem|devera|deverao)\s+)?(?:passar?(?:em)?|passa[mr]?|exced\w+|ultrapass\w+|super(?:ar|a|am|e|em)|extrapol\w+)\s+(?:de\s+|a\s+|os?\s+|as?\s+)?/g, 'ate '],
  [/\bnao\s+(?:(?:pode|podem|podera|poderao|deve|devem|devera|deverao)\s+)?(?:ser\s+|ter\s+)?(?:superior(?:es)?\s+a|maior(?:es)?\s+(?:do\s+)?que|mais\s+(?:do\s+)?(?:que|de)|acima\s+de)\b/g, 'ate'],
  [/\bnao\s+(?:(?:pode|podem|podera|poderao|deve|devem|devera|deverao)\s+)?(?:ser\s+|ter\s+|ficar\s+)?(?:inferior(?:es)?\s+a|menor(?:es)?\s+(?:do\s+)?que|menos\s+(?:do\s+)?(?:que|de)|abaixo\s+de)\b/g, 'ao menos'],
  [/\b(?:igual|iguais)\s+ou\s+(?:inferior(?:es)?|menor(?:es)?)\s+(?:a|que|do\s+que)\b|\b(?:inferior(?:es)?|menor(?:es)?)\s+ou\s+(?:igual|iguais)\s+(?:a|que)\b/g, 'ate'],
  [/\b(?:igual|iguais)\s+ou\s+(?:superior(?:es)?|maior(?:es)?)\s+(?:a|que|do\s+que)\b|\b(?:superior(?:es)?|maior(?:es)?)\s+ou\s+(?:igual|iguais)\s+(?:a|que)\b/g, 'ao menos'],
];

/** The text with denials that only bound or waive said plainly: "não é obrigatória" is "facultativa", "não pode passar de" is "até". */
export const sameWords = (dobrado: string): string => IGUAIS.reduce((t, [padrao, plano]) => t.replace(padrao, plano), dobrado);
