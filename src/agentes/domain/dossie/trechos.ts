import type { TrechoAchado } from '../../../editais/index.js';
import { lettersOf } from '../../../kernel/index.js';
import { elemento, escapeTexto, grupo } from '../xml.js';
import { cutWords } from './fonte.js';

/** A passage as it is shown: verbatim text of one page. */
export interface TrechoMostrado {
  readonly documento: string;
  readonly pagina: number;
  readonly texto: string;
}

/** Most characters of what a search of an agent brings. */
export const MAX_BUSCA = 4000;

/** Longest passage shown; of a longer one, the part around its best clause. */
const MAX_TRECHO = 900;

/** The best of every question first, then the second of each…: none twice, none inside another. */
export function joinTrechos(porPergunta: readonly (readonly TrechoAchado[])[]): readonly TrechoMostrado[] {
  const juntos: { trecho: TrechoMostrado; letras: string }[] = [];
  const fundo = Math.max(0, ...porPergunta.map((l) => l.length));
  for (let vez = 0; vez < fundo; vez++) {
    for (const lista of porPergunta) {
      const achado = lista[vez];
      if (!achado) continue;
      const trecho = { documento: achado.documento, pagina: achado.pagina, texto: shorten(achado) };
      const letras = lettersOf(trecho.texto);
      if (letras.length > 12 && !juntos.some((j) => overlaps(j.letras, letras))) juntos.push({ trecho, letras });
    }
  }
  return juntos.map((j) => j.trecho);
}

/** One holds the other, or the heart of the other. */
const overlaps = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || (b.length > 240 && a.includes(b.slice(80, 200)));

function shorten({ texto, destaque }: Pick<TrechoAchado, 'texto' | 'destaque'>): string {
  if (texto.length <= MAX_TRECHO) return texto;
  const onde = Math.max(0, texto.indexOf(destaque));
  const sobra = MAX_TRECHO - Math.min(destaque.length, MAX_TRECHO);
  const antes = Math.max(0, onde - Math.floor(sobra / 3));
  const inicio = antes === 0 ? 0 : texto.indexOf(' ', antes) + 1;
  return cutWords(texto.slice(inicio), MAX_TRECHO);
}

export interface OpcoesTrechos {
  readonly ids: ReadonlyMap<string, string>;
  /** Takes out of a text what addresses a model: asked only of what is shown. */
  readonly limpar: (texto: string) => string;
  readonly maxLetras: number;
  /** Ids go on after this many. */
  readonly depoisDe?: number;
}

/** Passages as elements, made fit, while they fit in so many characters. */
export function writeTrechos(trechos: readonly TrechoMostrado[], { ids, limpar, maxLetras, depoisDe = 0 }: OpcoesTrechos): { readonly xml: string; readonly quantos: number } {
  const escritas: string[] = [];
  let letras = 0;
  for (const { documento, pagina, texto } of trechos) {
    const id = ids.get(documento);
    const limpo = id ? escapeTexto(limpar(texto)) : '';
    if (!limpo) continue;
    const escrita = elemento('trecho', { id: `T${depoisDe + escritas.length + 1}`, documento: id, pagina }, limpo);
    if ((letras += escrita.length + 1) > maxLetras) break;
    escritas.push(escrita);
  }
  return { xml: grupo('trechos', escritas), quantos: escritas.length };
}
