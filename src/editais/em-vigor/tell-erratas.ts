import { fold, lettersOf, squeeze } from '../../kernel/index.js';
import { CAMPOS, evidenciaDoFato, type Fato, type Fatos } from '../domain/fato.js';
import type { Mudanca } from '../domain/mudanca.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { cutClausulas, readExigencias } from '../exigencias/index.js';
import { applyErratas, type ErrataEmVigor } from './apply-erratas.js';
import { citar, cutTexto } from './citar.js';
import { formatValor } from './format-valor.js';
import type { Correcao } from './read-errata.js';

interface Edital {
  readonly texto: TextoEdital;
  readonly fatos: Fatos;
}

/**
 * What erratas change in an edital, each field once with both texts: the facts that took another value, quoted where
 * the edital and the errata say them, then the corrections that are no fact, with the clause of the edital they
 * replace or take out.
 */
export function tellErratas(edital: Edital, erratas: readonly ErrataEmVigor[]): Mudanca[] {
  const novos = applyErratas(edital.fatos, erratas);
  const fatos = CAMPOS.flatMap((campo): Mudanca[] => {
    const [a, d]: [Fato, Fato] = [edital.fatos[campo], novos[campo]];
    if (d.valor === null || JSON.stringify(a.valor) === JSON.stringify(d.valor)) return [];
    return [{ campo, de: a.valor === null ? null : formatValor(campo, a.valor), para: formatValor(campo, d.valor), evidenciaDe: a.valor === null ? null : evidenciaDoFato(a), evidenciaPara: evidenciaDoFato(d) }];
  });
  const ditas = fatos.flatMap((m) => (m.evidenciaPara ? [lettersOf(m.evidenciaPara.trecho)] : []));
  const resto = erratas.flatMap((e) => e.correcoes).filter((c) => !ditas.some((d) => isAbout(lettersOf(c.novoTexto), d)));
  return [...fatos, ...resto.map((c) => locate(edital.texto, c))];
}

/** The quote of a changed fact and the correction are the same words, or half of them. */
function isAbout(correcao: string, citacao: string): boolean {
  if (correcao.length < 4) return citacao.includes(correcao);
  const meio = Math.floor(citacao.length / 2);
  return citacao.includes(correcao) || correcao.includes(citacao) || (meio >= 12 && (correcao.includes(citacao.slice(0, meio)) || correcao.includes(citacao.slice(-meio))));
}

const MAX_CLAUSULA = 3000;
const NUMERO = /\b(?:sub)?(?:itens|item|clausula)\s+(?:n[ºo.]\s*)?(\d{1,2}(?:\.\d{1,3}){0,5})(?:\s*,?\s*(?:alinea|letra)?\s*["'(]?([a-z])["')])?/;
const EXCLUI = /\b(?:exclu\w+|suprim\w+|revog\w+|retira\w*|remov\w+)\b/;

/** A correction with the words of the edital that it replaces: those it quotes, else the clause whose number it gives. */
function locate(t: TextoEdital, c: Correcao): Mudanca {
  const base: Mudanca = { campo: c.campo, de: c.de, para: c.para, evidenciaDe: c.evidenciaDe, evidenciaPara: c.evidenciaPara };
  if (c.de !== null) {
    const onde = findPagina(t, c.de);
    const evidenciaDe = onde && citar(onde.documento, onde.pagina, onde.texto);
    return { ...base, ...(evidenciaDe ? { evidenciaDe } : {}), ...(isExigencia(t, c.de) ? { campo: 'exigencias' } : {}) };
  }
  const ordem = fold(c.novoTexto);
  const m = NUMERO.exec(ordem);
  const numero = m && (m[2] ? `${m[1]!}.${m[2]}` : m[1]!);
  const clausula = numero && cutClausulas(t).find((x) => x.numero === numero && x.regiao !== 'sumario');
  if (!clausula) return base;
  const pagina = t.paginaEm(clausula.inicio);
  const texto = squeeze(t.texto.slice(clausula.corpo, Math.min(clausula.fim, clausula.corpo + MAX_CLAUSULA)));
  const campo = isExigencia(t, texto) ? 'exigencias' : base.campo;
  const evidenciaDe = citar(pagina.documento, pagina.pagina, t.texto.slice(clausula.inicio, Math.min(clausula.fim, pagina.fim)));
  return { ...base, campo, de: cutTexto(texto), evidenciaDe, para: EXCLUI.test(ordem.slice(0, 220)) ? null : base.para };
}

/** The page of the edital where words of it stand, as they stand there. */
function findPagina(t: TextoEdital, texto: string): { documento: string; pagina: number; texto: string } | null {
  const letras = lettersOf(texto).slice(0, 120);
  if (letras.length < 12) return null;
  const p = t.paginas.find((x) => lettersOf(t.texto.slice(x.inicio, x.fim)).includes(letras));
  return p ? { documento: p.documento, pagina: p.pagina, texto: verbatim(t.texto.slice(p.inicio, p.fim), texto) } : null;
}

/** The stretch of a page that has the letters of a text. */
function verbatim(pagina: string, texto: string): string {
  const alvo = lettersOf(texto);
  let letras = '';
  const onde: number[] = [];
  for (let i = 0; i < pagina.length; i++) {
    const l = lettersOf(pagina[i]!);
    for (let k = 0; k < l.length; k++) onde.push(i);
    letras += l;
  }
  const inicio = letras.indexOf(alvo.slice(0, 120));
  const fim = inicio + Math.min(alvo.length, letras.length - inicio);
  return inicio < 0 ? texto : pagina.slice(onde[inicio], (onde[fim - 1] ?? pagina.length - 1) + 1);
}

const isExigencia = (t: TextoEdital, texto: string): boolean => {
  const letras = lettersOf(texto);
  return letras.length >= 12 && readExigencias(t).some((x) => {
    const dela = lettersOf(x.texto);
    return dela.includes(letras.slice(0, 200)) || letras.includes(dela);
  });
};
