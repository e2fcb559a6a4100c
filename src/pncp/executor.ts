import { Concorrencia, type LimitesConcorrencia } from './concorrencia.js';
import { classifyErro, classifyStatus } from './classify-falha.js';
import { Disjuntor, type LimitesDisjuntor } from './disjuntor.js';
import { esperaComJitter, MAX_ESPERA_MS } from './domain/espera.js';
import { ENDPOINTS, type DesfechoPncp, type Endpoint, type EstadoEndpoint } from './domain/pncp.js';
import type { Relogio } from './domain/relogio.js';
import { pncpCancelado, pncpDisjuntorAberto, pncpEncerrado, toErroPncp, type Falha } from './erros.js';
import { Medidas, type ObservadorPncp } from './medidas.js';
import { withTraco } from '../observacao/index.js';
import { openPrazo } from '../saida/index.js';
import type { RespostaCrua } from './transporte.js';

export interface OpcoesExecutor {
  /** Of each request, from now to the last byte, ms. */
  readonly tempoMs: number;
  /** Requests for one call, the first included. */
  readonly tentativas: number;
  /** First ceiling of the wait between tries, doubled each time up to a minute, ms. */
  readonly esperaMs: number;
  /** How long the whole client waits after a 429 without `Retry-After`, ms. */
  readonly pausaMs: number;
  readonly concorrencia: LimitesConcorrencia;
  readonly disjuntor: LimitesDisjuntor;
  readonly relogio: Relogio;
  readonly observador?: ObservadorPncp;
}

/** The place and the time a request has, for a reader that goes on after it: `soltar` gives both back. */
export interface Vaga {
  soltar(): void;
  /** Its time is up. */
  esgotado(): boolean;
}

/** Reads an answer of status 2xx. */
export type Leitor<T> = (resposta: RespostaCrua, vaga: Vaga) => Promise<{ readonly valor: T; readonly vazio?: boolean } | Falha>;

export interface PedidoExecutor<T> {
  readonly endpoint: Endpoint;
  /** Makes the request. */
  pedir(sinal: AbortSignal): Promise<RespostaCrua>;
  readonly ler: Leitor<T>;
  readonly sinal: AbortSignal | undefined;
  /** Another time than the usual, ms. */
  readonly tempoMs?: number;
  /** 404 is asked again once: a list that is not there yet. */
  readonly repete404?: boolean;
  /** The reader keeps the place and gives it back itself. */
  readonly seguraVaga?: boolean;
}

const TETO_ESPERA_MS = 60_000;
const MAX_CORPO_ERRO = 8192;
const REPETEM: ReadonlySet<DesfechoPncp> = new Set(['limite', 'erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida']);
const RUINS: ReadonlySet<DesfechoPncp> = new Set(['erro_servidor', 'tempo_esgotado', 'rede', 'resposta_invalida']);
const SOBRECARGA: ReadonlySet<DesfechoPncp> = new Set(['limite', 'erro_servidor', 'tempo_esgotado', 'rede']);

const isFalha = (v: object): v is Falha => 'desfecho' in v;

/** Makes requests as PNCP bears them: a few at once, paused when it asks, tried again when it stumbles, not at all when it is down. */
export class Executor {
  readonly concorrencia: Concorrencia;
  private readonly fim = new AbortController();
  private readonly medidas: Readonly<Record<Endpoint, Medidas>>;
  private readonly disjuntores: Readonly<Record<Endpoint, Disjuntor>>;
  private pausaAte = 0;

  constructor(private readonly opcoes: OpcoesExecutor) {
    this.concorrencia = new Concorrencia(opcoes.concorrencia);
    this.medidas = Object.fromEntries(ENDPOINTS.map((e) => [e, new Medidas(e, opcoes.observador)])) as Record<Endpoint, Medidas>;
    this.disjuntores = Object.fromEntries(ENDPOINTS.map((e) => [e, new Disjuntor(opcoes.disjuntor)])) as Record<Endpoint, Disjuntor>;
  }

