/** Words that no page of Portuguese prose does without. */
const FUNCIONAIS = new Set('a o as os e de da do das dos em na no nas nos ao à com para por que se um uma ou não é'.split(' '));
/** The commonest of them: most pages are told by it at once. */
const PROSA = /\s(?:de|da|do|e|a|o|em|para)\s/i;
/** Below these a text is too short to be judged by its words. */
const MIN_PALAVRAS = 30;
const MIN_LETRAS = 80;
/** Of the letters of Portuguese 45 to 50 % are vowels; of acronyms and units some 30 %. */
const MIN_VOGAIS = 0.22;
/** A private, replacement or control character stands where a font told no meaning. */
const SEM_SENTIDO = /[\p{Co}\p{Cn}\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
const MAX_SEM_SENTIDO = 0.2;
/** Tokens with a symbol inside ("\u00b4%&o(" of fonts whose codes are shifted); names, numbers, dates and addresses of the web are no such tokens. */
const SIMBOLO_DENTRO = /^(?!https?:|www\.)[^\s@]*[\p{L}\d][!"#$%&'*+<=>?[\\\]^_`{|}~][\p{L}\d!"#$%&'*+<=>?[\\\]^_`{|}~]/u;
const MAX_SIMBOLOS = 0.3;

/**
 * True when the text layer is no text: glyphs whose font tells no characters (private use, replacement, controls), or
 * letters of a shifted encoding. Tables without one function word are text: their letters are those of a language.
 * `texto` as the PDF gives it, U+FFFE and U+0002 (soft hyphens of PDFium) taken out.
 */
export function isIlegivel(texto: string): boolean {
  const visiveis = texto.replace(/\s+/g, '').length;
  if (!visiveis) return false;
  const semSentido = texto.match(SEM_SENTIDO)?.length ?? 0;
  if (semSentido / visiveis > MAX_SEM_SENTIDO) return true;
  if (PROSA.test(texto)) return false;
  const palavras = texto.toLowerCase().split(/\s+/).filter(Boolean);
  if (palavras.length < MIN_PALAVRAS || palavras.some((p) => FUNCIONAIS.has(p.replace(/[,.;:()]/g, '')))) return false;
  if (palavras.filter((p) => SIMBOLO_DENTRO.test(p)).length / palavras.length > MAX_SIMBOLOS) return true;
  const letras = texto.match(/\p{L}/gu)?.length ?? 0;
  const vogais = texto.normalize('NFD').match(/[aeiou]/gi)?.length ?? 0;
  return letras >= MIN_LETRAS && vogais / letras < MIN_VOGAIS;
}
