import { Decimal } from 'decimal.js';
import { TRECHO_MAXIMO, squeeze, type Evidencia } from '../../kernel/index.js';
import type { Penalidade, PenalidadesLidas } from '../domain/penalidade.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { fraseEm } from '../extracao/limites-de-frase.js';
import { findMultas, type PercentualNaFrase } from '../extracao/multas.js';
import { once } from '../extracao/once.js';
import { findPeriodos } from '../extracao/periodos.js';
import { baseDe, gatilhoDe } from './classify-multa.js';
import { readImpedimentos } from './read-impedimentos.js';

const REGIOES: ReadonlySet<string> = new Set(['edital', 'tr', 'anexo', 'minuta']);
const MINIMO = '0.5';
const MAXIMO = 30;
const MAX_MULTAS = 200;
/** Percentages that are no fine: interest, discounts, guarantees, additions, taxes, what the agency pays. */
const OUTRA_COISA = /\bjuros\b[^%]{0,50}$|\bcorrecao\s+monetaria[^%]{0,40}$|\bdesconto\b[^%]{0,40}$|\b(?:acrescim|supress)\w+[^%]{0,60}$|\bgarantia\b[^%]{0,70}$|\b(?:contratante|administracao)\s+(?:pagara|incorrera)[^%]{0,90}$|\bcapital\b[^%]{0,60}$|\bpatrimonio\b[^%]{0,60}$|\breajust\w+[^%]{0,60}$|\bcota\b[^%]{0,40}$|\bacrescid\w+\s+(?:em|de)[^%]{0,20}$|\b(?:executar|executado|inferior\s+a|menos\s+de|superior\s+a)\b[^%]{0,30}$|\bsomatorio\b[^%]{0,160}$|\badvertencia\b[^%]{0,120}$/;
const TETO = /\b(?:limit\w+|maxim\w+|nao\s+(?:podera\s+)?(?:exced\w+|ultrapass\w+|ser\s+superior|superior)|teto|nem\s+superior|ate\s+o\s+(?:limite|maximo|total)|ate|totalizar|atingir)\b[^%.;]{0,50}$/;
const FALA_DE_MULTA = /\bmult\w*|\bmorator\w+|\bcompensatori\w+|\bpenal\w*/;

/** The fines of the edital and of the annexes that bind, in the order of the text, each once, and the bars on bidding. */
export const readPenalidades = once((t: TextoEdital): PenalidadesLidas => ({ multas: mergeIguais(readMultas(t)).slice(0, MAX_MULTAS), impedimentos: readImpedimentos(t) }));

function readMultas(t: TextoEdital): Penalidade[] {
  const saida: (Penalidade & { readonly fimDaFrase: number })[] = [];
  for (const p of findMultas(t)) {
    if (!REGIOES.has(p.regiao) || OUTRA_COISA.test(p.antes.slice(-180)) || !isMulta(p)) continue;
    const frase = fraseEm(t, p.percentual.inicio, p.percentual.fim, 900);
    const anterior = saida.at(-1);
    const daMesma = anterior?.fimDaFrase === frase.fim;
    if (anterior && daMesma && (p.fimDeFaixa || isTeto(p))) {
      if (anterior.tetoPercentual === null || p.fimDeFaixa) saida[saida.length - 1] = withAviso({ ...anterior, tetoPercentual: p.percentual.valor });
      continue;
    }
    const m = toMulta(t, p, frase);
    if (m) saida.push({ ...m, fimDaFrase: frase.fim });
  }
  return saida.map(({ fimDaFrase: _fim, ...m }) => m);
}

const isMulta = (p: PercentualNaFrase): boolean => FALA_DE_MULTA.test(p.frase) || (/sanc|penal|infrac/.test(p.secao) && FALA_DE_MULTA.test(p.introducao.slice(-350))) || (/:\s*$/.test(p.introducao.slice(-400).trimEnd()) && FALA_DE_MULTA.test(p.introducao.slice(-300)));
const isTeto = (p: PercentualNaFrase): boolean => TETO.test(p.antes.slice(-90)) && /%|por\s+cento/.test(p.antes);

