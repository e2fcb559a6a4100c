import type { Afirmacao, AjusteDimensao, NomeAgente, ParecerDoAgente } from '../analises/index.js';
import { AlicitError } from '../kernel/index.js';
import type { Finalidade } from '../modelos/index.js';
import { MAX_AFIRMACOES } from './domain/mapear.js';
import { joinSegunda, NENHUMA, splitConferidas, sustentacoes, type ConferenciaNoLote, type Conferidas, type Sustentacao } from './domain/parecer/conferidas.js';
import { ASK_INVALIDA, askRecusadas } from './domain/recusadas.js';
import type { AfirmacaoBruta, AjusteBruto, SaidaDoAgente } from './domain/saida.js';
import { RespostaIlegivel, writeSegunda, type Mensagem, type PedidoAoModelo, type Respondido } from './motor.js';

/** What a round needs of one analysis: how a model is asked, and how claims are checked. */
export interface Mesa {
  ask(nome: NomeAgente, pedido: Pick<PedidoAoModelo, 'mensagens' | 'buscar'>): Promise<Respondido<SaidaDoAgente>>;
  /** One answer each, in order; `anteriores` are claims that stand already, not to be said again. */
  check(brutas: readonly AfirmacaoBruta[], anteriores: readonly Afirmacao[]): Promise<readonly ConferenciaNoLote[]>;
  checkAjustes(agente: NomeAgente, brutos: readonly AjusteBruto[], de: readonly Sustentacao[]): Promise<readonly AjusteDimensao[]>;
  /** What nobody foresaw, for the log. */
  onErro(nome: string, erro: unknown): void;
  readonly sinal: AbortSignal;
}

/** Why an agent said nothing. `passageira`: the model was down or out of budget; another time it may answer. */
export interface Falha {
  readonly motivo: string;
  readonly passageira: boolean;
}

/** What became of the first question to an agent. */
export type Primeira =
  | { readonly fim: 'respondeu'; readonly mensagens: readonly Mensagem[]; readonly texto: string; readonly conferidas: Conferidas; readonly ajustes: readonly AjusteBruto[] }
  | { readonly fim: 'ilegivel'; readonly mensagens: readonly Mensagem[]; readonly texto: string }
  | { readonly fim: 'falhou'; readonly falha: Falha };

const ILEGIVEL: Falha = { motivo: 'O modelo não respondeu no formato pedido, nem quando foi pedido de novo.', passageira: false };

/** What a model's failure says to people. @throws the signal's reason when the run was stopped */
export function tellFalha(nome: string, erro: unknown, { sinal, onErro }: Pick<Mesa, 'sinal' | 'onErro'>): Falha {
  sinal.throwIfAborted();
  if (erro instanceof AlicitError && erro.tipo === 'indisponivel') return { motivo: erro.message, passageira: erro.codigo !== 'modelo_recusou' };
  onErro(nome, erro);
  if (erro instanceof RespostaIlegivel) return { motivo: 'O modelo deu uma resposta que não pôde ser lida.', passageira: true };
  return { motivo: 'Falha interna do ALICIT ao pedir o parecer deste agente.', passageira: true };
}

/** The first question to an agent. Never fails but for a stop. */
export async function askPrimeira(mesa: Mesa, nome: NomeAgente, prompt: string, buscar: PedidoAoModelo['buscar']): Promise<Primeira> {
  const mensagens: Mensagem[] = [{ role: 'user', content: prompt }];
  try {
    const { saida, texto } = await mesa.ask(nome, { mensagens, buscar });
    if (!saida) return { fim: 'ilegivel', mensagens, texto };
    return { fim: 'respondeu', mensagens, texto, conferidas: await checkSaida(mesa, saida.afirmacoes), ajustes: saida.ajustes };
  } catch (erro) {
    return { fim: 'falhou', falha: tellFalha(nome, erro, mesa) };
  }
}

/** The second question that could mend something; null: there is nothing to mend. */
export function askSegunda(p: Primeira): readonly Mensagem[] | null {
  if (p.fim === 'ilegivel') return writeSegunda(p, ASK_INVALIDA);
  return p.fim === 'respondeu' && p.conferidas.recusadas.length > 0 ? writeSegunda(p, askRecusadas(p.conferidas.recusadas)) : null;
}

/** An agent's opinion, after the second question when `de_novo`. Never fails but for a stop. */
export async function finishAgente(mesa: Mesa, agente: NomeAgente, p: Primeira, { deNovo }: { readonly deNovo: boolean }): Promise<{ readonly parecer: ParecerDoAgente; readonly falha: Falha | null }> {
  if (p.fim === 'falhou') return failed(agente, p.falha);
  if (p.fim === 'ilegivel') return deNovo ? retryIlegivel(mesa, agente, p) : failed(agente, ILEGIVEL);
  const sem = (): ReturnType<typeof joinSegunda> => joinSegunda(p.conferidas, NENHUMA);
  const segunda = askSegunda(p);
  if (!deNovo || !segunda) return done(mesa, agente, p, sem());
  try {
    const { saida } = await mesa.ask(agente, { mensagens: segunda });
    return await done(mesa, agente, p, saida ? joinSegunda(p.conferidas, await checkSaida(mesa, saida.afirmacoes, p.conferidas.aceitas.map((a) => a.afirmacao))) : sem());
  } catch (erro) {
    tellFalha(agente, erro, mesa);
    return done(mesa, agente, p, sem());
  }
}

async function retryIlegivel(mesa: Mesa, agente: NomeAgente, p: Extract<Primeira, { fim: 'ilegivel' }>): Promise<{ readonly parecer: ParecerDoAgente; readonly falha: Falha | null }> {
  try {
    const { saida } = await mesa.ask(agente, { mensagens: writeSegunda(p, ASK_INVALIDA) });
    if (!saida) return failed(agente, ILEGIVEL);
    const conferidas = await checkSaida(mesa, saida.afirmacoes);
    return await done(mesa, agente, { conferidas, ajustes: saida.ajustes }, joinSegunda(conferidas, NENHUMA));
  } catch (erro) {
    return failed(agente, tellFalha(agente, erro, mesa));
  }
}

const checkSaida = async (mesa: Mesa, brutas: readonly AfirmacaoBruta[], anteriores: readonly Afirmacao[] = []): Promise<Conferidas> => splitConferidas(await mesa.check(brutas.slice(0, MAX_AFIRMACOES), anteriores));

const failed = (agente: NomeAgente, falha: Falha): { parecer: ParecerDoAgente; falha: Falha } => ({ parecer: { agente, estado: 'falhou', motivo: falha.motivo, afirmacoes: [], ajustes: [], descartadas: [] }, falha });

async function done(mesa: Mesa, agente: NomeAgente, { conferidas, ajustes }: { readonly conferidas: Conferidas; readonly ajustes: readonly AjusteBruto[] }, { afirmacoes, descartadas }: ReturnType<typeof joinSegunda>): Promise<{ readonly parecer: ParecerDoAgente; readonly falha: null }> {
  const de = sustentacoes(conferidas, afirmacoes);
  const mantidos = ajustes.length && de.length ? await mesa.checkAjustes(agente, ajustes, de) : [];
  return { parecer: { agente, estado: 'feito', motivo: null, afirmacoes, ajustes: mantidos, descartadas }, falha: null };
}

/** What each agent's calls are for. */
export const FINALIDADE_DO_AGENTE: Readonly<Record<NomeAgente, Finalidade>> = { estrategico: 'agente_estrategico', operacional: 'agente_operacional', juridico: 'agente_juridico', financeiro: 'agente_financeiro' };

