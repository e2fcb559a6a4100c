import { squeeze } from '../../kernel/index.js';
import { isInicioDeLinhaPropria } from '../domain/inicio-de-linha.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { lastSentenceEnd } from './frase.js';

/** Phrases kept of a label, nearest first. */
const MAX_FRASES = 4;
/** A printed line at least this share of the page's width was probably wrapped: the sentence goes on in the next one. */
const LINHA_CHEIA = 0.62;
const VIZINHANCA = 3000;
/** "DATA DA SESSÃO PÚBLICA:" opens a row of its own even under a full line. */
const ROTULO_PROPRIO = /^\p{Lu}{3}[^:.;]{2,80}:$/u;
const CONECTIVO = /(?:\b(?:d[aeo]s?|e|ou|para|ate|as?|os?|em|n[ao]s?|ao|com|por|pel[ao])|[,–-])$/;

/**
 * What names a value that begins at `inicio`, nearest first: the text before it, not further back than `limite` and
 * its own sentence, cut at colons and at the ends of printed labels ("DATA DA SESSÃO PÚBLICA↵Dia …"). Folded, squeezed.
 */
export function readRotulos(t: TextoEdital, inicio: number, limite: number): string[] {
  const lo = Math.max(limite, t.paginaEm(inicio).inicio, inicio - 420);
  const de = lo + lastSentenceEnd(t.texto.slice(lo, inicio));
  const frases = joinLinhas(t, de, inicio).flatMap((l) => l.split(/:(?!\/\/|\d)/)).map(squeeze).filter(Boolean);
  return frases.reverse().slice(0, MAX_FRASES);
}

function joinLinhas(t: TextoEdital, de: number, ate: number): string[] {
  const saida: string[] = [];
  const cheia = Math.max(40, larguraDaPagina(t, de) * LINHA_CHEIA);
  let pendente = false;
  let cheiaAntes = false;
  let inicio = de;
  for (const linha of t.dobrado.slice(de, ate).split('\n')) {
    const original = t.texto.slice(inicio, inicio + linha.length).trim();
    const texto = linha.trim();
    if (texto) {
      const segue = pendente || (cheiaAntes && !ROTULO_PROPRIO.test(original) && !isInicioDeLinhaPropria(t.texto, inicio)) || /^[\p{Ll}(]/u.test(original);
      if (segue && saida.length > 0) saida[saida.length - 1] += ` ${texto}`;
      else saida.push(texto);
      pendente = CONECTIVO.test(texto);
      cheiaAntes = !texto.endsWith(':') && texto.length >= cheia;
    }
    inicio += linha.length + 1;
  }
  return saida;
}

/** Length of the long lines around a place of a page, in characters (80th percentile). */
function larguraDaPagina(t: TextoEdital, offset: number): number {
  const p = t.paginaEm(offset);
  const trecho = t.texto.slice(Math.max(p.inicio, offset - VIZINHANCA), Math.min(p.fim, offset + VIZINHANCA));
  const tamanhos = trecho.split('\n').map((l) => l.length).sort((a, b) => a - b);
  return tamanhos[Math.floor(tamanhos.length * 0.8)] ?? 0;
}
