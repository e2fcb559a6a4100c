import { createCalendario, diaDoInstante, instanteEm, subtractDiasUteis } from '../../kernel/index.js';
import { temImpugnacao } from './modalidades.js';

/** The deadlines people are told of. */
export const IDS_PRAZO = ['impugnacao', 'esclarecimento', 'propostas', 'sessao'] as const;
export type IdPrazoAvisado = (typeof IDS_PRAZO)[number];

export const TITULO_PRAZO: Readonly<Record<IdPrazoAvisado, string>> = {
  impugnacao: 'Limite para impugnar o edital', esclarecimento: 'Limite para pedir esclarecimento', propostas: 'Fim do recebimento das propostas', sessao: 'Abertura da sessão pública',
};

/** A deadline as an analysis found it. */
export interface PrazoDaAnalise {
  readonly id: IdPrazoAvisado;
  /** ISO instant with offset: what binds. */
  readonly em: string;
  /** Document and page that say so, Portuguese; null when none does. */
  readonly onde: string | null;
  readonly dispositivo: string | null;
}

/** `edital`: from an analysis · `pncp`: from the record · `estimado`: counted from the record's date by law; the edital may say otherwise. */
export type FontePrazo = 'edital' | 'pncp' | 'estimado';

export interface PrazoConhecido extends PrazoDaAnalise {
  readonly fonte: FontePrazo;
}

/** What the record says now. */
export interface RegistroDaLicitacao {
  /** ISO instant with offset, or without (Brasília). */
  readonly encerramento: string | null;
  readonly modalidadeId: number | null;
  readonly amparoLegal: string | null;
  readonly uf: string | null;
}

export interface FontesDePrazo {
  readonly registro: RegistroDaLicitacao | null;
  readonly analise: { readonly julgadaEm: Date; readonly prazos: readonly PrazoDaAnalise[] } | null;
  /** When the record's dates last changed; null: never, as far as is known. */
  readonly datasMudadasEm: Date | null;
}

/**
 * The deadlines of a tender by the newest that is known of it. An analysis older than a change of dates says nothing any more: the record's
 * date counts, and from it what the law counts.
 */
export function prazosConhecidos({ registro, analise, datasMudadasEm }: FontesDePrazo): readonly PrazoConhecido[] {
  const vale = analise !== null && (datasMudadasEm === null || datasMudadasEm <= analise.julgadaEm);
  const daAnalise: readonly PrazoConhecido[] = vale ? analise.prazos.map((p) => ({ ...p, fonte: 'edital' })) : [];
  const doRegistro = registro ? prazosDoRegistro(registro) : [];
  // An analysis without the date of a request has a reason for it: the law's count does not fill the gap.
  const faltam = doRegistro.filter((p) => (p.fonte === 'pncp' || !vale) && !daAnalise.some((d) => d.id === p.id));
  return [...daAnalise, ...faltam].sort((a, b) => IDS_PRAZO.indexOf(a.id) - IDS_PRAZO.indexOf(b.id));
}

function prazosDoRegistro(r: RegistroDaLicitacao): readonly PrazoConhecido[] {
  const dia = r.encerramento === null ? null : diaDoInstante(r.encerramento);
  if (r.encerramento === null || dia === null) return [];
  const propostas: PrazoConhecido = { id: 'propostas', em: withFuso(r.encerramento), onde: 'PNCP: fim do recebimento das propostas', dispositivo: null, fonte: 'pncp' };
  const direito = direitoDe(r);
  if (!direito) return [propostas];
  const em = instanteEm(subtractDiasUteis(createCalendario({ uf: r.uf }), dia, direito.dias, 'conservadora'));
  const pedido = (id: 'impugnacao' | 'esclarecimento'): PrazoConhecido => ({ id, em, onde: null, dispositivo: direito.dispositivo, fonte: 'estimado' });
  return [pedido('impugnacao'), pedido('esclarecimento'), propostas];
}

/** Business days before the opening until which a request may be made; null where the law fixes none, or which law is not known. */
function direitoDe({ modalidadeId, amparoLegal }: RegistroDaLicitacao): { readonly dias: number; readonly dispositivo: string } | null {
  if (amparoLegal !== null && /13\.?303/.test(amparoLegal)) return { dias: 5, dispositivo: 'art. 87, § 1º, da Lei 13.303/2016' };
  const da14133 = amparoLegal === null || /14\.?133/.test(amparoLegal);
  return da14133 && temImpugnacao(modalidadeId) ? { dias: 3, dispositivo: 'art. 164 da Lei 14.133/2021' } : null;
}

/** PNCP writes Brasília time without an offset. */
const withFuso = (instante: string): string => (/(?:Z|[+-]\d{2}:?\d{2})$/.test(instante) ? instante : `${instante}-03:00`);
