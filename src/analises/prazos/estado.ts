import type { EstadoLicitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { toMillis } from '../../kernel/index.js';

const POR_SITUACAO = { revogada: 'REVOGADA', anulada: 'ANULADA', suspensa: 'SUSPENSA' } as const;

/**
 * State of the tender at `agora`: PNCP's situation (2, 3, 4), else whether proposals are still taken. The edital and
 * PNCP may name different ends; while one is past and the other to come the state is unknown.
 */
export function estadoDe(c: Contexto): EstadoLicitacao {
  const situacao = c.licitacao?.situacao;
  if (situacao && situacao !== 'divulgada') return POR_SITUACAO[situacao];
  const edital = c.fatos.propostas_fim.valor ?? c.certame.sessao?.valor ?? null;
  const fins = [edital, c.licitacao?.encerramentoPropostas ?? null].filter((x) => x !== null);
  if (!fins.length) return 'DESCONHECIDO';
  const passados = fins.filter((x) => toMillis(x) < toMillis(c.agora)).length;
  return passados === 0 ? 'ABERTA' : passados === fins.length ? 'ENCERRADA' : 'DESCONHECIDO';
}
