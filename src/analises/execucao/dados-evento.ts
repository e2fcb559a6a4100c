import type { ErroPublico } from '../domain/execucao.js';
import type { ResumoAnalise } from '../estagios/resumo.js';
import type { Posse } from './posse.js';

const refs = ({ analiseId, empresaId, licitacaoId, entradas }: Posse) => ({ analiseId, empresaId, licitacaoId, numeroControlePNCP: entradas.licitacao?.numeroControlePNCP ?? null });
const link = (urlPublica: string | null, analiseId: string): string => `${urlPublica ?? ''}/v1/analises/${analiseId}`;

/** What is told of an analysis that ended well: its decision and where to read on, never the report. */
export function dadosConcluida(posse: Posse, { desfecho, score, estado, validoAte, proximoPrazo }: ResumoAnalise, urlPublica: string | null): Record<string, unknown> {
  const analise = link(urlPublica, posse.analiseId);
  return {
    ...refs(posse), desfecho, score, estadoLicitacao: estado, validoAte,
    proximoPrazo: proximoPrazo && proximoPrazo.vinculante !== null ? { id: proximoPrazo.id, vinculante: proximoPrazo.vinculante } : null,
    links: { analise, relatorio: `${analise}/relatorio` },
  };
}

export const dadosFalhou = (posse: Posse, { codigo, mensagem }: ErroPublico, urlPublica: string | null): Record<string, unknown> => ({
  ...refs(posse), erro: { codigo, mensagem: mensagem.slice(0, 1000) }, tentativas: posse.tentativa, links: { analise: link(urlPublica, posse.analiseId) },
});
