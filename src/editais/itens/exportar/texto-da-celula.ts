/** What a cell of a spreadsheet may hold. */
const MAX_TEXTO = 32_000;

/** Text for a cell: nothing that XML cannot carry, no lone surrogates, bounded. */
export const cleanTexto = (t: string): string => t.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, MAX_TEXTO);

/** A CSV field. One that a spreadsheet would take for a formula (= + - @, tab) gets an apostrophe in front: it is text of a document we do not trust. */
export function toCampoCsv(t: string): string {
  const limpo = cleanTexto(t).replace(/\s+/g, ' ').trim();
  const seguro = /^[=+\-@\t]/.test(limpo) ? `'${limpo}` : limpo;
  return /[";\n\r']/.test(seguro) ? `"${seguro.replace(/"/g, '""')}"` : seguro;
}
