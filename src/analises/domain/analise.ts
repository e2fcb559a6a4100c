import type { Empresa } from '../../empresas/index.js';
import type { ClasseDocumento, ConferenciaItens, Fatos, ItemEdital, ListasDoEdital, Mudanca, NaoLido } from '../../editais/index.js';
import type { DecimalTexto, Evidencia } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import type { Parecer } from './parecer.js';

/** Result of any rule: never a guess, never 0 for unknown. */
export type ResultadoRegra = 'ok' | 'violado' | 'indicio' | 'nao_aferivel';
/** How well the rule's text was checked: official text · secondary source · from memory · engineering decision. `M` and `V2` never block. */
export type NivelFonte = 'V' | 'V2' | 'M' | 'D';

/** One legal check applied to this tender. */
export interface Verificacao {
  /** Stable id, snake_case: `prazo_minimo_art55`, `garantia_proposta_art58`. */
  readonly regra: string;
  readonly titulo: string;
  readonly resultado: ResultadoRegra;
  /** Portuguese sentence: what was found, the limit, and why. Every number in it exists in the analysis. */
  readonly motivo: string;
  /** Value found and limit, as shown to a person. */
  readonly valor: string | null;
  readonly limite: string | null;
  /** "art. 58, § 1º, da Lei 14.133/2021" */
  readonly dispositivo: string;
  readonly nivelFonte: NivelFonte;
  /** ISO days between which the rule holds. */
  readonly vigencia: { readonly de: string; readonly ate: string | null };
  readonly evidencias: readonly Evidencia[];
  /** A literal violation that keeps this company out and can be challenged (art. 164). */
  readonly excluiEmpresa?: boolean;
  /** What to ask of the agency: text for a pedido de esclarecimento or impugnação. */
  readonly sugestao?: string;
}

export type IdPrazo = 'impugnacao' | 'esclarecimento' | 'vistoria' | 'propostas' | 'sessao' | 'recurso' | 'contrarrazoes' | 'regularizacao_me_epp' | 'garantia_execucao';

/** A deadline with its three readings. Instants ISO 8601 with offset of the edital's time zone. */
export interface Prazo {
  readonly id: IdPrazo;
  readonly titulo: string;
  /** Legal, facultative holidays counted as business days. */
  readonly otimista: string | null;
  /** Legal, facultative holidays not counted. */
  readonly conservador: string | null;
  /** What the edital prints, with its hour limit. */
  readonly impresso: string | null;
  /** The earliest of the three: what the company must meet. */
  readonly vinculante: string | null;
  /** From `agora` to `vinculante`, business days; null when unknown. */
  readonly diasUteisRestantes: number | null;
  readonly encerrado: boolean | null;
  /** Set when the readings disagree: Portuguese. */
  readonly conflito: string | null;
  readonly dispositivo: string | null;
  readonly evidencias: readonly Evidencia[];
  readonly observacao?: string;
}

export type GrupoHabilitacao = 'juridica' | 'fiscal' | 'trabalhista' | 'social' | 'economica' | 'tecnica' | 'declaracao' | 'proposta';
export type StatusRequisito = 'atende' | 'nao_atende' | 'falta_dado' | 'a_providenciar' | 'a_esclarecer';

/** A row of the habilitação matrix: requirement × article × quote × company document × validity on the day it will be asked. */
export interface RequisitoHabilitacao {
  readonly id: string;
  readonly grupo: GrupoHabilitacao;
  readonly titulo: string;
  readonly dispositivo: string;
  /** Quote that asks for it; null when it comes from the law alone. */
  readonly evidencia: Evidencia | null;
  readonly documentoEmpresa: string | null;
  /** The company's own file that says so, when it was read. */
  readonly provaEmpresa?: Evidencia;
  /** Last day of validity of the company's document; null = does not expire or unknown. */
  readonly validade: string | null;
  /** Day on which it will probably be asked for (ISO day). */
  readonly exigidoEm: string | null;
  readonly status: StatusRequisito;
  readonly motivo: string;
  /** May be put right after winning (LC 123 art. 43: fiscal and trabalhista of ME/EPP). */
  readonly sanavel: boolean;
  /** Can the company get it before it is asked for? Business days it usually takes; null unknown. */
  readonly diasParaObter: number | null;
  readonly acao: string | null;
  readonly verificacoes: readonly string[];
  /** JSON pointer of the profile where the company answers it; when absent it is guessed from group and title. */
  readonly campoEmpresa?: string;
  /** Set when a person corrected the row: who, why, when, and what the machine had said. */
  readonly corrigido?: {
    readonly por: string;
    readonly motivo: string;
    readonly em: string;
    readonly leituraDaMaquina: Pick<RequisitoHabilitacao, 'status' | 'validade' | 'motivo' | 'acao'>;
  };
}

