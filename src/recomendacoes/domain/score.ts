import { RESERVAS, type Faixas, type TextoCompilado, type Textos } from './textos.js';
import { findExclusoes, RESTA_NUCLEO, RESTA_PASSAGEM, type ExclusaoAchada } from './exclusoes.js';
import type { Estatistica } from './estatistica.js';
import type { PerfilCompilado } from './compile-perfil.js';
import { mayBeOwn, preparePerfil, type Preparo } from './preparo.js';
import { familiaDe } from './termo.js';

/** The score with what made it, before it is told in words. */
export interface Pontos {
  readonly score: number;
  readonly exclusoes: readonly ExclusaoAchada[];
}

/** How much of the score the company's own words decide. */
const PALAVRAS = 0.65;
/** Words that halve what is missing of it, how much a class weighs among them, and the words of an object of usual length. */
const MEIO = 1.5;
const CLASSE = 0.5;
const TAMANHO = 16;
/** How much more a text is worth that has the most telling of the company's words, and what makes a short text of them whole. */
const FAMILIAS = 0.7;
const CURTO = 1.7;
const CURVA = 1.6;
/** A share of ours from which the object is as good as all ours. */
const CHEIA = 0.9;
/** Below this weight (of 255) an object's classes say too little. */
const VAGO = 130;
const NENHUMA: readonly ExclusaoAchada[] = [];
const NADA: Pontos = { score: 0, exclusoes: NENHUMA };

/** 0..1: how much a tender is what the company sells. */
export const scorePontos = (p: PerfilCompilado, t: TextoCompilado, e: Estatistica): Pontos => scoreFaixas(preparePerfil(p, e), t, t, 0);

/** The same for one of many texts in flat arrays; 0 when it cannot reach `minimo`, which spares reading its words. */
export function scoreFaixas(p: Preparo, t: Textos, f: Faixas, minimo: number): Pontos {
  const classes = shareClasses(p.perfil, t, f);
  return scoreWords(p, t, f, tetoOf(p, t, f, classes, p.perfil.ramos), classes, minimo);
}

/** How good the text can be at best, 0..1, before its words are read. `quantas`: what `shareClasses` counted. */
export function tetoOf(p: Preparo, t: Textos, f: Faixas, classes: Parte, valores: Valores): number {
  const porClasse = joinItens(classes.valor, f.itensDe < f.itensAte ? scoreItens(valores, t, f) : 0, t, f);
  const base = porClasse >= Math.min(CHEIA, p.tetoSoltos) ? porClasse : Math.max(porClasse, scoreSoltos(p, t, f));
  return base <= 0 ? 0 : Math.min(1, base / CHEIA);
}

/** The rest of the score: the company's words, what it excludes, for whom the tender is kept. */
export function scoreWords(p: Preparo, t: Textos, f: Faixas, teto: number, classes: Parte, minimo: number): Pontos {
  if (teto <= 0 || scoreOfTeto(teto) < minimo) return NADA;
  const cheio = teto * scorePalavras(p, t, f, classes.quantas);
  const exclusoes = p.perfil.exclusoes.length ? findExclusoes(p.perfil.exclusoes, t, f, firstOwn(p.perfil, t, f)) : NENHUMA;
  let resta = restaReserva(p.perfil, f.reserva);
  for (const x of exclusoes) resta *= x.alcance === 'nucleo' ? RESTA_NUCLEO : RESTA_PASSAGEM;
  return { score: calibrate(cheio * resta), exclusoes };
}

/** From points to a figure that means the same for every company: about half of what stands just below the threshold is of use. */
const calibrate = (x: number): number => (x >= 1 ? 1 : (CURVA * x) / (1 + (CURVA - 1) * x));

/** The score a text cannot pass, from what `tetoOf` gave; a hair above it, so that rounding never hides a text. */
export const scoreOfTeto = (teto: number): number => calibrate(teto) + 1e-9;

/** What of an object is ours: how good the share is, and how much of it there is. */
export interface Parte {
  readonly valor: number;
  readonly quantas: number;
}

/** How much each class is worth to a company, whatever holds it. */
export type Valores = Pick<PerfilCompilado['ramos'], 'get'>;

/** Share of what is bought that is ours, and how far up in the object it stands. */
function shareClasses(p: PerfilCompilado, t: Textos, f: Faixas): Parte {
  let nosso = 0;
  let tudo = 0;
  let melhor = 0;
  for (let i = f.ramosDe; i < f.ramosAte; i++) {
    const peso = t.pesos[i]! / 255;
    tudo += peso;
    const r = p.ramos.get(t.ramos[i]!);
    if (!r) continue;
    const valor = peso * (r.valor * r.serve[t.naturezas[i]!]!);
    nosso += valor;
    if (valor > melhor) melhor = valor;
  }
  return { valor: joinParte(nosso, tudo, melhor), quantas: nosso };
}

