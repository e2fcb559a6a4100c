import { performance } from 'node:perf_hooks';
import { Decimal } from 'decimal.js';
import { costOf, findPreco, type PrecosConfigurados } from './domain/precos.js';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';

/** What a call has spent so far, over its requests and its models. */
export class Conta {
  private readonly inicio = performance.now();
  private entrada = 0;
  private saida = 0;
  /** Null: of one of its models the price is not known. */
  private custo: Decimal | null = new Decimal(0);
  /** The last one asked. */
  private modelo: string;
  tentativas = 0;

  constructor(private readonly de: { readonly tipo: 'chat' | 'embedding'; readonly contexto: ContextoDeModelo; readonly modelos: readonly string[] }, private readonly precos: PrecosConfigurados) {
    this.modelo = de.modelos[0]!;
  }

  /** One more request is made. */
  begin(modelo: string): void {
    this.tentativas++;
    this.modelo = modelo;
  }

  /** What the last request spent, tokens. */
  add({ entrada, saida }: { readonly entrada: number; readonly saida: number }): void {
    const custo = costOf(findPreco(this.modelo, this.de.tipo, this.precos), entrada, saida);
    this.entrada += entrada;
    this.saida += saida;
    this.custo = custo === null || this.custo === null ? null : this.custo.plus(custo);
  }

  toChamada(): ChamadaFeita {
    const { contexto: { finalidade, versaoPrompt }, modelos } = this.de;
    return {
      finalidade, versaoPrompt, modelo: this.modelo, tokensEntrada: this.entrada, tokensSaida: this.saida, custoUsd: this.custo === null ? null : this.custo.toFixed(), deCache: false, reserva: this.modelo !== modelos[0],
      tentativas: this.tentativas, ms: Math.round(performance.now() - this.inicio),
    };
  }
}
