import { z } from 'zod';

/**
 * What PNCP's records look like, as seen in its answers (which differ from its manual). Used to count what differs, never
 * to refuse: the records go on as they came. A field that is `.optional()` was seen absent.
 */
export interface Contrato {
  readonly [campo: string]: z.ZodType | Contrato;
}

const texto = z.string().nullable();
const inteiro = z.number().int().nullable();
const numero = z.number().nullable();
const booleano = z.boolean().nullable();
const lista = z.array(z.unknown()).nullable();
const qualquer = z.unknown();
/** Integers that the OpenAPI files call texts, and answers bring as either. */
const codigo = z.union([z.number().int(), z.string()]).nullable();
const orgao: Contrato = { cnpj: texto, razaoSocial: texto, poderId: texto, esferaId: texto };
const unidade: Contrato = { ufNome: texto, ufSigla: texto, municipioNome: texto, codigoIbge: texto, codigoUnidade: texto, nomeUnidade: texto };

export const contratacaoContrato: Contrato = {
  numeroControlePNCP: z.string(), anoCompra: inteiro, sequencialCompra: inteiro, numeroCompra: texto, processo: texto, objetoCompra: texto, informacaoComplementar: texto, justificativaPresencial: texto,
  orgaoEntidade: orgao, unidadeOrgao: unidade, orgaoSubRogado: orgao, unidadeSubRogada: unidade, amparoLegal: { codigo: inteiro, nome: texto, descricao: texto },
  modalidadeId: inteiro, modalidadeNome: texto, modoDisputaId: inteiro, modoDisputaNome: texto, tipoInstrumentoConvocatorioCodigo: inteiro, tipoInstrumentoConvocatorioNome: texto,
  situacaoCompraId: codigo, situacaoCompraNome: texto, srp: booleano, valorTotalEstimado: numero, valorTotalHomologado: numero, linkSistemaOrigem: texto, linkProcessoEletronico: texto, usuarioNome: texto,
  dataInclusao: texto, dataPublicacaoPncp: texto, dataAtualizacao: texto, dataAtualizacaoGlobal: texto.optional(), dataAberturaProposta: texto, dataEncerramentoProposta: texto,
  fontesOrcamentarias: lista.optional(), emendaParlamentar: booleano.optional(),
};
/** What only the detail has. */
export const detalheContrato: Contrato = { ...contratacaoContrato, orcamentoSigilosoCodigo: inteiro, orcamentoSigilosoDescricao: texto, existeResultado: booleano, indicadorOrcamentoSigiloso: texto.optional() };

export const itemContrato: Contrato = {
  numeroItem: z.number().int(), descricao: texto, materialOuServico: texto, materialOuServicoNome: texto, valorUnitarioEstimado: numero, valorTotal: numero, quantidade: numero, unidadeMedida: texto, orcamentoSigiloso: booleano,
  itemCategoriaId: inteiro, itemCategoriaNome: texto, patrimonio: texto, codigoRegistroImobiliario: texto, criterioJulgamentoId: inteiro, criterioJulgamentoNome: texto, situacaoCompraItem: codigo, situacaoCompraItemNome: texto,
  tipoBeneficio: codigo, tipoBeneficioNome: texto, incentivoProdutivoBasico: booleano, dataInclusao: texto, dataAtualizacao: texto, temResultado: booleano, imagem: inteiro,
  aplicabilidadeMargemPreferenciaNormal: booleano, aplicabilidadeMargemPreferenciaAdicional: booleano, percentualMargemPreferenciaNormal: numero, percentualMargemPreferenciaAdicional: numero,
  ncmNbsCodigo: texto, ncmNbsDescricao: texto, catalogo: qualquer, categoriaItemCatalogo: qualquer, catalogoCodigoItem: texto, informacaoComplementar: texto, tipoMargemPreferencia: qualquer, exigenciaConteudoNacional: booleano.optional(),
};

