import { AJUSTE_MAXIMO, type Afirmacao, type AjusteDimensao, type Descarte, type Dimensao, type NomeAgente } from '../../../analises/index.js';
import { conferirAjuste, type Conferencia, type MotivoDescarte, type Recusa } from '../conferir/index.js';
import { MAX_AFIRMACOES } from '../mapear.js';
import type { AjusteBruto } from '../saida.js';

/** The checked claims of one answer. */
export interface Conferidas {
  /** With their places in the answer. */
  readonly aceitas: readonly { readonly indice: number; readonly afirmacao: Afirmacao }[];
  readonly recusadas: readonly { readonly indice: number; readonly recusa: Recusa }[];
}

export function splitConferidas(conferencias: readonly Conferencia[]): Conferidas {
  return {
    aceitas: conferencias.flatMap((c, indice) => (c.ok ? [{ indice, afirmacao: c.afirmacao }] : [])),
    recusadas: conferencias.flatMap((c, indice) => (c.ok ? [] : [{ indice, recusa: c }])),
  };
}

/** Claims after both questions: those accepted first, then those corrected; what was neither is counted by its last reason. */
export function joinSegunda(primeira: Conferidas, segunda: Conferidas): { readonly afirmacoes: readonly Afirmacao[]; readonly descartadas: readonly Descarte[] } {
  const abertas = primeira.recusadas.length;
  const corrigidas = segunda.aceitas.slice(0, abertas);
  const deNovo = segunda.recusadas.slice(0, abertas - corrigidas.length).map((r) => r.recusa.motivo);
  const semResposta = primeira.recusadas.slice(corrigidas.length + deNovo.length).map((r) => r.recusa.motivo);
  const todas = [...primeira.aceitas, ...corrigidas].map((a) => a.afirmacao);
  return { afirmacoes: dropIguais(todas).slice(0, MAX_AFIRMACOES), descartadas: countMotivos([...deNovo, ...semResposta]) };
}

const dropIguais = (lista: readonly Afirmacao[]): readonly Afirmacao[] => lista.filter((a, i) => lista.findIndex((b) => b.texto === a.texto) === i);

export function countMotivos(motivos: readonly MotivoDescarte[]): readonly Descarte[] {
  const contados = new Map<string, number>();
  for (const m of motivos) contados.set(m, (contados.get(m) ?? 0) + 1);
  return [...contados].sort(([a], [b]) => (a < b ? -1 : 1)).map(([motivo, quantas]) => ({ motivo, quantas }));
}

/** Moves that stand: of the agent's own dimensions, on a claim that was kept, 10 points in all for each. `afirmacao` becomes the place among the kept. */
export function keepAjustes(agente: NomeAgente, brutos: readonly AjusteBruto[], { aceitas }: Conferidas, afirmacoes: readonly Afirmacao[]): readonly AjusteDimensao[] {
  const somas = new Map<string, number>();
  return brutos.flatMap((b) => {
    const sustenta = aceitas.find((a) => a.indice === b.afirmacao)?.afirmacao;
    const lugar = sustenta ? afirmacoes.indexOf(sustenta) : -1;
    if (lugar === -1) return [];
    const conferido = conferirAjuste({ dimensao: b.dimensao as Dimensao['id'], pontos: b.pontos, motivo: b.motivo, afirmacao: lugar }, agente);
    const ja = somas.get(b.dimensao) ?? 0;
    if (!conferido.ok || Math.abs(ja + conferido.ajuste.pontos) > AJUSTE_MAXIMO) return [];
    somas.set(b.dimensao, ja + conferido.ajuste.pontos);
    return [conferido.ajuste];
  });
}
