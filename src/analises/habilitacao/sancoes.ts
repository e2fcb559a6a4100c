import type { Sancao } from '../../empresas/index.js';
import type { Regime } from '../contexto/regime.js';
import { fold, formatDia, type Dia } from '../../kernel/index.js';

/** Who buys. */
export interface Ente {
  readonly nome: string | null;
  readonly esfera: 'federal' | 'estadual' | 'municipal' | null;
  readonly uf: string | null;
  readonly municipio: string | null;
}

export interface AlcanceSancao {
  /** `impede`: the company cannot bid. `alerta`: it may, but be ready to explain. `indefinido`: the data do not tell. */
  readonly alcance: 'impede' | 'alerta' | 'nao_alcanca' | 'indefinido';
  readonly motivo: string;
}

/**
 * Reach of a sanction over a tender on a day. Inidoneidade (art. 156, IV) bars from every entity; impedimento (III)
 * from the federative entity that applied it, direct and indirect; suspensão of Lei 13.303 (art. 83, III) from the
 * company that applied it; the one of Lei 8.666 (art. 87, III) is disputed beyond it.
 */
export function scopeSancao(s: Sancao, ente: Ente, dia: Dia, regime: Regime): AlcanceSancao {
  if (dia < s.inicio) return { alcance: 'nao_alcanca', motivo: `A sanção só começa em ${formatDia(s.inicio)}.` };
  if (s.fim !== undefined && dia > s.fim) return { alcance: 'nao_alcanca', motivo: `A sanção terminou em ${formatDia(s.fim)}.` };
  const vigente = `Sanção de ${NOMES[s.tipo]} aplicada por ${s.enteSancionador}, em vigor em ${formatDia(dia)}`;
  if (s.tipo === 'inidoneidade') return regime === '13303' || regime === '14133' || regime === 'legado' ? { alcance: 'impede', motivo: `${vigente}: alcança todos os entes.` } : { alcance: 'indefinido', motivo: `${vigente}; não se sabe que lei rege a licitação.` };
  const mesmo = s.tipo === 'suspensao' && regime === '13303' ? sameNome(s, ente) : sameEnte(s, ente);
  if (mesmo === null) return { alcance: 'indefinido', motivo: `${vigente}: não se sabe se o órgão é do mesmo ente.` };
  if (mesmo) return { alcance: 'impede', motivo: `${vigente}: alcança este órgão.` };
  if (s.tipo === 'suspensao' && regime !== '13303') return { alcance: 'alerta', motivo: `${vigente}: o alcance fora do ente que a aplicou é controvertido; prepare a defesa.` };
  return { alcance: 'alerta', motivo: `${vigente}: só impede perante o ente que a aplicou.` };
}

const NOMES = { impedimento: 'impedimento de licitar', inidoneidade: 'declaração de inidoneidade', suspensao: 'suspensão' } as const;

/** Same federative entity: sphere, State and município. Null when the data do not tell. */
function sameEnte(s: Sancao, e: Ente): boolean | null {
  if (sameNome(s, e)) return true;
  if (s.esfera === undefined || e.esfera === null) return null;
  if (s.esfera !== e.esfera) return false;
  if (s.esfera === 'federal') return true;
  if (s.uf === undefined || e.uf === null) return null;
  if (s.uf !== e.uf) return false;
  if (s.esfera === 'estadual') return true;
  if (s.municipio === undefined || e.municipio === null) return null;
  return fold(s.municipio) === fold(e.municipio);
}

const sameNome = (s: Sancao, e: Ente): boolean => e.nome !== null && fold(s.enteSancionador).trim() === fold(e.nome).trim();
