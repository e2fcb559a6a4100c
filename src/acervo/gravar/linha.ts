import type { RegistroLido } from '../read-registro.js';

/** Columns of `acervo_licitacao` that come from the record, as `jsonb_to_recordset` takes them. */
export const COLUNAS = `orgao_cnpj text, ano int, sequencial int, modalidade_id int, situacao text, uf text, codigo_ibge text, valor numeric, publicacao timestamptz, atualizacao timestamptz,
  abertura timestamptz, encerramento timestamptz, dados jsonb, bruto jsonb`;
export const NOMES = COLUNAS.replace(/ (?:text|int|numeric|timestamptz|jsonb)/g, '');

export function toLinha({ controle, bruto, licitacao: l }: Pick<RegistroLido, 'controle' | 'bruto' | 'licitacao'>) {
  const { itens: _itens, ...dados } = l;
  return {
    numero: controle.numero, orgao_cnpj: controle.cnpj, ano: controle.ano, sequencial: controle.sequencial, modalidade_id: toInt4(l.modalidadeId), situacao: l.situacao, uf: l.uf && /^[A-Z]{2}$/.test(l.uf) ? l.uf : null, codigo_ibge: l.codigoIbge,
    valor: l.valorEstimado, publicacao: l.publicacao, atualizacao: l.atualizacao, abertura: l.aberturaPropostas, encerramento: l.encerramentoPropostas, dados, bruto,
  };
}

const toInt4 = (n: number | null): number | null => (n !== null && Number.isInteger(n) && Math.abs(n) < 2 ** 31 ? n : null);
