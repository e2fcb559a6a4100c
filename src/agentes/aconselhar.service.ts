import { Inject, Injectable, Logger } from '@nestjs/common';
import { AGENTES, type NomeAgente, type Parecer } from '../analises/index.js';
import { CONFIG, silenceTelemetria, type Config } from '../config/index.js';
import type { ContextoDeModelo, Finalidade } from '../modelos/index.js';
import { ModelosService } from '../modelos/modelos.module.js';
import { VERSAO_AGENTES, VERSOES_PROMPT } from './definicoes.js';
import { costAgente, costBusca, costRelator, MAIOR_RELATO } from './custos.js';
import { nomesPorId, toProposta } from './domain/mapear.js';
import { buildParecer, usouModelo } from './domain/parecer/build-parecer.js';
import { ContaDeChamadas, MAX_LIDOS, pickDentro } from './domain/parecer/conta.js';
import { writePromptRelator } from './domain/parecer/prompt-relator.js';
import type { Preparo } from './estagios/tipos.js';
import type { Motor } from './motor.js';
import { prepare } from './preparar.js';
import { askPrimeira, askSegunda, FINALIDADE_DO_AGENTE, finishAgente, type Falha, type Mesa, type Primeira } from './rodada.js';
import { askSintese } from './sintese.js';
import type { Aconselhado, PedidoDeParecer } from './tipos.js';

/** The opinion of models on a judgement that rules made: four agents at once, each claim checked, then the relator. */
@Injectable()
export class AconselharService {
  private readonly log = new Logger('agentes');
  private motor: Promise<Motor> | undefined;
  private readonly ouvintes: ((parecer: Parecer) => void)[] = [];

  constructor(private readonly modelos: ModelosService, @Inject(CONFIG) private readonly config: Config) {}

  /** Whether there is a model to ask. */
  get configurado(): boolean {
    return this.modelos.configurado;
  }

  /** Whoever wants to hear of each opinion, from now on. */
  onParecer(ouvinte: (parecer: Parecer) => void): void {
    this.ouvintes.push(ouvinte);
  }

  /** Loads what asks the agents while a document is being read, so that the first analysis of a process does not wait for it afterwards. */
  warm(): void {
    if (this.configurado) this.getMotor().catch((erro: unknown) => this.log.warn({ err: erro }, 'agentes não carregados por ora'));
  }

  /** Never fails because of a model: an opinion that could not be had says so. @throws the signal's reason; `modelo_nao_configurado`; what reading the documents throws */
  async aconselhar(p: PedidoDeParecer): Promise<Aconselhado> {
    const conta = new ContaDeChamadas(this.config.modelos.maxChamadas, MAX_LIDOS, MAIOR_RELATO);
    const [{ chave, preparo }, motor] = await Promise.all([prepare(p, conta.onChamada), this.getMotor()]);
    const mesa = this.openMesa(p, { chave, preparo, conta, motor });
    const primeiras = await this.askTodos(p, preparo, mesa, conta);
    const denovo = this.pickSegundas(primeiras, conta);
    const feitos = await Promise.all(AGENTES.map((a) => finishAgente(mesa, a, primeiras[a], { deNovo: denovo.has(a) })));
    const agentes = feitos.map((f) => f.parecer);
    const relato = await this.relate(p, { agentes, preparo, conta, motor, mesa });
    const parecer = buildParecer({
      agentes, sintese: relato.sintese, falhaRelator: relato.falha?.motivo ?? null, alertas: preparo.alertas, placar: preparo.placar, chamadas: conta.feitas,
      versoes: { prompts: VERSAO_AGENTES, modelo: this.config.modelos.chat },
    });
    for (const o of this.ouvintes) o(parecer);
    const provisorio = [...feitos.map((f) => f.falha), relato.falha].some((f) => f?.passageira);
    return { parecer, usouModelo: usouModelo(parecer), provisorio };
  }

