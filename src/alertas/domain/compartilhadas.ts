import { DateTime } from 'luxon';
import { FUSO } from '../../kernel/index.js';
import type { Observacao } from './observacao.js';

/** What the database knows, for all processes. */
export interface Numeros {
  /** Analyses accepted and not finished for too long. */
  readonly paradas: number;
  /** When the oldest of them was accepted. */
  readonly maisAntiga: Date | null;
  /** Age of the oldest e-mail to be delivered, and of the oldest aviso whose hour passed, seconds; null: no mail server. */
  readonly avisosS: number | null;
  /** E-mails and avisos that wait. */
  readonly avisos: number;
  /** Tokens of models spent today of all; null: no model. */
  readonly tokens: number | null;
  /** Of the day, of all. */
  readonly limiteTokens: number;
}

const AVISOS_S = 30 * 60;
const PERTO = 0.8;

/** Monday to Friday, 8 to 18, Brasília: when someone waits for an aviso, and someone can act. */
export function isComercial(agora: Date): boolean {
  const { weekday, hour } = DateTime.fromJSDate(agora, { zone: FUSO });
  return weekday <= 5 && hour >= 8 && hour < 18;
}

export function judgeNumeros(n: Numeros, agora: Date): readonly Observacao[] {
  const minutos = n.maisAntiga ? Math.floor((agora.getTime() - n.maisAntiga.getTime()) / 60_000) : 0;
  const parado = n.avisosS !== null && n.avisosS > AVISOS_S;
  const gasto = n.tokens === null || n.limiteTokens <= 0 ? 0 : n.tokens / n.limiteTokens;
  const orcamento = `${n.tokens ?? 0} de ${n.limiteTokens} tokens do dia usados (${Math.floor(gasto * 100)}%).`;
  return [
    { chave: 'analises:paradas', ruim: n.paradas > 0, detalhe: `${n.paradas === 1 ? '1 análise aceita' : `${n.paradas} análises aceitas`} além do tempo; a mais antiga há ${minutos} min.` },
    // At night and on weekends nothing new is told; that it is over is.
    { chave: 'avisos:parados', ruim: parado && !isComercial(agora) ? null : parado, detalhe: `${n.avisos} por entregar; o mais antigo espera há ${Math.floor((n.avisosS ?? 0) / 60)} min.` },
    { chave: 'modelos:orcamento_80', ruim: gasto >= PERTO, detalhe: orcamento },
    { chave: 'modelos:orcamento_esgotado', ruim: gasto >= 1, detalhe: orcamento },
  ];
}
