import { isDia, type Dia } from '../../kernel/index.js';
import type { Lugar, Papel } from './papel.js';

const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const CARDINAIS: Readonly<Record<string, number>> = {
  primeiro: 1, um: 1, uma: 1, hum: 1, dois: 2, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11, doze: 12, treze: 13, quatorze: 14, catorze: 14,
  quinze: 15, dezesseis: 16, dezessete: 17, dezoito: 18, dezenove: 19, vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60, setenta: 70, oitenta: 80, noventa: 90,
  cem: 100, cento: 100, duzentos: 200, trezentos: 300, novecentos: 900,
};

const MES = `(${MESES.join('|')})`;
const NUMERO_EM_PALAVRAS = String.raw`(?:primeiro|[a-z]{2,9}(?:\s+e\s+[a-z]{2,6})?)`;
const ANO_EM_PALAVRAS = String.raw`(?:dois\s+mil(?:\s+e\s+[a-z]{2,9}){0,2}|mil\s+(?:e\s+)?novecentos(?:\s+e\s+[a-z]{2,9}){0,2})`;
/** Dates on folded running text: "15/03/2026", "15.03.2026", "2026-03-15", "15 de março de 2026", "aos quinze dias do mês de março de dois mil e vinte e seis". */
export const DATA = new RegExp(
  String.raw`(?<![\d/.-])(?<dia>\d{1,2})\s?[/.-]\s?(?<mes>\d{1,2})\s?[/.-]\s?(?<ano>\d{4})(?![\d/])`
  + String.raw`|(?<![\d/.-])(?<ano4>\d{4})-(?<mes4>\d{2})-(?<dia4>\d{2})(?!\d)`
  + String.raw`|(?<![\d/.-])(?<dia2>\d{1,2})\s?º?\s+(?:\([a-z\s]{2,20}\)\s+)?(?:dias?\s+do\s+mes\s+)?de\s+${MES.replace('(', '(?<mes2>')}\s+(?:do\s+ano\s+)?de\s+(?<ano2>\d{4})(?!\d)`
  + String.raw`|\b(?<dia3>${NUMERO_EM_PALAVRAS})\s+(?:dias?\s+)?(?:do\s+mes\s+)?de\s+${MES.replace('(', '(?<mes3>')}\s+(?:do\s+ano\s+)?de\s+(?<ano3>${ANO_EM_PALAVRAS}|\d{4})`,
);

/** Value of a number in words, up to 9,999; null when a word is no number. */
export function readPalavras(texto: string): number | null {
  let soma = 0;
  let parcela = 0;
  for (const p of texto.split(/\s+/)) {
    if (p === 'e' || !p) continue;
    if (p === 'mil') {
      soma += (parcela || 1) * 1000;
      parcela = 0;
      continue;
    }
    const v = CARDINAIS[p];
    if (v === undefined) return null;
    parcela += v;
  }
  return soma + parcela || null;
}

/** Day of a match of `DATA`; null when the calendar has none such or the year is out of 1900 to 2100. */
export function readDia(g: Readonly<Record<string, string | undefined>>): Dia | null {
  const dia = g['dia3'] ? readPalavras(g['dia3'].replace(/^(?:aos?|em|no|dia)\s+/, '')) : Number(g['dia'] ?? g['dia2'] ?? g['dia4']);
  const nome = g['mes2'] ?? g['mes3'];
  const mes = nome ? MESES.indexOf(nome) + 1 : Number(g['mes'] ?? g['mes4']);
  const escrito = g['ano3'];
  const ano = escrito && !/^\d/.test(escrito) ? readPalavras(escrito) : Number(escrito ?? g['ano'] ?? g['ano2'] ?? g['ano4']);
  if (dia === null || ano === null || ano < 1900 || ano > 2100) return null;
  const texto = `${ano}-${String(mes).padStart(2, '0')}-${String(dia).padStart(2, '0')}`;
  return isDia(texto) ? texto : null;
}

/** A date with its place. */
export interface DataNoPapel extends Lugar {
  readonly dia: Dia;
}

/** The first date at most `ate` characters after `desde`. */
export function dataDepois(p: Papel, desde: number, ate: number): DataNoPapel | null {
  const m = p.find(DATA, desde);
  if (!m || m.inicio > desde + ate) return null;
  const dia = readDia(m.groups ?? {});
  return dia === null ? null : { dia, inicio: m.inicio, fim: m.fim };
}

/** The date that follows a label, within `ate` characters; the quote goes from the label to the date. */
export function dataDoRotulo(p: Papel, rotulo: RegExp, ate = 60): DataNoPapel | null {
  for (const m of p.findAll(rotulo, 20)) {
    const data = dataDepois(p, m.fim, ate);
    if (data) return { ...data, inicio: m.inicio };
  }
  return null;
}

/** All dates of the paper, in order. */
export const datasDe = (p: Papel): DataNoPapel[] =>
  p.findAll(DATA, 400).flatMap((m) => {
    const dia = readDia(m.groups ?? {});
    return dia ? [{ dia, inicio: m.inicio, fim: m.fim }] : [];
  });
