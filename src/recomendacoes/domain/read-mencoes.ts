import { fold, normalizeText } from '../../kernel/index.js';
import { isVazia, tokenize } from '../../portugues/index.js';
import { matchRamos, type Casamento, type Ficha } from './match-ramos.js';
import { mergeNatureza, naturezaOf, type Natureza } from './natureza.js';
import { radical, radicalDeClasse } from './radical.js';
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

const SEM_VOTOS: ReadonlyMap<number, number> = new Map();
const toDesconhecida = (f: Ficha): Mencao => ({ ramo: DESCONHECIDO, natureza: '?', explicita: false, zona: 'nucleo', peso: PESO_ESTRANHA, inicio: f.inicio, fim: f.fim });

/** Finds what a text names, with its place and nature. `areasDoLeitor`: what else the same author speaks of, to tell homonyms apart. */
export function readMencoes(bruto: string, areasDoLeitor: ReadonlyMap<number, number> = SEM_VOTOS): TextoLido {
  const texto = cleanObjeto(bruto);
  const fichas = toFichas(texto);
  const casamentos = matchRamos(fichas);
  const { zonas, naturezas, estranhas } = walk(fichas, casamentos);
  const mencoes = [...weigh(casamentos, fichas, zonas, naturezas, areasDoLeitor), ...estranhas.map((i) => toDesconhecida(fichas[i]!))];
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
      palavra: p.texto, termo: radical(p.texto), termoDeClasse: radicalDeClasse(p.texto), inicio: p.inicio, fim: p.fim, vazia: isVazia(p.texto), ruido: RUIDO.has(p.texto),
      corte: /[.;:()\[\]]|\s-\s/.test(entre), virgula: entre.includes(','), coordena: /[,/]/.test(entre) || p.texto === 'e' || p.texto === 'ou',
    };
  });
}

interface Caminho {
  readonly zonas: readonly Zona[];
  readonly naturezas: readonly Natureza[];
  /** Words that head what is bought and that no class knows. */
  readonly estranhas: readonly number[];
}

/** Zone and nature at each word. */
function walk(fichas: readonly Ficha[], casamentos: readonly Casamento[]): Caminho {
  const dono = new Map<number, Casamento>();
  for (const c of casamentos) for (const i of c.palavras) if (!dono.has(i)) dono.set(i, c);
  const zonas: Zona[] = [];
  const naturezas: Natureza[] = [];
  let zona: Zona = 'nucleo';
  let natureza: Natureza = '?';
  let achou = false;
  const estranhas: number[] = [];
  fichas.forEach((f, i) => {
    const proxima = nextCheia(fichas, i);
    const emClasse = dono.has(i);
    if (f.corte && zona !== 'nucleo' && achou && zona !== 'contexto') zona = 'inclusao';
    const verbo = naturezaOf(f.palavra);
    if (f.virgula && zona === 'acessorio' && /^(?:d[eoa]s?|em)$/.test(f.palavra)) zona = 'nucleo';
    if (!emClasse || f.vazia) {
      if (CONTEXTO.has(f.palavra) || (achou && ORGAO.has(f.palavra))) zona = achou ? 'contexto' : zona;
      else if (f.palavra === 'para') zona = achou ? 'contexto' : zona;
      else if (/^n[oa]s?$/.test(f.palavra) && achou && proxima && !CONTINUA.has(proxima.palavra)) zona = 'contexto';
      else if (f.palavra === 'com' && achou && zona !== 'contexto') zona = 'acessorio';
      else if (ACESSORIO.has(f.palavra) && f.palavra !== 'com' && achou && zona !== 'contexto') zona = 'acessorio';
      else if (INCLUSAO.has(f.palavra) && achou) zona = 'inclusao';
    }
    if (verbo && zona !== 'contexto') natureza = verbo;
    if (!achou && zona === 'nucleo' && !emClasse && isCabecaEstranha(fichas, i, dono)) {
      achou = true;
      estranhas.push(i);
    }
    zonas.push(zona);
    naturezas.push(natureza);
    if (emClasse && zona === 'nucleo' && dono.get(i)!.ultima === i) achou = true;
  });
  return { zonas, naturezas, estranhas };
}