  medidasDe(endpoint: Endpoint): Medidas {
    return this.medidas[endpoint];
  }

  get pausadoAte(): Date | null {
    return this.pausaAte > this.opcoes.relogio.agora() ? new Date(this.pausaAte) : null;
  }

  estado(): readonly EstadoEndpoint[] {
    const agora = this.opcoes.relogio.agora();
    return ENDPOINTS.map((endpoint) => {
      const d = this.disjuntores[endpoint];
      return { endpoint, disjuntor: d.estado(agora), abertoAte: d.abertoAte === null ? null : new Date(d.abertoAte), ...this.medidas[endpoint].read() };
    });
  }

  /** Waits a random part of the n-th ceiling. @throws AlicitError `pncp_cancelado`, `pncp_encerrado` */
  async wait(falhas: number, sinal: AbortSignal | undefined, minimoMs = 0): Promise<void> {
    const { relogio, esperaMs } = this.opcoes;
    const ligado = openPrazo(null, [sinal, this.fim.signal]);
    await this.dormir(Math.max(minimoMs, esperaComJitter(falhas, esperaMs, TETO_ESPERA_MS, relogio.sorte())), ligado.sinal).finally(() => ligado.close());
  }

  /** Until an answer that can be read, or no try is left. @throws AlicitError see `Pncp` */
  async run<T>(pedido: PedidoExecutor<T>): Promise<{ readonly valor: T; readonly vazio?: boolean }> {
    const { endpoint, sinal } = pedido;
    for (let tentativa = 1, recusas = 0; ; tentativa++) {
      const ligado = openPrazo(null, [sinal, this.fim.signal]);
      const feito = await this.once(pedido, ligado.sinal).finally(() => ligado.close());
      if (!isFalha(feito)) return feito;
      const { desfecho } = feito;
      if (desfecho === 'cancelado') throw this.fim.signal.aborted ? pncpEncerrado() : pncpCancelado();
      // PNCP was seen to refuse good requests with 422: asked once more.
      const repete = REPETEM.has(desfecho) || (recusas === 0 && ((desfecho === 'recusado' && feito.status === 422) || (desfecho === 'nao_encontrado' && pedido.repete404 === true)));
      if (desfecho === 'recusado' || desfecho === 'nao_encontrado') recusas++;
      const { tentativas, pausaMs } = this.opcoes;
      if (!repete || tentativa >= tentativas) throw toErroPncp(endpoint, feito, tentativa, feito.esperarMs ?? (desfecho === 'limite' ? pausaMs : TETO_ESPERA_MS));
      // After a 429 it is the pause of all that waits.
      await this.wait(tentativa, sinal, desfecho === 'limite' ? 0 : (feito.esperarMs ?? 0));
    }
  }

  close(): void {
    this.fim.abort();
    this.concorrencia.close();
  }

  private async dormir(ms: number, sinal: AbortSignal): Promise<void> {
    if (ms > 0 && !sinal.aborted) await this.opcoes.relogio.dormir(ms, sinal).catch(() => undefined);
    if (sinal.aborted) throw this.fim.signal.aborted ? pncpEncerrado() : pncpCancelado();
  }

  /** One request, when there is a place, no pause and no open breaker. */
  private async once<T>(pedido: PedidoExecutor<T>, desiste: AbortSignal): Promise<{ readonly valor: T; readonly vazio?: boolean } | Falha> {
    const { relogio } = this.opcoes;
    const disjuntor = this.disjuntores[pedido.endpoint];
    if (disjuntor.estado(relogio.agora()) === 'aberto') throw pncpDisjuntorAberto(pedido.endpoint, disjuntor.enter(relogio.agora())!);
    const devolver = await this.concorrencia.enter(desiste);
    let segura = false;
    try {
      for (let falta = this.pausaAte - relogio.agora(); falta > 0; falta = this.pausaAte - relogio.agora()) await this.dormir(falta, desiste);
      const recusado = disjuntor.enter(relogio.agora());
      if (recusado !== null) throw pncpDisjuntorAberto(pedido.endpoint, recusado);
      const feito = await this.measure(pedido, desiste, devolver);
      segura = pedido.seguraVaga === true && !isFalha(feito);
      return feito;
    } finally {
      if (!segura) devolver();
    }
  }