/** Share × best place. */
export const joinParte = (nosso: number, tudo: number, melhor: number): number => (nosso > 0 ? Math.sqrt((nosso / tudo) * melhor) : 0);

function scoreItens(valores: Valores, t: Textos, f: Faixas): number {
  let nosso = 0;
  for (let i = f.itensDe; i < f.itensAte; i++) {
    const r = valores.get(t.ramosItens[i]!);
    if (r) nosso += (t.partesItens[i]! / 255) * r.valor * r.serve[t.naturezasItens[i]!]!;
  }
  return Math.min(1, nosso);
}

/** Items speak where the object is vague, and add where it is not. */
function joinItens(classes: number, itens: number, t: Textos, f: Faixas): number {
  if (itens <= 0) return classes;
  let vago = true;
  for (let i = f.ramosDe; i < f.ramosAte; i++) if (t.pesos[i]! >= VAGO) vago = false;
  return Math.max(vago ? 0.9 * Math.sqrt(itens) : 0.6 * itens, classes + (1 - classes) * 0.4 * itens);
}

/** How many of the company's words the text has, rare ones more, and of words of their families; 0..1. */
function scorePalavras(p: Preparo, t: Textos, f: Faixas, classes: number): number {
  let soma = CLASSE * classes;
  let familias = 0;
  for (let i = f.palavrasDe; i < f.palavrasAte; i++) {
    const termo = t.palavras[i]!;
    const familia = familiaDe(termo);
    if (!mayBeOwn(p.crivo, familia)) continue;
    const lugar = t.pesosPalavras[i]! / 255;
    const peso = p.palavras.get(termo);
    if (peso !== undefined) soma += peso * lugar;
    const diz = p.familias.get(familia);
    if (diz !== undefined) familias += diz * lugar;
  }
  const quantas = (f.palavrasAte - f.palavrasDe) / TAMANHO;
  const x = soma * (2.2 / (1 + 1.2 * (0.25 + 0.75 * quantas)));
  // Items of ours say as much as words of the object would.
  const itens = f.itensDe < f.itensAte ? scoreItens(p.perfil.ramos, t, f) : 0;
  const y = Math.min(1, itens + familias * (CURTO / (1 + 1.2 * (0.5 + 0.5 * quantas))));
  return ((1 - PALAVRAS + (PALAVRAS * x) / (x + MEIO)) * (1 + FAMILIAS * y)) / (1 + FAMILIAS);
}

/** The best product that no class knows, by its words. */
function scoreSoltos(p: Preparo, t: Textos, f: Faixas): number {
  const tem = p.rascunho;
  let tocou = false;
  for (let i = f.palavrasDe; i < f.palavrasAte; i++) {
    const termo = t.palavras[i]!;
    if (!mayBeOwn(p.crivo, familiaDe(termo))) continue;
    const onde = p.porPalavra.get(termo);
    if (!onde) continue;
    if (!tocou) tem.fill(0);
    tocou = true;
    for (const { solto, raridade } of onde) tem[solto] = tem[solto]! + raridade * (t.pesosPalavras[i]! / 255) * p.soltos[solto]!.serve[t.naturezasPalavras[i]!]!;
  }
  let melhor = 0;
  if (tocou)
    for (let k = 0; k < p.soltos.length; k++) {
      const s = p.soltos[k]!;
      if (tem[k]! <= 0) continue;
      const v = (tem[k]! / s.total) ** 1.5 * s.peso;
      if (v > melhor) melhor = v;
    }
  return melhor;
}

/** Place of the first word of the text that is a word of a product, or -1. */
export function firstOwn(p: PerfilCompilado, t: Textos, f: Faixas): number {
  for (let i = f.palavrasDe; i < f.palavrasAte; i++) if ((p.palavras.get(t.palavras[i]!) ?? 0) >= 0.9) return i - f.palavrasDe;
  return -1;
}

function restaReserva(p: PerfilCompilado, reserva: number): number {
  const r = RESERVAS[reserva];
  if (r === 'agricultura_familiar') return p.familiar ? 1 : 0.4;
  if (r === 'mei') return p.porte === 'mei' ? 1 : 0.4;
  return r === 'pessoa_fisica' ? 0.7 : 1;
}
