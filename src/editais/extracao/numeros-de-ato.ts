/**
 * Source of "Nº", "n.º", "N°:", "nº.", "número": what stands between the name of an act and its number. Optional:
 * covers print the number right below the name.
 */
export const N_ORDINAL = String.raw`(?:\s*[-:,(]?\s*(?:n\s?[.º]{0,2}\s?[º.o]?\s?[:.]?|numero\s*:?)(?![a-z]))`;

/**
 * Source of the number of a notice with its year: "002/2026", "06/2026/PMJ", "034/PMI/2026", "05.015.2026",
 * "90.015/2024", "PE-012/2024", "2024/001234", "20260087", "2026.08.04.001", "12-2025", "15/25", "05.2025/0286",
 * "26/00015-CC", "PE.GSE.A.00041.2026". Group `num`.
 */
export const NUMERO_DE_ATO = String.raw`(?<![\d/.a-z])(?<num>20\d{2}\.\d{2}\.\d{2}\.\d{1,4}|\d{1,3}\.20\d{2}/\d{3,6}|2[3-9]/0\d{3,5}(?:-[a-z]{2,3})?|20[23]\d{5}(?!\s?[/.-]?\d)|20\d{2}\s?/\s?\d{3,6}(?![\d/])|(?:[a-z]{1,6}[-./]\s?){0,3}\d{1,6}(?:\.\d{1,6}){0,2}(?:\s?[/-][a-z][a-z-]{0,11})?\s?[/.-]\s?20\d{2}(?:[/-][a-z]{2,10}(?:[/-][a-z]{2,10})?(?![a-z]))?|\d{1,4}/2[3-9](?![\d/]))(?!\d|[/.]\d)`;

/** Sequence and year of a number of an act, without leading zeros: "034/PMI/2026" → "34/2026"; null when there is no year. */
export function chaveDeAto(numero: string): string | null {
  const deUnidade = /^(\d{1,3})\.(20\d{2})\/(\d{3,6})$/.exec(numero);
  if (deUnidade) return `${Number(deUnidade[1])}.${Number(deUnidade[3])}/${deUnidade[2]}`;
  const anoCurto = /^(2[3-9])\/(0\d{3,5})(?:-[a-z]+)?$/i.exec(numero);
  if (anoCurto) return `${Number(anoCurto[2])}/20${anoCurto[1]}`;
  const invertido = /^(20\d{2})\s?\/\s?(\d{3,6})$/.exec(numero) ?? /^(20[23]\d)(\d{4})$/.exec(numero);
  if (invertido) return `${Number(invertido[2])}/${invertido[1]}`;
  const m = /(\d+)(?:\s?[/-][a-z-]+)?\s?[/.-]\s?(20\d{2})(?!\d)/i.exec(numero);
  if (m) return `${Number(m[1])}/${m[2]}`;
  const curto = /^(\d{1,4})\/(2[3-9])$/.exec(numero);
  return curto ? `${Number(curto[1])}/20${curto[2]}` : null;
}
