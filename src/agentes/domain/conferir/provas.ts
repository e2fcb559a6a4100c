import type { Zona } from './achar-citacao.js';
import type { CitacaoAchada } from './conferir-citacoes.js';
import { findInstrucoes, type ZonaInstrucao } from './instrucoes/find-instrucoes.js';
import { readNumeros } from './numeros/read-numeros.js';
import { paginaDobrada } from './paginas.js';
import { parteDoTitulo } from './partes.js';
import type { ProvaLida } from './provar-numeros.js';
import { termosDe } from './termos.js';
import type { BaseDeConferencia } from './tipos.js';

const zonasDaBase = new WeakMap<BaseDeConferencia, Map<string, readonly ZonaInstrucao[]>>();

/** True when the quote shares a character with text that talks to a model. */
export function tocaInstrucao({ evidencia: { documento, pagina, trecho }, zona }: CitacaoAchada, base: BaseDeConferencia): boolean {
  const zonas = zonasDaBase.get(base) ?? new Map<string, readonly ZonaInstrucao[]>();
  zonasDaBase.set(base, zonas);
  const chave = `${pagina}\u0000${documento}`;
  let daPagina = zonas.get(chave);
  if (!daPagina) zonas.set(chave, (daPagina = findInstrucoes(paginaDobrada(base, documento, pagina)?.texto ?? '')));
  return daPagina.some((z) => zona.inicio < z.fim && z.inicio < zona.fim) || findInstrucoes(trecho).length > 0;
}

const termosDasPaginas = new WeakMap<object, ReadonlySet<string>>();
function termosDaPagina(base: BaseDeConferencia, documento: string, pagina: number): ReadonlySet<string> {
  const p = paginaDobrada(base, documento, pagina);
  if (!p) return new Set();
  const termos = termosDasPaginas.get(p) ?? termosDe(p.texto);
  termosDasPaginas.set(p, termos);
  return termos;
}

/** Quotes read for what they prove. */
export function readProvas(achadas: readonly CitacaoAchada[], base: BaseDeConferencia): ProvaLida[] {
  return achadas.map(({ evidencia: { documento, pagina, trecho }, zona }) => {
    const p = paginaDobrada(base, documento, pagina);
    const clausula = clausulaEm(p?.texto ?? '', zona);
    return {
      texto: trecho, pagina, numeros: readNumeros(trecho), termos: termosDe(trecho), contexto: termosDe(clausula), termosDaPagina: termosDaPagina(base, documento, pagina), daPagina: p?.texto ?? '',
      normasDoContexto: readNumeros(clausula).filter((n) => n.tipo === 'norma' || n.tipo === 'artigo'), clausulas: clausulasDe(p?.dobrado ?? '', zona.inicio),
      parte: parteAntes(base, documento, pagina, zona),
    };
  });
}

const PAGINAS_ATRAS = 4;
/** Whose duties the place lists: the last heading on its page or on the ones before. */
function parteAntes(base: BaseDeConferencia, documento: string, pagina: number, zona: Zona): ProvaLida['parte'] {
  for (let n = pagina; n > Math.max(0, pagina - PAGINAS_ATRAS); n--) {
    const texto = paginaDobrada(base, documento, n)?.texto ?? '';
    const parte = parteDoTitulo(n === pagina ? texto.slice(0, zona.inicio) : texto);
    if (parte !== null) return parte;
  }
  return null;
}

const AO_REDOR = 320;
const DIVISA = /\n\s*\n|\n(?=\s*(?:\d{1,2}(?:\.\d{1,3})+\.?|[a-z]\)|[IVXLC]+\s*[-–])\s)|(?<=[a-zà-ú)]{3}[.;])\s/g;
/** The sentence or clause around a stretch: what a quote cut short still belongs to. */
function clausulaEm(texto: string, { inicio, fim }: Zona): string {
  const antes = texto.slice(Math.max(0, inicio - AO_REDOR), inicio);
  const depois = texto.slice(fim, fim + AO_REDOR);
  const corte = [...antes.matchAll(DIVISA)].at(-1);
  return (corte ? antes.slice(corte.index) : antes) + texto.slice(inicio, fim) + depois.slice(0, depois.search(DIVISA) < 0 ? undefined : depois.search(DIVISA));
}

const MAX_ANTES = 6000;
/** The number of the clause where a place stands, and the clauses that hold it: "8.1.2" → 8.1.2, 8.1, 8. */
function clausulasDe(dobrado: string, lugar: number): string[] {
  const de = Math.max(0, lugar - MAX_ANTES);
  const antes = [...dobrado.slice(de, lugar + 12).matchAll(/(?:^|\n)[ \t]*(?:clausula\s+|item\s+)?(\d{1,2}(?:\.\d{1,3})*)\.?[ \t)-]/g)];
  const ultima = antes.at(-1)?.[1];
  if (ultima === undefined) return [];
  const partes = ultima.split('.').map((x) => String(Number(x)));
  return partes.map((_, i) => partes.slice(0, i + 1).join('.'));
}
