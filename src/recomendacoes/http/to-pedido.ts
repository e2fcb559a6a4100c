import type { Empresa } from '../../empresas/index.js';
import { invalido } from '../../kernel/index.js';
import type { Filtros } from '../ordenar/filtrar.js';
import type { Geografia } from '../ordenar/geografia.js';
import type { QuemRecebe } from '../ordenar/tipos.js';
import type { RecomendacoesQuery } from './consulta.schema.js';

/** Nothing asked: what is open, not excluded and not refused. */
export const VAZIOS: Filtros = {
  ufs: [], modalidades: [], valorMin: null, valorMax: null, comValor: false, encerraDe: null, encerraAte: null, estados: ['aberta'], raio: null, incluirExcluidas: false, incluirDescartadas: false, minimo: 0,
};

/** @throws AlicitError `municipio_desconhecido` when the radius has no centre */
export function toFiltros(q: RecomendacoesQuery, perfil: Empresa, geografia: Geografia): Filtros {
  return {
    ufs: q.uf ?? [], modalidades: q.modalidade ?? [], valorMin: q.valorMin ?? null, valorMax: q.valorMax ?? null, comValor: q.comValor ?? false, encerraDe: q.encerraDe ?? null, encerraAte: q.encerraAte ?? null,
    estados: q.situacao ?? ['aberta'], raio: toRaio(q, perfil, geografia), incluirExcluidas: q.incluirExcluidas ?? false, incluirDescartadas: q.incluirDescartadas ?? false, minimo: q.minimo ?? 0,
  };
}

function toRaio({ municipio, km, semMunicipio = false }: RecomendacoesQuery, perfil: Empresa, geografia: Geografia): Filtros['raio'] {
  if (municipio === undefined && km === undefined) return null;
  const codigoIbge = municipio ?? codigoDe(perfil, geografia);
  if (codigoIbge === null) throw desconhecido('/km', 'A empresa não diz o município dela: informe-o no perfil, ou informe o parâmetro municipio com o código do IBGE.');
  if (!geografia.has(codigoIbge)) throw desconhecido('/municipio', 'Não há município com este código do IBGE. Confira os 7 dígitos.');
  return { codigoIbge, km: km ?? 0, semMunicipio };
}

const desconhecido = (ponteiro: string, mensagem: string): Error => invalido('municipio_desconhecido', mensagem, { erros: [{ ponteiro, mensagem: 'município desconhecido', em: 'consulta' }] });

const codigoDe = ({ municipio, uf }: Empresa, geografia: Geografia): string | null => (municipio && uf ? geografia.findCodigo(municipio, uf) : null);

/** The company as the ranking looks at it. */
export const toQuemRecebe = (perfil: Empresa, geografia: Geografia): QuemRecebe => ({
  uf: perfil.uf ?? null, codigoIbge: codigoDe(perfil, geografia), ufsDeInteresse: perfil.ufsDeInteresse ?? [], porte: perfil.porte ?? null,
  valorMinimo: perfil.valorMin ?? null, valorMaximo: perfil.valorMax ?? null, diasParaProposta: perfil.diasParaProposta ?? null,
});
