import type { NomeFalha } from './falhas.ts';
import { cabeNaRota } from './falhas.ts';
import type { PedidoModelo, Responder, RespostaModelo, Rota } from './tipos.ts';

/** Which requests. What is absent does not limit. */
export interface Quando {
  readonly rota?: Rota;
  readonly modelo?: string | RegExp;
  /** Somewhere in the messages (system included) or in the texts of embeddings. */
  readonly texto?: string | RegExp;
  /** Place among all requests of the server, from 1. */
  readonly n?: number;
  /** From the nth that fits the rest, 1 by default. */
  readonly vez?: number;
  /** How many of them; default 1; `Infinity`: all. */
  readonly vezes?: number;
}

/** A fault by its name, an answer, or who makes it. */
export type Entao = NomeFalha | RespostaModelo | Responder;

export interface LinhaRoteiro {
  /** Requests it was used for. */
  readonly usadas: number;
}

const fits = (padrao: string | RegExp, texto: string): boolean => (typeof padrao === 'string' ? texto.includes(padrao) : texto.search(padrao) >= 0);

/** What was scripted, in order: the first that fits a request and is not used up answers it. */
export class Roteiro {
  readonly #linhas: { readonly quando: Quando; readonly entao: Entao; vistas: number; usadas: number }[] = [];

  add(quando: Quando, entao: Entao): LinhaRoteiro {
    const linha = { quando, entao, vistas: 0, usadas: 0 };
    this.#linhas.push(linha);
    return linha;
  }

  clear(): void {
    this.#linhas.length = 0;
  }

  find(p: PedidoModelo): Entao | null {
    for (const linha of this.#linhas) {
      const { rota, modelo, texto, n, vez = 1, vezes = 1 } = linha.quando;
      if (linha.usadas >= vezes) continue;
      if ((rota !== undefined && rota !== p.rota) || (n !== undefined && n !== p.n) || (modelo !== undefined && !fits(modelo, p.modelo))) continue;
      if (typeof linha.entao === 'string' ? !cabeNaRota(linha.entao, p.rota) : p.rota === 'embeddings') continue;
      if (texto !== undefined && ![...p.mensagens.map((m) => m.texto), ...p.textos].some((t) => fits(texto, t))) continue;
      if (++linha.vistas < vez) continue;
      linha.usadas++;
      return linha.entao;
    }
    return null;
  }
}
