import { decodeEntidades } from './html-entidades.js';

/** What is told while a document goes by. Names keep their prefix; `attrs` is the text of the tag after its name. */
export interface OuvinteXml {
  open(nome: string, attrs: string): void;
  close(nome: string): void;
  text(texto: string): void;
}

/**
 * Goes through XML once, without a tree. Entities that a document defines for itself are not expanded, nothing outside
 * is fetched, and broken XML is read as far as it goes: there is nothing in it to attack.
 */
export function walkXml(xml: string, ouvinte: OuvinteXml): void {
  let i = 0;
  while (i < xml.length) {
    const abre = xml.indexOf('<', i);
    if (abre !== i) ouvinte.text(decodeEntidades(xml.slice(i, abre < 0 ? xml.length : abre)));
    if (abre < 0) return;
    i = skipMarca(xml, abre, ouvinte);
  }
}

function skipMarca(xml: string, i: number, ouvinte: OuvinteXml): number {
  if (xml.startsWith('<!--', i)) return after(xml, '-->', i);
  if (xml.startsWith('<![CDATA[', i)) {
    const fim = after(xml, ']]>', i);
    ouvinte.text(xml.slice(i + 9, fim - 3));
    return fim;
  }
  const fim = endOfTag(xml, i);
  const segundo = xml.charCodeAt(i + 1);
  if (segundo === BARRA) ouvinte.close(xml.slice(i + 2, fim - 1).trimEnd());
  else if (segundo !== EXCLAMA && segundo !== INTERROGA) {
    const vazia = xml.charCodeAt(fim - 2) === BARRA;
    const marca = xml.slice(i + 1, vazia ? fim - 2 : fim - 1);
    const corte = marca.search(/\s/);
    const nome = corte < 0 ? marca : marca.slice(0, corte);
    ouvinte.open(nome, corte < 0 ? '' : marca.slice(corte));
    if (vazia) ouvinte.close(nome);
  }
  return fim;
}

const BARRA = 47;
const EXCLAMA = 33;
const INTERROGA = 63;
/** A tag with more of these in its values is broken. */
const MAX_MAIORES = 20;

/** Past the ">" of the tag: one inside a quoted value does not count. */
function endOfTag(xml: string, i: number): number {
  let fim = i;
  for (let n = 0; n < MAX_MAIORES; n++) {
    fim = xml.indexOf('>', fim) + 1;
    if (!fim) return xml.length;
    if (isEven(xml, i, fim)) return fim;
  }
  return fim;
}

function isEven(xml: string, i: number, fim: number): boolean {
  let aspas = 0;
  for (let k = xml.indexOf('"', i); k >= 0 && k < fim; k = xml.indexOf('"', k + 1)) aspas++;
  return aspas % 2 === 0;
}

function after(xml: string, marca: string, i: number): number {
  const fim = xml.indexOf(marca, i);
  return fim < 0 ? xml.length : fim + marca.length;
}

/** Value of an attribute; null when the tag has none of this name. */
export function attr(attrs: string, nome: string): string | null {
  for (const aspa of ['"', "'"]) {
    const i = attrs.indexOf(`${nome}=${aspa}`);
    if (i < 1 || attrs.charCodeAt(i - 1) > 32) continue;
    const inicio = i + nome.length + 2;
    const fim = attrs.indexOf(aspa, inicio);
    return decodeEntidades(attrs.slice(inicio, fim < 0 ? attrs.length : fim));
  }
  return null;
}

/** An attribute as a whole number within these bounds; null when absent or no number. */
export function attrInteiro(attrs: string, nome: string, minimo: number, maximo: number): number | null {
  const n = Number.parseInt(attr(attrs, nome) ?? '', 10);
  return Number.isNaN(n) ? null : Math.min(maximo, Math.max(minimo, n));
}
