import { fold, squeeze, TRECHO_MAXIMO, type Evidencia } from '../../kernel/index.js';
import type { AnexoCitado } from '../domain/anexo.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados } from '../extracao/achados.js';
import { once } from '../extracao/once.js';
import { findApartados } from './find-apartados.js';
import { numeroDoAnexo, type NumeroAnexo } from './numero-anexo.js';

const ID = String.raw`(?:n[ºo.]?\s*)?(?<id>[ivx]{1,5}|\d{1,2}|unico)\b`;
const CITADO = new RegExp(String.raw`\banexos?\s+${ID}(?!\.\d)(?!\s*(?:da|do)\s+(?:lei|decreto|portaria|resolucao|in\b|instrucao|nr))`);
const NO_COMECO = new RegExp(String.raw`^\W{0,4}(?:\d{1,2}(?:\.\d{1,3}){0,3}[.)]?\s*|[a-z]\)\s*)?anexos?[\s_-]+${ID}`);
/** What follows the name in a list: "Anexo II – Minuta de contrato;". */
const TITULO = new RegExp(String.raw`${NO_COMECO.source}\s*(?:["”)]\s*)?(?:[-–:(.]\s*)+(?:d[aeo]\s+)?(?<titulo>[a-z][^;]{3,160})`);
const MAX_TITULO = 140;

interface Citacao {
  readonly n: number;
  readonly inicio: number;
  readonly fim: number;
  readonly nome: string;
}

/** Every annex that the edital's body cites, in order, with its title and where it stands among what was read. */
export const readAnexos = once((t: TextoEdital): readonly AnexoCitado[] => {
  if (!t.paginas.length) return [];
  const citados = findCitados(t);
  const presentes = findPresentes(t);
  const apartados = new Set(findApartados(t).flatMap((a) => numeroDoAnexo(a.id) ?? []));
  const titulos = findTitulos(t);
  return [...citados].sort(([a], [b]) => Number(a) - Number(b)).map(([id, c]): AnexoCitado => {
    const presente = presentes.has(id) && !apartados.has(id);
    return { nome: c.nome, titulo: titulos.get(id) ?? null, mencoes: c.n, citadoEm: citar(t, c.inicio, c.fim), presente, presenteEm: presente ? (presentes.get(id) ?? null) : null };
  });
});

function findCitados(t: TextoEdital): Map<NumeroAnexo, Citacao> {
  const citados = new Map<NumeroAnexo, Citacao>();
  for (const a of findAchados(t, CITADO, { regioes: ['edital'] })) {
    const id = numeroDoAnexo(a.nome['id'] ?? '');
    if (id === null) continue;
    const x = citados.get(id);
    citados.set(id, x ? { ...x, n: x.n + 1 } : { n: 1, inicio: a.inicio, fim: a.fim, nome: id === 'unico' ? 'Anexo Único' : `Anexo ${(a.nome['id'] ?? '').toUpperCase()}` });
  }
  return citados;
}

/** Annexes with a heading in the text (whatever the layout: a line that begins with the name) or a file of their own, and where they begin. */
function findPresentes(t: TextoEdital): Map<NumeroAnexo, AnexoCitado['presenteEm']> {
  const presentes = new Map<NumeroAnexo, AnexoCitado['presenteEm']>();
  const add = (texto: string, onde: AnexoCitado['presenteEm']): void => {
    const id = /^\W{0,3}anexos?[\s_-]+(?:n[ºo.]?\s*)?([ivx]{1,5}|\d{1,2}|unico)\b/.exec(texto)?.[1];
    const n = id === undefined ? null : numeroDoAnexo(id);
    if (n !== null && !presentes.has(n)) presentes.set(n, onde);
  };
  const pagina = (offset: number): AnexoCitado['presenteEm'] => {
    const p = t.paginaEm(offset);
    return { documento: p.documento, pagina: p.pagina };
  };
  for (const r of t.regioes) add(r.titulo, pagina(r.inicio));
  for (const p of t.partes) add(fold(p.documento.nome.split(/[/!]/).at(-1) ?? ''), { documento: p.documento.nome, pagina: 1 });
  for (const l of t.linhas) {
    const { tipo } = t.regiaoEm(l.inicio);
    if ((tipo !== 'edital' && tipo !== 'sumario') || l.ordemNaPagina < 5) add(l.dobrado, pagina(l.inicio));
  }
  return presentes;
}

/** The title in the list of annexes; else in the heading. */
function findTitulos(t: TextoEdital): Map<NumeroAnexo, string> {
  const titulos = new Map<NumeroAnexo, string>();
  for (const l of t.linhas) {
    const m = TITULO.exec(l.dobrado);
    const id = m && numeroDoAnexo(m.groups!['id']!);
    if (!m || id === null || titulos.has(id) || /^(?:deste|desse|do edital|ao edital|e anexo|que|com|deverao|devera|atestando|contendo|conforme|assinad[ao]|devidamente|e)\b/.test(m.groups!['titulo']!)) continue;
    const comeco = l.texto.length - l.texto.trimStart().length;
    const inicio = comeco + m[0].length - m.groups!['titulo']!.length;
    titulos.set(id, squeeze(l.texto.slice(inicio, comeco + m[0].length)).replace(/[.;]\s*anexo\s.*$/i, '').replace(/[\s.…_]*\d*[\s.;,]*$/, '').slice(0, MAX_TITULO));
  }
  for (const r of t.regioes) {
    const m = TITULO.exec(r.titulo);
    const id = m && numeroDoAnexo(m.groups!['id']!);
    if (m && id !== null && !titulos.has(id)) titulos.set(id, m.groups!['titulo']!.slice(0, MAX_TITULO));
  }
  return titulos;
}

function citar(t: TextoEdital, inicio: number, fim: number): Evidencia | null {
  return t.trechoEm(inicio, Math.min(fim, t.paginaEm(inicio).fim, inicio + TRECHO_MAXIMO - 20));
}
