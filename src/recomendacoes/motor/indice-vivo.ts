import { countEstatistica, IndiceTextos, unpackTexto, type Estatistica, type PerfilCompilado } from '../index.js';
import type { TextoAchado, TextoGuardado } from './texto-guardado.js';

/** When so much of it was taken out, all of it is read again: the room is not given back otherwise. */
const MORTO = 0.4;
const POUCOS = 1000;

interface Lugar {
  readonly revisao: number;
  readonly uf: string | null;
  readonly encerramento: number;
  readonly palavras: Uint32Array;
}

/** The open texts in memory, as far as the last revision read. */
export class IndiceVivo {
  private indice = new IndiceTextos();
  private lugares = new Map<string, Lugar>();
  private postos = 0;
  revisao = 0;

  get total(): number {
    return this.lugares.size;
  }

  has(numero: string): boolean {
    return this.lugares.has(numero);
  }

  /** What closed before `limite` (milliseconds) leaves; when too much has left, all does, and is to be read again. */
  clean(limite: number): void {
    for (const [numero, { encerramento }] of this.lugares) {
      if (encerramento >= limite) continue;
      this.indice.remove(numero);
      this.lugares.delete(numero);
    }
    if (this.postos > POUCOS && this.postos - this.total > this.postos * MORTO) [this.indice, this.lugares, this.postos, this.revisao] = [new IndiceTextos(), new Map(), 0, 0];
  }

  add(textos: readonly TextoGuardado[]): void {
    for (const { numero, revisao, compilado, uf, encerramento } of textos) {
      const texto = unpackTexto(compilado);
      this.indice.put(numero, texto);
      this.lugares.set(numero, { revisao, uf, encerramento: encerramento ?? Infinity, palavras: texto.palavras });
      this.postos++;
      if (revisao > this.revisao) this.revisao = revisao;
    }
  }

  /** The best for a company, at most so many, and as many of those its excluded words take out. */
  search(p: PerfilCompilado, e: Estatistica, { minimo, top }: { readonly minimo: number; readonly top: number }): TextoAchado[] {
    const toAchado = ({ numero, score }: { readonly numero: string; readonly score: number }, excluida: boolean): TextoAchado => {
      const { revisao, uf } = this.lugares.get(numero)!;
      return { numero, revisao, uf, topico: score, excluida };
    };
    const boas = this.indice.rank(p, e, { top, minimo });
    if (!p.exclusoes.length) return boas.map((c) => toAchado(c, false));
    const dentro = new Set(boas.map((c) => c.numero));
    // Beyond the last that is kept, nobody knows whether a word or its score left it out.
    const corte = boas.length < top ? minimo : boas.at(-1)!.score;
    const fora = this.indice.rank({ ...p, exclusoes: [] }, e, { top, minimo: corte, aceita: (numero) => !dentro.has(numero) });
    return [...boas.map((c) => toAchado(c, false)), ...fora.map((c) => toAchado(c, true))];
  }

  count(): Estatistica {
    return countEstatistica(this.lugares.values());
  }
}
