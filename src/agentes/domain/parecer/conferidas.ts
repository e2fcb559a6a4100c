import type { Afirmacao, AjusteDimensao, Descarte, NomeAgente } from '../../../analises/index.js';
import { conferirAjuste, type BaseDeConferencia, type Conferencia, type Recusa } from '../conferir/index.js';
import { MAX_AFIRMACOES } from '../mapear.js';
import type { AjusteBruto } from '../saida.js';

/** A claim as checked among others: one that only says again what stands is no fault to be mended. */
export type ConferenciaNoLote = Conferencia | { readonly ok: false; readonly motivo: 'repetida' };

/** The checked claims of one answer. */
export interface Conferidas {
  /** With their places in the answer. */
  readonly aceitas: readonly { readonly indice: number; readonly afirmacao: Afirmacao }[];
  readonly recusadas: readonly { readonly indice: number; readonly recusa: Recusa }[];
  readonly repetidas: number;
}

export const NENHUMA: Conferidas = { aceitas: [], recusadas: [], repetidas: 0 };

export function splitConferidas(conferencias: readonly ConferenciaNoLote[]): Conferidas {
  return {
    aceitas: conferencias.flatMap((c, indice) => (c.ok ? [{ indice, afirmacao: c.afirmacao }] : [])),
    recusadas: conferencias.flatMap((c, indice) => (c.ok || c.motivo === 'repetida' ? [] : [{ indice, recusa: c }])),
    repetidas: conferencias.filter((c) => !c.ok && c.motivo === 'repetida').length,
  };
}

/** Claims after both questions: those accepted first, then those corrected; what was neither is counted by its last reason. */
export function joinSegunda(primeira: Conferidas, segunda: Conferidas): { readonly afirmacoes: readonly Afirmacao[]; readonly descartadas: readonly Descarte[] } {
  const abertas = primeira.recusadas.length;
  const corrigidas = segunda.aceitas.slice(0, abertas);
  const deNovo = segunda.recusadas.slice(0, abertas - corrigidas.length).map((r) => r.recusa.motivo);
  const semResposta = primeira.recusadas.slice(corrigidas.length + deNovo.length).map((r) => r.recusa.motivo);
  const todas = [...primeira.aceitas, ...corrigidas].map((a) => a.afirmacao);
  return { afirmacoes: dropIguais(todas).slice(0, MAX_AFIRMACOES), descartadas: countMotivos([...deNovo, ...semResposta, ...Array.from({ length: primeira.repetidas }, () => 'repetida')]) };
}

const dropIguais = (lista: readonly Afirmacao[]): readonly Afirmacao[] => lista.filter((a, i) => lista.findIndex((b) => b.texto === a.texto) === i);

function countMotivos(motivos: readonly string[]): readonly Descarte[] {
  const contados = new Map<string, number>();
  for (const m of motivos) contados.set(m, (contados.get(m) ?? 0) + 1);
  return [...contados].sort(([a], [b]) => (a < b ? -1 : 1)).map(([motivo, quantas]) => ({ motivo, quantas }));
}

/** A claim that was kept: its place in the answer, and among the kept. */
export interface Sustentacao {
  readonly indice: number;
  readonly lugar: number;
  readonly afirmacao: Afirmacao;
}

/** What moves of dimensions may stand on. */
export const sustentacoes = ({ aceitas }: Conferidas, afirmacoes: readonly Afirmacao[]): readonly Sustentacao[] =>
  aceitas.flatMap(({ indice, afirmacao }) => {
    const lugar = afirmacoes.indexOf(afirmacao);
    return lugar === -1 ? [] : [{ indice, lugar, afirmacao }];
  });

/** Most moves of one answer that are looked at. */
const MAX_AJUSTES = 6;

/** Moves that stand: of the agent's own dimensions, on a claim that was kept, within the limit in all. */
export function keepAjustes(agente: NomeAgente, brutos: readonly AjusteBruto[], de: readonly Sustentacao[], base: BaseDeConferencia): readonly AjusteDimensao[] {
  const afirmacoes = new Map(de.map((s) => [s.indice, { indice: s.lugar, afirmacao: s.afirmacao }]));
  return brutos.slice(0, MAX_AJUSTES).reduce<readonly AjusteDimensao[]>((aceitos, b) => {
    const r = conferirAjuste(b, { agente, afirmacoes, aceitos }, base);
    return r.ok ? [...aceitos, r.ajuste] : aceitos;
  }, []);
}
