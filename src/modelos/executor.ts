import { performance } from 'node:perf_hooks';
import { setTimeout as dormir } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { DataSource, EntityManager } from 'typeorm';
import { AlicitError } from '../kernel/index.js';
import { classifyFalha } from './classify-falha.js';
import { Disjuntor, type EstadoDisjuntor } from './disjuntor.js';
import { waitBefore } from './domain/espera.js';
import { isPassageira, modeloIndisponivel, sinalDe, valeReserva, type Causa, type Falha } from './domain/falha.js';
import { costOf, findPreco, type PrecosConfigurados } from './domain/precos.js';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';
import type { Observador } from './metricas-modelos.js';
import type { Orcamento, Reserva } from './orcamento.service.js';
import { openPrazo } from './prazo.js';
import { writeChamada } from './registro.js';
import type { Vagas } from './vagas.js';

/** Time, waiting and chance, so that tests need no clock. */
export interface Relogio {
  agora(): number;
  dormir(ms: number, sinal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1 */
  sorte(): number;
}

export const RELOGIO_REAL: Relogio = { agora: () => Date.now(), dormir: async (ms, signal) => void (await dormir(ms, undefined, { signal })), sorte: () => Math.random() };

export interface OpcoesExecutor {
  readonly tempoMs: number;
  readonly tentativas: number;
  readonly esperaMs: number;
  readonly disjuntor: { readonly falhas: number; readonly abertoMs: number };
  readonly precos: PrecosConfigurados;
}

/** What one request brought; tokens null: the server did not tell. */
export interface Trazida<T> {
  readonly valor: T;
  readonly entrada: number | null;
  readonly saida: number | null;
  readonly recusada?: boolean;
}

/** A call: what to ask, of whom, and what to do with what comes. */
export interface Obra<T> {
  readonly contexto: ContextoDeModelo;
  readonly tipo: 'chat' | 'embedding';
  /** The one asked, then its fallback. */
  readonly modelos: readonly string[];
  /** Tokens from above. */
  readonly estimativa: { readonly entrada: number; readonly saida: number };
  readonly sinal: AbortSignal;
  pedir(modelo: string, sinal: AbortSignal): Promise<Trazida<T>>;
  /** Written together with what it cost. */
  guardar(m: EntityManager, trazida: Trazida<T>, chamada: ChamadaFeita): Promise<void>;
}

/** Of a vector a token costs a tenth or less of a chat model's: so it counts against budgets. */
const PESO_EMBEDDING = 10;
/** A process that says nothing for so long after its request had to end is dead, ms. */
const FOLGA_MS = 60_000;
const TETO_ESPERA_MS = 30_000;

/** What a call has spent so far. */
interface Conta { entrada: number; saida: number; custo: Decimal | null; tentativas: number; modelo: string }

/** Makes calls: a place, a reservation, a request; again when it may help, another model when not; and writes down what it cost. */
export class Executor {
  private readonly disjuntores = new Map<string, Disjuntor>();
  private readonly log = new Logger('modelos');
  private readonly fim = new AbortController();
  /** Of the last request: when it ended and how; `erro` null: well. */
  ultima: { readonly em: Date; readonly erro: Causa | null } | null = null;

  constructor(private readonly opcoes: OpcoesExecutor, private readonly fonte: DataSource, private readonly orcamento: Orcamento, readonly vagas: Vagas, private readonly observador: Observador, private readonly relogio: Relogio = RELOGIO_REAL) {}

  estados(): readonly { readonly modelo: string; readonly estado: EstadoDisjuntor }[] {
    return [...this.disjuntores].map(([modelo, d]) => ({ modelo, estado: d.estado(this.relogio.agora()) }));
  }

  close(): void {
    this.fim.abort(new AlicitError('indisponivel', 'modelo_indisponivel', 'O serviço está encerrando.'));
  }

