/** How a level of an automatic list is numbered, whatever the format it comes from. */
export interface NivelDeLista {
  readonly inicio: number;
  readonly formato: FormatoNumero;
  /** What is shown, "%1" to "%9" standing for the numbers of the levels: "%1.%2". */
  readonly texto: string;
  /** Numbers of higher levels are shown in Arabic digits. */
  readonly legal?: boolean;
  /** Not counted afresh when a higher level goes on. */
  readonly continua?: boolean;
}

export type FormatoNumero = 'decimal' | 'zero' | 'ROMANO' | 'romano' | 'LETRA' | 'letra' | 'ordinal' | 'marca' | 'nenhum';

/** Numbers reached at each level of one list. */
export type Contadores = (number | undefined)[];

/** Counts one more item at `nivel` (0-based) and gives what is shown before its text; bullets are all "•". */
export function nextRotulo(contadores: Contadores, niveis: readonly (NivelDeLista | undefined)[], nivel: number): string {
  const n = niveis[nivel];
  if (!n) return '';
  contadores[nivel] = (contadores[nivel] ?? n.inicio - 1) + 1;
  for (let k = nivel + 1; k < Math.max(niveis.length, contadores.length); k++) if (!niveis[k]?.continua) contadores[k] = undefined;
  if (n.formato === 'marca') return '•';
  return n.texto.replace(/%(\d)/g, (_, d: string) => {
    const k = Number(d) - 1;
    const deste = niveis[k];
    if (!deste || k > nivel) return '';
    return formatNumero(contadores[k] ?? deste.inicio, n.legal && deste.formato !== 'nenhum' ? 'decimal' : deste.formato);
  });
}

export function formatNumero(n: number, formato: FormatoNumero): string {
  switch (formato) {
    case 'zero':
      return String(n).padStart(2, '0');
    case 'ROMANO':
      return toRomano(n);
    case 'romano':
      return toRomano(n).toLowerCase();
    case 'LETRA':
      return toLetra(n);
    case 'letra':
      return toLetra(n).toLowerCase();
    case 'ordinal':
      return `${n}º`;
    case 'marca':
    case 'nenhum':
      return '';
    default:
      return String(n);
  }
}

const ROMANOS: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function toRomano(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let resto = n;
  let saida = '';
  for (const [valor, letras] of ROMANOS) for (; resto >= valor; resto -= valor) saida += letras;
  return saida;
}

/** 1 → A, 26 → Z, 27 → AA, 28 → BB, as word processors do. */
const toLetra = (n: number): string => (n < 1 || n > 780 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)));
