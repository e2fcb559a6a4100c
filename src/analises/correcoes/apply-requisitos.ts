import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { CorrecaoRequisito } from '../domain/correcao.js';

export interface HabilitacaoCorrigida {
  readonly habilitacao: readonly RequisitoHabilitacao[];
  /** Rows that a person says the edital does not ask for. */
  readonly dispensados: readonly RequisitoHabilitacao[];
  /** Portuguese: corrections of rows that the matrix no longer has. */
  readonly avisos: readonly string[];
}

/** The matrix with people's corrections in place; of two of a row the later in the list holds. Pure. */
export function applyCorrecoesRequisitos(matriz: readonly RequisitoHabilitacao[], correcoes: readonly CorrecaoRequisito[]): HabilitacaoCorrigida {
  const porId = new Map(correcoes.map((c) => [c.id, c]));
  const ids = new Set(matriz.map((r) => r.id));
  const corrigida = matriz.map((r) => (porId.has(r.id) ? correct(r, porId.get(r.id)!) : r));
  const isDispensado = (r: RequisitoHabilitacao): boolean => porId.get(r.id)?.exigido === false;
  return {
    habilitacao: corrigida.filter((r) => !isDispensado(r)),
    dispensados: corrigida.filter(isDispensado),
    avisos: [...porId.keys()].filter((id) => !ids.has(id)).map((id) => `A correção do requisito “${id}” não foi usada: a matriz desta leitura não o traz.`),
  };
}

function correct(r: RequisitoHabilitacao, { status = r.status, validade = r.validade, motivo, autor, em }: CorrecaoRequisito): RequisitoHabilitacao {
  return {
    ...r, status, validade, motivo: status === r.status && validade === r.validade ? r.motivo : motivo, acao: status === 'atende' ? null : r.acao,
    corrigido: { por: autor, motivo, em, leituraDaMaquina: { status: r.status, validade: r.validade, motivo: r.motivo, acao: r.acao } },
  };
}
