import type { Licitacao } from '../licitacao.js';
import { diffCampos, type CampoMudado, type Fontes } from './diff.js';
import type { Bruto } from './forma.js';

const FONTES: Fontes<Omit<Licitacao, 'itens'>> = {
  numeroEdital: ['numeroCompra', 'anoCompra'], numeroProcesso: ['processo'],
  orgaoNome: ['orgaoEntidade/razaoSocial'], orgaoCnpj: ['orgaoEntidade/cnpj'], esfera: ['orgaoEntidade/esferaId'],
  unidadeNome: ['unidadeOrgao/nomeUnidade'], uf: ['unidadeOrgao/ufSigla', 'unidadeOrgao/ufNome', 'unidadeOrgao/codigoIbge'],
  municipio: ['unidadeOrgao/municipioNome', 'unidadeOrgao/codigoIbge'], codigoIbge: ['unidadeOrgao/codigoIbge'],
  modalidadeId: ['modalidadeId', 'modalidadeNome'], modoDisputaId: ['modoDisputaId', 'modoDisputaNome'],
  instrumentoId: ['tipoInstrumentoConvocatorioCodigo', 'tipoInstrumentoConvocatorioId', 'tipoInstrumentoConvocatorioNome'],
  amparoLegalCodigo: ['amparoLegal/codigo', 'amparoLegal/descricao'], amparoLegalNome: ['amparoLegal/nome'],
  situacao: ['situacaoCompraId', 'situacaoCompraNome'], objeto: ['objetoCompra'], srp: ['srp'], valorEstimado: ['valorTotalEstimado'],
  orcamentoSigiloso: ['orcamentoSigilosoCodigo', 'orcamentoSigilosoDescricao'],
  publicacao: ['dataPublicacaoPncp'], atualizacao: ['dataAtualizacao', 'dataAtualizacaoGlobal'],
  aberturaPropostas: ['dataAberturaProposta'], encerramentoPropostas: ['dataEncerramentoProposta'],
  linkSistemaOrigem: ['linkSistemaOrigem'], plataforma: ['usuarioNome'],
};

/** A record as kept: PNCP's, without items, and ours. */
export interface Registro {
  readonly bruto: Bruto;
  readonly licitacao: Licitacao;
}

/** Fields of the record that changed (items and files have lists of their own). `atualizacao` alone means that something around the record did. */
export const diffRegistro = (antes: Registro, depois: Registro): readonly CampoMudado[] =>
  diffCampos<Omit<Licitacao, 'itens'>>(FONTES, { bruto: antes.bruto, lido: antes.licitacao }, { bruto: depois.bruto, lido: depois.licitacao });
