import type { TextoCompilado, Reserva } from './compile-texto.js';
import { findExclusoes, RESTA_NUCLEO, RESTA_PASSAGEM, type ExclusaoAchada } from './exclusoes.js';
import { raridade, type Estatistica } from './estatistica.js';
import { NATUREZAS, serve } from './natureza.js';
import type { PerfilCompilado } from './compile-perfil.js';

/** The score with what made it, before it is told in words. */
export interface Pontos {
  readonly score: number;
  readonly exclusoes: readonly ExclusaoAchada[];
}

/** How much of the score the company's own words decide. */
const PALAVRAS = 0.6;
/** Words of an object of usual length, and how its length weighs. */
const TAMANHO = 16;
const CHEIA = 0.8;
const K = 1.5;
const NADA: Pontos = { score: 0, exclusoes: [] };

/** 0..1: how much a tender is what the company sells. Exact: indexes only spare the texts for which this is 0. */
export function scorePontos(p: PerfilCompilado, t: TextoCompilado, e: Estatistica): Pontos {
  const classes = scoreClasses(p, t);
  const itens = scoreItens(p, t);
  const { soltas, todas } = scorePalavras(p, t, e);
  const base = Math.max(joinItens(classes, itens, t), soltas);
  if (base <= 0) return NADA;
  const cheio = Math.min(1, base / CHEIA) * (1 - PALAVRAS + PALAVRAS * todas);
  const exclusoes = p.exclusoes.length ? findExclusoes(p.exclusoes, t, firstOwn(p, t)) : [];
  let resta = restaReserva(p, t.reserva);
  for (const x of exclusoes) resta *= x.alcance === 'nucleo' ? RESTA_NUCLEO : RESTA_PASSAGEM;
  return { score: Math.min(1, cheio * resta), exclusoes };
}

/** Share of what is bought that is ours, and how far up in the object it stands. */
function scoreClasses(p: PerfilCompilado, t: TextoCompilado): number {
  let nosso = 0;
  let tudo = 0;
  let melhor = 0;
  for (let i = 0; i < t.ramos.length; i++) {
    const peso = t.pesos[i]! / 255;
    tudo += peso;
    const r = p.ramos.get(t.ramos[i]!);
    if (!r) continue;
    const valor = peso * r.porNatureza[t.naturezas[i]!]!;
    nosso += valor;
    if (valor > melhor) melhor = valor;
  }
  return nosso > 0 ? Math.sqrt((nosso / tudo) * melhor) : 0;
}

function scoreItens(p: PerfilCompilado, t: TextoCompilado): number {
  let nosso = 0;
  for (let i = 0; i < t.ramosItens.length; i++) nosso += (t.partesItens[i]! / 255) * (p.ramos.get(t.ramosItens[i]!)?.porNatureza[t.naturezasItens[i]!] ?? 0);
  return Math.min(1, nosso);
}

/** Items speak where the object is vague, and add where it is not. */
function joinItens(classes: number, itens: number, t: TextoCompilado): number {
  if (!t.ramosItens.length) return classes;
  const vago = t.pesos.every((x) => x < 130);
  return Math.max(vago ? 0.9 * Math.sqrt(itens) : 0.6 * itens, classes + (1 - classes) * 0.4 * itens);
}

/** `soltas`: the best product that no class knows, by its words; `todas`: how many of the company's words the text has, saturated. */
function scorePalavras(p: PerfilCompilado, t: TextoCompilado, e: Estatistica): { soltas: number; todas: number } {
  let soma = 0;
  for (let i = 0; i < t.palavras.length; i++) {
    const peso = p.palavras.get(t.palavras[i]!);
    if (peso !== undefined) soma += peso * (t.pesosPalavras[i]! / 255) * raridade(e, t.palavras[i]!);
  }
  let soltas = 0;
  if (soma > 0)
    for (const produto of p.produtos) {
      if (produto.temClasse) continue;
      let tem = 0;
      let tudo = 0;
      for (const termo of produto.termos) {
        const r = raridade(e, termo) ** 2;
        tudo += r;
        const i = t.palavras.indexOf(termo);
        if (i >= 0) tem += r * (t.pesosPalavras[i]! / 255) * serve(produto.natureza, NATUREZAS[t.naturezasPalavras[i]!]!);
      }
      const v = 0.85 * (tem / tudo) ** 1.5 * p.fontes[produto.fonte]!.peso;
      if (v > soltas) soltas = v;
    }
  const longo = 2.2 / (1 + 1.2 * (0.25 + (0.75 * t.palavras.length) / TAMANHO));
  return { soltas, todas: (soma * longo) / (soma * longo + K) };
}

/** Place of the first word of the text that is a word of a product, or -1. */
function firstOwn(p: PerfilCompilado, t: TextoCompilado): number {
  for (let i = 0; i < t.palavras.length; i++) if ((p.palavras.get(t.palavras[i]!) ?? 0) >= 0.9) return i;
  return -1;
}

function restaReserva(p: PerfilCompilado, r: Reserva): number {
  if (r === 'agricultura_familiar') return p.familiar ? 1 : 0.4;
  if (r === 'mei') return p.porte === 'mei' ? 1 : 0.4;
  return r === 'pessoa_fisica' ? 0.55 : 1;
}
