import type { EntityManager } from 'typeorm';
import type { LicitacaoDoAviso } from '../domain/aviso.js';
import type { Andamento } from '../domain/plan-alertas.js';
import { prazosConhecidos, type PrazoConhecido, type PrazoDaAnalise } from '../domain/prazo-conhecido.js';
import { readAcompanhadas } from './acompanhadas.js';
import { colunasDe, toLicitacaoDoAviso, type LinhaLicitacao } from './licitacao-do-aviso.js';

/** A tender a company analysed or follows, by the newest that is known of it. */
export interface LicitacaoDeInteresse {
  readonly licitacao: LicitacaoDoAviso;
  readonly andamento: Andamento;
  readonly uf: string | null;
  readonly prazos: readonly PrazoConhecido[];
  /** Since when the company looks at it: earlier changes are no news. */
  readonly desde: Date;
  readonly mudadaEm: Date;
}

interface Linha extends LinhaLicitacao {
  readonly situacao: string | null;
  readonly amparo: string | null;
  readonly no_acervo: boolean;
  readonly acervo_mudada_em: Date | null;
  readonly datas_em: Date | null;
  readonly atualizada_em: Date;
  /** Of the newest analysis, and of the first. */
  readonly julgada_em: Date | null;
  readonly primeira_em: Date | null;
  readonly prazos: readonly PrazoDaAnalise[] | null;
  readonly estado: string | null;
}

/** Of one company. */
const MAX_LICITACOES = 500;
const DATAS = `('encerramentoPropostas', 'aberturaPropostas')`;
const ANDAMENTOS: Readonly<Record<string, Andamento>> = { suspensa: 'suspensa', revogada: 'revogada', anulada: 'anulada', SUSPENSA: 'suspensa', REVOGADA: 'revogada', ANULADA: 'anulada' };

/** What a company analysed (its newest analysis of each) or follows; the newest 500. */
export async function readLicitacoesDeInteresse(m: Pick<EntityManager, 'query'>, organizacaoId: string, empresaId: string): Promise<readonly LicitacaoDeInteresse[]> {
  const acompanhadas = await readAcompanhadas(m, organizacaoId, empresaId, MAX_LICITACOES);
  const linhas = await m.query<Linha[]>(
    `with agenda as (
       select distinct on (licitacao_id) licitacao_id, julgada_em, prazos, estado, min(julgada_em) over (partition by licitacao_id) as primeira_em from alicit.aviso_agenda
       where organizacao_id = $1 and empresa_id = $2 and prazos is not null order by licitacao_id, julgada_em desc, analise_id desc),
     alvo as (select licitacao_id from agenda union select unnest($3::text[]))
     select l.id as licitacao_id, l.numero_controle_pncp as numero, ${colunasDe('r.dados')}, r.dados ->> 'situacao' as situacao, r.dados ->> 'amparoLegalNome' as amparo,
       a.numero is not null as no_acervo, a.mudada_em as acervo_mudada_em, d.em as datas_em, l.atualizada_em, g.julgada_em, g.primeira_em, g.prazos, g.estado
     from alvo join alicit.licitacao l on l.id = alvo.licitacao_id and l.organizacao_id = $1
       left join agenda g on g.licitacao_id = l.id left join alicit.acervo_licitacao a on a.numero = l.numero_controle_pncp
       cross join lateral (select case when a.dados is null or cardinality(l.editados) > 0 then l.dados else a.dados end as dados) r -- what a person corrected counts
       left join lateral (select max(x.em) as em from alicit.acervo_mudanca x where x.numero = a.numero and x.campo in ${DATAS}) d on true
     order by l.id desc limit ${MAX_LICITACOES}`,
    [organizacaoId, empresaId, acompanhadas.map((a) => a.licitacaoId)],
  );
  const desde = new Map(acompanhadas.map((a) => [a.licitacaoId, a.desde]));
  return linhas.map((l) => toInteresse(l, desde.get(l.licitacao_id!) ?? null));
}

function toInteresse(l: Linha, acompanhadaDesde: Date | null): LicitacaoDeInteresse {
  const analise = l.julgada_em ? { julgadaEm: l.julgada_em, prazos: l.prazos ?? [] } : null;
  const registro = { encerramento: l.encerramento, modalidadeId: l.modalidade_id, amparoLegal: l.amparo, uf: l.uf };
  const inicios = [acompanhadaDesde, l.primeira_em].filter((d) => d !== null).map((d) => d!.getTime());
  return {
    licitacao: toLicitacaoDoAviso(l), uf: l.uf, andamento: ANDAMENTOS[l.situacao ?? l.estado ?? ''] ?? 'divulgada',
    prazos: prazosConhecidos({ registro, analise, datasMudadasEm: l.no_acervo ? l.datas_em : whenManualMudou(l) }),
    desde: new Date(Math.min(...inicios)), mudadaEm: new Date(Math.max(...[l.acervo_mudada_em, l.atualizada_em, l.julgada_em].map((d) => d?.getTime() ?? 0))),
  };
}

/** A record kept by hand has no history: its date is another than the one judged, and it was changed since. */
function whenManualMudou({ encerramento, atualizada_em, prazos }: Linha): Date | null {
  const julgado = prazos?.find((p) => p.id === 'propostas');
  return encerramento !== null && julgado && Date.parse(encerramento) !== Date.parse(julgado.em) ? atualizada_em : null;
}
