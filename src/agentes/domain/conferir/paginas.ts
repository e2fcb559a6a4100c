import { dobrarPagina, type PaginaDobrada } from './dobrar-pagina.js';
import type { BaseDeConferencia } from './tipos.js';

/** Pages tried when the base does not tell how many a document has; a run of this many missing ones ends the search. */
const MAX_PAGINAS = 3000;
const MAX_FALHAS = 40;

interface Memoria {
  readonly paginas: Map<string, PaginaDobrada | null>;
  readonly totais: Map<string, number>;
}
const memorias = new WeakMap<BaseDeConferencia, Memoria>();

const memoriaDe = (base: BaseDeConferencia): Memoria => {
  const m = memorias.get(base) ?? { paginas: new Map<string, PaginaDobrada | null>(), totais: new Map<string, number>() };
  memorias.set(base, m);
  return m;
};

/** A page folded once while the base lives; null when there is none. */
export function paginaDobrada(base: BaseDeConferencia, documento: string, pagina: number): PaginaDobrada | null {
  if (!Number.isInteger(pagina) || pagina < 1) return null;
  const { paginas } = memoriaDe(base);
  const chave = `${pagina}\u0000${documento}`;
  let p = paginas.get(chave);
  if (p === undefined) {
    const texto = base.textoDaPagina(documento, pagina);
    paginas.set(chave, (p = texto === null ? null : dobrarPagina(texto)));
  }
  return p;
}

/** Number of the last page of a document; 0 when it is not in the set. */
export function totalDePaginas(base: BaseDeConferencia, documento: string): number {
  const { totais } = memoriaDe(base);
  let total = totais.get(documento);
  if (total === undefined) totais.set(documento, (total = base.paginasDe?.(documento) ?? countPaginas(base, documento)));
  return total;
}

function countPaginas(base: BaseDeConferencia, documento: string): number {
  let ultima = 0;
  for (let p = 1; p <= MAX_PAGINAS && p - ultima <= MAX_FALHAS; p++) if (base.textoDaPagina(documento, p) !== null) ultima = p;
  return ultima;
}

/** A document as read. */
export interface DocumentoDaBase {
  readonly nome: string;
  readonly paginas: readonly { readonly numero: number; readonly texto: string }[];
}

/** A base over documents in memory. */
export function createBaseDeConferencia({ documentos, conhecidos, decisao, agora }: { readonly documentos: readonly DocumentoDaBase[] } & Pick<BaseDeConferencia, 'conhecidos' | 'decisao' | 'agora'>): BaseDeConferencia {
  const textos = new Map(documentos.map((d) => [d.nome, new Map(d.paginas.map((p) => [p.numero, p.texto]))]));
  const totais = new Map(documentos.map((d) => [d.nome, d.paginas.reduce((maior, p) => Math.max(maior, p.numero), 0)]));
  return { textoDaPagina: (documento, pagina) => textos.get(documento)?.get(pagina) ?? null, paginasDe: (documento) => totais.get(documento) ?? 0, conhecidos, decisao, agora };
}
