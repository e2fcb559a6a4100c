/** Of an address: waits for its owner, may be written to, its owner left, its server refuses it, the company took it out. */
export type EstadoEndereco = 'pendente' | 'confirmado' | 'cancelado' | 'recusado' | 'removido';

export interface EnderecoGuardado {
  readonly id: string;
  readonly endereco: string;
  readonly estado: EstadoEndereco;
  /** When a confirmation was last asked. */
  readonly confirmacaoEm: Date | null;
  readonly canceladoEm: Date | null;
}

/** What to do with the addresses of a company. Ids, but for `criar`, which has addresses. */
export interface PlanoDeEnderecos {
  readonly criar: readonly string[];
  readonly remover: readonly string[];
  readonly voltar: readonly { readonly id: string; readonly estado: 'pendente' | 'cancelado' }[];
  /** Of those that are already stored. */
  readonly confirmar: readonly string[];
}

const DIA_MS = 86_400_000;
/** A confirmation that brought no answer may be asked again after a day; who left is not asked for a month. */
const REPETE_MS = DIA_MS;
const RESPEITA_MS = 30 * DIA_MS;

/** Makes the stored addresses those of the list. */
export function planEnderecos(guardados: readonly EnderecoGuardado[], lista: readonly string[], agora: Date): PlanoDeEnderecos {
  const querem = new Set(lista);
  const porEndereco = new Map(guardados.map((g) => [g.endereco, g]));
  const deVolta = guardados.filter((g) => g.estado === 'removido' && querem.has(g.endereco));
  const voltar = deVolta.map((g) => ({ id: g.id, estado: left(g, agora) ? ('cancelado' as const) : ('pendente' as const) }));
  const esperam = guardados.filter((g) => querem.has(g.endereco) && (g.estado === 'pendente' || voltar.some((v) => v.id === g.id && v.estado === 'pendente')));
  return {
    criar: [...querem].filter((e) => !porEndereco.has(e)), remover: guardados.filter((g) => g.estado !== 'removido' && !querem.has(g.endereco)).map((g) => g.id), voltar,
    confirmar: esperam.filter((g) => g.confirmacaoEm === null || agora.getTime() - g.confirmacaoEm.getTime() >= REPETE_MS).map((g) => g.id),
  };
}

const left = ({ canceladoEm }: EnderecoGuardado, agora: Date): boolean => canceladoEm !== null && agora.getTime() - canceladoEm.getTime() < RESPEITA_MS;
