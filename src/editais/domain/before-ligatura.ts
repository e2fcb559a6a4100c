const LIGATURA = /\S*f[fil]\S*/i;

/**
 * Where a quote that may end anywhere in [de, ate] had better end: before the first word with "fi", "fl" or "ff". Many
 * fonts print those as one character, which other readers of the same PDF keep: the quote would not be found there.
 */
export function beforeLigatura(texto: string, de: number, ate: number): number {
  if (ate <= de) return ate;
  const m = LIGATURA.exec(texto.slice(de, ate));
  if (!m) return ate;
  let fim = de + m.index;
  while (fim > de && /\s/.test(texto[fim - 1]!)) fim--;
  // a word that [.., de) already begins is quoted whole
  return m.index === 0 && !/\s/.test(texto[de - 1] ?? ' ') ? ate : fim;
}