/** A noun no class knows, right after what is done with it: "aquisição de rabetas". */
function isCabecaEstranha(fichas: readonly Ficha[], i: number, dono: ReadonlyMap<number, Casamento>): boolean {
  const f = fichas[i]!;
  if (!isCoisaEstranha(f) || i < 2) return false;
  const liga = fichas[i - 1]!;
  const verbo = fichas[i - 2]!;
  const seguinte = fichas[i + 1];
  if (seguinte && !seguinte.vazia && dono.has(i + 1) && !seguinte.corte && !seguinte.coordena) return false;
  return /^d[eoa]s?$/.test(liga.palavra) && !f.corte && naturezaOf(verbo.palavra) !== null && naturezaOf(verbo.palavra) !== 's';
}

const isCoisaEstranha = (f: Ficha): boolean => !f.vazia && !f.ruido && f.palavra.length > 3 && !/^\d/.test(f.palavra) && !CABECA_VAGA.has(f.palavra) && !ORGAO.has(f.palavra) && !CONTEXTO.has(f.palavra) && !INCLUSAO.has(f.palavra) && naturezaOf(f.palavra) === null;

function nextCheia(fichas: readonly Ficha[], i: number): Ficha | undefined {
  for (let j = i + 1; j < fichas.length && j < i + 4; j++) if (!fichas[j]!.vazia) return fichas[j];
  return undefined;
}

/** Classes so wide that beside a narrower one they say nothing. */
const AMPLAS: ReadonlyMap<string, number> = new Map([['bem-permanente', 0.3], ['manut-equip', 0.4], ['obra', 0.45], ['edificacao', 0.7], ['reforma', 0.7], ['mao-de-obra', 0.8], ['consultoria', 0.5], ['saude-servico', 0.6], ['saude-bem', 0.5], ['software', 0.7], ['engenharia-projeto', 0.9]]);
/** Words that name a class alone but only introduce what follows them: "reforma de móveis", "sistema de refrigeração". */
const INTRODUZEM: ReadonlySet<string> = new Set('sistema plataforma licença licenciamento estrutura peça obra construção reforma ampliação manutenção conserto reparo projeto consultoria assessoria frota motor diagnóstico estudo laudo vistoria planejamento concessão cessão permissão exploração conservação revitalização pesquisa filtro aplicativo cobertura recuperação'.normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(' ').map(radical));

