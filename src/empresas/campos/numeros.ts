import { decimal, parseNumeroBr, type DecimalTexto } from '../../kernel/index.js';
import { recusa, type Leitor, type Recusa } from './campo.js';

const LIMITE = decimal('1e15');

/** JSON number or text → decimal string. In text, `read` says how dots and commas are meant. */
function readDecimal(valor: unknown, read: (t: string) => DecimalTexto | null, exemplo: string): DecimalTexto | Recusa {
  const falha = recusa(`Não é um número que se entenda: escreva como ${exemplo}.`);
  if (typeof valor === 'number') return Number.isFinite(valor) && decimal(valor).abs().lt(LIMITE) ? decimal(valor).toString() : falha;
  if (typeof valor !== 'string' || valor.length > 40) return falha;
  const t = valor.trim();
  const negativo = /^(?:-|\(.*\)$)/.test(t) || /^R\$\s*-/i.test(t);
  const lido = read(t.replace(/[()\-\s]|R\$|%/gi, ''));
  if (lido === null || decimal(lido).abs().gte(LIMITE)) return falha;
  return negativo ? decimal(lido).neg().toString() : lido;
}

/** Brazilian money or quantity: "R$ 1.000,00", "1.000", "1500.5", 1500.5. A single group of three after a dot is thousands. */
const readBr = (t: string): DecimalTexto | null => parseNumeroBr(t);
/** A ratio or percentage: the lone dot is a decimal point ("1.250" is 1,25), unless a comma follows it. */
const readRazao = (t: string): DecimalTexto | null => (/^\d+\.\d+$/.test(t) ? decimal(t).toString() : parseNumeroBr(t));

const naoNegativo = (r: DecimalTexto | Recusa): DecimalTexto | Recusa =>
  typeof r === 'string' && decimal(r).lt(0) ? recusa('O valor não pode ser negativo.') : r;

/** Amount in R$, may be negative (patrimônio líquido). */
export const readDinheiroComSinal: Leitor<DecimalTexto> = (v) => readDecimal(v, readBr, '"R$ 1.000,00" ou 1000.00');
/** Amount in R$, zero or more. */
export const readDinheiro: Leitor<DecimalTexto> = (v) => naoNegativo(readDinheiroComSinal(v));
/** Quantity, zero or more: "1.200" is one thousand two hundred. */
export const readQuantidade: Leitor<DecimalTexto> = (v) => naoNegativo(readDecimal(v, readBr, '"1.200,5" ou 1200.5'));
/** Accounting index, zero or more: "1,25" or "1.25". */
export const readIndice: Leitor<DecimalTexto> = (v) => naoNegativo(readDecimal(v, readRazao, '"1,25" ou 1.25'));
/** Percentage from 0 to below 100: "12,5%", 12.5. */
export const readPercentual: Leitor<DecimalTexto> = (v) => {
  const r = naoNegativo(readDecimal(v, readRazao, '"12,5%" ou 12.5'));
  return typeof r === 'string' && decimal(r).gte(100) ? recusa('O percentual deve ser menor que 100.') : r;
};

/** Whole number between two bounds. */
export const readInteiro = (minimo: number, maximo: number): Leitor<number> => (v) => {
  const n = typeof v === 'string' && /^\s*\d{1,9}\s*$/.test(v) ? Number(v) : v;
  return typeof n === 'number' && Number.isInteger(n) && n >= minimo && n <= maximo ? n : recusa(`Esperava um número inteiro entre ${minimo} e ${maximo}.`);
};
