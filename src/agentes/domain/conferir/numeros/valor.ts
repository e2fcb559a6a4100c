import { Decimal } from 'decimal.js';
import { parseExtenso } from '../../../../editais/index.js';
import { parseNumeroBr } from '../../../../kernel/index.js';

const UM = 'h?uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|[qc]u?atorze|quinze|dezess?eis|dezess?ete|dezoito|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cento|cem|duzent[oa]s|trezent[oa]s|quatrocent[oa]s|quinhent[oa]s|seiscent[oa]s|setecent[oa]s|oitocent[oa]s|novecent[oa]s';
const ESCALA = 'mil(?:hao|hoes)?|bilhao|bilhoes';
/** Source of a cardinal in words, on folded text: "trinta", "cento e vinte", "dois mil e quinhentos". */
export const EXTENSO = String.raw`\b(?:zero|(?:${UM})|mil)(?:(?:\s+e\s+|\s+|,\s+)(?:${UM}|${ESCALA})){0,12}\b`;
/** Source of digits: "1.860.573,88", "30", "0,5", "0.5", "05". */
export const DIGITOS = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;

const ESCALAS: Readonly<Record<string, number>> = { mil: 1e3, mi: 1e6, milhao: 1e6, milhoes: 1e6, bi: 1e9, bilhao: 1e9, bilhoes: 1e9 };

/** A number in digits or words as a decimal string without idle zeros ("30", "0.5", "1860573.88"); null when it is none. */
export function valueOf(texto: string, escala?: string): string | null {
  const base = /^\d/.test(texto) ? parseDigitos(texto) : parsePalavras(texto);
  if (base === null) return null;
  return new Decimal(base).times(escala === undefined ? 1 : (ESCALAS[escala] ?? 1)).toFixed();
}

function parseDigitos(texto: string): string | null {
  const t = texto.replace(/\s+/g, '');
  const br = parseNumeroBr(t);
  if (br !== null) return br;
  return /^\d+\.\d+$/.test(t) ? new Decimal(t).toFixed() : null;
}

function parsePalavras(texto: string): string | null {
  let total = 0;
  let grupo: string[] = [];
  const close = (escala: number): boolean => {
    const n = grupo.length ? parseExtenso(grupo.join(' ').replace(/\bcuatorze\b/, 'quatorze').replace(/dezess?e(is|te)/, 'dezesse$1')) : escala === 1e3 ? 1 : null;
    grupo = [];
    if (n === null) return false;
    total += n * escala;
    return true;
  };
  for (const p of texto.replace(/,/g, ' ').split(/\s+/).filter((x) => x && x !== 'e')) {
    const escala = ESCALAS[p];
    if (escala === undefined) grupo.push(p);
    else if (!close(escala)) return null;
  }
  return (!grupo.length || close(1)) ? String(total) : null;
}
