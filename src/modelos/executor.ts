import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { AlicitError } from '../kernel/index.js';
import { classifyFalha } from './classify-falha.js';
import { Conta } from './conta.js';
import { Disjuntor, type EstadoDisjuntor } from './disjuntor.js';
import { waitBefore } from './domain/espera.js';
import { isPassageira, modeloIndisponivel, sinalDe, valeReserva, type Falha } from './domain/falha.js';
import type { UltimoPedido } from './domain/saude.js';
import type { PrecosConfigurados } from './domain/precos.js';
import type { Observador } from './metricas-modelos.js';
import type { Feita, Obra, Trazida } from './obra.js';
import type { Orcamento, Reserva } from './orcamento.service.js';
import { withTraco } from '../observacao/index.js';
import { openPrazo, withFim } from '../saida/index.js';
import { writeChamada } from './registro.js';
import { RELOGIO_REAL, type Relogio } from './relogio.js';
import type { Vagas } from './vagas.js';

export interface OpcoesExecutor {
  readonly tempoMs: number;
  readonly tentativas: number;
  readonly esperaMs: number;
  readonly disjuntor: { readonly falhas: number; readonly abertoMs: number };
  readonly precos: PrecosConfigurados;
}

/** Of a vector a token costs a tenth or less of a chat model's: so it counts against budgets. */
const PESO_EMBEDDING = 10;
/** A process that says nothing for so long after its request had to end is dead, ms. */
const FOLGA_MS = 60_000;
const TETO_ESPERA_MS = 30_000;

const isFalha = <T>(feito: Feita<T> | Trazida<T> | Falha): feito is Falha => 'causa' in feito;
const disjuntorAberto = (esperarMs: number): Falha => ({ causa: 'disjuntor_aberto', status: null, esperarMs, talvezPago: false });

/** Makes calls: a place, a reservation, a request; again when it may help, another model when not; and writes down what it cost. */
export class Executor {
  private readonly disjuntores = new Map<string, Disjuntor>();
  private readonly log = new Logger('modelos');
  private readonly fim = new AbortController();
  /** Of the last request that ended by itself. */
  ultima: UltimoPedido | null = null;

  constructor(private readonly opcoes: OpcoesExecutor, private readonly fonte: DataSource, private readonly orcamento: Orcamento, readonly vagas: Vagas, private readonly observador: Observador, private readonly relogio: Relogio = RELOGIO_REAL) {}

  estados(): readonly { readonly modelo: string; readonly estado: EstadoDisjuntor }[] {
    return [...this.disjuntores].map(([modelo, d]) => ({ modelo, estado: d.estado(this.relogio.agora()) }));
  }

  close(): void {
    this.fim.abort(new AlicitError('indisponivel', 'encerrando', 'O serviço está encerrando: tente de novo em instantes.'));
  }

  /** @throws AlicitError `modelo_indisponivel`, `orcamento_esgotado`, `encerrando`; the signal's reason */
  async run<T>(obra: Obra<T>): Promise<Feita<T>> {
    const conta = new Conta(obra, this.opcoes.precos);
    const ligado = openPrazo(null, [obra.sinal, this.fim.signal]);
    let ultima: Falha | null = null;
    try {
      for (const modelo of obra.modelos) {
        const feito = await this.tryModelo({ ...obra, sinal: ligado.sinal }, modelo, conta);
        if (!isFalha(feito)) return feito;
        ultima = feito;
        if (!valeReserva(feito)) break;
      }
      throw modeloIndisponivel(ultima!.causa, ultima!.esperarMs);
    } catch (erro) {
      const codigo = erro instanceof AlicitError ? erro.codigo : null;
      const desfecho = codigo === 'modelo_indisponivel' && ultima ? ultima.causa : codigo === 'orcamento_esgotado' ? codigo : ligado.sinal.aborted ? 'cancelada' : 'erro_interno';
      await this.writeFalha(obra, conta, desfecho);
      throw erro;
    } finally {
      ligado.close();
    }
  }