  /** @throws AlicitError `modelo_indisponivel`, `orcamento_esgotado`; the signal's reason */
  async run<T>(obra: Obra<T>): Promise<{ readonly trazida: Trazida<T>; readonly chamada: ChamadaFeita }> {
    const inicio = performance.now();
    const conta: Conta = { entrada: 0, saida: 0, custo: new Decimal(0), tentativas: 0, modelo: obra.modelos[0]! };
    const ligado = openPrazo(null, [obra.sinal, this.fim.signal]);
    let ultima: Falha | null = null;
    try {
      for (const modelo of obra.modelos) {
        const feito = await this.tryModelo({ ...obra, sinal: ligado.sinal }, modelo, conta, inicio);
        if ('chamada' in feito) return feito;
        ultima = feito;
        if (!valeReserva(feito)) break;
      }
      throw modeloIndisponivel(ultima!.causa, ultima!.esperarMs);
    } catch (erro) {
      const desfecho = erro instanceof AlicitError ? (erro.codigo === 'modelo_indisponivel' ? (ultima?.causa ?? 'cancelada') : erro.codigo) : ligado.sinal.aborted ? 'cancelada' : 'erro_interno';
      await this.writeFalha(obra, conta, inicio, desfecho);
      throw erro;
    } finally {
      ligado.close();
    }
  }

  private async tryModelo<T>(obra: Obra<T>, modelo: string, conta: Conta, inicio: number): Promise<{ readonly trazida: Trazida<T>; readonly chamada: ChamadaFeita } | Falha> {
    const { tentativas, esperaMs, tempoMs } = this.opcoes;
    for (let n = 1; ; n++) {
      const feito = await this.attempt(obra, modelo, conta, inicio);
      if ('chamada' in feito) return feito;
      const longe = (feito.esperarMs ?? 0) > tempoMs;
      if (!isPassageira(feito) || n >= tentativas || longe) return feito;
      await this.sleep(waitBefore(n, feito.esperarMs, esperaMs, TETO_ESPERA_MS, this.relogio.sorte()), obra.sinal);
    }
  }

  /** One request, when there is a place, no open breaker, and tokens for it. */
  private async attempt<T>(obra: Obra<T>, modelo: string, conta: Conta, inicio: number): Promise<{ readonly trazida: Trazida<T>; readonly chamada: ChamadaFeita } | Falha> {
    const { contexto, estimativa, sinal, tipo } = obra;
    const disjuntor = this.disjuntorDe(modelo);
    const aberto = (ms: number): Falha => ({ causa: 'disjuntor_aberto', status: null, esperarMs: ms, talvezPago: false });
    if (disjuntor.estado(this.relogio.agora()) === 'aberto') return aberto(disjuntor.enter(this.relogio.agora())!);
    let devolver: () => void;
    try {
      devolver = await this.vagas.enter(sinal);
    } catch (erro) {
      if (sinal.aborted) throw sinal.reason as Error;
      return classifyFalha(erro, { esgotado: false, agora: this.relogio.agora() });
    }
    try {
      const peso = (tokens: number): number => (tipo === 'chat' ? tokens : Math.ceil(tokens / PESO_EMBEDDING));
      const reserva = await this.orcamento.reserve(contexto, { tokens: peso(estimativa.entrada + estimativa.saida), chamadas: tipo === 'chat' && conta.tentativas === 0 ? 1 : 0 }, this.opcoes.tempoMs + FOLGA_MS)
        .catch((erro: unknown) => { throw this.noteOrcamento(erro); });
      const recusado = disjuntor.enter(this.relogio.agora());
      if (recusado !== null) {
        await this.orcamento.settle({ ...reserva, chamadas: 0 }, 0);
        return aberto(recusado);
      }
      conta.tentativas++;
      conta.modelo = modelo;
      const feito = await this.ask(obra, modelo, disjuntor);
      const gasto = 'valor' in feito ? { entrada: feito.entrada ?? estimativa.entrada, saida: feito.saida ?? estimativa.saida } : (feito.gasto ?? { entrada: feito.talvezPago ? estimativa.entrada : 0, saida: 0 });
      this.add(conta, tipo, modelo, gasto);
      const tokens = peso(gasto.entrada + gasto.saida);
      if (!('valor' in feito)) {
        await this.settle(reserva, tokens);
        if (sinal.aborted) throw sinal.reason as Error;
        return feito;
      }
      const chamada = this.toChamada(obra, conta, inicio);
      await this.settle(reserva, tokens, async (m) => {
        await writeChamada(m, contexto, chamada, feito.recusada ? 'recusada' : 'ok');
        await obra.guardar(m, feito, chamada);
      });
      this.observador.chamada(chamada, feito.recusada ? 'recusada' : 'ok');
      return { trazida: feito, chamada };
    } finally {
      devolver();
    }
  }

