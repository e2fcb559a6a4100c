import type { AnaliseJson, AnaliseResumida } from './analise.schema.js';

/** A row of `alicit.analise` as queries of this folder select it. */
export interface LinhaAnalise {
  readonly id: string;
  readonly estado: AnaliseResumida['estado'];
  readonly etapa: AnaliseResumida['etapa'];
  readonly progresso: number;
  readonly tentativas: number;
  readonly empresa_id: string;
  readonly licitacao_id: string;
  readonly agora: Date | null;
  readonly criada_em: Date;
  readonly iniciada_em: Date | null;
  readonly terminada_em: Date | null;
  readonly resumo: AnaliseResumida['resumo'];
  readonly erro: AnaliseResumida['erro'];
  readonly revisao: number;
  readonly desatualizada: AnaliseResumida['desatualizada'];
  readonly versoes: AnaliseJson['versoes'];
}

export interface LinhaCompleta extends LinhaAnalise {
  readonly etapas: AnaliseJson['etapas'] | null;
  readonly historico: AnaliseJson['historico'] | null;
}

/** Columns of a `LinhaAnalise` of table `a`. */
export const COLUNAS = 'a.id, a.estado, a.etapa, a.progresso, a.tentativas, a.empresa_id, a.licitacao_id, a.agora, a.criada_em, a.iniciada_em, a.terminada_em, a.resumo, a.erro, a.revisao, a.versoes, a.desatualizada';

const utc = (coluna: string): string => `to_char(${coluna} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** And of a `LinhaCompleta`: with its stages and attempts, oldest first. */
export const COLUNAS_COMPLETAS = `${COLUNAS},
  (select json_agg(json_build_object('etapa', e.etapa, 'estado', e.estado, 'tentativa', e.tentativa, 'inicio', ${utc('e.inicio')}, 'fim', ${utc('e.fim')}, 'ms', e.ms, 'reaproveitada', e.reaproveitada, 'erro', e.erro) order by e.id)
   from alicit.analise_etapa e where e.analise_id = a.id and e.organizacao_id = a.organizacao_id) as etapas,
  (select json_agg(json_build_object('numero', t.numero, 'inicio', ${utc('t.inicio')}, 'fim', ${utc('t.fim')}, 'versaoWorkflow', t.versao_workflow, 'desfecho', t.desfecho, 'erro', t.erro) order by t.id)
   from alicit.analise_tentativa t where t.analise_id = a.id and t.organizacao_id = a.organizacao_id) as historico`;

export function toResumida(l: LinhaAnalise, urlPublica: string | null): AnaliseResumida {
  const endereco = `${urlPublica ?? ''}/v1/analises/${l.id}`;
  return {
    id: l.id, estado: l.estado, etapa: l.etapa, progresso: l.progresso, tentativas: l.tentativas, empresaId: l.empresa_id, licitacaoId: l.licitacao_id,
    agora: toIso(l.agora), criadaEm: l.criada_em.toISOString(), iniciadaEm: toIso(l.iniciada_em), terminadaEm: toIso(l.terminada_em), resumo: l.resumo, erro: l.erro, desatualizada: l.desatualizada,
    links: { analise: endereco, relatorio: l.estado === 'falhou' || l.estado === 'cancelada' ? null : `${endereco}/relatorio`, eventos: `${endereco}/eventos` },
  };
}

export const toAnalise = (l: LinhaCompleta, urlPublica: string | null): AnaliseJson => ({ ...toResumida(l, urlPublica), versoes: l.versoes, etapas: l.etapas ?? [], historico: l.historico ?? [] });

const toIso = (d: Date | null): string | null => d?.toISOString() ?? null;
