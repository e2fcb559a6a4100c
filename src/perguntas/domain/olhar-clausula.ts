import type { IndiceBusca } from '../../editais/index.js';
import type { Alvo } from './alvo.js';
import { grausEm, somaDe, termosDe, type Peca } from './pecas.js';

/** What one clause has of a question, each 0–1. */
export interface Olhar {
  /** The question's words, its headings' and introduction's a little less, its neighbours' half. */
  readonly cobertura: number;
  /** The most of them within `JANELA` words. */
  readonly janela: number;
  /** What is asked for is there. */
  readonly tipo: number;
  /** The most of the question around what is asked for. */
  readonly tipoPerto: number;
}

const JANELA = 22;
const PASSO = 4;
/** Characters before and after what is asked for. */
const PERTO = 170;
const DE_CIMA = 0.85;
const DE_CIMA_AO_TIPO = 0.7;
const AO_LADO = 0.5;
/** Characters on each side that tell whose name it is. */
const BEIRA = 60;
/** A number that is not beside what is counted. */
const NUMERO_SOLTO = 0.4;

export function lookAtClausula(indice: IndiceBusca, pecas: readonly Peca[], alvos: readonly Alvo[], id: number): Olhar {
  const c = indice.clausulas[id]!;
  const termos = indice.termos[id]!;
  const deCima = grausEm(pecas, termosDe(`${c.secao} ${c.contexto}`));
  const vizinhos = [id - 1, id + 1].flatMap((k) => (indice.clausulas[k]?.ordemPagina === c.ordemPagina ? indice.termos[k]! : []));
  const aoLado = grausEm(pecas, vizinhos);
  const graus = grausEm(pecas, termos).map((g, i) => Math.max(g, DE_CIMA * deCima[i]!, AO_LADO * aoLado[i]!));
  let janela = 0;
  for (let k = 0; k < Math.max(1, termos.length - JANELA / 2); k += PASSO) janela = Math.max(janela, somaDe(pecas, grausEm(pecas, termos.slice(k, k + JANELA))));
  return { cobertura: somaDe(pecas, graus), janela, ...lookForAlvos(indice.t.texto.slice(c.inicio, c.fim), indice.t.dobrado.slice(c.inicio, c.fim), pecas, alvos, deCima) };
}

function lookForAlvos(texto: string, dobrado: string, pecas: readonly Peca[], alvos: readonly Alvo[], deCima: readonly number[]): Pick<Olhar, 'tipo' | 'tipoPerto'> {
  let tipo = 0;
  let tipoPerto = 0;
  for (const alvo of alvos) {
    for (const m of (alvo.tipo === 'nome' ? texto : dobrado).matchAll(alvo.padrao)) {
      if (alvo.serve && !alvo.serve(m[0], texto.slice(Math.max(0, m.index - BEIRA), m.index + m[0].length + BEIRA))) continue;
      const grau = alvo.contado !== undefined && !isBeside(dobrado, m.index, alvo.contado) ? NUMERO_SOLTO : 1;
      const emVolta = termosDe(dobrado.slice(Math.max(0, m.index - PERTO), m.index + m[0].length + PERTO));
      tipo = Math.max(tipo, grau);
      tipoPerto = Math.max(tipoPerto, grau * somaDe(pecas, grausEm(pecas, emVolta).map((g, i) => Math.max(g, DE_CIMA_AO_TIPO * deCima[i]!))));
    }
  }
  return { tipo, tipoPerto };
}

const EM_VOLTA = 60;
const DEPOIS = 2;
const ANTES = 2;
const POR_EXTENSO = /\([^()]{2,60}\)/g;
/** True when what is counted stands among the words right after the number at `onde` ("40 (quarenta) mudas"), or right before it ("mudas: 40"). */
function isBeside(dobrado: string, onde: number, contado: string): boolean {
  const antes = termosDe(dobrado.slice(Math.max(0, onde - EM_VOLTA), onde)).slice(-ANTES);
  const depois = termosDe(dobrado.slice(onde, onde + EM_VOLTA).replace(POR_EXTENSO, ' ')).slice(0, DEPOIS + 1);
  return [...antes, ...depois].includes(contado);
}
