import { isInicioDeLinhaPropria } from '../domain/inicio-de-linha.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const FIM_DE_FRASE = /(\S*)[.;]\s+(?=[\p{Lu}\d"“(•-])/gu;
const ABREVIATURA = /^(?:art|arts|av|sr|sra|dr|dra|no|nº|n°|pag|fl|fls|inc|cep|min|hs|hrs|cf|ex|obs|end|tel)$/i;

/** Offset after the last ". X" or "; X" of a text: where its last sentence begins. 0 when it has one sentence only. */
export function lastSentenceEnd(texto: string): number {
  let fim = 0;
  for (const m of texto.matchAll(FIM_DE_FRASE)) if (!isAbreviatura(m[1]!)) fim = m.index + m[0].length;
  return fim;
}

function firstSentenceEnd(texto: string): number {
  for (const m of texto.matchAll(FIM_DE_FRASE)) if (!isAbreviatura(m[1]!)) return m.index + m[0].length;
  return texto.length;
}

function isAbreviatura(comPontuacao: string): boolean {
  const palavra = comPontuacao.replace(/[^\p{L}\d]/gu, '');
  return ABREVIATURA.test(palavra) || /^[a-hj-uwyz]$/i.test(palavra);
}

/** The sentence around [inicio, fim), which may cross pages; at most `maximo` characters to each side. Folded, squeezed, in its three parts. */
export function fraseEm(t: TextoEdital, inicio: number, fim: number, maximo = 500): { antes: string; depois: string; toda: string } {
  const de = Math.max(0, inicio - maximo);
  let a = de + lastSentenceEnd(t.texto.slice(de, inicio));
  for (let i = inicio - 1; i > a; i--) if (t.texto[i - 1] === '\n' && isInicioDeLinhaPropria(t.texto, i)) a = i;
  let b = fim + firstSentenceEnd(t.texto.slice(fim, fim + maximo));
  for (let i = b - 1; i > fim; i--) if (t.texto[i - 1] === '\n' && isInicioDeLinhaPropria(t.texto, i)) b = i;
  const antes = t.dobrado.slice(a, inicio).replace(/\s+/g, ' ');
  const depois = t.dobrado.slice(fim, b).replace(/\s+/g, ' ');
  return { antes, depois, toda: `${antes}${t.dobrado.slice(inicio, fim).replace(/\s+/g, ' ')}${depois}` };
}