  private async ask<T>(obra: Obra<T>, modelo: string, disjuntor: Disjuntor): Promise<Trazida<T> | Falha> {
    const prazo = openPrazo(this.opcoes.tempoMs, [obra.sinal]);
    let falha: Falha | null = null;
    try {
      return await withFim(obra.pedir(modelo, prazo.sinal), prazo.sinal);
    } catch (erro) {
      falha = classifyFalha(erro, { esgotado: prazo.esgotado, agora: this.relogio.agora() });
      if (obra.sinal.aborted) falha = { ...falha, talvezPago: true };
      return falha;
    } finally {
      const agora = this.relogio.agora();
      disjuntor.leave(obra.sinal.aborted ? 'neutro' : falha ? sinalDe(falha) : 'bom', agora);
      if (!obra.sinal.aborted) this.ultima = { em: new Date(agora), erro: falha?.causa ?? null };
      prazo.close();
    }
  }

  /** What was paid for is not lost because the database stumbled once: it is tried again, then given to the caller all the same. */
  private async settle(reserva: Reserva, tokens: number, extra?: (m: EntityManager) => Promise<void>): Promise<void> {
    await this.orcamento.settle(reserva, tokens, extra).catch(() => this.orcamento.settle(reserva, tokens, extra))
      .catch((erro: unknown) => this.log.warn({ err: erro }, 'o gasto de uma chamada a modelo não foi gravado'));
  }

  private async writeFalha<T>(obra: Obra<T>, conta: Conta, inicio: number, desfecho: string): Promise<void> {
    const chamada = this.toChamada(obra, conta, inicio);
    this.observador.chamada(chamada, desfecho);
    if (conta.tentativas === 0) return;
    await writeChamada(this.fonte, obra.contexto, chamada, desfecho).catch((erro: unknown) => this.log.warn({ err: erro }, 'uma chamada a modelo que falhou não foi gravada'));
  }

  private add(conta: Conta, tipo: 'chat' | 'embedding', modelo: string, { entrada, saida }: { readonly entrada: number; readonly saida: number }): void {
    const custo = costOf(findPreco(modelo, tipo, this.opcoes.precos), entrada, saida);
    conta.entrada += entrada;
    conta.saida += saida;
    conta.custo = custo === null || conta.custo === null ? null : conta.custo.plus(custo);
  }

  private toChamada<T>({ contexto, modelos }: Obra<T>, { entrada, saida, custo, tentativas, modelo }: Conta, inicio: number): ChamadaFeita {
    const { finalidade, versaoPrompt } = contexto;
    return { finalidade, modelo, versaoPrompt, tokensEntrada: entrada, tokensSaida: saida, custoUsd: custo === null ? null : custo.toFixed(), deCache: false, reserva: modelo !== modelos[0], tentativas, ms: Math.round(performance.now() - inicio) };
  }

  private noteOrcamento(erro: unknown): unknown {
    if (erro instanceof AlicitError && erro.codigo === 'orcamento_esgotado') this.observador.orcamento(String(erro.detalhes?.['escopo']));
    return erro;
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

/** A library that does not hear the signal must not hold a call for ever. */
async function withFim<T>(feito: Promise<T>, sinal: AbortSignal): Promise<T> {
  feito.catch(() => undefined);
  let avisar: () => void = () => undefined;
  const fim = new Promise<never>((_, reject) => sinal.addEventListener('abort', (avisar = () => reject(new Error('prazo'))), { once: true }));
  try {
    return await Promise.race([feito, fim]);
  } finally {
    sinal.removeEventListener('abort', avisar);
  }
}
