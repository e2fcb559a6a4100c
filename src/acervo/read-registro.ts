import { asErroPublico, invalido, isCnpj } from '../kernel/index.js';
import { parseNumeroControle, type NumeroControle } from '../pncp/index.js';
import { cleanJson } from '../storage/storage.module.js';
import type { Licitacao } from './domain/licitacao.js';
import { isObjeto, type Bruto } from './domain/mudancas/index.js';
import { readLicitacaoPncp } from './read-licitacao-pncp.js';

/** A record that may be kept. `bruto` is PNCP's, without the items. */
export interface RegistroLido {
  readonly controle: NumeroControle;
  readonly bruto: Bruto;
  readonly licitacao: Licitacao;
  /** Null: the record brings none, as PNCP's never do; dumps may. */
  readonly itens: readonly unknown[] | null;
}

/** Characters of one record as JSON, without items: PNCP's largest have some 30 thousand. */
const MAX_CARACTERES = 500_000;
const MAX_MOTIVO = 300;

/**
 * One raw record of PNCP (list or detail) as it may be kept, or why it may not.
 * @returns `motivo` in Portuguese, with the number where there is one
 */
export function readRegistro(cru: unknown): RegistroLido | { readonly numero: string | null; readonly motivo: string } {
  const numero = isObjeto(cru) && typeof cru['numeroControlePNCP'] === 'string' ? cru['numeroControlePNCP'].slice(0, 60) : null;
  try {
    return read(cru);
  } catch (erro) {
    return { numero, motivo: asErroPublico(erro).mensagem.slice(0, MAX_MOTIVO) };
  }
}

function read(cru: unknown): RegistroLido {
  if (!isObjeto(cru)) throw invalido('pncp_invalido', 'O registro não é um objeto.');
  const controle = readControle(cru);
  if (!isDoPncp(cru)) throw invalido('pncp_invalido', 'O registro não tem a forma das contratações do PNCP (objetoCompra ou modalidadeId, com orgaoEntidade, unidadeOrgao, situacaoCompraId ou dataAtualizacao).');
  const { itens, ...resto } = cru;
  // Names that start with "_" are notes of whoever made the dump.
  const semItens = Object.fromEntries(Object.entries(resto).filter(([k]) => !k.startsWith('_')));
  if (JSON.stringify(semItens).length > MAX_CARACTERES) throw invalido('pncp_grande', `O registro passa de ${MAX_CARACTERES} caracteres.`);
  const bruto = cleanJson(semItens);
  return { controle, bruto, licitacao: toLicitacaoDe(controle, bruto), itens: Array.isArray(itens) && itens.length ? itens : null };
}

/** Ours of PNCP's record; the number in its canonical spelling, whose CNPJ is the buyer's where the record brings none. */
export function toLicitacaoDe({ numero, cnpj }: Pick<NumeroControle, 'numero' | 'cnpj'>, bruto: Bruto): Licitacao {
  const lida = readLicitacaoPncp({ ...bruto, numeroControlePNCP: numero });
  return { ...lida, orgaoCnpj: lida.orgaoCnpj ?? (isCnpj(cnpj) ? cnpj : null) };
}

/** Formats of others share some names with PNCP's and leave the rest null, which would read as "there is none any more". */
const isDoPncp = (cru: Bruto): boolean =>
  Boolean(cru['objetoCompra'] || cru['modalidadeId']) && (isObjeto(cru['orgaoEntidade']) || isObjeto(cru['unidadeOrgao']) || Number.isInteger(cru['situacaoCompraId']) || typeof cru['dataAtualizacao'] === 'string');

/** The number, else made of what it is made of. */
function readControle(cru: Bruto): NumeroControle {
  const { numeroControlePNCP, orgaoEntidade, anoCompra, sequencialCompra } = cru;
  const cnpj = isObjeto(orgaoEntidade) ? orgaoEntidade['cnpj'] : null;
  const texto = typeof numeroControlePNCP === 'string' && numeroControlePNCP.trim() ? numeroControlePNCP : `${String(cnpj)}-1-${String(sequencialCompra)}/${String(anoCompra)}`;
  const lido = parseNumeroControle(texto);
  if (!lido) throw invalido('pncp_invalido', numeroControlePNCP ? 'O numeroControlePNCP não é de uma contratação (CNPJ-1-sequencial/ano).' : 'O registro não traz numeroControlePNCP, nem CNPJ do órgão, ano e sequencial que o formem.');
  return lido;
}
