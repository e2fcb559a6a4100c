import { Decimal } from 'decimal.js';

/** Amounts are decimal strings ("1860573.88"): never floats, never 0 for unknown. */
export type DecimalTexto = string;

export const decimal = (valor: DecimalTexto | number | Decimal): Decimal => new Decimal(valor);

/** "1.860.573,88", "1860573,88", "1.860.573" → "1860573.88"; null when it is no Brazilian number. Malformed groups ("3.420,000,00") are null. */
export function parseNumeroBr(texto: string): DecimalTexto | null {
  const t = texto.trim().replace(/\s+/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(t)) return new Decimal(t.replace(/\./g, '').replace(',', '.')).toString();
  if (/^\d+(,\d+)?$/.test(t)) return new Decimal(t.replace(',', '.')).toString();
  if (/^\d+\.\d{1,2}$/.test(t)) return new Decimal(t).toString();
  return null;
}

/** Two decimals, for amounts: "1860573.88". */
export const toDinheiro = (valor: DecimalTexto): DecimalTexto => new Decimal(valor).toFixed(2);

/** "R$ 1.860.573,88" */
export function formatDinheiro(valor: DecimalTexto): string {
  const [inteiro, centavos] = new Decimal(valor).toFixed(2).split('.');
  return `R$ ${inteiro!.replace(/\B(?=(\d{3})+(?!\d))/g, '.')},${centavos}`;
}

/** "12,5%" */
export const formatPercentual = (valor: DecimalTexto): string => `${new Decimal(valor).toString().replace('.', ',')}%`;
