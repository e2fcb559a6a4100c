import { fold, normalizeText } from '../../kernel/index.js';
import { isVazia, tokenize } from '../../portugues/index.js';
import { matchRamos, type Casamento, type Ficha } from './match-ramos.js';
import { mergeNatureza, naturezaOf, type Natureza } from './natureza.js';
import { radical } from './radical.js';
import { areasDe, DESCONHECIDO, RAMOS } from './read-ramos.js';
import { ACESSORIO, CABECA_VAGA, CONTEXTO, CONTINUA, INCLUSAO, LIGA, ORGAO, RUIDO } from './zonas.js';

/** Where in the object something is named: what is bought, what that includes, what comes along, what it is for. */
export type Zona = 'nucleo' | 'inclusao' | 'acessorio' | 'contexto';
const PESO: Readonly<Record<Zona, number>> = { nucleo: 1, inclusao: 0.6, acessorio: 0.28, contexto: 0.1 };

/** A class named in a text. Offsets are of the text as given by `cleanObjeto`. */
export interface Mencao {
  readonly ramo: number;
  readonly natureza: Natureza;
  /** A verb stood before it, or the thing alone tells. */
  readonly explicita: boolean;
  readonly zona: Zona;
  /** 0..1: zone, order and how generic the class is. */
  readonly peso: number;
  readonly inicio: number;
  readonly fim: number;
}

/** A word of a text that says something. */
export interface Palavra {
  readonly termo: string;
  readonly natureza: Natureza;
  readonly peso: number;
  readonly zona: Zona;
  readonly inicio: number;
  readonly fim: number;
}

export interface TextoLido {
  readonly texto: string;
  readonly mencoes: readonly Mencao[];
  readonly palavras: readonly Palavra[];
}

const MAXIMO = 4000;

/** The object on one line, without the portal's prefix, at most 4,000 characters. */
export const cleanObjeto = (texto: string): string => normalizeText(texto.slice(0, MAXIMO)).replace(/^\s*\[[^\]]{2,60}\]\s*[-–:]?\s*/, '').replace(/^\s*\d{1,2}(?:\.\d{1,2})*[.)\s-]+\s*/, '');

/** Finds what a text names, with its place and nature. */
export function readMencoes(bruto: string): TextoLido {
  const texto = cleanObjeto(bruto);
  const fichas = toFichas(texto);
  const casamentos = matchRamos(fichas);
  const { zonas, naturezas } = walk(fichas, casamentos);
  const mencoes = weigh(casamentos, fichas, zonas, naturezas);
  const palavras = fichas.flatMap((f, i): Palavra[] => (f.vazia || f.ruido || /^\d/.test(f.palavra) || f.palavra.length < 3 ? [] : [{ termo: f.termo, natureza: naturezas[i]!, peso: PESO[zonas[i]!], zona: zonas[i]!, inicio: f.inicio, fim: f.fim }]));
  return { texto, mencoes, palavras };
}

function toFichas(texto: string): Ficha[] {
  const dobrado = fold(texto);
  let antes = 0;
  return tokenize(texto).map((p) => {
    const entre = dobrado.slice(antes, p.inicio);
    antes = p.fim;
    return {
      palavra: p.texto, termo: radical(p.texto), inicio: p.inicio, fim: p.fim, vazia: isVazia(p.texto), ruido: RUIDO.has(p.texto),
      corte: /[.;:()\[\]]|\s-\s/.test(entre), coordena: /[,/]/.test(entre) || p.texto === 'e' || p.texto === 'ou',
    };
  });
}

interface Caminho { readonly zonas: readonly Zona[]; readonly naturezas: readonly Natureza[] }

/** Zone and nature at each word. */
function walk(fichas: readonly Ficha[], casamentos: readonly Casamento[]): Caminho {
  const dono = new Map<number, Casamento>();
  for (const c of casamentos) for (const i of c.palavras) if (!dono.has(i)) dono.set(i, c);
  const zonas: Zona[] = [];
  const naturezas: Natureza[] = [];
  let zona: Zona = 'nucleo';
  let natureza: Natureza = '?';
  let achou = false;
  fichas.forEach((f, i) => {
    const proxima = nextCheia(fichas, i);
    const emClasse = dono.has(i);
    if (f.corte && zona !== 'nucleo' && achou && zona !== 'contexto') zona = 'inclusao';
    const verbo = naturezaOf(f.palavra);
    if (!emClasse || f.vazia) {
      if (CONTEXTO.has(f.palavra) || (achou && ORGAO.has(f.palavra))) zona = achou ? 'contexto' : zona;
      else if (f.palavra === 'para') zona = achou ? 'contexto' : zona;
      else if (/^n[oa]s?$/.test(f.palavra) && achou && proxima && !CONTINUA.has(proxima.palavra)) zona = 'contexto';
      else if (f.palavra === 'com' && achou && zona !== 'contexto') zona = 'acessorio';
      else if (ACESSORIO.has(f.palavra) && f.palavra !== 'com' && achou && zona !== 'contexto') zona = 'acessorio';
      else if (INCLUSAO.has(f.palavra) && achou) zona = 'inclusao';
    }
    if (verbo && zona !== 'contexto') natureza = verbo;
    zonas.push(zona);
    naturezas.push(natureza);
    if (emClasse && zona === 'nucleo' && dono.get(i)!.ultima === i) achou = true;
  });
  return { zonas, naturezas };
}

function nextCheia(fichas: readonly Ficha[], i: number): Ficha | undefined {
  for (let j = i + 1; j < fichas.length && j < i + 4; j++) if (!fichas[j]!.vazia) return fichas[j];
  return undefined;
}