/** PNCP and document disagree, or two documents do. */
export interface Divergencia {
  readonly campo: string;
  readonly descricao: string;
  readonly valores: readonly { readonly fonte: string; readonly valor: string; readonly evidencia?: Evidencia }[];
}

export type Desfecho = 'GO' | 'GO_CONDICIONADO' | 'NAO_RECOMENDADO' | 'IMPUGNAR_E_REAVALIAR' | 'PENDENTE' | 'NO_GO';
export type EstadoLicitacao = 'ABERTA' | 'SUSPENSA' | 'ENCERRADA' | 'REVOGADA' | 'ANULADA' | 'DESCONHECIDO';

/** A datum that proves something and is no quote: a field of the company's profile, of PNCP's record, a register of sanctions, or a fact a person corrected. */
export interface DadoUsado {
  readonly fonte: 'empresa' | 'pncp' | 'correcao' | 'ceis' | 'cnep';
  /** JSON pointer into the profile, the record or the facts; of a register, the sanction's code, or its name. */
  readonly campo: string;
  /** As shown to a person. */
  readonly valor: string;
}

/** A gate of the question "can we bid". */
export interface Portao {
  /** E1…E10 of relatorio.md §3, S1… for suspensive ones. */
  readonly id: string;
  readonly tipo: 'eliminatorio' | 'suspensivo';
  readonly titulo: string;
  readonly resultado: 'passou' | 'reprovado' | 'condicionado' | 'pendente' | 'nao_aferivel';
  readonly motivo: string;
  readonly evidencias: readonly Evidencia[];
  /** What else it stands on. A failed gate has a quote or one of these. */
  readonly dados?: readonly DadoUsado[];
  readonly verificacoes: readonly string[];
  /** What would open the gate: Portuguese, complete sentence. */
  readonly oQueMuda?: string;
}

/** A named question whose answer could change the outcome. */
export interface Pergunta {
  readonly id: string;
  readonly texto: string;
  readonly quemResponde: 'empresa' | 'orgao' | 'leitura';
  /** Where the company answers it: path in its profile. */
  readonly campoEmpresa?: string;
  /** What the outcome could become; empty when the answer changes what is said and not the outcome. */
  readonly podeMudarPara: readonly Desfecho[];
  /** The correction that waits to be confirmed or taken back. */
  readonly correcaoId?: string;
}

/** One thing weighed inside a dimension. */
export interface SubItem {
  readonly id: string;
  readonly titulo: string;
  /** Share of its dimension, in points of 100. */
  readonly peso: number;
  /** 0–100; null when there is no datum. */
  readonly nota: number | null;
  readonly motivo: string;
  readonly evidencia: Evidencia | null;
}

/** A dimension of the question "is it worth it". */
export interface Dimensao {
  readonly id: 'aderencia' | 'habilitacao' | 'economico' | 'prazo' | 'competicao' | 'risco' | 'legalidade';
  readonly titulo: string;
  /** Percent of the whole. */
  readonly peso: number;
  /** 0–100; null when there is no data at all: the dimension leaves the denominator. */
  readonly nota: number | null;
  /** Share of its sub-items that had data, 0–1. */
  readonly cobertura: number;
  readonly motivos: readonly string[];
  readonly subItens?: readonly SubItem[];
}

export interface Motivo {
  readonly texto: string;
  readonly evidencia: Evidencia | null;
}

/** An outcome for the edital, or for one item or lot. */
export interface Decisao {
  readonly unidade: { readonly tipo: 'edital' | 'lote' | 'item'; readonly id: string; readonly titulo: string };
  readonly pode: 'sim' | 'sim_com_condicoes' | 'nao' | 'indefinido';
  readonly valeAPena: 'sim' | 'com_ressalvas' | 'nao' | 'nao_avaliado';
  readonly desfecho: Desfecho;
  readonly portoes: readonly Portao[];
  /** 0–100 over the dimensions with data; null when none has. */
  readonly score: number | null;
  /** Weights covered / 100, 0–1. */
  readonly confianca: number;
  readonly dimensoes: readonly Dimensao[];
  readonly robustez: 'ROBUSTA' | 'FRAGIL' | null;
  readonly tetos: readonly string[];
  /** The three reasons that weigh most. */
  readonly motivos: readonly Motivo[];
  readonly perguntas: readonly Pergunta[];
  readonly oQueMudaADecisao: readonly string[];
  readonly avisos: readonly string[];
  /** Share of what a reading must give that was really read, 0–1: below 0.7 there is no GO. */
  readonly completude?: number;
  /** For a closed tender: the outcome if it were still open. */
  readonly desfechoSeAberta?: Desfecho;
  /** For the edital, when it is adjudicated in parts: the parts this company should bid for and the ones left out, with the reason. */
  readonly unidadesIndicadas?: readonly string[];
  readonly unidadesExcluidas?: readonly { readonly id: string; readonly desfecho: Desfecho; readonly motivo: string }[];
}

