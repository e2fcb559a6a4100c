import type { GrupoHabilitacao, RequisitoHabilitacao, SubItem } from '../../domain/analise.js';
import type { Caso } from '../caso.js';
import { meanOf, weightOf } from './pontos.js';
import { count } from '../palavras.js';
import { subItem } from './sub-item.js';

const PARTES: readonly [string, string, readonly GrupoHabilitacao[]][] = [
  ['juridica', 'Habilitação jurídica', ['juridica']],
  ['fiscal', 'Regularidade fiscal, social e trabalhista', ['fiscal', 'trabalhista', 'social']],
  ['economica', 'Qualificação econômico-financeira', ['economica']],
  ['tecnica', 'Qualificação técnica', ['tecnica']],
  ['declaracoes', 'Declarações e proposta', ['declaracao', 'proposta']],
];

/** Share of the requirements met, weighted by how critical they are. What nobody told is left out and lowers the coverage. */
export function habilitacao(c: Caso): SubItem[] {
  const total = c.habilitacao.reduce((s, r) => s + weightOf(r), 0);
  if (!total) return [subItem('matriz', 'Matriz de habilitação', 100, null, 'Nenhuma exigência de habilitação foi lida.')];
  return PARTES.flatMap(([id, titulo, grupos]) => {
    const linhas = c.habilitacao.filter((r) => grupos.includes(r.grupo));
    if (!linhas.length) return [];
    const sabidas = linhas.filter((r) => r.status !== 'falta_dado' && r.status !== 'a_esclarecer');
    const pesoDe = (rs: readonly RequisitoHabilitacao[]): number => (100 * rs.reduce((s, r) => s + weightOf(r), 0)) / total;
    const ok = linhas.filter((r) => r.status === 'atende').length;
    const prova = linhas.find((r) => r.evidencia && r.status !== 'atende')?.evidencia ?? linhas.find((r) => r.evidencia)?.evidencia;
    return [
      ...(sabidas.length ? [subItem(id, titulo, pesoDe(sabidas), meanOf(sabidas), `${titulo}: ${ok} de ${count(linhas.length, 'exigência atendida', 'exigências atendidas')}.`, prova)] : []),
      ...(sabidas.length < linhas.length ? [subItem(`${id}_sem_dado`, titulo, pesoDe(linhas) - pesoDe(sabidas), null, `${titulo}: falta saber ${linhas.length === 1 ? 'da exigência' : `${sabidas.length ? `de ${linhas.length - sabidas.length} ` : ''}das ${linhas.length} exigências`}.`)] : []),
    ];
  });
}
