import { shorten } from '../domain/formatar.js';
import type { LicitacaoDoAviso } from '../domain/aviso.js';
import { nomeModalidade } from '../domain/modalidades.js';

/** A tender as queries give it: what the collection says, else what the organisation stored. */
export interface LinhaLicitacao {
  readonly licitacao_id: string | null;
  readonly numero: string | null;
  readonly objeto: string | null;
  readonly orgao: string | null;
  readonly municipio: string | null;
  readonly uf: string | null;
  readonly modalidade_id: number | null;
  readonly valor: string | null;
  readonly encerramento: string | null;
}

/** Fields of a `Licitacao` in JSON, as columns of `LinhaLicitacao`. @param json expression of type jsonb */
export const colunasDe = (json: string): string =>
  `${json} ->> 'objeto' as objeto, ${json} ->> 'orgaoNome' as orgao, ${json} ->> 'municipio' as municipio, ${json} ->> 'uf' as uf, case when jsonb_typeof(${json} -> 'modalidadeId') = 'number' then (${json} ->> 'modalidadeId')::int end as modalidade_id,
   ${json} ->> 'valorEstimado' as valor, ${json} ->> 'encerramentoPropostas' as encerramento`;

const cut = (texto: string | null, maximo: number): string | null => (texto === null || texto.trim() === '' ? null : shorten(texto.trim(), maximo));

/** Cut to what an aviso may carry. */
export const toLicitacaoDoAviso = (l: LinhaLicitacao): LicitacaoDoAviso => ({
  licitacaoId: l.licitacao_id, numeroControlePNCP: cut(l.numero, 60), objeto: cut(l.objeto, 500), orgao: cut(l.orgao, 200), municipio: cut(l.municipio, 100), uf: l.uf?.length === 2 ? l.uf : null,
  modalidade: nomeModalidade(l.modalidade_id), valorEstimado: l.valor !== null && /^\d{1,18}(?:\.\d{1,8})?$/.test(l.valor) ? l.valor : null, encerramentoPropostas: l.encerramento !== null && l.encerramento.length <= 40 ? l.encerramento : null,
});
