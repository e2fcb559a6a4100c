import { scorePontos, type Estatistica, type PerfilCompilado } from '../index.js';
import { viewTexto } from './texto-em-bytes.js';

/** A text of a segment, as it comes from the database. */
export interface TextoGuardado {
  readonly numero: string;
  readonly revisao: number;
  readonly compilado: Uint8Array;
  readonly uf: string | null;
  /** Milliseconds; null: not known. */
  readonly encerramento: number | null;
}

/** Some texts laid end to end, and where each class and each word is: never changed once made. */
export interface Segmento {
  readonly total: number;
  readonly numeros: readonly string[];
  readonly ufs: readonly (string | null)[];
  readonly revisoes: Float64Array;
  /** Infinity: not known. */
  readonly encerramentos: Float64Array;
  readonly bytes: Uint8Array;
  readonly inicios: Uint32Array;
  /** Class or word → places of the texts that have it, ascending. */
  readonly onde: ReadonlyMap<number, Uint32Array>;
}

/** A text that suits. `topico` is without the exclusions, when a word excludes it. */
export interface Encontro {
  readonly i: number;
  readonly topico: number;
  readonly excluida: boolean;
}

export function buildSegmento(textos: readonly TextoGuardado[]): Segmento {
  const inicios = new Uint32Array(textos.length);
  const bytes = new Uint8Array(textos.reduce((soma, t) => soma + ((t.compilado.length + 3) & ~3), 0));
  const onde = new Map<number, number[]>();
  let inicio = 0;
  textos.forEach(({ compilado }, i) => {
    bytes.set(compilado, inicio);
    inicios[i] = inicio;
    const t = viewTexto(bytes.buffer, inicio);
    for (const chaves of [t.ramos, t.ramosItens, t.palavras]) for (let k = 0; k < chaves.length; k++) addTo(onde, chaves[k]!, i);
    inicio += (compilado.length + 3) & ~3;
  });
  return {
    total: textos.length, numeros: textos.map((t) => t.numero), ufs: textos.map((t) => t.uf), revisoes: Float64Array.from(textos, (t) => t.revisao),
    encerramentos: Float64Array.from(textos, (t) => t.encerramento ?? Infinity), bytes, inicios, onde: new Map([...onde].map(([chave, lugares]) => [chave, Uint32Array.from(lugares)])),
  };
}

function addTo(onde: Map<number, number[]>, chave: number, i: number): void {
  const lugares = onde.get(chave);
  if (!lugares) onde.set(chave, [i]);
  else if (lugares.at(-1) !== i) lugares.push(i);
}

/** What a text must have one of for a company's score not to be 0: a class it serves, or a word of a product that no class knows. */
export function chavesDe(p: PerfilCompilado): Uint32Array {
  const chaves = new Set<number>(p.ramos.keys());
  for (const { temClasse, termos } of p.produtos) if (!temClasse) for (const termo of termos) chaves.add(termo);
  return Uint32Array.from(chaves);
}

/** Whether any text of a segment may suit: looked at before a profile is opened. */
export const mayHave = ({ onde }: Segmento, chaves: Uint32Array): boolean => chaves.some((c) => onde.has(c));

/**
 * The texts of a segment that reach `minimo`, and those a word excludes that would have reached it. The index only spares the texts
 * that could not score. `vale`: whether a place still counts.
 */
export function searchSegmento(s: Segmento, p: PerfilCompilado, chaves: Uint32Array, e: Estatistica, minimo: number, vale: (i: number) => boolean = () => true): Encontro[] {
  const vistos = new Uint8Array(s.total);
  const semExclusoes: PerfilCompilado = { ...p, exclusoes: [] };
  const achados: Encontro[] = [];
  for (const chave of chaves) {
    for (const i of s.onde.get(chave) ?? []) {
      if (vistos[i] || !vale(i)) continue;
      vistos[i] = 1;
      const t = viewTexto(s.bytes.buffer, s.inicios[i]!);
      const { score, exclusoes } = scorePontos(p, t, e);
      const excluida = exclusoes.some((x) => x.alcance === 'nucleo');
      const topico = excluida ? scorePontos(semExclusoes, t, e).score : score;
      if (topico >= minimo) achados.push({ i, topico, excluida });
    }
  }
  return achados;
}

/** Bytes a segment takes, more or less. */
export const sizeOf = ({ bytes, onde, total }: Segmento): number => bytes.length + total * 120 + [...onde.values()].reduce((soma, l) => soma + l.length * 4 + 120, 0);
