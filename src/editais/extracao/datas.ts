import { parseExtenso } from './numeros.js';

const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const ABREVIADOS = MESES.map((m) => m.slice(0, 3));

const DE_1_A_9 = 'um|dois|tres|quatro|cinco|seis|sete|oito|nove';
const DIA_EXTENSO = `(?:primeiro|vinte(?:\\s+e\\s+(?:${DE_1_A_9}))?|trinta(?:\\s+e\\s+um)?|${DE_1_A_9}|dez|onze|doze|treze|[qc]u?atorze|quinze|dezess?eis|dezess?ete|dezoito|dezenove)`;
const ANO_EXTENSO = `dois\\s+mil\\s+e\\s+vinte(?:\\s+e\\s+(?:${DE_1_A_9}))?`;

const DIA = String.raw`(?<![\d/.,:-])`;
/** Year in full ("2026", also "2.026"), or two digits after a slash ("7/4/26"; "3.4.26" is a clause number). */
const ANO = String.raw`2\.?0\d{2}`;

/**
 * Source of a date on folded text: "07/04/2026", "20 / 02 / 2025", "7.4.2026", "7/4/26", "07 de abril de 2026",
 * "1º de abril de 2.026", "12 (doze) de maio de 2026", "07/abr/2026", "doze de maio de dois mil e vinte e seis". Read by
 * `readData`.
 */
export const DATA = String.raw`(?:${DIA}(?<dia>[0-3]?\d)(?:º\s?)?\s?(?:/\s?(?<mes>[01]?\d)\s?/\s?(?<ano>${ANO}|\d{2})|[.-]\s?(?<mes3>[01]?\d)\s?[.-]\s?(?<ano3>20\d{2}))(?![\d/])`
  + String.raw`|${DIA}(?<dia2>[0-3]?\d)\s*º?\s*(?:\([a-z\s]{2,20}\)\s*)?(?:(?:dias?\s+)?d[eo]\s+(?:mes\s+de\s+)?|[/.-]\s?)?(?<mes2>${MESES.join('|')}|(?:${ABREVIADOS.join('|')})(?=[\s./-]))\.?(?:\s+d[eo]\s+(?:ano\s+de\s+)?|\s?[,/.-]\s?|\s+)(?<ano2>${ANO}|${ANO_EXTENSO})(?!\d)`
  + String.raw`|\b(?<dia3>${DIA_EXTENSO})\s+(?:dias?\s+)?d[eo]\s+(?:mes\s+de\s+)?(?<mes4>${MESES.join('|')})\s+d[eo]\s+(?:ano\s+de\s+)?(?<ano4>${ANO}(?!\d)|${ANO_EXTENSO}))`;

/** Source of a day without its year, as in "de 26 de junho até …". */
export const DIA_E_MES = String.raw`[0-3]?\d\s*º?\s*(?:\([a-z\s]{2,20}\)\s*)?de\s+(?:${MESES.join('|')})`;

/**
 * Source of an hour on folded text: "9h", "09h00min", "13:00h", "08h:00min", "09:00 horas", "8 (oito) horas", "14h30",
 * "9 horas e 30 minutos", "09.30 horas", "às nove horas e trinta minutos". Needs an "h", a ":" or the word. Read by `readHora`.
 */
export const HORA = String.raw`(?:(?<![\d/.,:])(?<hora>2[0-4]|[01]?\d)\s?(?:\([a-z\s]{2,30}\)\s?)?(?:`
  + String.raw`:\s?(?<minuto2>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:h(?:oras?|rs?|s)?|min(?:utos)?)(?:\s?min)?(?![a-z]))?`
  + String.raw`|\.(?<minuto3>[0-5]\d)\s?h(?:oras?|rs?|s)?(?![a-z])`
  + String.raw`|h(?:oras?|rs?|s)?(?![a-z])(?:\s?:?\s?(?:e\s+)?(?<minuto>[0-5]\d)(?!\d|/|\s?[ºª]|\s?dias?|\s?\(\w+\)\s?dias)(?:\s?\([a-z\s]{2,30}\))?(?:\s?(?:minutos|min|m)(?![a-z]))?)?)(?![\d/])`
  + String.raw`|(?<=\bd?as\s{1,3})(?<horae>(?:uma|duas|vinte(?:\s+e\s+(?:uma|duas|tres))?|${DE_1_A_9}|dez|onze|doze|treze|[qc]u?atorze|quinze|dezess?eis|dezess?ete|dezoito|dezenove))\s+horas\b(?:\s+e\s+(?<minutoe>cinco|dez|quinze|vinte|trinta|quarenta|quarenta\s+e\s+cinco|cinquenta)\s+minutos)?)`;

type Grupos = Readonly<Record<string, string | undefined>>;

/** ISO date "2026-04-07" of a match of DATA; null when the calendar has no such day. */
export function readData(g: Grupos): string | null {
  const dia = g['dia3'] !== undefined ? readExtenso(g['dia3']) : Number(g['dia'] ?? g['dia2']);
  const numero = g['mes'] ?? g['mes3'];
  const mes = numero !== undefined ? Number(numero) : ABREVIADOS.indexOf((g['mes2'] ?? g['mes4'] ?? '').slice(0, 3)) + 1;
  const anoTexto = (g['ano'] ?? g['ano2'] ?? g['ano3'] ?? g['ano4'])?.replace('.', '');
  if (!anoTexto) return null;
  const ano = anoTexto.startsWith('dois') ? 2000 + readExtenso(anoTexto.replace(/^dois\s+mil\s+e\s+/, '')) : anoTexto.length === 2 ? 2000 + Number(anoTexto) : Number(anoTexto);
  const d = new Date(Date.UTC(ano, mes - 1, dia));
  if (d.getUTCMonth() !== mes - 1 || d.getUTCDate() !== dia || ano < 2000 || ano > 2100) return null;
  return d.toISOString().slice(0, 10);
}

const readExtenso = (texto: string): number => (texto === 'primeiro' ? 1 : (parseExtenso(texto) ?? NaN));

/** "09:00" of a match of HORA; "24h" is "23:59"; null when impossible. */
export function readHora(g: Grupos): string | null {
  const h = g['horae'] !== undefined ? readExtenso(g['horae']) : Number(g['hora']);
  const m = g['minutoe'] !== undefined ? readExtenso(g['minutoe']) : Number(g['minuto'] ?? g['minuto2'] ?? g['minuto3'] ?? 0);
  if (h === 24 && m === 0) return '23:59';
  if (!Number.isInteger(h) || h > 23 || m > 59) return null;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}

/** ISO 8601 with offset. Brazil has had no summer time since 2019; `deslocamento` is the edital's own ("-04:00" in MS, MT, AM…). */
export const toInstante = (data: string, hora: string, deslocamento = '-03:00'): string => `${data}T${hora}:00${deslocamento}`;