function weigh(casamentos: readonly Casamento[], fichas: readonly Ficha[], zonas: readonly Zona[], naturezas: readonly Natureza[], doLeitor: ReadonlyMap<number, number>): Mencao[] {
  const areas = joinVotos(voteAreas(casamentos, zonas), doLeitor);
  const dono = new Set(casamentos.flatMap((c) => c.palavras));
  const vistos = new Map<Zona, number>();
  const feitos = new Map<string, number>();
  const mencoes: Mencao[] = [];
  casamentos.forEach((c, k) => {
    const zona = zonas[c.palavras[0]!]!;
    const verbo = naturezaBefore(fichas, naturezas, c);
    const ramo = pickRamo(c.ramos, areas, verbo);
    const { id, natureza: propria } = RAMOS[ramo]!;
    const seguida = casamentos[k + 1];
    const introduz = c.palavras.length === 1 && INTRODUZEM.has(fichas[c.ultima]!.termo);
    const completada = introduz && seguida !== undefined && seguida.palavras[0]! - c.ultima <= 4 && !hasCoordenacao(fichas, c.ultima, seguida.palavras[0]!);
    const qualificada = !completada && c.palavras.length === 1 && seguida !== undefined && seguida.palavras[0] === c.ultima + 1 && !fichas[c.ultima + 1]!.corte && !fichas[c.ultima + 1]!.coordena;
    const solta = introduz && !completada && isCompletedByOther(fichas, c.ultima, dono);
    const ordem = vistos.get(zona) ?? 0;
    const estranha = zona === 'nucleo' && hasCabecaEstranha(fichas, c, dono);
    if (estranha) {
      mencoes.push({ ramo: DESCONHECIDO, natureza: '?', explicita: false, zona, peso: PESO_ESTRANHA, inicio: fichas[c.palavras[0]!]!.inicio, fim: fichas[c.palavras[0]!]!.inicio });
    }
    const anterior = casamentos[k - 1];
    const complemento = anterior !== undefined && !estranha && isComplemento(fichas, anterior, c);
    const fator = (complemento ? COMPLEMENTO : 1) * (completada ? 0.25 : qualificada ? 0.45 : solta ? 0.55 : 1) * (AMPLAS.get(id) ?? 1) * (estranha ? 0.4 : 1);
    const chave = `${ramo}`;
    const peso = PESO[zona] * fator * Math.max(0.3, 0.85 ** ordem);
    const natureza = propria === 's' && verbo !== 's' && isParaServico(fichas, c.palavras[0]!) ? 'b' : mergeNatureza(verbo, propria);
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

/** "materiais e equipamentos de fisioterapia": things for a service, not the service. */
const COISAS: ReadonlySet<string> = new Set(['material', 'equipamento', 'peca', 'kit', 'mobiliario', 'instrument'].map((p) => radicalDeClasse(p)));
function isParaServico(fichas: readonly Ficha[], inicio: number): boolean {
  for (let i = inicio - 1; i >= 0 && i >= inicio - 3; i--) {
    const f = fichas[i]!;
    if (f.corte) return false;
    if (!f.vazia) return COISAS.has(f.termoDeClasse);
  }
  return false;
}

/** "luminárias de ônibus": what qualifies the class before it counts for less. */
const COMPLEMENTO = 0.45;
function isComplemento(fichas: readonly Ficha[], anterior: Casamento, c: Casamento): boolean {
  if (anterior.palavras.length === 1 && INTRODUZEM.has(fichas[anterior.ultima]!.termo)) return false;
  const de = anterior.ultima;
  const ate = c.palavras[0]!;
  if (ate - de > 3 || ate <= de || hasCoordenacao(fichas, de, ate)) return false;
  return /^(?:d[eoa]s?|para|em|n[oa]s?)$/.test(fichas[de + 1]!.palavra);
}

/** "licença de exibição": an unknown thing follows. */
function isCompletedByOther(fichas: readonly Ficha[], ultima: number, dono: ReadonlySet<number>): boolean {
  const liga = fichas[ultima + 1];
  const coisa = fichas[ultima + 2];
  return liga !== undefined && coisa !== undefined && /^d[eoa]s?$/.test(liga.palavra) && !coisa.vazia && !coisa.ruido && !dono.has(ultima + 2) && !CABECA_VAGA.has(coisa.palavra) && !ORGAO.has(coisa.palavra);
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

const joinVotos = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> => (b.size ? new Map([...a, ...[...b].map(([k, v]) => [k, v + (a.get(k) ?? 0)] as const)]) : a);

/** Among homonyms, the one whose area the rest of the text names; the first listed when none is. */
function pickRamo(ramos: readonly number[], areas: ReadonlyMap<number, number>, verbo: Natureza): number {
  let melhor = ramos[0]!;
  let votos = 0;
  for (const r of ramos) {
    const v = Math.max(...areasDe[r]!.map((a) => areas.get(a) ?? 0)) + (verbo !== '?' && RAMOS[r]!.natureza === verbo ? 0.5 : 0);
    if (v > votos) [melhor, votos] = [r, v];
  }
  return melhor;
}