  private async tryModelo<T>(obra: Obra<T>, modelo: string, conta: Conta): Promise<Feita<T> | Falha> {
    const { tentativas, esperaMs, tempoMs } = this.opcoes;
    for (let n = 1; ; n++) {
      const feito = await this.attempt(obra, modelo, conta);
      if (!isFalha(feito)) return feito;
      const longe = (feito.esperarMs ?? 0) > tempoMs;
      if (!isPassageira(feito) || n >= tentativas || longe) return feito;
      await this.sleep(waitBefore(n, feito.esperarMs, esperaMs, TETO_ESPERA_MS, this.relogio.sorte()), obra.sinal);
    }
  }

  /** One request; while another probes whether the model is back, what it finds is waited for, as long as a request may take, holding nothing. */
  private async attempt<T>(obra: Obra<T>, modelo: string, conta: Conta): Promise<Feita<T> | Falha> {
    const disjuntor = this.disjuntorDe(modelo);
    const fim = this.relogio.agora() + this.opcoes.tempoMs;
    for (;;) {
      await disjuntor.waitSonda(fim - this.relogio.agora(), obra.sinal);
      const feito = await this.askOnce(obra, modelo, conta, disjuntor);
      const sondado = isFalha(feito) && feito.causa === 'disjuntor_aberto' && disjuntor.sondando;
      if (!sondado || this.relogio.agora() >= fim) return feito;
    }
  }

  /** One request, when there is a place, no open breaker, and tokens for it. */
  private async askOnce<T>(obra: Obra<T>, modelo: string, conta: Conta, disjuntor: Disjuntor): Promise<Feita<T> | Falha> {
    const { sinal } = obra;
    if (disjuntor.estado(this.relogio.agora()) === 'aberto') return disjuntorAberto(disjuntor.enter(this.relogio.agora())!);
    let devolver: () => void;
    try {
      devolver = await this.vagas.enter(sinal);
    } catch (erro) {
      if (sinal.aborted) throw sinal.reason as Error;
      return classifyFalha(erro, { esgotado: false, agora: this.relogio.agora() });
    }
    try {
      const reserva = await this.reserve(obra, conta);
      const recusado = sinal.aborted ? null : disjuntor.enter(this.relogio.agora());
      if (!sinal.aborted && recusado === null) return await this.askAndSettle(obra, modelo, conta, disjuntor, reserva);
      await this.settle({ ...reserva, chamadas: 0 }, 0);
      if (recusado !== null) return disjuntorAberto(recusado);
      throw sinal.reason as Error;
    } finally {
      devolver();
    }
  }

  private async reserve<T>({ contexto, tipo, estimativa }: Obra<T>, conta: Conta): Promise<Reserva> {
    try {
      const chamadas = tipo === 'chat' && conta.tentativas === 0 ? 1 : 0;
      return await this.orcamento.reserve(contexto, { tokens: toPeso(tipo, estimativa.entrada + estimativa.saida), chamadas, vetores: tipo === 'embedding' }, this.opcoes.tempoMs + FOLGA_MS);
    } catch (erro) {
      if (erro instanceof AlicitError && erro.codigo === 'orcamento_esgotado') this.observador.orcamento(String(erro.detalhes?.['escopo']));
      throw erro;
    }
  }

  private async askAndSettle<T>(obra: Obra<T>, modelo: string, conta: Conta, disjuntor: Disjuntor, reserva: Reserva): Promise<Feita<T> | Falha> {
    conta.begin(modelo);
    const feito = await this.ask(obra, modelo, disjuntor);
    const gasto = isFalha(feito) ? (feito.gasto ?? { entrada: feito.talvezPago ? obra.estimativa.entrada : 0, saida: 0 }) : feito;
    conta.add(gasto);
    const tokens = toPeso(obra.tipo, gasto.entrada + gasto.saida);
    if (isFalha(feito)) {
      await this.settle(reserva, tokens);
      if (obra.sinal.aborted) throw obra.sinal.reason as Error;
      return feito;
    }
    const chamada = conta.toChamada();
    const desfecho = feito.recusada ? 'recusada' : 'ok';
    await this.settle(reserva, tokens, async (m) => {
      await writeChamada(m, obra.contexto, chamada, desfecho);
      await obra.guardar(m, feito, chamada);
    });
    this.observador.chamada(chamada, desfecho);
    return { trazida: feito, chamada };
  }

