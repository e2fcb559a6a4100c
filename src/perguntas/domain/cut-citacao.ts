import { fold, TRECHO_MAXIMO, TRECHO_MINIMO } from '../../kernel/index.js';
import { analyze } from '../../portugues/index.js';
import type { Alvo } from './alvo.js';

const IDEAL = 380;
/** End of a sentence before another begins; not after "art.", "n.", item numbers. */
const FIM = /(?<=[\p{L}\d)"”%]{3}[.;:!?]["”)]?)\s+(?=[\p{Lu}\d("“])/gu;

/**
 * The sentences of a clause that answer, in their order, ≤ 400 characters and verbatim: the whole clause when it fits, else the one with most
 * of the question (and what it asks for), with the sentences after and before it that fit.
 */
export function cutCitacao(clausula: string, termos: ReadonlySet<string>, alvos: readonly Alvo[]): string | null {
  if (clausula.length <= IDEAL) return clausula.length >= TRECHO_MINIMO ? clausula : null;
  const frases = clausula.split(FIM).flatMap((f) => cutLonga(f));
  const notas = frases.map((f) => noteFrase(f, termos, alvos));
  const melhor = notas.indexOf(Math.max(...notas));
  let texto = frases[melhor]!;
  for (let a = melhor - 1, b = melhor + 1, andou = true; andou; ) {
    andou = false;
    if (b < frases.length && texto.length + 1 + frases[b]!.length <= IDEAL && clausula.includes(`${texto} ${frases[b]!}`)) {
      texto = `${texto} ${frases[b++]!}`;
      andou = true;
    } else if (a >= 0 && texto.length + 1 + frases[a]!.length <= IDEAL && clausula.includes(`${frases[a]!} ${texto}`)) {
      texto = `${frases[a--]!} ${texto}`;
      andou = true;
    }
  }
  return texto.length >= TRECHO_MINIMO ? texto.slice(0, TRECHO_MAXIMO) : null;
}

/** A sentence longer than a quote, in pieces cut between words. */
function cutLonga(frase: string): string[] {
  const pedacos: string[] = [];
  let resto = frase;
  while (resto.length > IDEAL) {
    const corte = resto.lastIndexOf(' ', IDEAL);
    pedacos.push(resto.slice(0, corte > IDEAL / 2 ? corte : IDEAL).trim());
    resto = resto.slice(corte > IDEAL / 2 ? corte : IDEAL).trim();
  }
  return [...pedacos, resto];
}

function noteFrase(frase: string, termos: ReadonlySet<string>, alvos: readonly Alvo[]): number {
  const tem = new Set(analyze(frase).filter((t) => termos.has(t)));
  const dobrada = fold(frase);
  const mostra = alvos.some((a) => (a.tipo === 'nome' ? frase : dobrada).search(new RegExp(a.padrao.source, a.padrao.flags.replace('g', ''))) >= 0);
  return tem.size + (mostra ? 1.5 : 0);
}
