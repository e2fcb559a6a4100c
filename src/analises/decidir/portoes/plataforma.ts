import { lettersOf } from '../../../kernel/index.js';
import { fatoDe, type Caso } from '../caso.js';

export interface SituacaoPlataforma {
  readonly situacao: 'cadastrada' | 'a_cadastrar' | 'presencial' | 'desconhecida';
  readonly nome: string | null;
}

/** Names under which each system goes: host, product, acronym. */
const SISTEMAS: readonly (readonly string[])[] = [
  ['compras.gov.br', 'comprasgov', 'comprasnet', 'compras.gov', 'comprasgovernamentais', 'gov.br/compras', 'sicaf'],
  ['bll.org.br', 'bllcompras', 'bll', 'bolsa de licitacoes e leiloes'],
  ['licitanet.com.br', 'licitanet'],
  ['portaldecompraspublicas.com.br', 'portal de compras publicas', 'pcp'],
  ['bnc.org.br', 'bnc', 'bnccompras', 'bolsa nacional de compras'],
  ['licitardigital.com.br', 'licitar digital'],
  ['licitacoes-e.com.br', 'licitacoes-e', 'licitacoese', 'licitacoes-e2', 'banco do brasil'],
  ['bbmnetlicitacoes.com.br', 'bbmnet', 'bbm'],
  ['licitamaisbrasil.com.br', 'licita mais brasil'],
  ['comprasbr.com.br', 'comprasbr'],
];

const sistemaDe = (nome: string): number => {
  const n = lettersOf(nome);
  return SISTEMAS.findIndex((s) => s.some((x) => (lettersOf(x).length > 4 ? n.includes(lettersOf(x)) : n === lettersOf(x) || nome.toLowerCase().split(/\W+/).includes(x))));
};

const samePlataforma = (a: string, b: string): boolean => {
  const [sa, sb] = [sistemaDe(a), sistemaDe(b)];
  return (sa >= 0 && sa === sb) || (sa < 0 && sb < 0 && lettersOf(a) === lettersOf(b));
};

/** Where the dispute happens and whether the company's profile shows a registration there. */
export function platformStatus(c: Caso): SituacaoPlataforma {
  const nome = fatoDe(c, 'plataforma')?.valor ?? c.licitacao?.plataforma ?? null;
  if (fatoDe(c, 'forma')?.valor === 'presencial') return { situacao: 'presencial', nome };
  if (!nome) return { situacao: 'desconhecida', nome: null };
  return { situacao: c.empresa.plataformas?.some((p) => samePlataforma(p, nome)) ? 'cadastrada' : 'a_cadastrar', nome };
}