  private async askTodos(p: PedidoDeParecer, preparo: Preparo, mesa: Mesa, conta: ContaDeChamadas): Promise<Readonly<Record<NomeAgente, Primeira>>> {
    for (const a of AGENTES) conta.spend(costAgente(a, [{ content: preparo.prompts[a] }]));
    const comBusca = pickDentro(new Map(AGENTES.map((a) => [a, costBusca(a, preparo.prompts[a])])), conta.buscas(AGENTES.length));
    const primeiras = await Promise.all(AGENTES.map(async (a) => [a, await askPrimeira(mesa, a, preparo.prompts[a], comBusca.has(a) ? this.searchOf(p, preparo, a, conta) : undefined)] as const));
    return Object.fromEntries(primeiras) as Record<NomeAgente, Primeira>;
  }

  /** The one search of an agent: in this set, whatever it asks. */
  private searchOf({ documentos }: PedidoDeParecer, { ids, trechos, prompts }: Preparo, agente: NomeAgente, conta: ContaDeChamadas): (consulta: string) => Promise<string> {
    let feita = false;
    return async (consulta) => {
      if (feita) return '<trechos/>';
      feita = true;
      conta.spend(costBusca(agente, prompts[agente]));
      return documentos.buscar({ consulta, ids, depoisDe: trechos[agente] });
    };
  }

  /** Who is asked again: those with something to mend, while calls and tokens last. */
  private pickSegundas(primeiras: Readonly<Record<NomeAgente, Primeira>>, conta: ContaDeChamadas): ReadonlySet<NomeAgente> {
    const custos = new Map(AGENTES.flatMap((a) => {
      const segunda = askSegunda(primeiras[a]);
      return segunda ? [[a, costAgente(a, segunda)] as const] : [];
    }));
    const escolhidos = pickDentro(custos, conta.segundas);
    for (const a of escolhidos) conta.spend(custos.get(a)!);
    return escolhidos;
  }

  private async relate(p: PedidoDeParecer, { agentes, preparo, conta, motor, mesa }: { readonly agentes: Parecer['agentes']; readonly preparo: Preparo; readonly conta: ContaDeChamadas; readonly motor: Motor; readonly mesa: Mesa }): Promise<{ readonly sintese: Parecer['sintese']; readonly falha: Falha | null }> {
    if (!agentes.some((a) => a.afirmacoes.length)) return { sintese: [], falha: null };
    const modelo = this.modelos.chat(contextoDe(p, 'relator', VERSOES_PROMPT.relator, conta));
    const prompt = writePromptRelator(agentes, new Map(preparo.ids), preparo.base.decisao);
    conta.spend(costRelator([{ content: prompt }]));
    return askSintese(mesa, (mensagens) => motor.askRelator({ modelo, mensagens, sinal: p.sinal }), prompt, (mensagens) => conta.fitsMaisUma(costRelator(mensagens)));
  }

  private openMesa(p: PedidoDeParecer, { chave, preparo, conta, motor }: { readonly chave: string; readonly preparo: Preparo; readonly conta: ContaDeChamadas; readonly motor: Motor }): Mesa {
    const nomes = nomesPorId(preparo.ids);
    return {
      sinal: p.sinal,
      ask: (nome, pedido) => motor.askAgente(nome, { ...pedido, modelo: this.modelos.chat(contextoDe(p, FINALIDADE_DO_AGENTE[nome], VERSOES_PROMPT[nome], conta)), sinal: p.sinal }),
      check: async (brutas, anteriores) => (brutas.length ? p.documentos.conferir({ chave, base: preparo.base, anteriores, propostas: brutas.map((b) => toProposta(b, nomes)) }) : []),
      checkAjustes: (agente, brutos, de) => p.documentos.conferirAjustes({ chave, base: preparo.base, agente, brutos, de }),
      onErro: (nome, erro) => this.log.error({ err: erro, agente: nome, trabalhoId: p.trabalhoId }, 'falha não prevista num agente'),
    };
  }

  private getMotor(): Promise<Motor> {
    this.motor ??= loadMotor().catch((erro: unknown) => {
      this.motor = undefined;
      throw erro;
    });
    return this.motor;
  }
}

const contextoDe = ({ organizacaoId, trabalhoId, sinal }: PedidoDeParecer, finalidade: Finalidade, versaoPrompt: string, { onChamada }: ContaDeChamadas): ContextoDeModelo => ({ organizacaoId, trabalhoId, finalidade, versaoPrompt, sinal, onChamada });

async function loadMotor(): Promise<Motor> {
  silenceTelemetria();
  return (await import('./mastra/motor.js')).openMotor();
}
