import { DATA, findAchados, HORA, inteiroRx, readData, readHora, readInteiro, type TextoEdital } from '../../editais/index.js';
import { diffDias, type Dia, type Evidencia } from '../../kernel/index.js';

/** Last day of the visit as printed: a date, or an advance over the opening. */
export type VistoriaImpressa =
  | { readonly tipo: 'data'; readonly dia: Dia; readonly hora: string | null; readonly evidencia: Evidencia }
  | { readonly tipo: 'antes'; readonly n: number; readonly unidade: 'dias_uteis' | 'dias' | 'horas'; readonly evidencia: Evidencia };

const VISITA = String.raw`\b(?:visitas?(?:\s+tecnicas?)?|vistorias?)\b`;
const REGIOES = ['edital', 'tr', 'anexo'] as const;
const ANTES = new RegExp(String.raw`${VISITA}[^;]{0,260}?\bate\s+(?:o\s+prazo\s+de\s+)?${inteiroRx('n')}\s*(?<unidade>dias?\s+ut(?:il|eis)|dias?|horas?)[^.;]{0,25}?\b(?:antes|anterior\w*|que\s+antecede\w*)`);
const VESPERA = new RegExp(String.raw`${VISITA}[^;]{0,260}?\bate\s+o\s+(?:ultimo\s+)?dia\s+(?<util>util\s+)?(?:imediatamente\s+)?anterior`);
const ATE_DATA = new RegExp(String.raw`${VISITA}[^;]{0,260}?\b(?:ate\s+(?:o\s+dia\s+)?|no\s+periodo\s+de\s+\S{6,12}\s+a\s+)${DATA}(?:[^.;\n\d]{0,25}?${HORA})?`);

/** Reads the limit of the technical visit; null when none is printed. `abertura` bounds what can be its date. */
export function readVistoriaImpressa(t: TextoEdital, abertura: Dia | null): VistoriaImpressa | null {
  for (const a of findAchados(t, ATE_DATA, { regioes: REGIOES })) {
    const dia = readData(a.nome);
    const evidencia = t.trechoEm(Math.max(a.inicio, a.fim - 220), a.fim);
    const dias = dia && abertura ? diffDias(dia, abertura) : -1;
    if (dia && evidencia && dias >= 0 && dias <= 90) return { tipo: 'data', dia, hora: a.nome['hora'] === undefined ? null : readHora(a.nome), evidencia };
  }
  for (const a of findAchados(t, ANTES, { regioes: REGIOES })) {
    const n = readInteiro(a.nome, 'n');
    const evidencia = t.trechoEm(Math.max(a.inicio, a.fim - 220), a.fim);
    if (!n || n.n > 120 || !evidencia) continue;
    const u = a.nome['unidade'] ?? '';
    return { tipo: 'antes', n: n.n, unidade: u.startsWith('hora') ? 'horas' : /ut/.test(u) ? 'dias_uteis' : 'dias', evidencia };
  }
  const v = findAchados(t, VESPERA, { regioes: REGIOES })[0];
  const evidencia = v && t.trechoEm(Math.max(v.inicio, v.fim - 220), v.fim);
  return v && evidencia ? { tipo: 'antes', n: 1, unidade: v.nome['util'] ? 'dias_uteis' : 'dias', evidencia } : null;
}