/** Classes so wide that beside a narrower one they say nothing. */
const AMPLAS: ReadonlyMap<string, number> = new Map([['bem-permanente', 0.3], ['manut-equip', 0.4], ['obra', 0.45], ['edificacao', 0.7], ['reforma', 0.7], ['mao-de-obra', 0.8], ['consultoria', 0.5], ['saude-servico', 0.6], ['saude-bem', 0.5], ['software', 0.7], ['engenharia-projeto', 0.9]]);
/** Verbs that are classes of their own when nothing follows them: "reforma", "curso". */
const COMPLETADAS: ReadonlySet<string> = new Set(['manut-equip', 'obra', 'edificacao', 'reforma', 'consultoria', 'bem-permanente', 'mao-de-obra']);

function weigh(casamentos: readonly Casamento[], fichas: readonly Ficha[], zonas: readonly Zona[], naturezas: readonly Natureza[]): Mencao[] {
  const areas = voteAreas(casamentos, zonas);
  const dono = new Set(casamentos.flatMap((c) => c.palavras));
  const vistos = new Map<Zona, number>();
  const feitos = new Map<string, number>();
  const mencoes: Mencao[] = [];
  casamentos.forEach((c, k) => {
    const ramo = pickRamo(c.ramos, areas);
    const zona = zonas[c.palavras[0]!]!;
    const verbo = naturezaBefore(fichas, naturezas, c);
    const { id, natureza: propria } = RAMOS[ramo]!;
    const seguida = casamentos[k + 1];
    const completada = COMPLETADAS.has(id) && c.palavras.length === 1 && seguida !== undefined && seguida.palavras[0]! - c.ultima <= 4 && !hasCoordenacao(fichas, c.ultima, seguida.palavras[0]!);
    const ordem = vistos.get(zona) ?? 0;
    const estranha = zona === 'nucleo' && hasCabecaEstranha(fichas, c, dono);
    if (estranha) {
      mencoes.push({ ramo: DESCONHECIDO, natureza: '?', explicita: false, zona, peso: PESO_ESTRANHA, inicio: fichas[c.palavras[0]!]!.inicio, fim: fichas[c.palavras[0]!]!.inicio });
    }
    const fator = (completada ? 0.35 : 1) * (AMPLAS.get(id) ?? 1) * (estranha ? 0.4 : 1);
    const chave = `${ramo}`;
    const peso = PESO[zona] * fator * Math.max(0.3, 0.85 ** ordem);
    const natureza = mergeNatureza(verbo, propria);
    if ((feitos.get(chave) ?? 0) >= peso) return;
    feitos.set(chave, peso);
    if (!completada) vistos.set(zona, ordem + 1);
    mencoes.push({ ramo, natureza, explicita: verbo !== '?', zona, peso, inicio: fichas[c.palavras[0]!]!.inicio, fim: fichas[c.ultima]!.fim });
  });
  return mencoes;
}

/** A thing no class knows heads the phrase ("motor de rabeta a gasolina"): what follows only qualifies it. */
const PESO_ESTRANHA = 0.8;
const MAX_VOLTA = 3;

function hasCabecaEstranha(fichas: readonly Ficha[], c: Casamento, dono: ReadonlySet<number>): boolean {
  let i = c.palavras[0]!;
  let passos = 0;
  while (i > 0 && passos < MAX_VOLTA) {
    if (fichas[i]!.corte || fichas[i]!.coordena) return false;
    i--;
    const f = fichas[i]!;
    if (f.vazia) {
      if (!LIGA.has(f.palavra)) return false;
      continue;
    }
    passos++;
    if (dono.has(i) || f.ruido || CABECA_VAGA.has(f.palavra) || /^\d/.test(f.palavra) || naturezaOf(f.palavra)) return false;
    const antes = fichas[i - 1];
    const adjetivo = antes !== undefined && !f.corte && !antes.vazia && (antes.ruido || naturezaOf(antes.palavra) !== null || CABECA_VAGA.has(antes.palavra));
    if (!adjetivo) return i > 0 || c.palavras.length === 1;
  }
  return false;
}

/** The verb in force just before an expression: the verb it may itself begin with is part of its name. */
function naturezaBefore(fichas: readonly Ficha[], naturezas: readonly Natureza[], c: Casamento): Natureza {
  const primeira = c.palavras[0]!;
  return primeira === 0 ? (fichas.length && c.palavras.length === 1 ? '?' : (naturezaOf(fichas[0]!.palavra) ?? '?')) : naturezas[primeira - 1]!;
}

function hasCoordenacao(fichas: readonly Ficha[], de: number, ate: number): boolean {
  for (let i = de + 1; i <= ate; i++) if (fichas[i]!.coordena || fichas[i]!.corte) return true;
  return false;
}

/** How often each area is named by expressions that name one class only. */
function voteAreas(casamentos: readonly Casamento[], zonas: readonly Zona[]): ReadonlyMap<number, number> {
  const votos = new Map<number, number>();
  for (const c of casamentos)
    if (c.ramos.length === 1) for (const a of areasDe[c.ramos[0]!]!) votos.set(a, (votos.get(a) ?? 0) + PESO[zonas[c.palavras[0]!]!]);
  return votos;
}

/** Among homonyms, the one whose area the rest of the text names; the first listed when none is. */
function pickRamo(ramos: readonly number[], areas: ReadonlyMap<number, number>): number {
  let melhor = ramos[0]!;
  let votos = 0;
  for (const r of ramos) {
    const v = Math.max(...areasDe[r]!.map((a) => areas.get(a) ?? 0));
    if (v > votos) [melhor, votos] = [r, v];
  }
  return melhor;
}
