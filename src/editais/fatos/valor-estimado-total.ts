import { Decimal } from 'decimal.js';
import { fold, type DecimalTexto } from '../../kernel/index.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { once } from '../extracao/once.js';
import { findQuantias, mostraDinheiro, type Quantia } from '../extracao/quantias.js';
import { readSigilos } from './sigilo.js';
import { isSoma, readItemUnico } from './somas-de-valor.js';
import { classify, type ClasseDeValor, type RotuloDeValor } from './rotulos-de-valor.js';

const PESO: Readonly<Record<ClasseDeValor, number>> = { total_estimado: 0.93, estimado: 0.85, total_de_tabela: 0.76 };
const AUTORIDADE = { edital: 1, tr: 0.96, anexo: 0.92, planilha: 0.95, modelo: 0.8, minuta: 0.72, etp: 0.72, sumario: 0 } as const;
const GANHO_EXTENSO = 0.04;
const GANHO_SOMA = 0.13;
/** Totals checked against their rows: a real edital has a few dozen at most. */
const MAX_SOMAS = 60;
/** So many amounts under one and the same label are no total. */
const MAX_DO_MESMO_ROTULO = 4;
/** Sections where prices are surveyed, not set. */
const ESTUDO = /analise de precos|pesquisa de (?:precos|mercado)|levantamento de mercado|mapa de precos|viabilidade|solucoes/;
const MINIMO = new Decimal(500);

interface Lida {
  readonly q: Quantia;
  readonly rotulo: RotuloDeValor | null;
  /** It is the sum of the rows above it. */
  readonly somado: boolean;
}

/** The tender's estimated total, as the edital states it (Lei 14.133, art. 18 §1º VI and art. 24); never the first "R$". */
export const valorEstimadoTotal = defineCampo<'valor_estimado_total'>({
  campo: 'valor_estimado_total',
  read: ({ t }) => (isSigiloso(t) ? [] : readValores(t)),
  mostra: mostraDinheiro,
  ausencia: ({ t }) => {
    const sigilo = readSigilos(t).find((d) => d.sigiloso && d.peso >= SIGILO_FIRME);
    return sigilo ? { ausencia: 'nao_se_aplica', inicio: sigilo.inicio, fim: sigilo.fim, nota: 'O orçamento é sigiloso: o valor só é divulgado depois da disputa.' } : null;
  },
});

const SIGILO_FIRME = 0.85;
/** Confidential, unless the edital's own body prints the total all the same (then the contradiction shows in `orcamento_sigiloso`). */
function isSigiloso(t: TextoEdital): boolean {
  const ditos = readSigilos(t).filter((d) => d.peso >= SIGILO_FIRME);
  if (!ditos.some((d) => d.sigiloso) || ditos.some((d) => !d.sigiloso)) return false;
  return !readValores(t).some((c) => c.peso >= 0.93 && t.regiaoEm(c.inicio).tipo === 'edital');
}

/** Every reading of the estimated total. */
export const readValores = once((t: TextoEdital): readonly Candidato<DecimalTexto>[] => {
  const quantias = findQuantias(t);
  const valores = new Set(quantias.map((q) => q.valor));
  const todas = dropRepetidos(classifyTodas(quantias)).flatMap((l) => toCandidatos(t, l, valores));
  // A total stated in words settles it: what other tables add up to is something else.
  const dito = todas.some((c) => c.peso >= 0.9 && !c.deTabela);
  const ambiguas = dito ? new Set<string>() : ambiguousTotais(todas.filter((c) => c.deTabela && c.peso >= 0.5).map((c) => c.valor));
  const rotuladas = todas.map(({ deTabela, ...c }) => (deTabela && (dito || ambiguas.has(c.valor)) ? { ...c, peso: c.peso * (dito ? 0.8 : 0.5) } : c));
  return rotuladas.some((c) => c.peso >= 0.6) ? rotuladas : [...rotuladas, ...readItemUnico(t, quantias)];
});

/** In a row of amounts under one label the last is the total ("TOTAL 1.200,00 14.400,00"). */
function classifyTodas(quantias: readonly Quantia[]): Lida[] {
  const rotulos: (RotuloDeValor | null)[] = [];
  quantias.forEach((q, i) => {
    const primeira = rotulos[q.linha.de];
    const herda = i === q.linha.ate && i > q.linha.de && primeira?.classe !== 'estimado';
    rotulos.push(herda ? (primeira ?? null) : classify(q, rotulos[i - 1] ?? null));
  });
  let somas = 0;
  return quantias.map((q, i) => {
    const rotulo = q.linha.ate > i && q.linha.de === i && rotulos[q.linha.ate] ? null : rotulos[i]!;
    return { q, rotulo, somado: rotulo !== null && somas++ < MAX_SOMAS && isSoma(quantias, i) };
  });
}

