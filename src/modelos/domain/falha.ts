import { AlicitError } from '../../kernel/index.js';

/** Why a request brought no answer: stable, shown in errors, metrics and the ledger. */
export const CAUSAS = ['chave_recusada', 'sem_credito', 'limite', 'erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida', 'resposta_cortada', 'resposta_grande', 'pedido_recusado', 'modelo_desconhecido', 'dimensao_inesperada', 'disjuntor_aberto', 'fila_cheia'] as const;
export type Causa = (typeof CAUSAS)[number];

/** A request that brought no answer. Nothing in it comes from the server's text. */
export interface Falha {
  readonly causa: Causa;
  readonly status: number | null;
  /** What the server asked to wait, ms. */
  readonly esperarMs: number | null;
  /** It may have been charged although nothing usable came: the request arrived whole. */
  readonly talvezPago: boolean;
  /** Tokens the server told of an answer that could not be used. */
  readonly gasto?: { readonly entrada: number; readonly saida: number } | undefined;
  /** The model itself ended the answer, of no use as it is: nothing is wrong with its server. */
  readonly terminada?: boolean;
}

const REPETEM: ReadonlySet<Causa> = new Set(['limite', 'erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida', 'resposta_cortada']);
const RUINS: ReadonlySet<Causa> = new Set(['erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida', 'resposta_cortada']);

/** Whether another try of the same may help. */
export const isPassageira = ({ causa }: Pick<Falha, 'causa'>): boolean => REPETEM.has(causa);
/** What it says of the model's health: bad, nothing, or that it answers. */
export const sinalDe = ({ causa, terminada = false }: Pick<Falha, 'causa' | 'terminada'>): 'bom' | 'ruim' | 'neutro' => (RUINS.has(causa) && !terminada ? 'ruim' : causa === 'limite' || causa === 'disjuntor_aberto' || causa === 'fila_cheia' ? 'neutro' : 'bom');
/** Whether another model may do better: not with the same refused key or with no place left. */
export const valeReserva = ({ causa }: Pick<Falha, 'causa'>): boolean => causa !== 'chave_recusada' && causa !== 'sem_credito' && causa !== 'fila_cheia';

/** Carried from the attempt to the executor, never further. */
export class FalhaDeModelo extends Error {
  constructor(readonly falha: Falha) {
    super(falha.causa);
    this.name = 'FalhaDeModelo';
  }
}

const DIZER: Readonly<Record<Causa, string>> = {
  chave_recusada: 'A chave do provedor de modelos foi recusada: confira OPENAI_API_KEY.',
  sem_credito: 'A conta no provedor de modelos está sem crédito: confira o plano e o pagamento dela.',
  limite: 'O provedor de modelos limitou os pedidos: tente de novo mais tarde.',
  erro_servidor: 'O provedor de modelos falhou: tente de novo mais tarde.',
  tempo_esgotado: 'O modelo não respondeu a tempo: tente de novo mais tarde.',
  rede: 'Não foi possível falar com o provedor de modelos: confira OPENAI_BASE_URL e a rede.',
  resposta_invalida: 'O modelo respondeu de forma que não se pôde ler: tente de novo mais tarde.',
  resposta_cortada: 'A resposta do modelo chegou cortada: tente de novo mais tarde; se continuar, aumente ALICIT_MODEL_MAX_SAIDA.',
  resposta_grande: 'A resposta do modelo passou do tamanho aceito.',
  pedido_recusado: 'O provedor de modelos recusou o pedido: confira se o modelo configurado aceita respostas estruturadas e ferramentas.',
  modelo_desconhecido: 'O provedor não conhece o modelo: confira ALICIT_MODEL, ALICIT_MODEL_FALLBACK, ALICIT_EMBEDDING_MODEL e OPENAI_BASE_URL.',
  dimensao_inesperada: 'Os vetores vieram com outro tamanho que o configurado: confira ALICIT_EMBEDDING_DIMENSOES.',
  disjuntor_aberto: 'O modelo falhou várias vezes seguidas e não é pedido por um momento: tente de novo mais tarde.',
  fila_cheia: 'Há pedidos demais a modelos à espera: tente de novo mais tarde.',
};

/** The error a caller gets. @param tentarEmMs when asking again may help */
export const modeloIndisponivel = (causa: Causa, tentarEmMs: number | null = null): AlicitError =>
  new AlicitError('indisponivel', 'modelo_indisponivel', DIZER[causa], { causa, ...(tentarEmMs === null ? {} : { tentarEmS: Math.max(1, Math.ceil(tentarEmMs / 1000)) }) });

export const semModelo = (): AlicitError => new AlicitError('indisponivel', 'modelo_nao_configurado', 'Nenhum modelo está configurado: defina OPENAI_API_KEY.');
export const modeloRecusou = (): AlicitError => new AlicitError('indisponivel', 'modelo_recusou', 'O modelo recusou responder a este pedido.');

/** Whose budget is spent. */
export type EscopoOrcamento = 'trabalho' | 'chamadas' | 'organizacao' | 'dia';

const ESGOTADO: Readonly<Record<EscopoOrcamento, string>> = {
  trabalho: 'O orçamento de modelos desta análise ou pergunta acabou (ALICIT_ORCAMENTO_ANALISE).',
  chamadas: 'Esta análise ou pergunta já fez todas as chamadas a modelos que pode (ALICIT_MODEL_MAX_CHAMADAS).',
  organizacao: 'O orçamento de modelos da organização para hoje acabou (ALICIT_ORCAMENTO_ORGANIZACAO): volta à meia-noite UTC.',
  dia: 'O orçamento de modelos de hoje acabou (ALICIT_ORCAMENTO_DIA): volta à meia-noite UTC.',
};

export const orcamentoEsgotado = (escopo: EscopoOrcamento, limite: number): AlicitError => new AlicitError('indisponivel', 'orcamento_esgotado', ESGOTADO[escopo], { escopo, limite });
