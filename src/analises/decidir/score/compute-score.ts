import type { Decisao, Dimensao, SubItem } from '../../domain/analise.js';
import type { Caso, Unidade } from '../caso.js';
import { oncePerCaso } from '../memo.js';
import { isTempoInsuficiente } from '../portoes/e9-tempo.js';
import { isFora } from '../portoes/e5-portfolio.js';
import { aderencia } from './aderencia.js';
import { competicao } from './competicao.js';
import { economico } from './economico.js';
import { bandOf, type Faixa } from './faixas.js';
import { habilitacao } from './habilitacao.js';
import { legalidade } from './legalidade.js';
import { prazo } from './prazo.js';
import { risco } from './risco.js';

/** Weights of relatorio.md § 4: a convention, not law. They add up to 100. */
const DIMENSOES: readonly [Dimensao['id'], string, number, (c: Caso, u: Unidade) => SubItem[]][] = [
  ['aderencia', 'Aderência ao objeto', 20, aderencia],
  ['habilitacao', 'Habilitação e documentos', 20, oncePerCaso(habilitacao)],
  ['economico', 'Econômico-financeiro', 25, economico],
  ['prazo', 'Prazo e capacidade operacional', 10, oncePerCaso(prazo)],
  ['competicao', 'Competição e preço', 10, competicao],
  ['risco', 'Risco contratual', 10, oncePerCaso(risco)],
  ['legalidade', 'Legalidade do edital', 5, oncePerCaso(legalidade)],
];

export interface Pontuacao {
  readonly dimensoes: readonly Dimensao[];
  /** After the caps, 0–100; null when no dimension has data. */
  readonly score: number | null;
  readonly confianca: number;
  readonly tetos: readonly string[];
  readonly robustez: Decisao['robustez'];
}

export function computeScore(c: Caso, u: Unidade): Pontuacao {
  const dimensoes = DIMENSOES.map(([id, titulo, peso, read]) => toDimensao(id, titulo, peso, read(c, u)));
  const tetos = capsOf(c, u, dimensoes);
  const limite = Math.min(100, ...tetos.map((t) => t.limite));
  const pesos = dimensoes.map((d) => d.peso);
  const bruto = weigh(dimensoes, pesos);
  const score = bruto === null ? null : Math.round(Math.min(bruto, limite));
  return {
    dimensoes, score, tetos: tetos.map((t) => t.texto), confianca: round2(dimensoes.reduce((s, d) => s + (d.peso * d.cobertura) / 100, 0)),
    robustez: score === null ? null : isRobusta(dimensoes, pesos, limite, bandOf(score)) ? 'ROBUSTA' : 'FRAGIL',
  };
}

function toDimensao(id: Dimensao['id'], titulo: string, peso: number, subItens: readonly SubItem[]): Dimensao {
  const total = subItens.reduce((s, i) => s + i.peso, 0);
  const cobertos = subItens.filter((i) => i.nota !== null);
  const coberto = cobertos.reduce((s, i) => s + i.peso, 0);
  return {
    id, titulo, peso, subItens, cobertura: total ? round2(coberto / total) : 0,
    nota: coberto ? Math.round(cobertos.reduce((s, i) => s + i.nota! * i.peso, 0) / coberto) : null,
    motivos: subItens.map((i) => i.motivo),
  };
}

/** The total of marks as they are given, under the caps that were set: what `computeScore` says of its own. */
export function scoreOf(dimensoes: readonly Pick<Dimensao, 'peso' | 'nota' | 'cobertura'>[], tetos: readonly string[]): number | null {
  const bruto = weigh(dimensoes, dimensoes.map((d) => d.peso));
  return bruto === null ? null : Math.round(Math.min(bruto, ...tetos.map(limiteDito)));
}

/** The limit a cap says ("o total não passa de 30"). */
const limiteDito = (teto: string): number => Number(/não passa de (\d+)\.$/.exec(teto)?.[1] ?? 100);

/** Mean of the marks, each with its weight times its coverage: a dimension known by a tenth counts a tenth. */
function weigh(dimensoes: readonly Pick<Dimensao, 'nota' | 'cobertura'>[], pesos: readonly number[]): number | null {
  let soma = 0;
  let total = 0;
  dimensoes.forEach((d, i) => {
    if (d.nota === null) return;
    soma += d.nota * pesos[i]! * d.cobertura;
    total += pesos[i]! * d.cobertura;
  });
  return total ? soma / total : null;
}

/** A mark made of less than this share of its dimension is too thin to cap the whole. */
const COBERTURA_PARA_TETO = 0.4;

/** Caps: bad enough in one thing, the others do not save it. Only what is known caps. */
function capsOf(c: Caso, u: Unidade, dimensoes: readonly Dimensao[]): { limite: number; texto: string }[] {
  const nota = (id: Dimensao['id']): number => {
    const d = dimensoes.find((x) => x.id === id)!;
    return d.cobertura >= COBERTURA_PARA_TETO ? (d.nota ?? 100) : 100;
  };
  const tetos: { limite: number; texto: string }[] = [];
  if (nota('habilitacao') < 30) tetos.push({ limite: 30, texto: 'Habilitação abaixo de 30: o total não passa de 30.' });
  if (nota('economico') <= 10) tetos.push({ limite: 25, texto: 'Econômico-financeiro até 10: o total não passa de 25.' });
  if (nota('prazo') <= 10) tetos.push({ limite: 20, texto: 'Prazo e capacidade até 10: o total não passa de 20.' });
  if (isTempoInsuficiente(c)) tetos.push({ limite: 20, texto: 'Menos dias úteis do que o caminho mais longo das tarefas exige: o total não passa de 20.' });
  if (isFora(c, u)) tetos.push({ limite: 25, texto: 'Objeto fora do ramo da empresa: o total não passa de 25.' });
  return tetos;
}

/** The band stays the same when each weight in turn grows or shrinks by a tenth. */
function isRobusta(dimensoes: readonly Dimensao[], pesos: readonly number[], limite: number, faixa: Faixa): boolean {
  return pesos.every((p, i) =>
    [0.9, 1.1].every((fator) => {
      const s = weigh(dimensoes, pesos.with(i, p * fator));
      return s !== null && bandOf(Math.round(Math.min(s, limite))) === faixa;
    }));
}

const round2 = (n: number): number => Math.round(n * 100) / 100;
