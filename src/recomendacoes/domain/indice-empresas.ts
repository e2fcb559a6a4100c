import type { PerfilCompilado } from './compile-perfil.js';
import type { Estatistica } from './estatistica.js';
import { preparePerfil, type Preparo } from './preparo.js';
import { scoreFaixas } from './score.js';
import type { TextoCompilado } from './textos.js';

/** A company a new tender suits. */
export interface EmpresaCasada {
  readonly id: string;
  readonly score: number;
}

/** Many companies by the classes and words they live on: a new tender meets only those it can suit. Scores are those of `scorePontos`, exactly. */
export class IndiceEmpresas {
  private readonly perfis: PerfilCompilado[] = [];
  private readonly ids: string[] = [];
  private readonly porRamo = new Map<number, { lugar: number; valor: number }[]>();
  private readonly porPalavra = new Map<number, number[]>();
  private preparos: Preparo[] = [];
  private doPreparo: Estatistica | null = null;
  private marcas = new Uint32Array(0);
  private rodada = 0;

  constructor(empresas: Iterable<{ readonly id: string; readonly perfil: PerfilCompilado }>) {
    for (const { id, perfil } of empresas) {
      const lugar = this.perfis.push(perfil) - 1;
      this.ids.push(id);
      for (const r of perfil.ramos.values()) push(this.porRamo, r.ramo, { lugar, valor: r.valor });
      for (const x of perfil.produtos) if (x.teto > 0) for (const t of x.termos) push(this.porPalavra, t, lugar);
    }
    for (const lista of this.porRamo.values()) lista.sort((a, b) => b.valor - a.valor);
    this.marcas = new Uint32Array(this.perfis.length);
  }

  get tamanho(): number {
    return this.perfis.length;
  }

  /** The companies a tender suits with `minimo` or more (above 0), best first, ties by id. */
  match(t: TextoCompilado, e: Estatistica, minimo: number): EmpresaCasada[] {
    if (++this.rodada === 0xffffffff) {
      this.marcas.fill(0);
      this.rodada = 1;
    }
    if (this.doPreparo !== e) [this.doPreparo, this.preparos] = [e, []];
    const { preparos } = this;
    const casadas: EmpresaCasada[] = [];
    const meet = (lugar: number): void => {
      if (this.marcas[lugar] === this.rodada) return;
      this.marcas[lugar] = this.rodada;
      const { score } = scoreFaixas((preparos[lugar] ??= preparePerfil(this.perfis[lugar]!, e)), t, t, minimo);
      if (score > 0 && score >= minimo) casadas.push({ id: this.ids[lugar]!, score });
    };
    for (let i = t.ramosDe; i < t.ramosAte; i++) for (const x of this.porRamo.get(t.ramos[i]!) ?? []) meet(x.lugar);
    for (let i = t.itensDe; i < t.itensAte; i++) for (const x of this.porRamo.get(t.ramosItens[i]!) ?? []) meet(x.lugar);
    for (let i = t.palavrasDe; i < t.palavrasAte; i++) for (const l of this.porPalavra.get(t.palavras[i]!) ?? []) meet(l);
    return casadas.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }
}

function push<T>(mapa: Map<number, T[]>, chave: number, valor: T): void {
  const lista = mapa.get(chave);
  if (lista) lista.push(valor);
  else mapa.set(chave, [valor]);
}
