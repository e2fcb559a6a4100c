import { squeeze } from '../../kernel/index.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import { parseConsulta, type Consulta } from './consulta.js';
import { boostOf } from './dicas.js';
import type { IndiceBusca } from './indice.js';
import type { TrechoAchado } from './passagem.js';
import { alignInicio } from '../domain/texto-visual.js';

const K1 = 1.2;
const LIMITE = 1150;
const PESO_COBERTURA = 0.3;
const BONUS_PAR = 0.2;
const REPETE_PAGINA = 0.92;
const CANDIDATOS = 60;

/** Forms to fill in and studies seldom hold the rule; they answer only when nothing else does. */
const PESO_REGIAO: Readonly<Record<TipoRegiao, number>> = { edital: 1, tr: 1, anexo: 0.95, minuta: 0.92, planilha: 0.85, etp: 0.8, modelo: 0.7, sumario: 0 };

export interface OpcoesBusca {
  readonly top?: number;
}

/** The passages that best answer a question in plain Portuguese, best first: at most `top`, never overlapping. */
export function searchTrechos(indice: IndiceBusca, pergunta: string, { top = 5 }: OpcoesBusca = {}): TrechoAchado[] {
  const consulta = parseConsulta(pergunta);
  const notas = rank(indice, consulta);
  return pickDiversos(indice, notas, top);
}

interface Nota {
  readonly id: number;
  nota: number;
}

function rank(indice: IndiceBusca, consulta: Consulta): Nota[] {
  const soma = new Float64Array(indice.clausulas.length);
  const proprios = new Float64Array(indice.clausulas.length);
  let total = 0;
  for (const { termo, peso, proprio } of consulta.termos) {
    const lista = indice.listas.get(termo);
    const idf = indice.idf(termo);
    if (proprio) total += peso * idf;
    if (!lista) continue;
    lista.ids.forEach((id, k) => {
      const tf = lista.tf[k]!;
      soma[id]! += peso * idf * ((tf * (K1 + 1)) / (tf + K1));
      if (proprio) proprios[id]! += peso * idf * Math.min(1, tf * 1.5);
    });
  }
  const notas: Nota[] = [];
  for (let id = 0; id < soma.length; id++) if (soma[id]! > 0) notas.push({ id, nota: soma[id]! * (1 - PESO_COBERTURA + (PESO_COBERTURA * proprios[id]!) / (total || 1)) });
  const melhores = notas.sort((a, b) => b.nota - a.nota).slice(0, CANDIDATOS * 4);
  for (const n of melhores) n.nota = refine(indice, consulta, n);
  return melhores.sort((a, b) => b.nota - a.nota).slice(0, CANDIDATOS);
}

/** Proximity of the question's words, the kind of answer asked for, and the weight of the part. */
function refine(indice: IndiceBusca, consulta: Consulta, n: Nota): number {
  const c = indice.clausulas[n.id]!;
  const texto = indice.t.dobrado.slice(c.inicio, c.fim);
  return (n.nota + pairs(indice, consulta.sequencia, indice.termos[n.id]!)) * boostOf(consulta.dicas, texto) * PESO_REGIAO[c.regiao];
}

/** Consecutive words of the question that stand within three words of each other in the clause. */
function pairs(indice: IndiceBusca, sequencia: readonly string[], termos: readonly string[]): number {
  let bonus = 0;
  for (let i = 0; i + 1 < sequencia.length; i++) {
    const a = sequencia[i]!;
    const b = sequencia[i + 1]!;
    if (a === b) continue;
    const perto = termos.some((x, k) => (x === a && termos.slice(k + 1, k + 4).includes(b)) || (x === b && termos.slice(k + 1, k + 4).includes(a)));
    if (perto) bonus += BONUS_PAR * Math.min(indice.idf(a), indice.idf(b));
  }
  return bonus;
}

function pickDiversos(indice: IndiceBusca, notas: readonly Nota[], top: number): TrechoAchado[] {
  const restantes = notas.map((n) => ({ ...n }));
  const achados: TrechoAchado[] = [];
  const ocupados: { inicio: number; fim: number }[] = [];
  while (achados.length < top && restantes.length) {
    restantes.sort((a, b) => b.nota - a.nota);
    const { id, nota } = restantes.shift()!;
    const c = indice.clausulas[id]!;
    if (ocupados.some((o) => c.inicio < o.fim && c.fim > o.inicio)) continue;
    const janela = widen(indice, id, ocupados);
    janela.inicio = alignInicio(indice.t, indice.visual(c.ordemPagina), janela.inicio, (c.inicio + c.fim) / 2, janela.fim);
    ocupados.push(janela);
    achados.push({
      documento: c.documento, pagina: c.pagina, secao: c.secao, score: Math.round(nota * 1000) / 1000,
      texto: squeeze(indice.t.texto.slice(janela.inicio, janela.fim)).slice(0, 1200), destaque: squeeze(indice.t.texto.slice(Math.max(c.inicio, janela.inicio), c.fim)),
    });
    for (const r of restantes) if (indice.clausulas[r.id]!.ordemPagina === c.ordemPagina) r.nota *= REPETE_PAGINA;
  }
  return achados;
}

/** The clause with the ones after and before it that fit, on its page and not already shown. */
function widen(indice: IndiceBusca, id: number, ocupados: readonly { inicio: number; fim: number }[]): { inicio: number; fim: number } {
  const { clausulas } = indice;
  const c = clausulas[id]!;
  let { inicio, fim } = c;
  const livre = (k: number): boolean => {
    const x = clausulas[k];
    return x !== undefined && x.ordemPagina === c.ordemPagina && !ocupados.some((o) => x.inicio < o.fim && x.fim > o.inicio);
  };
  let a = id;
  let b = id;
  let andou = true;
  while (andou) {
    andou = false;
    if (livre(b + 1) && clausulas[b + 1]!.fim - inicio <= LIMITE) {
      fim = clausulas[++b]!.fim;
      andou = true;
    }
    if (livre(a - 1) && fim - clausulas[a - 1]!.inicio <= LIMITE) {
      inicio = clausulas[--a]!.inicio;
      andou = true;
    }
  }
  return { inicio, fim };
}
