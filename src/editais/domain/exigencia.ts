import type { DecimalTexto, Evidencia } from '../../kernel/index.js';
import type { Periodo } from './fato.js';

/** What part of the tender a requirement belongs to (Lei 14.133/2021, arts. 58 to 70 and 95). */
export type GrupoExigencia = 'juridica' | 'fiscal' | 'tecnica' | 'economica' | 'declaracao' | 'proposta' | 'contratacao';

/** Who must meet it: everyone, the winner alone, or a kind of bidder. */
export type QuemApresenta = 'todos' | 'vencedor' | 'me_epp' | 'consorcio' | 'cooperativa' | 'estrangeira' | 'empresario_individual' | 'sociedade' | 'pessoa_fisica';

/** When it is asked for. */
export type MomentoDaExigencia = 'proposta' | 'habilitacao' | 'assinatura' | 'execucao';

/** Numbers that a requirement states. What it does not state is absent. */
export interface DadosDaExigencia {
  /** The paper may have been issued at most this many days before. */
  readonly idadeMaximaDias?: number;
  /** The paper, or the proposal, must be valid for this many days. */
  readonly validadeDias?: number;
  /** In the order of the text: of the estimate, of the quantities of an attestation. */
  readonly percentuais?: readonly DecimalTexto[];
  /** Closed years whose balance sheets are asked. */
  readonly exercicios?: number;
  /** By its letters: LG, SG, LC are minimums; GE (indebtedness) a maximum. */
  readonly indices?: Readonly<Record<string, DecimalTexto>>;
  readonly prazo?: Periodo;
  /** Years of experience or of the company's life. */
  readonly anos?: number;
  /** The annex or form to be used: "Anexo III". */
  readonly modelo?: string;
}

/** One thing that the edital asks of those who bid, with its proof. Says nothing of any company. */
export interface Exigencia {
  /** Unique in the list, and the same in a new reading of the same clauses: the kind, and a number when it repeats. */
  readonly id: string;
  /** `grupo/nome`: "fiscal/cnd_federal"; `grupo/outra` for a clause of no known kind. */
  readonly tipo: string;
  readonly grupo: GrupoExigencia;
  /** Portuguese: what the kind is called. */
  readonly titulo: string;
  /** The quote: the clause, cut at 400 characters. */
  readonly evidencia: Evidencia;
  /** The whole clause, white space collapsed, at most 1,500 characters. */
  readonly texto: string;
  /** As printed, list letters after the number: "8.2.1.a". Null when it has none. */
  readonly clausula: string | null;
  readonly quem: QuemApresenta;
  readonly quando: MomentoDaExigencia;
  readonly condicional: boolean;
  /** The condition in the edital's own words; null when it holds always. */
  readonly condicao: string | null;
  /** What may be shown instead, in the edital's own words. */
  readonly alternativas: readonly string[];
  readonly dados: DadosDaExigencia;
  /** Article that allows it; null when the kind is in no list of the law. */
  readonly fundamento: string | null;
  /** Not in the list of arts. 62 to 70: to be looked at, and perhaps challenged. */
  readonly atipica: boolean;
  /** The same demand elsewhere in the set. */
  readonly tambemEm: readonly Evidencia[];
}
