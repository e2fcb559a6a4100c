import type { Contexto } from '../contexto/contexto.js';
import { countDiasUteis, diaDoInstante, diaNoDeslocamento, type Dia } from '../../kernel/index.js';
import { documentosDeTodos } from '../verificacoes/documentos-de-todos.js';

/** When the papers will probably be asked for, and what is left until then. */
export interface Momento {
  /** Null when the edital gives no date. */
  readonly dia: Dia | null;
  /** "no dia da sessão", "na entrega da proposta". */
  readonly como: string;
  readonly hoje: Dia;
  /** Business days from today to `dia`, conservative; null when unknown. */
  readonly diasUteis: number | null;
}

/**
 * The papers come after the judgement, from the best placed (art. 63, II and III): the session is the first day on
 * which they can be asked for. An edital that wants them with the proposal moves it to the end of the proposals. What
 * expires after the proposals were received may be updated (art. 64, II).
 */
export function momentoDaHabilitacao(c: Contexto): Momento {
  const hoje = diaNoDeslocamento(c.agora, c.certame.deslocamento) ?? c.agora.slice(0, 10);
  const comProposta = c.regime.regime !== '13303' && documentosDeTodos.verificar(c)?.resultado === 'indicio';
  const fim = c.certame.propostasFim && diaDoInstante(c.certame.propostasFim.valor);
  const sessao = c.certame.sessao && diaDoInstante(c.certame.sessao.valor);
  const dia = comProposta ? (fim ?? sessao) : (sessao ?? fim);
  return { dia, como: dia === null ? 'sem data no edital' : comProposta && fim ? 'com a proposta' : sessao ? 'a partir da sessão' : 'a partir do fim das propostas', hoje, diasUteis: dia === null ? null : countDiasUteis(c.calendario, hoje, dia, 'conservadora') };
}

/** Whether something that takes `dias` business days can still be had by then; unknown dates count as enough. */
export const cabe = (m: Momento, dias: number): boolean => m.diasUteis === null || m.diasUteis >= dias;
