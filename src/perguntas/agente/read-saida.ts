/** What was read so far of an answer that is still arriving. */
export interface SaidaParcial {
  /** Null: not said yet. */
  readonly encontrado: boolean | null;
  /** The elements of `afirmacoes` that are whole, as JSON values, in order. */
  readonly afirmacoes: readonly unknown[];
}

/** Longest answer looked at, characters; elements of one. */
const MAX_LETRAS = 200_000;
const MAX_AFIRMACOES = 12;

/**
 * Reads the beginning of an answer's JSON: every claim whose last brace arrived. A fence or words around the object are
 * passed over; what is broken gives what was whole before it.
 */
export function readSaida(texto: string): SaidaParcial {
  const t = texto.slice(0, MAX_LETRAS);
  const inicio = t.indexOf('{');
  const cabeca = inicio < 0 ? null : findChave(t, inicio, 'afirmacoes');
  const dito = /"encontrado"\s*:\s*(true|false)/.exec(cabeca === null ? t : t.slice(0, cabeca));
  const afirmacoes = cabeca === null ? [] : readLista(t, cabeca);
  return { encontrado: dito ? dito[1] === 'true' : null, afirmacoes };
}

/** Whether the whole answer is an object with both its parts. */
export const isInteira = (texto: string): boolean => {
  const [de, ate] = [texto.indexOf('{'), texto.lastIndexOf('}')];
  try {
    const v = JSON.parse(texto.slice(de, ate + 1)) as { encontrado?: unknown; afirmacoes?: unknown };
    return typeof v.encontrado === 'boolean' && Array.isArray(v.afirmacoes);
  } catch {
    return false;
  }
};

/** Place after the `[` of the value of a key of the outer object; null: not there yet. */
function findChave(t: string, inicio: number, chave: string): number | null {
  let nivel = 0;
  for (let i = inicio; i < t.length; i++) {
    const c = t[i];
    if (c === '"') {
      const fim = endOfTexto(t, i);
      if (fim === null) return null;
      const lista = nivel === 1 && t.slice(i + 1, fim) === chave ? /^\s*:\s*\[/.exec(t.slice(fim + 1, fim + 40)) : null;
      if (lista) return fim + 1 + lista[0].length;
      i = fim;
    } else if (c === '{' || c === '[') nivel++;
    else if (c === '}' || c === ']') nivel--;
  }
  return null;
}

function readLista(t: string, inicio: number): unknown[] {
  const lidas: unknown[] = [];
  let nivel = 0;
  let de = -1;
  for (let i = inicio; i < t.length && lidas.length < MAX_AFIRMACOES; i++) {
    const c = t[i];
    if (c === '"') {
      const fim = endOfTexto(t, i);
      if (fim === null) return lidas;
      i = fim;
    } else if (c === '{' || c === '[') {
      if (nivel++ === 0) de = i;
    } else if (c === '}' || c === ']') {
      if (--nivel < 0) return lidas;
      if (nivel === 0) {
        try {
          lidas.push(JSON.parse(t.slice(de, i + 1)));
        } catch {
          return lidas;
        }
      }
    }
  }
  return lidas;
}

/** Place of the quote that closes the string that begins at `i`; null: it did not arrive. */
function endOfTexto(t: string, i: number): number | null {
  for (let j = i + 1; j < t.length; j++) {
    if (t[j] === '\\') j++;
    else if (t[j] === '"') return j;
  }
  return null;
}
