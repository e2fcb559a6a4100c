/** Classes a character of folded text falls into, one bit each: a letter, digit, white space, "_", other ASCII, beyond ASCII, upper case (which folding leaves only by exception). */
export const QUALQUER = -1;
export const LETRA = (1 << 26) - 1;
const N_DIGITO = 26;
const N_ESPACO = 27;
const N_SUBLINHA = 28;
const N_PONTUACAO = 29;
const N_AMPLO = 30;
const N_MAIUSCULA = 31;
export const DIGITO = 1 << N_DIGITO;
export const ESPACO = 1 << N_ESPACO;
/** What `\w` matches. */
export const PALAVRA = LETRA | DIGITO | (1 << N_SUBLINHA) | (1 << N_MAIUSCULA);

/** Classes of the escapes; the negated ones may be anything in part. */
export const CLASSE: Readonly<Record<string, number>> = {
  w: PALAVRA, d: DIGITO, s: ESPACO, S: ~ESPACO, D: ~DIGITO, W: ~PALAVRA, n: ESPACO, t: ESPACO, r: ESPACO, f: ESPACO, v: ESPACO,
};

const numeros = new Uint8Array(0x10000).fill(255);

/** Number (0 to 31) of a UTF-16 unit's class. */
export function classNumber(codigo: number): number {
  const n = numeros[codigo]!;
  return n < 255 ? n : (numeros[codigo] = computeClass(codigo));
}

function computeClass(codigo: number): number {
  if (codigo >= 97 && codigo <= 122) return codigo - 97;
  if (codigo >= 48 && codigo <= 57) return N_DIGITO;
  if (codigo >= 65 && codigo <= 90) return N_MAIUSCULA;
  if (codigo === 95) return N_SUBLINHA;
  if (/\s/.test(String.fromCharCode(codigo))) return N_ESPACO;
  return codigo < 128 ? N_PONTUACAO : N_AMPLO;
}

/** The class of a character as a bit. */
export const classOf = (c: string): number => 1 << classNumber(c.charCodeAt(0));
