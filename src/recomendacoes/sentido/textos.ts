import type { Empresa } from '../../empresas/index.js';
import { hashDe, squeeze } from '../../kernel/index.js';

/** What is said of a tender or of a company in one vector: more would blur it. */
const MAXIMO = 1500;

/** The tenders of one space of vectors: only those can be compared. */
export const colecaoDoAcervo = (espaco: string): string => `acervo.${hashDe({ espaco }).slice(0, 40)}`;

/** A tender in one text: its object, then its items as far as they fit. */
export const textoDaLicitacao = (objeto: string | null, itens: readonly { readonly descricao: string }[] | null): string =>
  squeeze([objeto ?? '', ...(itens ?? []).map((i) => i.descricao)].join('. ')).slice(0, MAXIMO);

/** A company in one text: what it sells, in the words it would find in an object. Nothing that names it. */
export const textoDaEmpresa = ({ descricao, produtos }: Pick<Empresa, 'descricao' | 'produtos'>): string =>
  squeeze([...(produtos ?? []).map((p) => p.descricao), descricao].join('. ')).slice(0, MAXIMO);
