import type { PerfilCompilado } from './compile-perfil.js';
import type { Estatistica } from './estatistica.js';
import { NATUREZAS } from './natureza.js';
import { preparePerfil, type Preparo } from './preparo.js';
import { compareColocados, type Colocado } from './rank.js';
import { RAMOS } from './read-ramos.js';
import { joinParte, scoreOfTeto, scoreWords, tetoOf, type Parte } from './score.js';
import type { Faixas, TextoCompilado, Textos } from './textos.js';
import { Vetor } from './vetor.js';

/**
 * Many tenders in flat arrays with, for each class and word, which tenders have it: one company meets only those that share
 * something with it. Scores are those of `scorePontos`, exactly. Some 350 bytes a tender.
 */
export class IndiceTextos {
  private readonly numeros: string[] = [];
  private readonly lugares = new Map<string, number>();
  private vivos = 0;
  private readonly vetores = {
    ramos: new Vetor(Uint16Array), naturezas: new Vetor(Uint8Array), pesos: new Vetor(Uint8Array), palavras: new Vetor(Uint32Array), pesosPalavras: new Vetor(Uint8Array), naturezasPalavras: new Vetor(Uint8Array),
    ramosItens: new Vetor(Uint16Array), naturezasItens: new Vetor(Uint8Array), partesItens: new Vetor(Uint8Array),
  };
  /** Four numbers a tender: where its classes, words and items begin, and its reserve (255 = removed). */
  private readonly inicios = new Vetor(Uint32Array);
  private readonly porRamo = new Map<number, Vetor<Uint32Array>>();
  private readonly porPalavra = new Map<number, Vetor<Uint32Array>>();
  private marcas = new Uint32Array(0);
  private rodada = 0;

  /** Tenders in the index. */
  get tamanho(): number {
    return this.vivos;
  }

  /** Adds a tender, in the place of the one of the same number. */
  put(numero: string, t: TextoCompilado): void {
    this.remove(numero);
    const id = this.numeros.length;
    const v = this.vetores;
    this.inicios.push(v.ramos.tamanho, v.palavras.tamanho, v.ramosItens.tamanho, t.reserva);
    for (let i = t.ramosDe; i < t.ramosAte; i++) this.pushRamo(id, t, i);
    for (let i = t.palavrasDe; i < t.palavrasAte; i++) {
      v.palavras.push(t.palavras[i]!);
      v.pesosPalavras.push(t.pesosPalavras[i]!);
      v.naturezasPalavras.push(t.naturezasPalavras[i]!);
      post(this.porPalavra, t.palavras[i]!, id);
    }
    for (let i = t.itensDe; i < t.itensAte; i++) {
      v.ramosItens.push(t.ramosItens[i]!);
      v.naturezasItens.push(t.naturezasItens[i]!);
      v.partesItens.push(t.partesItens[i]!);
      post(this.porRamo, t.ramosItens[i]!, id);
    }
    this.numeros.push(numero);
    this.lugares.set(numero, id);
    this.vivos++;
  }

  /** Takes a tender out; false when it was not there. Its room is not given back: build anew when many have left. */
  remove(numero: string): boolean {
    const id = this.lugares.get(numero);
    if (id === undefined) return false;
    this.inicios.dados[id * 4 + 3] = REMOVIDO;
    this.lugares.delete(numero);
    this.vivos--;
    return true;
  }

  /** The best tenders for a company: at most `top`, with a score above 0 and of `minimo` or more; `aceita` leaves others out. */
  rank(p: PerfilCompilado, e: Estatistica, { top, minimo = 0, aceita }: { readonly top: number; readonly minimo?: number; readonly aceita?: (numero: string) => boolean }): Colocado[] {
    const preparo = preparePerfil(p, e);
    const textos = this.textos();
    const achados: Colocado[] = [];
    let corte = minimo;
    // From the most promising down: once `top` are found, whole steps that cannot beat the last of them are left unread.
    const degraus = this.degraus(preparo, textos);
    for (let d = DEGRAUS; d >= 0; d--) {
      if (achados.length >= top) corte = Math.max(corte, cut(achados, top));
      if (scoreOfTeto((d + 1) / DEGRAUS) < corte) break;
      for (const c of degraus[d] ?? []) {
        const { score } = scoreWords(preparo, textos, this.faixas(c.id), c.teto, c, corte);
        if (score <= 0 || score < corte) continue;
        const numero = this.numeros[c.id]!;
        if (aceita && !aceita(numero)) continue;
        achados.push({ numero, score });
        if (achados.length >= 4 * top + 64) corte = Math.max(corte, cut(achados, top));
      }
    }
    return achados.sort(compareColocados).slice(0, top);
  }