export interface Tarefa {
  readonly id: string;
  readonly titulo: string;
  readonly dono: string;
  readonly duracaoDiasUteis: number;
  readonly depende: readonly string[];
  /** ISO days: latest start and end that still meet the binding deadline. */
  readonly comecarAte: string | null;
  readonly concluirAte: string | null;
  readonly motivo: string;
}

/** The work up to the binding deadline. */
export interface Plano {
  readonly tarefas: readonly Tarefa[];
  /** Business days of the longest chain at the usual pace, not the sum. */
  readonly diasUteisNecessarios: number;
  /** The same chain at the fastest pace: with fewer days than this the tender cannot be answered well. */
  readonly diasUteisMinimos?: number;
  readonly diasUteisDisponiveis: number | null;
  /** Ids of the tasks of the longest chain, in order. */
  readonly caminhoCritico: readonly string[];
}

/** A sum that a consultant would show, with how it was done. */
export interface Conta {
  readonly titulo: string;
  readonly valor: DecimalTexto;
  /** Default R$. */
  readonly unidade?: 'R$' | '%' | 'dias' | 'dias úteis';
  readonly formula: string;
}

export interface Risco {
  readonly titulo: string;
  readonly probabilidade: 'baixa' | 'media' | 'alta';
  readonly impacto: 'baixo' | 'medio' | 'alto';
  readonly mitigacao: string;
  readonly evidencia: Evidencia | null;
}

/** A document of the set and what was made of it. */
export interface DocumentoAnalisado {
  readonly nome: string;
  readonly sha256: string;
  readonly classe: ClasseDocumento;
  readonly paginas: number;
  readonly paginasLidas: number;
  /** What was read by OCR and may be wrong: 1-based pages, mean confidence 0 to 1; absent when nothing was. */
  readonly ocr?: { readonly paginas: readonly number[]; readonly confianca: number };
  /** True for the edital in force and the documents read for facts. */
  readonly usado: boolean;
  readonly motivo: string;
}

export interface Analise {
  readonly versao: { readonly analise: string; readonly regras: string; readonly leitor: string; readonly fatos: string };
  /** The moment of judgement, ISO with offset. */
  readonly agora: string;
  /** Until when the judgement holds, and why it ends then. */
  readonly valido_ate: string | null;
  readonly validoAteMotivo: string | null;
  /** True when a model's claims are in `parecer`; everything outside it is by rules, whatever this says. */
  readonly usouModelo: boolean;
  readonly empresa: Pick<Empresa, 'cnpj' | 'razaoSocial' | 'descricao' | 'porte' | 'uf' | 'municipio'>;
  readonly licitacao: Licitacao | null;
  readonly estado: EstadoLicitacao;
  readonly regime: '14133' | '13303' | 'legado' | 'indefinido';
  readonly documentos: readonly DocumentoAnalisado[];
  readonly emVigor: { readonly documento: string; readonly motivo: string; readonly mudancas: readonly Mudanca[] } | null;
  readonly naoLido: readonly NaoLido[];
  readonly fatos: Fatos;
  readonly itens: readonly ItemEdital[];
  /** The arithmetic of the items; absent in analyses made before it was checked. */
  readonly conferenciaItens?: ConferenciaItens;
  readonly divergencias: readonly Divergencia[];
  readonly prazos: readonly Prazo[];
  readonly proximoPrazo: IdPrazo | null;
  readonly verificacoes: readonly Verificacao[];
  readonly habilitacao: readonly RequisitoHabilitacao[];
  /** Rows that a person took out of the matrix; absent when there are none. */
  readonly requisitosDispensados?: readonly RequisitoHabilitacao[];
  readonly decisao: Decisao;
  /** By item or lot as adjudicated. Each carries only the gates that depend on the part, failed, or wait for an answer; the others stand in `decisao`. */
  readonly decisoesPorUnidade: readonly Decisao[];
  readonly plano: Plano;
  readonly riscos: readonly Risco[];
  readonly pontosAEsclarecer: readonly { readonly texto: string; readonly evidencia: Evidencia | null }[];
  readonly contas: readonly Conta[];
  readonly lacunas: readonly string[];
  /** What the edital asks, how it punishes and what it cites, whoever the company is. Absent in analyses made before there was such a list. */
  readonly listas?: ListasDoEdital;
  /** What models added; absent when none is configured. */
  readonly parecer?: Parecer;
}
