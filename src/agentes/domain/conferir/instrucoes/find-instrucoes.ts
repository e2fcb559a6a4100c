import type { Zona } from '../achar-citacao.js';
import { desmascarar, type Desmascarado } from './desmascarar.js';
import { findCodificados } from './ocultos.js';
import { PADROES } from './padroes.js';
import { PADROES_DE_MAQUINA } from './padroes-de-maquina.js';

const TODOS = [...PADROES, ...PADROES_DE_MAQUINA];

/** A stretch of a page that talks to a model and not to a bidder. */
export interface ZonaInstrucao extends Zona {
  /** As it stands on the page. */
  readonly trecho: string;
}

const JANELA = 220;
const ETIQUETAS_MINIMAS = 6;
const MAX_ACHADOS = 200;

/** Prompt injections: the sentences that talk to a model, in order, apart. Offsets are of the text as given. */
export function findInstrucoes(texto: string): ZonaInstrucao[] {
  const d = desmascarar(texto);
  const achados = [...findMarcas(d), ...findEtiquetas(texto, d)].map((z) => openFrase(texto, z));
  const zonas = merge([...achados, ...findCodificados(texto)].map((z) => trimZona(texto, z)));
  return zonas.map(({ inicio, fim }) => ({ inicio, fim, trecho: texto.slice(inicio, fim) }));
}

function findMarcas(d: Desmascarado): Zona[] {
  const certas: Zona[] = [];
  const indicios: (Zona & { padrao: number })[] = [];
  TODOS.forEach(({ certo, padrao, menos }, i) => {
    for (const m of d.texto.matchAll(padrao)) {
      if (menos?.test(lastFrase(d.texto.slice(Math.max(0, m.index - 90), m.index)))) continue;
      const zona = { inicio: d.lugares[m.index]!, fim: d.lugares[m.index + m[0].length - 1]! + 1 };
      if (certo) certas.push(zona);
      else indicios.push({ ...zona, padrao: i });
      if (certas.length > MAX_ACHADOS) return;
    }
  });
  return [...certas, ...pairIndicios(indicios)];
}

/** What a sentence says before a mark. */
const lastFrase = (antes: string): string => antes.split(/[.!?;](?=\s)|\n\s*\n/).at(-1)!;

/** Two weak marks of different kinds close to each other. */
function pairIndicios(indicios: (Zona & { padrao: number })[]): Zona[] {
  const ordem = indicios.sort((a, b) => a.inicio - b.inicio);
  return ordem.flatMap((a, i) => {
    const b = ordem.slice(i + 1).find((x) => x.inicio - a.fim < JANELA && x.padrao !== a.padrao);
    return b ? [{ inicio: a.inicio, fim: b.fim }] : [];
  });
}

const findEtiquetas = (texto: string, d: Desmascarado): Zona[] => {
  if (d.etiquetas < ETIQUETAS_MINIMAS) return [];
  const m = /(?:\udb40[\udc00-\udc7f])+/.exec(texto);
  return m ? [{ inicio: m.index, fim: texto.lastIndexOf('\udb40') + 2 }] : [];
};

const FIM_DE_FRASE = /[.!?](?=\s|$)|\n\s*\n|\n(?=\s*\d{1,2}(?:\.\d{1,3})+\.?\s)/g;
const ANTES = 240;
const DEPOIS = 320;

/** The sentence where it stands, and the one after it, which carries what it asks. */
function openFrase(texto: string, { inicio, fim }: Zona): Zona {
  let de = Math.max(0, inicio - ANTES);
  for (const m of texto.slice(de, inicio).matchAll(FIM_DE_FRASE)) de = Math.max(0, inicio - ANTES) + m.index + m[0].length;
  const depois = texto.slice(fim, fim + DEPOIS);
  const cortes = [...depois.matchAll(FIM_DE_FRASE)];
  const forte = cortes.findIndex((m) => m[0].includes('\n'));
  const corte = cortes[forte >= 0 && forte < 2 ? forte : Math.min(1, cortes.length - 1)];
  return { inicio: de, fim: corte === undefined ? Math.min(texto.length, fim + DEPOIS) : fim + corte.index + (corte[0].includes('\n') ? 0 : corte[0].length) };
}

function trimZona(texto: string, { inicio, fim }: Zona): Zona {
  const trecho = texto.slice(inicio, fim);
  return { inicio: inicio + (trecho.length - trecho.trimStart().length), fim: fim - (trecho.length - trecho.trimEnd().length) };
}

function merge(zonas: readonly Zona[]): Zona[] {
  const juntas: { inicio: number; fim: number }[] = [];
  for (const z of [...zonas].sort((a, b) => a.inicio - b.inicio)) {
    const ultima = juntas.at(-1);
    if (ultima && z.inicio <= ultima.fim + 2) ultima.fim = Math.max(ultima.fim, z.fim);
    else juntas.push({ ...z });
  }
  return juntas;
}
