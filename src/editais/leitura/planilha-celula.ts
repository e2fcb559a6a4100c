import { SSF } from '@e965/xlsx';
import { Decimal } from 'decimal.js';

/** A cell as the library gives it: type, value, format and text as an American spreadsheet shows it. */
export interface CelulaPlanilha {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: unknown;
}

/** What the file says of all its cells. */
export interface ModoCelula {
  /** Days are counted from 1904, as old Macs did. */
  readonly data1904?: boolean;
  /** `w` is what the author's program showed, in his language (ODS). */
  readonly comoEscrito?: boolean;
}

/** Text of a cell as a Brazilian spreadsheet shows it; empty when it shows nothing. */
export function formatCelula(c: CelulaPlanilha, { data1904 = false, comoEscrito = false }: ModoCelula = {}): string {
  if (comoEscrito && c.w !== undefined && c.w.trim() && c.w !== String(c.v) && c.t !== 'b') return c.t === 'n' && isAmericano(c.w) ? swapSeparadores(c.w) : c.w;
  if (c.t === 'b') return c.v ? 'Sim' : 'Não';
  if (c.t === 'd' && c.v instanceof Date) return formatIso(c.v.toISOString());
  if (c.t === 'n' && typeof c.v === 'number' && Number.isFinite(c.v)) return formatNumero(c.v, typeof c.z === 'string' ? c.z : 'General', c.w, data1904);
  if (c.t === 'e') return c.w ?? '#ERRO';
  return typeof c.v === 'string' ? c.v : '';
}

function formatNumero(valor: number, formato: string, mostrado: string | undefined, data1904: boolean): string {
  if (SSF.is_date(formato)) return formatData(valor, formato, data1904) ?? plainNumero(valor);
  // The format decides (currency, percentage, leading zeros), unless it hides decimals that are there.
  if (formato !== 'General' && mostrado !== undefined && mostrado.trim() && (Number.isInteger(valor) || /%|0[.,]0/.test(formato))) return swapSeparadores(mostrado.trim());
  return plainNumero(valor);
}

/** "1,234.50" → "1.234,50", whatever stands around it. */
const swapSeparadores = (texto: string): string => texto.replace(/(?<=\d)[.,](?=\d)/g, (s) => (s === ',' ? '.' : ','));

/** "1,234.50", "0.5" and "1,234": the last separator stands before decimals when it is a point, before thousands when it is a comma. */
const isAmericano = (texto: string): boolean => /\d\.\d{1,2}(?!\d|[.,])|\d,\d{3}(?:\.|(?![\d,]))/.test(texto);

/** "1.234,50"; whole numbers as they are, at most four decimals (spreadsheets store 0,1 + 0,2 as 0,30000000000000004). */
function plainNumero(valor: number): string {
  const arredondado = new Decimal(valor).toDecimalPlaces(4);
  if (arredondado.isInteger()) return arredondado.toFixed(0);
  const [inteiro, decimais] = arredondado.toFixed(Math.max(2, arredondado.decimalPlaces())).split('.');
  return `${inteiro!.replace(/\B(?=(\d{3})+(?!\d))/g, '.')},${decimais}`;
}

/** "07/04/2026", "07/04/2026 09:30", "09:30"; null for a number that is no date. */
function formatData(valor: number, formato: string, date1904: boolean): string | null {
  const d = SSF.parse_date_code(valor, { date1904 }) as { y: number; m: number; d: number; H: number; M: number } | null;
  if (!d || d.y > 9999) return null;
  const hora = `${dois(d.H)}:${dois(d.M)}`;
  if (valor < 1 || !/[dy]/i.test(formato.replace(/"[^"]{0,100}"|\[[^\]]{0,50}\]/g, ''))) return hora;
  return `${dois(d.d)}/${dois(d.m)}/${d.y}${hora === '00:00' ? '' : ` ${hora}`}`;
}

function formatIso(iso: string): string {
  const [data, hora] = iso.split('T');
  const [ano, mes, dia] = data!.split('-');
  return `${dia}/${mes}/${ano}${hora!.startsWith('00:00') ? '' : ` ${hora!.slice(0, 5)}`}`;
}

const dois = (n: number): string => String(n).padStart(2, '0');