  private ask<T>(obra: Obra<T>, modelo: string, disjuntor: Disjuntor): Promise<Trazida<T> | Falha> {
    const operacao = obra.tipo === 'chat' ? 'chat' : 'embeddings';
    return withTraco(`${operacao} ${modelo}`, { 'gen_ai.operation.name': operacao, 'gen_ai.request.model': modelo, 'alicit.finalidade': obra.contexto.finalidade, 'alicit.prompt': obra.contexto.versaoPrompt }, async (traco) => {
      const feito = await this.request(obra, modelo, disjuntor);
      if (isFalha(feito)) traco.fail(feito.causa);
      else traco.set({ 'gen_ai.usage.input_tokens': feito.entrada, 'gen_ai.usage.output_tokens': feito.saida });
      traco.set({ 'alicit.desfecho': isFalha(feito) ? feito.causa : feito.recusada ? 'recusada' : 'ok' });
      return feito;
    }, 'cliente');
  }

  private async request<T>(obra: Obra<T>, modelo: string, disjuntor: Disjuntor): Promise<Trazida<T> | Falha> {
    const prazo = openPrazo(this.opcoes.tempoMs, [obra.sinal]);
    const inicio = this.relogio.agora();
    let falha: Falha | null = null;
    try {
      return await withFim(obra.pedir(modelo, prazo.sinal), prazo.sinal);
    } catch (erro) {
      falha = classifyFalha(erro, { esgotado: prazo.esgotado, agora: this.relogio.agora() });
      return obra.sinal.aborted ? { ...falha, talvezPago: true } : falha;
    } finally {
      const agora = this.relogio.agora();
      disjuntor.leave(obra.sinal.aborted ? 'neutro' : falha ? sinalDe(falha) : 'bom', agora);
      if (!obra.sinal.aborted) this.ultima = { em: new Date(agora), ms: agora - inicio, erro: falha?.causa ?? null, terminada: falha?.terminada ?? false, ultimoSucesso: falha ? (this.ultima?.ultimoSucesso ?? null) : new Date(agora) };
      prazo.close();
    }
  }

  /** What was paid for is not lost because the database stumbled once: it is tried again, then given to the caller all the same. */
  private async settle(reserva: Reserva, tokens: number, extra?: (m: EntityManager) => Promise<void>): Promise<void> {
    await this.orcamento.settle(reserva, tokens, extra).catch(() => this.orcamento.settle(reserva, tokens, extra))
      .catch((erro: unknown) => this.log.warn({ err: erro }, 'o gasto de uma chamada a modelo não foi gravado'));
  }

  private async writeFalha<T>(obra: Obra<T>, conta: Conta, desfecho: string): Promise<void> {
    const chamada = conta.toChamada();
    this.observador.chamada(chamada, desfecho);
    if (conta.tentativas === 0) return;
    await writeChamada(this.fonte, obra.contexto, chamada, desfecho).catch((erro: unknown) => this.log.warn({ err: erro }, 'uma chamada a modelo que falhou não foi gravada'));
  }

  private async sleep(ms: number, sinal: AbortSignal): Promise<void> {
    if (ms > 0 && !sinal.aborted) await this.relogio.dormir(ms, sinal).catch(() => undefined);
    if (sinal.aborted) throw sinal.reason as Error;
  }

  private disjuntorDe(modelo: string): Disjuntor {
    const d = this.disjuntores.get(modelo) ?? new Disjuntor(this.opcoes.disjuntor);
    this.disjuntores.set(modelo, d);
    return d;
  }
}

const toPeso = (tipo: 'chat' | 'embedding', tokens: number): number => (tipo === 'chat' ? tokens : Math.ceil(tokens / PESO_EMBEDDING));
