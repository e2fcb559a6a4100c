import type { Licitacao } from '../../licitacoes/index.js';
import type { Prazo } from '../domain/analise.js';

/** Suspended, revoked or annulled: the dates it was published with bind nobody now, and nothing about them is urgent. */
export const isParada = (licitacao: Pick<Licitacao, 'situacao'> | null): boolean => licitacao?.situacao === 'suspensa' || licitacao?.situacao === 'revogada' || licitacao?.situacao === 'anulada';

const OBSERVACAO = {
  suspensa: 'A licitação está suspensa: esta data não vale até a republicação.', revogada: 'A licitação foi revogada: esta data não vale.', anulada: 'A licitação foi anulada: esta data não vale.',
} as const;

/** Deadlines of a tender as its situation leaves them: of one that stopped, no days are counted down. */
export function silencePrazos(prazos: readonly Prazo[], licitacao: Pick<Licitacao, 'situacao'> | null): readonly Prazo[] {
  const situacao = licitacao?.situacao;
  if (!situacao || situacao === 'divulgada') return prazos;
  return prazos.map((p) => (p.vinculante === null ? p : { ...p, diasUteisRestantes: null, observacao: [OBSERVACAO[situacao], p.observacao].filter(Boolean).join(' ') }));
}
