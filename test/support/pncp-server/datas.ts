/** Times as PNCP writes them: Brasília's clock, no zone, seconds. Brazil has had no summer time since 2019: −03:00. */
const FUSO_MS = 3 * 3_600_000;

/** YYYY-MM-DDTHH:MM:SS in Brasília. */
export const horaLocal = (instante: Date): string => new Date(instante.getTime() - FUSO_MS).toISOString().slice(0, 19);
export const diaLocal = (instante: Date): string => horaLocal(instante).slice(0, 10);

/** A local time moved by days and minutes. */
export const somar = (local: string, dias: number, minutos = 0): string => new Date(Date.parse(`${local.length === 10 ? `${local}T00:00:00` : local.slice(0, 19)}Z`) + dias * 86_400_000 + minutos * 60_000).toISOString().slice(0, 19);

/** AAAAMMDD → YYYY-MM-DD; null when it is no day. */
export function lerDia(texto: string | null): string | null {
  if (!texto || !/^\d{8}$/.test(texto)) return null;
  const dia = `${texto.slice(0, 4)}-${texto.slice(4, 6)}-${texto.slice(6)}`;
  const d = new Date(`${dia}T00:00:00Z`);
  return Number.isNaN(d.getTime()) || d.toISOString().slice(0, 10) !== dia ? null : dia;
}

export const diasEntre = (de: string, ate: string): number => (Date.parse(`${ate}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / 86_400_000;
