import type { RequisitoHabilitacao, SubItem } from '../../domain/analise.js';
import type { Caso, Unidade } from '../caso.js';
import { compareItem } from '../lexico/compare-objeto.js';
import { compareUnidade, isFora } from '../portoes/e5-portfolio.js';
import { meanOf } from './pontos.js';
import { count } from '../palavras.js';
import { subItem } from './sub-item.js';

const NOTA = { forte: 100, area: 70, generica: 40 } as const;

/** How well the object fits what the company does. */
export function aderencia(c: Caso, u: Unidade): SubItem[] {
  return [objeto(c, u), linhas(c, u), acervo(c.habilitacao)];
}

function objeto(c: Caso, u: Unidade): SubItem {
  const titulo = 'Objeto no ramo da empresa';
  const x = compareUnidade(c, u);
  if (!x) return subItem('objeto', titulo, 50, null, 'O objeto não foi lido.');
  const prova = x.evidencias[0];
  if (c.hipoteses.noRamo) return subItem('objeto', titulo, 50, 100, 'A empresa confirmou que fornece o objeto.', prova);
  if (isFora(c, u)) return subItem('objeto', titulo, 50, 0, 'O objeto está fora do que a empresa fornece.', prova);
  if (x.grau === 'nenhuma') return subItem('objeto', titulo, 50, null, 'O perfil não permite comparar com o objeto.', prova);
  const motivo = { forte: 'O objeto coincide com o que a empresa fornece.', area: 'O objeto é do mesmo ramo da empresa.', generica: 'O objeto só tem semelhança genérica com o que a empresa fornece.' }[x.grau];
  return subItem('objeto', titulo, 50, NOTA[x.grau], motivo, prova);
}

function linhas(c: Caso, u: Unidade): SubItem {
  const titulo = 'Itens que a empresa fornece';
  if (u.itens.length < 2 || !c.perfil.rico) return subItem('itens', titulo, 20, null, u.itens.length === 0 ? 'Não foi lida tabela de itens.' : u.itens.length === 1 ? 'O objeto é um item só: não há itens a comparar.' : 'O perfil não lista produtos bastantes para comparar item a item.');
  const atendidos = u.itens.filter((i) => ['forte', 'area'].includes(compareItem(c.perfil, i.descricao).grau)).length;
  return subItem('itens', titulo, 20, (100 * atendidos) / u.itens.length, `${atendidos} de ${u.itens.length} itens têm descrição do ramo da empresa.`, u.itens[0]!.evidencia);
}

function acervo(requisitos: readonly RequisitoHabilitacao[]): SubItem {
  const titulo = 'Atestados e registros técnicos';
  const tecnicas = requisitos.filter((r) => r.grupo === 'tecnica' && r.evidencia);
  const nota = meanOf(tecnicas);
  if (nota === null) return subItem('acervo', titulo, 30, null, tecnicas.length ? 'Falta saber se a empresa tem o acervo exigido.' : 'O edital lido não traz exigência técnica.');
  const ok = tecnicas.filter((r) => r.status === 'atende').length;
  return subItem('acervo', titulo, 30, nota, `${ok} de ${count(tecnicas.length, 'exigência técnica atendida', 'exigências técnicas atendidas')}.`, tecnicas.find((r) => r.status === 'nao_atende')?.evidencia ?? tecnicas[0]!.evidencia);
}
