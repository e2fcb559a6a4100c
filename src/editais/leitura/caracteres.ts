/**
 * Characters of a page with their advance boxes (as wide as the step, as tall as the font), in PDF points, origin at
 * the bottom left. One array per measure: a page has thousands and an object for each is what reading would spend its time on.
 */
export class Caracteres {
  readonly codigo: Uint32Array;
  readonly x0: Float32Array;
  readonly x1: Float32Array;
  readonly base: Float32Array;
  readonly topo: Float32Array;
  total = 0;

  constructor(capacidade: number) {
    this.codigo = new Uint32Array(capacidade);
    this.x0 = new Float32Array(capacidade);
    this.x1 = new Float32Array(capacidade);
    this.base = new Float32Array(capacidade);
    this.topo = new Float32Array(capacidade);
  }

  /** `caixa`: left, top, right, bottom. */
  add(codigo: number, caixa: Float32Array): void {
    const i = this.total++;
    this.codigo[i] = codigo;
    this.x0[i] = caixa[0]!;
    this.topo[i] = caixa[1]!;
    this.x1[i] = caixa[2]!;
    this.base[i] = caixa[3]!;
  }
}