export const resultadoContrato: Contrato = {
  numeroItem: inteiro, sequencialResultado: inteiro, tipoPessoa: texto, niFornecedor: texto, nomeRazaoSocialFornecedor: texto, porteFornecedorId: codigo, porteFornecedorNome: texto, quantidadeHomologada: numero, valorUnitarioHomologado: numero,
  valorTotalHomologado: numero, percentualDesconto: numero, codigoPais: texto, dataResultado: texto, situacaoCompraItemResultadoId: codigo, situacaoCompraItemResultadoNome: texto, indicadorSubcontratacao: booleano,
  aplicacaoMargemPreferencia: booleano, aplicacaoBeneficioMeEpp: booleano, aplicacaoCriterioDesempate: booleano, ordemClassificacaoSrp: inteiro, reservaRemanescente: qualquer.optional(), naturezaJuridicaId: texto, naturezaJuridicaNome: texto,
  dataInclusao: texto, dataAtualizacao: texto, dataCancelamento: texto, motivoCancelamento: texto, numeroControlePNCPCompra: texto, amparoLegalMargemPreferencia: qualquer.optional(), amparoLegalCriterioDesempate: qualquer.optional(),
  moedaEstrangeira: qualquer.optional(), timezoneCotacaoMoedaEstrangeira: texto.optional(), valorNominalMoedaEstrangeira: numero.optional(), dataCotacaoMoedaEstrangeira: texto.optional(), paisOrigemProdutoServico: qualquer.optional(),
  localidadeExterior: texto.optional(), localidadeFornecedor: texto.optional(),
};

export const arquivoContrato: Contrato = {
  anoCompra: inteiro, cnpj: texto, sequencialCompra: inteiro, sequencialDocumento: z.number().int(), titulo: texto, tipoDocumentoId: inteiro, tipoDocumentoNome: texto, tipoDocumentoDescricao: texto, dataPublicacaoPncp: texto, statusAtivo: booleano,
  uri: texto, url: texto,
};

/** Not seen in answers, only in the OpenAPI files: nothing is required of it. */
export const historicoContrato: Contrato = Object.fromEntries(
  ['justificativa', 'tipoLogManutencao', 'categoriaLogManutencao', 'logManutencaoDataInclusao', 'itemResultadoSequencial', 'compraOrgaoCnpj', 'compraSequencial', 'itemNumero', 'documentoTipo', 'usuarioNome', 'compraAno', 'itemResultadoNumero', 'documentoTitulo', 'documentoSequencial', 'tipoLogManutencaoNome', 'categoriaLogManutencaoNome'].map((campo) => [campo, qualquer.optional()]),
);

export const ataContrato: Contrato = {
  numeroControlePNCPAta: z.string(), numeroAtaRegistroPreco: texto, anoAta: inteiro, numeroControlePNCPCompra: texto, cancelado: booleano, dataCancelamento: texto, dataAssinatura: texto, vigenciaInicio: texto, vigenciaFim: texto, dataPublicacaoPncp: texto,
  dataInclusao: texto, dataAtualizacao: texto, dataAtualizacaoGlobal: texto, usuario: texto, objetoContratacao: texto, cnpjOrgao: texto, nomeOrgao: texto, cnpjOrgaoSubrogado: texto, nomeOrgaoSubrogado: texto, codigoUnidadeOrgao: texto,
  nomeUnidadeOrgao: texto, codigoUnidadeOrgaoSubrogado: texto, nomeUnidadeOrgaoSubrogado: texto, possibilidadeAdesao: booleano.optional(),
};

export const contratoContrato: Contrato = {
  numeroControlePNCP: z.string(), numeroControlePncpCompra: texto, codigoPaisFornecedor: texto, orgaoEntidade: orgao, unidadeOrgao: unidade, orgaoSubRogado: orgao, unidadeSubRogada: unidade, dataAssinatura: texto, dataVigenciaInicio: texto,
  dataVigenciaFim: texto, niFornecedor: texto, tipoPessoa: texto, nomeRazaoSocialFornecedor: texto, processo: texto, informacaoComplementar: texto, numeroContratoEmpenho: texto, categoriaProcesso: { id: inteiro, nome: texto }, anoContrato: inteiro,
  tipoContrato: { id: inteiro, nome: texto }, sequencialContrato: inteiro, dataPublicacaoPncp: texto, dataAtualizacao: texto, dataAtualizacaoGlobal: texto, niFornecedorSubContratado: texto, nomeFornecedorSubContratado: texto, tipoPessoaSubContratada: texto,
  receita: booleano, numeroParcelas: inteiro, numeroRetificacao: inteiro, objetoContrato: texto, valorInicial: numero, valorParcela: numero, valorGlobal: numero, valorAcumulado: numero, identificadorCipi: texto, urlCipi: texto, usuarioNome: texto,
};
