import { fold } from '../../kernel/index.js';
import { analyze, isVazia, stem, tokenize } from '../../portugues/index.js';
import type { Candidata, Conceito, Consulta, Fatos, IndiceBusca } from '../../editais/index.js';
import type { Alvo } from './alvo.js';
import { campoDaPergunta } from './campo-da-pergunta.js';
import { foraDoEdital } from './fora-do-edital.js';
import { isDeConversa } from './palavras-de-conversa.js';

export const SINAIS = ['cobertura', 'faltaRara', 'ausente', 'janela', 'semTipo', 'tipoPerto', 'poucas', 'score', 'folga', 'fora', 'fatoAchado', 'fatoAusente'] as const;
export type Sinal = (typeof SINAIS)[number];
export type Sinais = Readonly<Record<Sinal, number>>;

/** A content word of the question with its weight among all (they add to 1) and what of the document may stand for it. */
interface Peca {
  readonly peso: number;
  readonly opcoes: ReadonlyMap<string, number>;
  readonly noDocumento: boolean;
}

function pecasDe(indice: IndiceBusca, { conceitos }: Consulta): Peca[] {
  const cheios = conceitos.filter((c) => c.peso === 1 && !isDeConversa(c.termo));
  const brutas = (cheios.length ? cheios : conceitos).map((c) => pecaDe(indice, c));
  const total = brutas.reduce((s, p) => s + p.peso, 0) || 1;
  return brutas.map((p) => ({ ...p, peso: p.peso / total }));
}

function pecaDe(indice: IndiceBusca, c: Conceito): Peca {
  const df = (termo: string): number => indice.listas.get(termo)?.df ?? 0;
  const propria = df(c.termo) > 0;
  const opcoes = new Map([[c.termo, 1], ...c.alternativas.map((a) => [a.termo, propria ? 0.6 : 0.8] as const)]);
  const maior = Math.max(...[...opcoes].map(([termo, peso]) => df(termo) * peso));
  return { peso: indice.idf(Math.ceil(maior)), opcoes, noDocumento: maior > 0 };
}

/** How much of each piece stands in a list of terms, 0–1. */
const grausEm = (pecas: readonly Peca[], termos: Iterable<string>): number[] => {
  const graus = pecas.map(() => 0);
  for (const t of termos) pecas.forEach((p, i) => (graus[i] = Math.max(graus[i]!, p.opcoes.get(t) ?? 0)));
  return graus;
};
const soma = (pecas: readonly Peca[], graus: readonly number[]): number => pecas.reduce((s, p, i) => s + p.peso * graus[i]!, 0);

const JANELA = 22;
const PERTO = 170;

export interface Exame {
  readonly sinais: Sinais;
  readonly campo: ReturnType<typeof campoDaPergunta>;
}

export function examine(indice: IndiceBusca, consulta: Consulta, pergunta: string, alvos: readonly Alvo[], candidatas: readonly (Candidata & { readonly nota: number })[], fatos?: Fatos): Exame {
  const dobrada = fold(pergunta);
  const pecas = pecasDe(indice, consulta);
  const tres = candidatas.slice(0, 3).map((c) => deCandidata(indice, pecas, alvos, c.id));
  const [a, b] = candidatas;
  const campo = campoDaPergunta(dobrada);
  const fato = campo && fatos ? fatos[campo] : null;
  const melhor = (k: 'cobertura' | 'faltaRara' | 'janela' | 'tipo' | 'tipoPerto'): number => (tres.length ? Math.max(...tres.map((t, i) => t[k] - 0.1 * i)) : 0);
  return {
    campo,
    sinais: {
      cobertura: melhor('cobertura'),
      faltaRara: tres.length ? Math.min(...tres.map((t) => t.faltaRara)) : 1,
      ausente: pecas.reduce((s, p) => s + (p.noDocumento ? 0 : p.peso), 0),
      janela: melhor('janela'),
      semTipo: alvos.length ? 1 - Math.max(0, ...tres.map((t) => t.tipo)) : 0,
      tipoPerto: alvos.length ? melhor('tipoPerto') : melhor('janela'),
      poucas: 1 / Math.max(1, pecas.length),
      score: a ? Math.log(a.nota) : -5,
      folga: a && b ? Math.log(a.nota / b.nota) : 0,
      fora: foraDoEdital(dobrada),
      fatoAchado: fato && (fato.valor !== null || fato.evidencia) ? 1 : 0,
      fatoAusente: fato && fato.valor === null && !fato.evidencia ? 1 : 0,
    },
  };
}

function deCandidata(indice: IndiceBusca, pecas: readonly Peca[], alvos: readonly Alvo[], id: number) {
  const c = indice.clausulas[id]!;
  const termos = indice.termos[id]!;
  const graus = grausEm(pecas, termos);
  const deCima = grausEm(pecas, analyze(`${c.secao} ${c.contexto}`));
  const vizinhos = [id - 1, id + 1].filter((k) => indice.clausulas[k]?.ordemPagina === c.ordemPagina).flatMap((k) => [...indice.termos[k]!]);
  const aoLado = grausEm(pecas, vizinhos);
  const todos = graus.map((g, i) => Math.max(g, 0.85 * deCima[i]!, 0.5 * aoLado[i]!));
  const raro = Math.max(...pecas.map((p) => p.peso));
  let janela = 0;
  for (let k = 0; k < Math.max(1, termos.length - JANELA / 2); k += 4) janela = Math.max(janela, soma(pecas, grausEm(pecas, termos.slice(k, k + JANELA))));
  const texto = indice.t.texto.slice(c.inicio, c.fim);
  const dobrado = indice.t.dobrado.slice(c.inicio, c.fim);
  let tipo = 0;
  let tipoPerto = 0;
  for (const alvo of alvos) {
    for (const m of (alvo.tipo === 'nome' ? texto : dobrado).matchAll(alvo.padrao)) {
      tipo = Math.max(tipo, 1);
      const perto = tokenize(dobrado.slice(Math.max(0, m.index - PERTO), m.index + m[0].length + PERTO)).filter((t) => !isVazia(t.texto)).map((t) => stem(t.texto));
      const g = grausEm(pecas, perto).map((x, i) => Math.max(x, 0.7 * deCima[i]!));
      tipoPerto = Math.max(tipoPerto, soma(pecas, g));
    }
  }
  return { cobertura: soma(pecas, todos), faltaRara: Math.max(...pecas.map((p, i) => (p.peso >= raro * 0.8 ? 1 - todos[i]! : 0))), janela, tipo, tipoPerto };
}
