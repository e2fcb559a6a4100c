import { lettersOf } from '../../../kernel/index.js';
import { TIPOS_AFIRMACAO, AJUSTE_MAXIMO, DIMENSOES_DO_AGENTE, type Afirmacao, type AjusteDimensao, type NomeAgente } from '../../../analises/index.js';
import { recusa, type AfirmacaoProposta, type BaseDeConferencia, type Conferencia, type MotivoDescarte } from './tipos.js';
export * from './tipos.js';
export function conferir(p: AfirmacaoProposta, base: BaseDeConferencia): Conferencia {
  if (!p.texto || !(TIPOS_AFIRMACAO as readonly string[]).includes(p.tipo)) return recusa('texto_invalido', 'vazio');
  if (!p.citacoes.length) return recusa('sem_citacao', 'sem citação');
  for (const c of p.citacoes) {
    const t = base.textoDaPagina(c.documento, c.pagina);
    if (t === null || !lettersOf(t).includes(lettersOf(c.trecho))) return recusa('citacao_ausente', `A citação não está na página ${c.pagina}.`);
  }
  return { ok: true, afirmacao: { texto: p.texto, tipo: p.tipo as Afirmacao['tipo'], citacoes: p.citacoes } };
}
export function conferirAjuste(a: AjusteDimensao, agente: NomeAgente): { ok: true; ajuste: AjusteDimensao } | { ok: false; motivo: MotivoDescarte; explicacao: string } {
  if (!(DIMENSOES_DO_AGENTE[agente] as readonly string[]).includes(a.dimensao) || Math.abs(a.pontos) > AJUSTE_MAXIMO) return recusa('texto_invalido', 'ajuste');
  return { ok: true, ajuste: a };
}
export const findInstrucoes = (_t: string): readonly { inicio: number; fim: number }[] => [];
export const neutralizar = (t: string): string => t;
