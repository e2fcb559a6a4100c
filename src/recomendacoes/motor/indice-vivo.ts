import type { Estatistica, PerfilCompilado } from '../index.js';
import { countEstatistica } from '../index.js';
import { buildSegmento, searchSegmento, sizeOf, type Segmento, type TextoGuardado } from './segmento.js';
import { viewTexto } from './texto-em-bytes.js';

/** More segments than this become one. */
const MAX_SEGMENTOS = 8;
/** When so much of it is dead, all of it is read again. */
const MORTO = 0.4;

/** A text found: what is kept of the match. */
export interface TextoAchado {
  readonly numero: string;
  readonly revisao: number;
  readonly uf: string | null;
  readonly topico: number;
  readonly excluida: boolean;
}

/**
 * The open texts in memory, as far as the last revision read. What changes goes to a new segment, and its old place dies; what
 * closes dies with the clock.
 */
export class IndiceVivo {
  private segmentos: Segmento[] = [];
  private vivos = new Map<string, number>();
  private lidos = 0;
  revisao = 0;

  get total(): number {
    return this.vivos.size;
  }

  get bytes(): number {
    return this.segmentos.reduce((soma, s) => soma + sizeOf(s), this.vivos.size * 100);
  }

  /** So little of it is alive that it should be made anew. */
  isGasto(limite: number): boolean {
    return this.lidos > 1000 && this.lidos - this.countVivos(limite) > this.lidos * MORTO;
  }

  clear(): void {
    [this.segmentos, this.vivos, this.lidos, this.revisao] = [[], new Map(), 0, 0];
  }

  add(textos: readonly TextoGuardado[]): void {
    if (!textos.length) return;
    for (const t of textos) {
      this.vivos.set(t.numero, t.revisao);
      if (t.revisao > this.revisao) this.revisao = t.revisao;
    }
    this.lidos += textos.length;
    this.segmentos.push(buildSegmento(textos));
    if (this.segmentos.length > MAX_SEGMENTOS) this.merge();
  }

  has(numero: string): boolean {
    return this.vivos.has(numero);
  }

  /** What suits a company of what closes after `limite` (milliseconds), in no order. */
  search(p: PerfilCompilado, chaves: Uint32Array, e: Estatistica, minimo: number, limite: number): TextoAchado[] {
    return this.segmentos.flatMap((s) =>
      searchSegmento(s, p, chaves, e, minimo, (i) => s.encerramentos[i]! >= limite && this.isVivo(s, i)).map(({ i, topico, excluida }) => ({ numero: s.numeros[i]!, revisao: s.revisoes[i]!, uf: s.ufs[i]!, topico, excluida })),
    );
  }

  count(): Estatistica {
    return countEstatistica(this.textos());
  }

  private *textos(): Generator<{ readonly palavras: ArrayLike<number> }> {
    for (const s of this.segmentos) for (let i = 0; i < s.total; i++) if (this.isVivo(s, i)) yield viewTexto(s.bytes.buffer, s.inicios[i]!);
  }

  private isVivo(s: Segmento, i: number): boolean {
    return this.vivos.get(s.numeros[i]!) === s.revisoes[i];
  }

  private countVivos(limite: number): number {
    let n = 0;
    for (const s of this.segmentos) for (let i = 0; i < s.total; i++) if (s.encerramentos[i]! >= limite && this.isVivo(s, i)) n++;
    return n;
  }

  /** The small ones into one; the first, which is most of it, stays. */
  private merge(): void {
    const [primeiro, ...outros] = this.segmentos;
    const textos = outros.flatMap((s) => Array.from({ length: s.total }, (_, i) => i).filter((i) => this.isVivo(s, i)).map((i): TextoGuardado => ({
      numero: s.numeros[i]!, revisao: s.revisoes[i]!, uf: s.ufs[i]!, encerramento: s.encerramentos[i] === Infinity ? null : s.encerramentos[i]!, compilado: s.bytes.subarray(s.inicios[i]!, s.inicios[i + 1] ?? s.bytes.length),
    })));
    this.segmentos = [primeiro!, buildSegmento(textos)];
  }
}
