import { findAchados, type TextoEdital } from '../../editais/index.js';
import type { Evidencia } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';

export type Regime = '14133' | '13303' | 'legado' | 'indefinido';

export interface RegimeLido {
  readonly regime: Regime;
  readonly motivo: string;
  readonly evidencia: Evidencia | null;
}

const lei = (numero: string): RegExp => new RegExp(String.raw`\b${numero.replace('.', String.raw`\.?\s?`)}(?=\D)`);
const LEI_14133 = lei('14.133');
const LEI_13303 = lei('13.303');
const LEGADO = /\b(?:8\.?\s?666|10\.?\s?520)(?=\D)/;
const PAGINAS_DE_ABERTURA = 6;

/**
 * The law that governs the tender: PNCP's amparo legal, else the law the opening pages name. A state company may cite
 * the 14.133 for its crimes and ME/EPP, so the 13.303 in the opening wins when it comes first or is named as often.
 */
export function readRegime(t: TextoEdital, licitacao: Licitacao | null): RegimeLido {
  const amparo = licitacao?.amparoLegalNome ?? '';
  if (/13\.?303/.test(amparo)) return { regime: '13303', motivo: `O PNCP informa o amparo legal "${amparo.trim()}".`, evidencia: null };
  if (/14\.?133/.test(amparo)) return { regime: '14133', motivo: `O PNCP informa o amparo legal "${amparo.trim()}".`, evidencia: null };
  const abertura = { regioes: ['edital', 'tr', 'anexo'] as const, ate: PAGINAS_DE_ABERTURA };
  const novas = findAchados(t, LEI_14133, abertura);
  const estatais = findAchados(t, LEI_13303, abertura);
  const e = estatais[0];
  const n = novas[0];
  if (e && (!n || e.inicio < n.inicio || estatais.length >= novas.length)) return cite(t, '13303', e);
  if (n) return cite(t, '14133', n);
  const antigas = findAchados(t, LEGADO, abertura);
  if (antigas[0]) return cite(t, 'legado', antigas[0]);
  const depois = findAchados(t, LEI_14133);
  if (depois.length >= 3) return cite(t, '14133', depois[0]!);
  return { regime: 'indefinido', motivo: 'O texto lido não diz qual lei rege a licitação.', evidencia: null };
}

const NOMES: Readonly<Record<Regime, string>> = { '14133': 'Lei 14.133/2021', '13303': 'Lei 13.303/2016', legado: 'Leis 8.666/1993 ou 10.520/2002', indefinido: '' };
const cite = (t: TextoEdital, regime: Regime, a: { inicio: number; fim: number }): RegimeLido => ({
  regime, motivo: `O edital se declara regido pela ${NOMES[regime]}.`.replace('pela Leis', 'pelas Leis'), evidencia: t.trechoEm(a.inicio, a.fim),
});
