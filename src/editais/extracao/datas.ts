const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];

/** Source of a date on folded text: "07/04/2026", "7.4.26", "07 de abril de 2026", "1º de abril de 2026". Groups dia, mes, ano / dia2, mes2, ano2. */
export const DATA = String.raw`(?:(?<dia>\d{1,2})\s?[/.-]\s?(?<mes>\d{1,2})\s?[/.-]\s?(?<ano>20\d{2}|\d{2})(?!\d)|(?<dia2>\d{1,2})\s*º?\s*(?:\([a-z\s]{2,20}\)\s*)?(?:de\s+)?(?<mes2>${MESES.join('|')})(?:\s+de)?\s+(?<ano2>20\d{2}))`;
/** Source of an hour: "9h", "09h00min", "13:00h", "08h:00min", "09:00 horas", "8 (oito) horas", "14h30". Groups hora, minuto. Needs an "h" or ":" or the word. */
export const HORA = String.raw`(?<![\d/.,])(?<hora>[01]?\d|2[0-4])\s*(?:\([a-z\s]{2,30}\)\s*)?(?:h(?:oras?|rs?|s)?\b?\s*:?\s*(?:e\s+)?(?<minuto>[0-5]\d)?(?:\s*(?:min(?:utos)?|m)\b)?|:\s?(?<minuto2>[0-5]\d)(?::[0-5]\d)?\s*(?:h(?:oras?|rs?|s)?)?)(?![\d/])`;

type Grupos = Readonly<Record<string, string | undefined>>;

/** ISO date "2026-04-07" of a match of DATA; null when the calendar has no such day. */
export function readData(g: Grupos): string | null {
  const dia = Number(g['dia'] ?? g['dia2']);
  const mes = g['mes'] !== undefined ? Number(g['mes']) : MESES.indexOf(g['mes2'] ?? '') + 1;
  const anoTexto = g['ano'] ?? g['ano2'];
  if (!anoTexto) return null;
  const ano = anoTexto.length === 2 ? 2000 + Number(anoTexto) : Number(anoTexto);
  const d = new Date(Date.UTC(ano, mes - 1, dia));
  if (d.getUTCMonth() !== mes - 1 || d.getUTCDate() !== dia || ano < 2000 || ano > 2100) return null;
  return d.toISOString().slice(0, 10);
}

/** "09:00" of a match of HORA; null when impossible. */
export function readHora(g: Grupos): string | null {
  const h = Number(g['hora']);
  const m = Number(g['minuto'] ?? g['minuto2'] ?? 0);
  if (!Number.isInteger(h) || h > 23 || m > 59) return null;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}

/** ISO 8601 with offset. Brazil has had no summer time since 2019; `deslocamento` is the edital's own ("-04:00" in MS, MT, AM…). */
export const toInstante = (data: string, hora: string, deslocamento = '-03:00'): string => `${data}T${hora}:00${deslocamento}`;
