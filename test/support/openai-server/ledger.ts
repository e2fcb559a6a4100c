import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import type { LinhaLedger, Rota } from './tipos.ts';

const MAX_LINHAS = 50_000;
const MAX_CORPOS = 64 * 1024 * 1024;

const pesoDe = (l: LinhaLedger): number => (l.corpo?.length ?? 0) + (l.fim === null ? 0 : (l.resposta?.length ?? 0));

/** Every request, in order of arrival; the last 50,000, with the last 64 MB of bodies. With a file, each line is appended once answered. */
export class Ledger {
  readonly linhas: LinhaLedger[] = [];
  readonly #arquivo: string | null;
  #bytes = 0;
  #primeiroComCorpo = 0;

  constructor(arquivo: string | null) {
    this.#arquivo = arquivo;
    if (arquivo !== null) writeFileSync(arquivo, '', { flag: 'a' });
  }

  open(n: number, rota: Rota, corpo: string, modelo: string, textos: number, quem = ''): LinhaLedger {
    const linha: LinhaLedger = {
      n, rota, modelo, quem, inicio: Date.now(), fim: null, promptTokens: 0, completionTokens: 0, textos,
      impressao: createHash('sha256').update(`${rota}\n${corpo}`).digest('hex'), corpo, resposta: null, status: 0, falha: null, abortado: false,
    };
    this.linhas.push(linha);
    this.#bytes += corpo.length;
    while (this.#bytes > MAX_CORPOS && this.#primeiroComCorpo < this.linhas.length - 1) {
      const velha = this.linhas[this.#primeiroComCorpo++]!;
      this.#bytes -= pesoDe(velha);
      velha.corpo = null;
      velha.resposta = null;
    }
    if (this.linhas.length > MAX_LINHAS) {
      const fora = this.linhas.splice(0, MAX_LINHAS / 10);
      this.#bytes -= fora.reduce((t, l) => t + pesoDe(l), 0);
      this.#primeiroComCorpo = Math.max(0, this.#primeiroComCorpo - fora.length);
    }
    return linha;
  }

  end(linha: LinhaLedger, status: number, abortado: boolean): void {
    if (linha.fim !== null) return;
    linha.fim = Date.now();
    this.#bytes += linha.resposta?.length ?? 0;
    linha.status = status;
    linha.abortado = abortado;
    if (this.#arquivo !== null) appendFileSync(this.#arquivo, `${JSON.stringify({ ...linha, corpo: null, resposta: null })}\n`);
  }
}