  /** The tenders that share something with the company, by how good they can be at best. */
  private degraus(p: Preparo, t: Textos): Candidato[][] {
    const tabela = toTabela(p.perfil);
    const degraus: Candidato[][] = Array.from({ length: DEGRAUS + 1 }, () => []);
    for (const id of this.candidatos(p)) {
      const f = this.faixas(id);
      if (f.reserva === REMOVIDO) continue;
      let nosso = 0;
      let tudo = 0;
      let melhor = 0;
      for (let i = f.ramosDe; i < f.ramosAte; i++) {
        const peso = t.pesos[i]! / 255;
        tudo += peso;
        const v = tabela[t.ramos[i]! * NATUREZAS.length + t.naturezas[i]!];
        if (!v) continue;
        const valor = peso * v;
        nosso += valor;
        if (valor > melhor) melhor = valor;
      }
      const parte = { valor: joinParte(nosso, tudo, melhor), quantas: nosso };
      const teto = tetoOf(p, t, f, parte, p.perfil.ramos);
      if (teto > 0) degraus[Math.floor(teto * DEGRAUS)]!.push({ id, teto, ...parte });
    }
    return degraus;
  }

  private pushRamo(id: number, t: TextoCompilado, i: number): void {
    this.vetores.ramos.push(t.ramos[i]!);
    this.vetores.naturezas.push(t.naturezas[i]!);
    this.vetores.pesos.push(t.pesos[i]!);
    post(this.porRamo, t.ramos[i]!, id);
  }

  /** Tenders that share a class, or a word of a product no class knows, each once. */
  private candidatos(p: Preparo): Uint32Array {
    if (this.marcas.length < this.numeros.length) this.marcas = new Uint32Array(this.numeros.length * 2);
    if (++this.rodada === 0xffffffff) {
      this.marcas.fill(0);
      this.rodada = 1;
    }
    const lista = new Uint32Array(this.numeros.length);
    let n = 0;
    const add = (v: Vetor<Uint32Array> | undefined): void => {
      for (let i = 0; v && i < v.tamanho; i++) {
        const id = v.dados[i]!;
        if (this.marcas[id] === this.rodada) continue;
        this.marcas[id] = this.rodada;
        lista[n++] = id;
      }
    };
    for (const r of p.perfil.ramos.keys()) add(this.porRamo.get(r));
    for (const t of p.porPalavra.keys()) add(this.porPalavra.get(t));
    return lista.subarray(0, n);
  }

  private textos(): Textos {
    const v = this.vetores;
    return { ramos: v.ramos.dados, naturezas: v.naturezas.dados, pesos: v.pesos.dados, palavras: v.palavras.dados, pesosPalavras: v.pesosPalavras.dados, naturezasPalavras: v.naturezasPalavras.dados, ramosItens: v.ramosItens.dados, naturezasItens: v.naturezasItens.dados, partesItens: v.partesItens.dados };
  }

  private faixas(id: number): Faixas {
    const d = this.inicios.dados;
    const o = id * 4;
    const ultimo = o + 4 >= this.inicios.tamanho;
    const v = this.vetores;
    return {
      ramosDe: d[o]!, ramosAte: ultimo ? v.ramos.tamanho : d[o + 4]!, palavrasDe: d[o + 1]!, palavrasAte: ultimo ? v.palavras.tamanho : d[o + 5]!,
      itensDe: d[o + 2]!, itensAte: ultimo ? v.ramosItens.tamanho : d[o + 6]!, reserva: d[o + 3]!,
    };
  }
}

const REMOVIDO = 255;
const DEGRAUS = 50;

interface Candidato extends Parte {
  readonly id: number;
  readonly teto: number;
}

/** What each class is worth to a company under each nature; classes no table knows are worth nothing. */
function toTabela(p: PerfilCompilado): Float64Array {
  const tabela = new Float64Array(RAMOS.length * NATUREZAS.length);
  for (const r of p.ramos.values()) for (let n = 0; n < NATUREZAS.length; n++) tabela[r.ramo * NATUREZAS.length + n] = r.valor * r.serve[n]!;
  return tabela;
}

function post(mapa: Map<number, Vetor<Uint32Array>>, chave: number, id: number): void {
  let v = mapa.get(chave);
  if (!v) mapa.set(chave, (v = new Vetor(Uint32Array, 2)));
  if (v.tamanho && v.dados[v.tamanho - 1] === id) return;
  v.push(id);
}

/** Keeps the best `top` of the list and tells the last one's score. */
function cut(achados: Colocado[], top: number): number {
  achados.sort(compareColocados);
  achados.length = Math.min(achados.length, top);
  return achados.at(-1)?.score ?? 0;
}
