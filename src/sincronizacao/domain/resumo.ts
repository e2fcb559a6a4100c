import type { EstadoJanela, RotaSinc } from './janela.js';

/** Windows of one route, modality and state (null: all at once) counted by the database. Days are of windows without a parent. */
export interface LinhaResumo {
  readonly rota: RotaSinc;
  readonly modalidade: number;
  readonly uf: string | null;
  readonly estado: EstadoJanela;
  readonly janelas: number;
  readonly dias: number;
  /** Days of windows that were whole at some time, also while they are read again. */
  readonly diasCompletos: number;
  readonly esperados: number;
  /** Newest and oldest proof among its windows. */
  readonly ultimaLeitura: Date | null;
  readonly primeiroDia: string;
  readonly ultimoDia: string;
}

/** How whole and how fresh the list of one modality is. */
export interface Completude {
  readonly rota: RotaSinc;
  readonly modalidade: number;
  readonly uf: string | null;
  readonly de: string;
  readonly ate: string;
  readonly dias: number;
  readonly diasCompletos: number;
  /** 0 to 1, never rounded up: 1 only when every day asked for is whole. */
  readonly completude: number;
  readonly registros: number;
  readonly janelas: { readonly fechadas: number; readonly abertas: number; readonly lacunas: number };
  readonly lidaEm: Date | null;
  /** Seconds since `lidaEm`; null when nothing was ever whole. */
  readonly idadeS: number | null;
}

/** The lines of each route, modality and state as one. */
export function summarize(linhas: readonly LinhaResumo[], agora: Date): readonly Completude[] {
  const grupos = new Map<string, LinhaResumo[]>();
  for (const l of linhas) {
    const chave = `${l.rota}|${l.modalidade}|${l.uf ?? ''}`;
    grupos.set(chave, [...(grupos.get(chave) ?? []), l]);
  }
  return [...grupos.values()].map((grupo) => {
    const { rota, modalidade, uf } = grupo[0]!;
    const soma = (de: (l: LinhaResumo) => number, so: (e: EstadoJanela) => boolean = () => true): number => grupo.reduce((n, l) => n + (so(l.estado) ? de(l) : 0), 0);
    const [dias, diasCompletos] = [soma((l) => l.dias), soma((l) => l.diasCompletos)];
    const lidaEm = grupo.reduce<Date | null>((m, l) => (l.ultimaLeitura && (!m || l.ultimaLeitura > m) ? l.ultimaLeitura : m), null);
    return {
      rota, modalidade, uf, de: grupo.reduce((m, l) => (l.primeiroDia < m ? l.primeiroDia : m), grupo[0]!.primeiroDia), ate: grupo.reduce((m, l) => (l.ultimoDia > m ? l.ultimoDia : m), grupo[0]!.ultimoDia),
      dias, diasCompletos, completude: dias === 0 ? 0 : Math.floor((diasCompletos / dias) * 10_000) / 10_000, registros: soma((l) => l.esperados),
      janelas: { fechadas: soma((l) => l.janelas, (e) => e === 'fechada'), abertas: soma((l) => l.janelas, (e) => e === 'aberta' || e === 'conferir' || e === 'dividida'), lacunas: soma((l) => l.janelas, (e) => e === 'lacuna') },
      lidaEm, idadeS: lidaEm && Math.max(0, Math.round((agora.getTime() - lidaEm.getTime()) / 1000)),
    };
  });
}
