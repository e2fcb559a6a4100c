/** "1 indício", "2 indícios". */
export const count = (n: number, um: string, varios: string): string => `${n} ${n === 1 ? um : varios}`;

/** A text cut at a word, with an ellipsis when something was left out. */
export function cutAtWord(texto: string, maximo: number): string {
  if (texto.length <= maximo) return texto;
  const corte = texto.slice(0, maximo - 1);
  const fim = corte.lastIndexOf(' ');
  return `${corte.slice(0, fim > maximo / 2 ? fim : corte.length).replace(/[\s,;:–-]+$/, '')}…`;
}
