/** Characters of symbol fonts that mean something in an edital: boxes, ticks, bullets, relations. By code in the font. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '☐', 0x71: '☐', 0x72: '☐', 0x78: '☒', 0xa1: '○', 0xa7: '▪', 0xa8: '☐', 0xd8: '➢', 0xfb: '☒', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '☐', 0x2a: '☐' };
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '−', 0xa3: '≤', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xe5: '∑', 0xf0: '', 0x6d: 'µ', 0x44: 'Δ', 0x61: 'α', 0x62: 'β',
};
const FONTES: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([['wingdings', WINGDINGS], ['wingdings 2', WINGDINGS_2], ['symbol', SYMBOL]]);

/** Whether letters of this font are drawings. */
export const isFonteDeSimbolos = (fonte: string): boolean => FONTES.has(fonte.trim().toLowerCase());

/** A character of a symbol font (its code, or that code in the private area from U+F000) as a real character; empty for a mere ornament. ☑ is written ☒: both are a marked box. */
export function toSimbolo(fonte: string, codigo: number): string {
  const c = FONTES.get(fonte.trim().toLowerCase())?.[codigo >= 0xf000 && codigo <= 0xf0ff ? codigo - 0xf000 : codigo] ?? '';
  return c === '☑' ? '☒' : c;
}
