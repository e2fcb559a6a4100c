import { indisponivel } from '../kernel/index.js';
import { blame, type Culpa } from './domain/erros.js';
import { esperaDe } from './domain/espera.js';
import type { Relogio } from './relogio.js';

const MAX_PAUSA_MS = 5 * 60_000;

/** How PNCP is answering this reading: when everybody waits, and when it is given up. */
export class PulsoPncp {
  private readonly inicio: number;
  private ultimaResposta: number | null = null;
  private seguidas = 0;
  /** PNCP said that there was nothing where there was something: its next empty answers are asked more often. */
  desmentiuVazio = false;
  /** Nobody asks before this moment, ms since the epoch. */
  pausadoAte = 0;

  constructor(private readonly relogio: Relogio, private readonly o: { readonly esperaMs: number; readonly desisteMs: number }) {
    this.inicio = relogio.agora().getTime();
  }

  answered(): void {
    this.ultimaResposta = this.relogio.agora().getTime();
    this.seguidas = 0;
  }

  /**
   * A request failed after all its tries. @returns whose fault it was
   * @throws `pncp_indisponivel` when nothing was answered for too long
   */
  failed(codigo: string, tentarEmS: number | null): Culpa {
    const agora = this.relogio.agora().getTime();
    const culpa = blame(codigo, this.ultimaResposta === null ? null : agora - this.ultimaResposta, this.o.esperaMs * 4);
    if (culpa !== 'geral') return culpa;
    if (agora - (this.ultimaResposta ?? this.inicio) > this.o.desisteMs) {
      throw indisponivel('pncp_indisponivel', 'O PNCP não respondeu a nenhum pedido por tempo demais. O que já veio está guardado: repita o comando mais tarde para continuar de onde parou.', { causa: codigo });
    }
    const pausa = tentarEmS === null ? esperaDe(++this.seguidas, this.o.esperaMs, MAX_PAUSA_MS, this.relogio.sorteio()) : Math.min(MAX_PAUSA_MS, tentarEmS * 1000);
    this.pausadoAte = Math.max(this.pausadoAte, agora + pausa);
    return culpa;
  }
}