/** A label that names several amounts ("Valor total (R$)" in each item's record) is of a row; only what they add up to can be the total. */
function dropRepetidos(lidas: readonly Lida[]): readonly Lida[] {
  const porRotulo = new Map<string, Set<DecimalTexto>>();
  for (const { q, rotulo } of lidas) if (rotulo) porRotulo.set(rotulo.rotulo, (porRotulo.get(rotulo.rotulo) ?? new Set()).add(q.valor));
  return lidas.filter(({ q, rotulo }) => {
    const valores = rotulo ? porRotulo.get(rotulo.rotulo)! : null;
    if (!valores || valores.size < MAX_DO_MESMO_ROTULO) return true;
    const soma = [...valores].reduce((s, v) => s.plus(v), new Decimal(0));
    return soma.minus(q.valor).eq(q.valor);
  });
}

function toCandidatos(t: TextoEdital, { q, rotulo, somado }: Lida, valores: ReadonlySet<string>): (Candidato<DecimalTexto> & { readonly deTabela: boolean })[] {
  const regiao = t.regiaoEm(q.inicio).tipo;
  if (!rotulo || new Decimal(q.valor).lt(MINIMO) || (!q.comCifrao && rotulo.classe === 'estimado')) return [];
  const capa = regiao === 'edital' && t.ordemPaginaEm(q.inicio) < 4 ? 0.02 : 0;
  const extenso = q.conferencia === 'confere' ? GANHO_EXTENSO : q.conferencia === 'diverge' ? -0.08 : 0;
  const parcial = rotulo.anual ? (temMultiplo(q.valor, valores) ? 0.35 : 0.08) : 0;
  const base = Math.min(0.95, PESO[rotulo.classe] + (somado ? GANHO_SOMA : 0)) + capa + extenso;
  const estudo = ESTUDO.test(fold(t.secaoEm(q.inicio)?.titulo ?? '')) ? 0.85 : 1;
  const peso = Math.min(0.97, base * AUTORIDADE[regiao] * estudo - parcial - (q.malformada ? 0.15 : 0));
  const nota = notaDe(q, rotulo);
  const fim = q.malformada || q.conferencia === 'diverge' ? Math.min(q.fimExtenso, t.paginaEm(q.inicio).fim) : q.fim;
  const lugar = { inicio: startOfLabel(t, q, rotulo.rotulo), fim, alvo: 14, deTabela: rotulo.classe === 'total_de_tabela' };
  return [
    { ...lugar, valor: q.valor, peso, ...(nota ? { nota } : {}) },
    ...(q.conferencia === 'diverge' ? [{ ...lugar, valor: q.extenso!, peso: peso * 0.85, ...(nota ? { nota } : {}) }] : []),
  ];
}

/** Totals of several tables that cannot be told apart: none is the sum of the others, none is printed more often. */
function ambiguousTotais(valores: readonly DecimalTexto[]): ReadonlySet<DecimalTexto> {
  const vezes = new Map<DecimalTexto, number>();
  for (const v of valores) vezes.set(v, (vezes.get(v) ?? 0) + 1);
  if (vezes.size < 2) return new Set();
  const soma = [...vezes.keys()].reduce((s, v) => s.plus(v), new Decimal(0));
  const ordem = [...vezes].sort((a, b) => b[1] - a[1]);
  const eleito = [...vezes.keys()].find((v) => soma.minus(v).eq(v)) ?? (ordem[0]![1] > ordem[1]![1] ? ordem[0]![0] : undefined);
  return new Set([...vezes.keys()].filter((v) => v !== eleito));
}

/** A yearly amount that stands beside its own multiple (2 to 10 years) is a share of the total. */
const temMultiplo = (valor: DecimalTexto, valores: ReadonlySet<string>): boolean =>
  [2, 3, 4, 5, 6, 8, 10].some((k) => valores.has(new Decimal(valor).times(k).toFixed(2)));

function notaDe(q: Quantia, rotulo: RotuloDeValor): string | undefined {
  if (q.malformada) return 'CONFLITO: o algarismo está malformado no edital; vale o valor por extenso.';
  if (q.conferencia === 'diverge') return `CONFLITO: o algarismo (${q.valor}) e o extenso (${q.extenso}) divergem.`;
  return rotulo.anual ? 'O edital dá o valor por ano.' : undefined;
}

/** Where the label begins, when it is on the page and near; else the amount itself. */
function startOfLabel(t: TextoEdital, q: Quantia, rotulo: string): number {
  const desde = Math.max(t.paginaEm(q.inicio).inicio, q.inicio - 150);
  const palavra = rotulo.split(' ').find((p) => p.length > 3);
  const em = palavra ? t.dobrado.slice(desde, q.inicio).lastIndexOf(palavra) : -1;
  return em < 0 ? q.inicio : desde + em;
}
