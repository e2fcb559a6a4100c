import type { Analise, Decisao, Desfecho, EstadoLicitacao, IdPrazo } from '../domain/analise.js';

/** What a list of analyses shows, and what says how long one holds: small enough to be kept in columns. */
export interface ResumoAnalise {
  readonly desfecho: Desfecho;
  /** Whether the company can bid, and whether it is worth it. */
  readonly pode: Decisao['pode'];
  readonly valeAPena: Decisao['valeAPena'];
  readonly estado: EstadoLicitacao;
  readonly score: number | null;
  readonly validoAte: string | null;
  readonly validoAteMotivo: string | null;
  readonly orgao: string | null;
  readonly objeto: string | null;
  readonly numeroEdital: string | null;
  readonly proximoPrazo: { readonly id: IdPrazo; readonly vinculante: string | null } | null;
  /** Questions still open. */
  readonly perguntas: number;
}

export function resumoDe({ decisao, estado, valido_ate: validoAte, validoAteMotivo, fatos, licitacao, proximoPrazo, prazos }: Analise): ResumoAnalise {
  return {
    desfecho: decisao.desfecho, pode: decisao.pode, valeAPena: decisao.valeAPena, estado, score: decisao.score, validoAte, validoAteMotivo,
    orgao: fatos.orgao_nome.valor ?? licitacao?.orgaoNome ?? null, objeto: fatos.objeto.valor ?? licitacao?.objeto ?? null, numeroEdital: fatos.numero_edital.valor,
    proximoPrazo: proximoPrazo && { id: proximoPrazo, vinculante: prazos.find((p) => p.id === proximoPrazo)?.vinculante ?? null },
    perguntas: decisao.perguntas.length,
  };
}
