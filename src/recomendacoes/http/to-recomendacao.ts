import type { Licitacao } from '../../acervo/index.js';
import { describeAlertas, describePartes } from '../ordenar/descrever.js';
import { estadoDe } from '../ordenar/filtrar.js';
import type { Ordenada } from '../ordenar/ordenar.js';
import type { Candidata, Partes, Retorno } from '../ordenar/tipos.js';
import type { Casamento } from '../motor/casamento.js';
import { describeTopico } from './describe-topico.js';
import { nameOfModalidade } from './modalidades.js';
import type { RecomendacaoJson } from './recomendacoes.schema.js';

/** What a page shows of each tender, besides what ordered it. */
export interface Detalhe {
  readonly dados: Licitacao;
  /** As the record is now; what ordered the list may be a minute older. */
  readonly registro: Pick<Candidata, 'situacao' | 'encerramento'>;
  readonly casamento: Casamento;
  readonly relacionadas: readonly string[];
}

/** One recommendation as the API answers it. */
export function toRecomendacao(o: Ordenada, partes: Partes, d: Detalhe, agora: number, distanciaKm: number | null, retorno: Retorno | undefined): RecomendacaoJson {
  const { candidata: c } = o;
  return {
    licitacao: toLicitacao(o, d, agora), score: o.centesimos / 100, topico: Math.round(c.topico * 10_000) / 100,
    partes: { regiao: partes.regiao.pontos, valor: partes.valor.pontos, meEpp: partes.meEpp.pontos, prazo: partes.prazo.pontos, retorno: partes.retorno.pontos },
    razoes: [...describeTopico(d.casamento.razoes), ...describePartes(partes)], alertas: describeAlertas(partes), excluida: c.excluida,
    exclusoes: d.casamento.exclusoes.map(({ palavra, trecho, alcance }) => ({ palavra, trecho, exclui: alcance === 'nucleo' })),
    distanciaKm: distanciaKm === null ? null : Math.round(distanciaKm * 10) / 10, retorno: retorno ? { retorno: retorno.retorno, motivo: retorno.motivo } : null,
  };
}

function toLicitacao({ candidata: c, repetidas }: Ordenada, { dados: l, registro, relacionadas }: Detalhe, agora: number): RecomendacaoJson['licitacao'] {
  return {
    numeroControlePNCP: c.numero, objeto: l.objeto, orgao: l.orgaoNome, orgaoCnpj: l.orgaoCnpj, unidade: l.unidadeNome, uf: c.uf, municipio: l.municipio, codigoIbge: c.codigoIbge,
    modalidadeId: c.modalidadeId, modalidade: nameOfModalidade(c.modalidadeId), valor: l.valorEstimado, valorMotivo: l.valorEstimado !== null ? null : l.orcamentoSigiloso ? 'sigiloso' : 'nao_informado',
    publicacao: l.publicacao, aberturaPropostas: l.aberturaPropostas, encerramentoPropostas: l.encerramentoPropostas, situacao: estadoDe(registro, agora),
    link: linkOf(c.numero), linkOrigem: l.linkSistemaOrigem, relacionadas: [...new Set([...repetidas, ...relacionadas])].filter((n) => n !== c.numero).sort(),
  };
}

/** "00394460000141-1-000123/2026" → the record's page in the portal. */
export function linkOf(numero: string): string {
  const m = /^([0-9A-Z]{14})-\d-(\d{1,9})\/(\d{4})$/.exec(numero);
  return m ? `https://pncp.gov.br/app/editais/${m[1]}/${m[3]}/${Number(m[2])}` : 'https://pncp.gov.br/app/editais';
}
