import { Decimal } from 'decimal.js';
import { fold, toDinheiro, type DecimalTexto } from '../../kernel/index.js';
import { parseExtenso } from './numeros.js';

const ESCALAS: Readonly<Record<string, number>> = { mil: 1e3, milhao: 1e6, milhoes: 1e6, bilhao: 1e9, bilhoes: 1e9 };

/** "um milhão, oitocentos e sessenta mil reais e oitenta centavos" → "1860000.80"; null when a word is unknown or no currency is named. */
export function parseDinheiroExtenso(texto: string): DecimalTexto | null {
  const t = fold(texto).replace(/-\s*\n\s*/g, '').replace(/[^a-z\s]/g, ' ').replace(/\s+/g, ' ').trim();
  const m = /^(?<inteiro>.*?)\s*(?:de\s+)?\brea(?:is|l)\b(?:\s*e?\s*(?<centavos>[a-z\s]+?)\s+centavos?)?/.exec(t);
  const soCentavos = m ? null : /^(?<centavos>[a-z\s]+?)\s+centavos?/.exec(t);
  const inteiro = m ? parseInteiro(m.groups!['inteiro']!) : soCentavos ? 0 : null;
  const textoCentavos = (m ?? soCentavos)?.groups?.['centavos'];
  const centavos = textoCentavos === undefined ? 0 : parseExtenso(textoCentavos);
  if (inteiro === null || centavos === null || centavos > 99) return null;
  return toDinheiro(new Decimal(inteiro).plus(new Decimal(centavos).div(100)).toString());
}

function parseInteiro(texto: string): number | null {
  let total = 0;
  let grupo: string[] = [];
  const close = (escala: number): boolean => {
    const n = grupo.length ? parseExtenso(grupo.join(' ')) : escala === 1e3 ? 1 : null;
    grupo = [];
    if (n === null) return false;
    total += n * escala;
    return true;
  };
  for (const p of texto.split(' ').filter((x) => x && x !== 'e')) {
    const escala = ESCALAS[p];
    if (escala === undefined) grupo.push(p);
    else if (!close(escala)) return null;
  }
  if (grupo.length && !close(1)) return null;
  return total > 0 ? total : null;
}