function toMulta(t: TextoEdital, p: PercentualNaFrase, frase: { inicio: number; fim: number }): Penalidade | null {
  const evidencia = citar(t, frase, p);
  if (!evidencia) return null;
  const gatilho = gatilhoDe(p.antes, p.depois, p.introducao);
  const base: Penalidade = {
    gatilho, conduta: squeeze(p.antes).slice(-240), percentual: p.percentual.valor, por: p.diario ? 'dia' : /^.{0,60}\b(?:por|a\s+cada)\s+hora\b/.test(p.depois) ? 'hora' : /^.{0,40}\b(?:ao|por)\s+mes\b/.test(p.depois) ? 'mes' : 'ocorrencia',
    base: baseDe(p.depois.length > 8 && !p.inicioDeFaixa ? p.depois : p.frase.slice(p.antes.length)), tetoPercentual: null, tetoPrazo: readTetoPrazo(p), evidencia, tambemEm: [], aviso: null,
  };
  return withAviso(base);
}

/** "limitada a 30 dias", "até o trigésimo dia", "por até 90 dias": only of what is charged by time. */
function readTetoPrazo(p: PercentualNaFrase): Penalidade['tetoPrazo'] {
  if (!p.diario) return null;
  const texto = `${p.antes.slice(-140)} ${p.depois.slice(0, 260)}`;
  const m = /\b(?:limit\w+|maxim\w+|ate)\b[^.;%]{0,40}?(?=\d|\b(?:dez|quinze|vinte|trinta)\b)/.exec(texto);
  if (!m) return null;
  const inicio = m.index + m[0].length;
  const x = findPeriodos(texto, inicio, Math.min(texto.length, inicio + 50))[0];
  return x && x.inicio - inicio < 4 && (x.valor.unidade === 'dias' || x.valor.unidade === 'dias_uteis') ? x.valor : null;
}

function withAviso<P extends Penalidade>(m: P): P {
  if (m.por !== 'ocorrencia' || m.gatilho === 'mora') return m;
  const maior = m.tetoPercentual ?? m.percentual;
  const fora = new Decimal(maior).gt(MAXIMO) ? `passa de ${MAXIMO}%` : new Decimal(m.percentual).lt(MINIMO) ? 'fica abaixo de 0,5%' : null;
  return { ...m, aviso: fora && `A multa ${fora}: o art. 156, § 3º, da Lei 14.133/2021 quer de 0,5% a 30% do contrato.` };
}

/** The sentence on the page of the percentage, from its start when it fits in a quote, else from the word of penalty. */
function citar(t: TextoEdital, frase: { inicio: number; fim: number }, p: PercentualNaFrase): Evidencia | null {
  const pagina = t.paginaEm(p.percentual.inicio);
  const inicio = Math.max(pagina.inicio, p.percentual.fim - frase.inicio < TRECHO_MAXIMO - 60 ? frase.inicio : p.inicioDoTrecho);
  let trecho = squeeze(t.texto.slice(inicio, Math.min(frase.fim, pagina.fim)));
  if (trecho.length > TRECHO_MAXIMO) trecho = trecho.slice(0, trecho.lastIndexOf(' ', TRECHO_MAXIMO));
  return trecho.length >= 12 ? { documento: pagina.documento, pagina: pagina.pagina, trecho } : t.trechoEm(p.percentual.inicio, p.percentual.fim);
}

/** The same fine in the edital and in the draft of the contract counts once. */
function mergeIguais(multas: readonly Penalidade[]): Penalidade[] {
  const saida: Penalidade[] = [];
  for (const m of multas) {
    const i = saida.findIndex((s) => s.gatilho === m.gatilho && s.percentual === m.percentual && s.por === m.por && s.base === m.base && s.tetoPercentual === m.tetoPercentual && s.evidencia.pagina !== m.evidencia.pagina && (s.gatilho !== 'outra' || sameConduta(s, m)));
    if (i < 0) saida.push(m);
    else saida[i] = { ...saida[i]!, tambemEm: [...saida[i]!.tambemEm, m.evidencia] };
  }
  return saida;
}
const sameConduta = (a: Penalidade, b: Penalidade): boolean => a.conduta.slice(-60) === b.conduta.slice(-60);