  private async measure<T>(pedido: PedidoExecutor<T>, desiste: AbortSignal, devolver: () => void): Promise<{ readonly valor: T; readonly vazio?: boolean } | Falha> {
    const { relogio } = this.opcoes;
    const medidas = this.medidas[pedido.endpoint];
    const inicio = relogio.agora();
    let desfecho: DesfechoPncp = 'resposta_invalida';
    let status: number | null = null;
    medidas.emCurso++;
    try {
      const feito = await withTraco(`pncp ${pedido.endpoint}`, { 'alicit.endpoint': pedido.endpoint }, async (traco) => {
        const achado = await this.attempt(pedido, desiste, devolver);
        traco.set({ 'http.response.status_code': achado.status ?? undefined });
        if (isFalha(achado.resultado)) traco.fail(achado.resultado.desfecho);
        return achado;
      }, 'cliente');
      desfecho = isFalha(feito.resultado) ? feito.resultado.desfecho : feito.resultado.vazio ? 'vazio' : 'ok';
      status = feito.status;
      if (desfecho === 'limite') this.pause((feito.resultado as Falha).esperarMs ?? this.opcoes.pausaMs);
      return feito.resultado;
    } finally {
      medidas.emCurso--;
      const agora = relogio.agora();
      medidas.note(desfecho, status, agora - inicio, agora);
      this.disjuntores[pedido.endpoint].leave(RUINS.has(desfecho) ? 'ruim' : desfecho === 'limite' || desfecho === 'cancelado' ? 'neutro' : 'bom', agora);
      if (SOBRECARGA.has(desfecho)) this.concorrencia.shrink();
      else if (desfecho !== 'cancelado') this.concorrencia.grow();
    }
  }

  private async attempt<T>({ pedir, ler, tempoMs, sinal, seguraVaga }: PedidoExecutor<T>, desiste: AbortSignal, devolver: () => void): Promise<{ readonly status: number | null; readonly resultado: { readonly valor: T; readonly vazio?: boolean } | Falha }> {
    // Tied to whoever asked, not to this call: a stream goes on after it.
    const prazo = openPrazo(tempoMs ?? this.opcoes.tempoMs, [sinal, this.fim.signal]);
    const vaga: Vaga = {
      esgotado: () => prazo.esgotado,
      soltar() {
        prazo.close();
        devolver();
      },
    };
    let status: number | null = null;
    let segue = false;
    try {
      const resposta = await pedir(prazo.sinal);
      status = resposta.status;
      if (status < 200 || status >= 300) return { status, resultado: classifyStatus(status, resposta.cabecalhos, await readInicio(resposta), this.opcoes.relogio.agora()) };
      const resultado = await ler(resposta, vaga);
      segue = seguraVaga === true && !isFalha(resultado as object);
      return { status, resultado };
    } catch (erro) {
      return { status, resultado: classifyErro(erro, { esgotado: prazo.esgotado, cancelado: desiste.aborted }) };
    } finally {
      if (!segue) prazo.close();
    }
  }

  private pause(ms: number): void {
    this.pausaAte = Math.max(this.pausaAte, this.opcoes.relogio.agora() + Math.min(ms, MAX_ESPERA_MS));
  }
}

/** What an error's body begins with; its end, or a break, does not matter. */
async function readInicio({ corpo }: RespostaCrua): Promise<Uint8Array> {
  const partes: Uint8Array[] = [];
  let lidos = 0;
  try {
    for await (const parte of corpo as AsyncIterable<Uint8Array>) {
      partes.push(parte);
      lidos += parte.byteLength;
      if (lidos >= MAX_CORPO_ERRO) break;
    }
  } catch {
    // The status says enough.
  }
  return Buffer.concat(partes).subarray(0, MAX_CORPO_ERRO);
}
