import { diaNoDeslocamento, deslocamentoDe, type Dia } from '../../../kernel/index.js';
import type { RequisitoHabilitacao } from '../../domain/analise.js';
import { fatoDe, isObra, limiteDe, prazoDe, type Caso } from '../caso.js';
import { isSancoesSabidas } from '../portoes/e2-sancoes.js';
import { isSoAssinar, isViolacao } from '../portoes/exigencias.js';
import { platformStatus } from '../portoes/plataforma.js';
import { computePreco } from '../preco.js';
import { wholeOf } from '../unidades.js';
import { DURACOES, type Duracao } from './duracoes.js';

/** A task before its dates are known. */
export interface TarefaCrua extends Duracao {
  readonly id: string;
  readonly titulo: string;
  readonly dono: string;
  readonly depende: readonly string[];
  /** Its own last day (included), when something other than the proposal binds it. */
  readonly prazo: Dia | null;
  readonly motivo: string;
}

export const ENVIO = 'envio';
/** Asked of the provisional winner only (art. 17, § 3º): it does not hold up the proposal. */
const AMOSTRA = 'documento_amostra';

const dayOf = (instante: string | null): Dia | null => instante && diaNoDeslocamento(instante, deslocamentoDe(instante) ?? '-03:00');

/** Everything that has to be done for this company to bid here, each task only when it is needed. */
export function listTarefas(c: Caso): TarefaCrua[] {
  const { empresa } = c;
  const criterio = fatoDe(c, 'criterio_julgamento')?.valor;
  const modalidade = fatoDe(c, 'modalidade')?.valor;
  const obra = isObra(c);
  const visita = fatoDe(c, 'visita_tecnica')?.valor === 'obrigatoria';
  const tarefas: TarefaCrua[] = [];
  const add = (id: string, d: Duracao, titulo: string, dono: string, motivo: string, depende: readonly string[] = [], prazo: Dia | null = null): number =>
    tarefas.push({ id, usual: d.usual, minima: d.minima, titulo, dono, motivo, depende, prazo });

  if (!isSancoesSabidas(c)) add('consulta_sancoes', DURACOES.consulta_sancoes, 'Consultar CEIS, CNEP, TCU e CNJ em nome da empresa', 'jurídico', 'O perfil não informa se há sanções.');
  if (platformStatus(c).situacao === 'a_cadastrar') add('cadastro_plataforma', DURACOES.cadastro_plataforma, `Cadastrar a empresa em ${platformStatus(c).nome}`, 'comercial', 'A disputa corre nesse sistema e o perfil não mostra cadastro nele.');
  const limite164 = prazoDe(c, 'impugnacao');
  if (c.verificacoes.some(isViolacao) && limite164?.encerrado === false)
    add('impugnacao', DURACOES.impugnacao, 'Redigir e protocolar a impugnação', 'jurídico', 'Há violação literal da lei no edital (art. 164 da Lei 14.133/2021).', [], dayOf(limite164.vinculante));
  const limiteEsc = prazoDe(c, 'esclarecimento') ?? limite164;
  if (c.habilitacao.some((r) => r.status === 'a_esclarecer') && limiteEsc?.encerrado === false)
    add('esclarecimento', DURACOES.esclarecimento, 'Enviar o pedido de esclarecimento', 'jurídico', 'O edital deixa exigências sem definição.', [], dayOf(limiteEsc.vinculante));
  if (visita) add('vistoria', DURACOES.vistoria, 'Agendar e fazer a vistoria, ou preparar a declaração que a substitui', 'área técnica', 'O edital exige visita técnica (art. 63, §§ 2º a 4º).', [], dayOf(prazoDe(c, 'vistoria')?.vinculante ?? null));
  for (const r of c.habilitacao) if (needsWork(r)) tarefas.push(documentTask(c, r));
  const declarado = empresa.diasParaProposta;
  const temCusto = empresa.custoDiretoTotal !== undefined || computePreco(c, wholeOf(c)) !== null || declarado !== undefined || obra || modalidade === 'dispensa';
  if (!temCusto) add('cotacao', DURACOES.cotacao, 'Cotar com fornecedores', 'compras', 'O perfil não traz o custo deste objeto.');
  const tecnica = criterio === 'tecnica_e_preco' || criterio === 'melhor_tecnica';
  const ritmo = declarado !== undefined ? { usual: declarado, minima: declarado } : tecnica ? DURACOES.proposta_tecnica : obra ? DURACOES.proposta_obra : DURACOES.proposta;
  add('proposta', ritmo, tecnica ? 'Elaborar a proposta técnica e a de preço' : 'Formar o preço e montar a proposta', 'comercial',
    declarado !== undefined ? 'Prazo informado pela empresa.' : 'Prazo usual para este tipo de objeto.', [...(temCusto ? [] : ['cotacao']), ...(visita ? ['vistoria'] : [])]);
  if (fatoDe(c, 'garantia_proposta_pct')) add('garantia_proposta', DURACOES.garantia_proposta, 'Emitir a garantia de proposta', 'financeiro', 'O edital a exige com a proposta (art. 58).');
  add('declaracoes', DURACOES.declaracoes, 'Assinar as declarações exigidas', 'jurídico', 'Declarações do art. 63 e do edital.');
  const ate = dayOf(limiteDe(c));
  const antes = tarefas.filter((t) => t.id !== AMOSTRA && (t.prazo === null || ate === null || t.prazo < ate)).map((t) => t.id);
  add(ENVIO, DURACOES.envio, 'Enviar a proposta', 'comercial', 'Prazo final do edital.', antes);
  return tarefas;
}

/** Rows that somebody must act on before they are asked for. */
const needsWork = (r: RequisitoHabilitacao): boolean =>
  !isSoAssinar(r) && !TEM_TAREFA.has(r.id) && (r.status === 'a_providenciar' || (r.status === 'nao_atende' && r.diasParaObter !== null));

/** Rows of the matrix that have a task of their own above. */
const TEM_TAREFA = new Set(['garantia_proposta', 'visita']);

function documentTask(c: Caso, r: RequisitoHabilitacao): TarefaCrua {
  const usual = r.diasParaObter ?? DURACOES.documento.usual;
  return {
    id: `documento_${r.id}`, titulo: titleOf(r), dono: r.grupo === 'tecnica' ? 'engenharia' : r.grupo === 'economica' ? 'contabilidade' : 'jurídico',
    usual, minima: Math.min(usual, DURACOES.documento.minima), depende: [], prazo: r.exigidoEm && c.subtractDiasUteis(r.exigidoEm, 1), motivo: r.motivo,
  };
}

/** What to do and for which paper: "Emitir na Junta Comercial" alone would not say what. */
function titleOf(r: RequisitoHabilitacao): string {
  const acao = r.acao?.replace(/\.$/, '');
  if (acao === undefined) return `Providenciar: ${r.titulo}`;
  return acao.includes(r.titulo) ? acao : `${r.titulo}: ${acao.charAt(0).toLowerCase()}${acao.slice(1)}`;
}
