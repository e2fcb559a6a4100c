import { assuntosDe } from './assuntos.js';
import type { Casamento } from './casar.js';
import type { Consulta } from './consulta.js';
import { TIPOS_RESPOSTA } from './dicas.js';
import type { Entorno } from './entorno.js';
import type { IndiceBusca } from './indice.js';

/** Words of a passage read together. */
const JANELA = 24;
const ABRE = 12;
/** Tells where the rule stands instead of telling it. */
const REMETE = /\b(?:conforme|consta(?:nte)?s?|previst[oa]s?|fixad[oa]s?|estabelecid[oa]s?|definid[oa]s?|indicad[oa]s?|dispost[oa]s?|relacionad[oa]s?|especificad[oa]s?|descrit[oa]s?|exigid[oa]s?|nos termos d|na forma d|referid[oa]s?|mencionad[oa]s?|acima|supra|anterior)\b/;
const BRANCO = /_{4,}|x{4,}|\.{6,}|\(\s*\)/;
const MAX_ASSUNTOS = 6;

const REGIOES = ['tr', 'minuta', 'etp', 'modelo', 'planilha', 'anexo'] as const;
/** What is weighed in a clause: see `sinaisDe`. */
export const SINAIS = [
  'base', 'proprios', 'cobertura', 'expansao', 'janela', 'inicio', 'pagina', 'tamanho', 'branco', 'assuntosComuns', 'assuntosDeMais', 'semResposta', 'remeteSemResposta', 'repetida',
  'disputaNoEdital', 'disputaFora', 'execucaoNoEdital', 'execucaoNoTr', 'execucaoNaMinuta', ...REGIOES, ...TIPOS_RESPOSTA.map((t) => `resposta:${t}` as const),
] as const;
export type Sinal = (typeof SINAIS)[number];
export type Sinais = Readonly<Record<Sinal, number>>;

const ZEROS = Object.fromEntries(SINAIS.map((s) => [s, 0])) as Record<Sinal, number>;

/** The signals of one clause for one question; most are parts of a whole, 0–1, or 0 and 1. */
export function sinaisDe(indice: IndiceBusca, consulta: Consulta, m: Casamento, entorno: Entorno, id: number): Sinais {
  const c = indice.clausulas[id]!;
  const termos = indice.termos[id]!;
  const texto = indice.t.dobrado.slice(c.inicio, c.fim);
  const s = { ...ZEROS };
  s.base = Math.log(m.base[id]! + 0.3 * m.expansao[id]! + 1e-3);
  s.proprios = m.proprios[id]!;
  s.cobertura = m.cobertura[id]!;
  s.expansao = Math.log1p(m.expansao[id]!);
  s.janela = bestWindow(m, termos);
  s.inicio = weightOf(m, termos, 0, ABRE);
  s.pagina = entorno.melhorOutraDaPagina(id);
  s.tamanho = Math.log(termos.length + 5) - 3.5;
  s.branco = Number(BRANCO.test(texto));
  s.repetida = entorno.vezesAntes(id);
  addAssuntos(s, consulta, indice.lembrados.assuntos(id, () => assuntosDe(texto)));
  addRespostas(s, consulta, texto);
  if (c.regiao !== 'edital' && c.regiao !== 'sumario') s[c.regiao] = 1;
  addFase(s, consulta, c.regiao);
  return s;
}

function addAssuntos(s: Record<Sinal, number>, { assuntos }: Consulta, daClausula: readonly number[]): void {
  const comuns = daClausula.filter((a) => assuntos.includes(a)).length;
  s.assuntosComuns = comuns / Math.max(1, assuntos.length);
  s.assuntosDeMais = Math.min(MAX_ASSUNTOS, daClausula.length - comuns);
}

function addRespostas(s: Record<Sinal, number>, { dicas }: Consulta, texto: string): void {
  const satisfeitas = dicas.filter((d) => d.resposta.test(texto));
  for (const d of satisfeitas) s[`resposta:${d.tipo}`] = 1;
  s.semResposta = Number(dicas.length > 0 && !satisfeitas.length);
  s.remeteSemResposta = Number(s.semResposta && REMETE.test(texto));
}

/** The edital rules the dispute; the TR and the contract rule its execution. */
function addFase(s: Record<Sinal, number>, { fase }: Consulta, regiao: string): void {
  if (fase === 'disputa') s[regiao === 'edital' ? 'disputaNoEdital' : 'disputaFora'] = 1;
  if (fase !== 'execucao') return;
  if (regiao === 'edital') s.execucaoNoEdital = 1;
  if (regiao === 'tr') s.execucaoNoTr = 1;
  if (regiao === 'minuta') s.execucaoNaMinuta = 1;
}

/** How much of the question stands in termos[inicio, fim), each concept once. */
function weightOf(m: Casamento, termos: readonly string[], inicio: number, fim: number): number {
  const porConceito = new Map<number, number>();
  for (let k = inicio; k < Math.min(fim, termos.length); k++) {
    const p = m.pesos.get(termos[k]!);
    if (p && (porConceito.get(p.conceito) ?? 0) < p.peso) porConceito.set(p.conceito, p.peso);
  }
  let soma = 0;
  for (const peso of porConceito.values()) soma += peso;
  return soma;
}

/** The most of the question that stands within `JANELA` words. */
function bestWindow(m: Casamento, termos: readonly string[]): number {
  let melhor = 0;
  for (let k = 0; k < termos.length; k++) if (m.pesos.has(termos[k]!)) melhor = Math.max(melhor, weightOf(m, termos, k, k + JANELA));
  return melhor;
}
