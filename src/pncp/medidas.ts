import type { DesfechoPncp, Endpoint, EstadoEndpoint, TipoDeriva } from './domain/pncp.js';
import { DESFECHOS_PNCP } from './domain/pncp.js';

/** Told what happens, as it happens: for metrics and the log. */
export interface ObservadorPncp {
  requisicao(endpoint: Endpoint, desfecho: DesfechoPncp, ms: number): void;
  /** `primeira`: this difference was not seen before in this process. */
  deriva(endpoint: Endpoint, tipo: TipoDeriva, campo: string, primeira: boolean): void;
}

const MAX_LATENCIAS = 200;
const MAX_DERIVAS = 200;
/** So many requests without failure make an endpoint calm. */
const CALMA = 20;
/** Names of unknown fields come from outside. */
const CAMPO = /^[\w.]{1,60}$/;

/** What is remembered of one endpoint. */
export class Medidas {
  emCurso = 0;
  private readonly desfechos = Object.fromEntries(DESFECHOS_PNCP.map((d) => [d, 0])) as Record<DesfechoPncp, number>;
  private readonly latencias: number[] = [];
  private proxima = 0;
  private readonly derivas = new Map<string, number>();
  private desdeFalha = 0;
  private ultimoSucesso: number | null = null;
  private ultimaFalha: EstadoEndpoint['ultimaFalha'] = null;

  constructor(private readonly endpoint: Endpoint, private readonly observador: ObservadorPncp | undefined) {}

  /** Whether something failed lately: then an empty answer is believed less. */
  get instavel(): boolean {
    return this.ultimaFalha !== null && this.desdeFalha < CALMA;
  }

  note(desfecho: DesfechoPncp, status: number | null, ms: number, agora: number): void {
    this.desfechos[desfecho]++;
    this.observador?.requisicao(this.endpoint, desfecho, ms);
    if (desfecho === 'cancelado') return;
    if (status !== null) this.latencias[this.proxima++ % MAX_LATENCIAS] = ms;
    if (desfecho === 'ok' || desfecho === 'vazio') {
      this.ultimoSucesso = agora;
      this.desdeFalha++;
    } else if (desfecho !== 'nao_encontrado' && desfecho !== 'recusado') {
      this.ultimaFalha = { em: new Date(agora), desfecho, status };
      this.desdeFalha = 0;
    }
  }

  deriva(tipo: TipoDeriva, campo: string): void {
    const nome = CAMPO.test(campo) ? campo : 'outro';
    const chave = `${tipo}:${nome}`;
    const antes = this.derivas.get(chave);
    if (antes === undefined && this.derivas.size >= MAX_DERIVAS) return;
    this.derivas.set(chave, (antes ?? 0) + 1);
    this.observador?.deriva(this.endpoint, tipo, nome, antes === undefined);
  }

  read(): Pick<EstadoEndpoint, 'emCurso' | 'desfechos' | 'latenciaMs' | 'deriva' | 'ultimoSucesso' | 'ultimaFalha'> {
    const ordem = [...this.latencias].sort((a, b) => a - b);
    const quantil = (q: number): number => Math.round(ordem[Math.min(ordem.length - 1, Math.floor(ordem.length * q))]!);
    return {
      emCurso: this.emCurso, desfechos: { ...this.desfechos }, deriva: Object.fromEntries(this.derivas), ultimoSucesso: this.ultimoSucesso === null ? null : new Date(this.ultimoSucesso), ultimaFalha: this.ultimaFalha,
      latenciaMs: ordem.length ? { p50: quantil(0.5), p95: quantil(0.95), max: quantil(1) } : null,
    };
  }
}
