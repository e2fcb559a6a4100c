import { squeeze } from '../../../kernel/index.js';
import { AJUSTE_MAXIMO, DIMENSOES_DO_AGENTE, type Afirmacao, type AjusteDimensao, type Dimensao, type NomeAgente } from '../../../analises/index.js';
import { readConhecidos } from './conhecidos.js';
import { checkDecisao } from './decisao.js';
import { checkFatos } from './fatos.js';
import { readNumeros } from './numeros/read-numeros.js';
import { provarNumeros, type ProvaLida } from './provar-numeros.js';
import { termosDe } from './termos.js';
import { checkTexto } from './texto-da-afirmacao.js';
import type { BaseDeConferencia, MotivoDescarte } from './tipos.js';

/** A move of a dimension as the model gave it. */
export interface AjusteProposto {
  readonly dimensao: string;
  readonly pontos: number;
  readonly motivo: string;
  /** Place of the claim in the agent's answer. */
  readonly afirmacao: number;
}
/** Why a move was thrown away. */
export type MotivoDescarteAjuste = MotivoDescarte | 'ajuste_fora_do_limite' | 'dimensao_de_outro_agente' | 'ajuste_sem_afirmacao';
export type ConferenciaAjuste = { readonly ok: true; readonly ajuste: AjusteDimensao } | { readonly ok: false; readonly motivo: MotivoDescarteAjuste; readonly explicacao: string };

/** What an adjustment is checked against. */
export interface ContextoDoAjuste {
  readonly agente: NomeAgente;
  /** Place in the model's answer → the kept claim and its place among the kept; absent: the claim was thrown away. */
  readonly afirmacoes: ReadonlyMap<number, { readonly indice: number; readonly afirmacao: Afirmacao }>;
  /** Moves of this agent already kept: what a dimension moves in all stays within the limit. */
  readonly aceitos: readonly AjusteDimensao[];
}

/** A move that may be applied: whole points within the limit, of a dimension of the agent, on a kept claim. `afirmacao` becomes the place among the kept. */
export function conferirAjuste(proposto: AjusteProposto, { agente, afirmacoes, aceitos }: ContextoDoAjuste, base: BaseDeConferencia): ConferenciaAjuste {
  const refuse = (motivo: MotivoDescarteAjuste, explicacao: string): ConferenciaAjuste => ({ ok: false, motivo, explicacao });
  const { pontos } = proposto;
  if (!Number.isInteger(pontos) || pontos === 0 || Math.abs(pontos) > AJUSTE_MAXIMO) return refuse('ajuste_fora_do_limite', `Um ajuste é um inteiro de −${AJUSTE_MAXIMO} a ${AJUSTE_MAXIMO}, diferente de zero.`);
  const dimensao = DIMENSOES_DO_AGENTE[agente].find((d): d is Dimensao['id'] => d === proposto.dimensao);
  if (!dimensao) return refuse('dimensao_de_outro_agente', `A dimensão “${proposto.dimensao.slice(0, 40)}” não é deste agente: só ${DIMENSOES_DO_AGENTE[agente].join(' e ')}.`);
  const soma = aceitos.filter((a) => a.dimensao === dimensao).reduce((s, a) => s + a.pontos, pontos);
  if (Math.abs(soma) > AJUSTE_MAXIMO) return refuse('ajuste_fora_do_limite', `Somados, os ajustes de uma dimensão ficam entre −${AJUSTE_MAXIMO} e ${AJUSTE_MAXIMO}.`);
  const alvo = afirmacoes.get(proposto.afirmacao);
  if (!alvo) return refuse('ajuste_sem_afirmacao', 'O ajuste não se apoia numa afirmação aceita.');
  const contra = checkMotivo(proposto.motivo, alvo.afirmacao, base);
  if (contra) return contra;
  return { ok: true, ajuste: { dimensao, pontos, motivo: squeeze(proposto.motivo), afirmacao: alvo.indice } };
}

function checkMotivo(motivo: string, { texto, citacoes }: Afirmacao, base: BaseDeConferencia): ConferenciaAjuste | null {
  const conhecidos = readConhecidos(base.conhecidos);
  const provas: ProvaLida[] = [...citacoes.map((c) => ({ texto: c.trecho, pagina: c.pagina })), { texto, pagina: 0 }].map((p) => ({ ...p, numeros: readNumeros(p.texto), termos: termosDe(p.texto), normasDoContexto: [], contexto: new Set<string>(), termosDaPagina: new Set<string>(), daPagina: '', clausulas: [], parte: null }));
  return checkTexto(motivo, conhecidos.plataformas) ?? checkDecisao(motivo, base.decisao, conhecidos) ?? provarNumeros(motivo, provas, conhecidos, base.agora) ?? checkFatos(motivo, provas, conhecidos);
}
