import type { Empresa } from '../../empresas/index.js';
import { hashDe } from '../../kernel/index.js';

/** Names what of a profile decides its matches: the same name, the same matches. */
export const perfilHash = ({ descricao, produtos, cnaes, palavrasExcluidas, porte, uf, ufsDeInteresse }: Empresa): string =>
  hashDe({ descricao, produtos: produtos?.map((p) => [p.descricao, p.palavras ?? []]), cnaes, palavrasExcluidas, porte, uf, ufsDeInteresse }).slice(0, 32);
