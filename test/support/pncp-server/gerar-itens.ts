import { COMPRAS } from './dominios.ts';
import { createSorteio } from './sorteio.ts';
import type { Item, Registro } from './tipos.ts';

/** Mostly few; one purchase in a hundred has more than a page. */
function quantos(sorte: number, dado: number): number {
  if (sorte < 0.45) return 1;
  if (sorte < 0.9) return 2 + Math.floor(dado * 8);
  return sorte < 0.99 ? 10 + Math.floor(dado * 30) : 51 + Math.floor(dado * 100);
}

/** The items of a record, invented from its number: always the same. The first is about what the record buys. */
export function gerarItens(registro: Registro): Item[] {
  const s = createSorteio(`itens ${registro.numeroControlePNCP}`);
  const inclusao = registro['dataInclusao'];
  const objeto = String(registro['objetoCompra'] ?? '').slice(0, 300);
  return Array.from({ length: quantos(s.next(), s.next()) }, (_, i) => {
    const [descricao, unidade, tipo, preco] = s.um(COMPRAS);
    const quantidade = s.inteiro(1, tipo === 'S' ? 12 : 2000);
    const unitario = Math.round(preco * (0.8 + s.next() * 0.4) * 100) / 100;
    const sigiloso = s.next() < 0.03;
    const beneficio = s.um([1, 3, 4, 4, 5, 5]);
    return {
      numeroItem: i + 1, descricao: i === 0 && objeto ? objeto : descricao, materialOuServico: tipo, materialOuServicoNome: tipo === 'M' ? 'Material' : 'Serviço',
      valorUnitarioEstimado: sigiloso ? 0 : unitario, valorTotal: sigiloso ? 0 : Math.round(unitario * quantidade * 100) / 100, quantidade, unidadeMedida: unidade, orcamentoSigiloso: sigiloso,
      itemCategoriaId: 3, itemCategoriaNome: 'Não se aplica', patrimonio: null, codigoRegistroImobiliario: null, criterioJulgamentoId: 1, criterioJulgamentoNome: 'Menor preço',
      situacaoCompraItem: 1, situacaoCompraItemNome: 'Em andamento', tipoBeneficio: beneficio,
      tipoBeneficioNome: ({ 1: 'Participação exclusiva para ME/EPP', 3: 'Cota reservada para ME/EPP', 4: 'Sem benefício', 5: 'Não se aplica' } as Readonly<Record<number, string>>)[beneficio]!,
      incentivoProdutivoBasico: false, dataInclusao: inclusao, dataAtualizacao: inclusao, temResultado: s.next() < 0.2, imagem: 0, aplicabilidadeMargemPreferenciaNormal: false, aplicabilidadeMargemPreferenciaAdicional: false,
      percentualMargemPreferenciaNormal: null, percentualMargemPreferenciaAdicional: null, ncmNbsCodigo: null, ncmNbsDescricao: null, catalogo: null, categoriaItemCatalogo: null, catalogoCodigoItem: null,
      informacaoComplementar: null, tipoMargemPreferencia: null, exigenciaConteudoNacional: false,
    };
  });
}

/** The results of an item: none, or its one winner. */
export function gerarResultados(registro: Registro, item: Item): Readonly<Record<string, unknown>>[] {
  if (item['temResultado'] !== true) return [];
  const s = createSorteio(`resultado ${registro.numeroControlePNCP} ${item.numeroItem}`);
  const quantidade = Number(item['quantidade']);
  const unitario = Math.round(Number(item['valorUnitarioEstimado']) * (0.7 + s.next() * 0.3) * 100) / 100;
  return [{
    numeroItem: item.numeroItem, sequencialResultado: 1, tipoPessoa: 'PJ', niFornecedor: '11222333000181', nomeRazaoSocialFornecedor: 'FORNECEDOR DE TESTE LTDA', porteFornecedorId: s.inteiro(1, 3), porteFornecedorNome: 'ME',
    quantidadeHomologada: quantidade, valorUnitarioHomologado: unitario, valorTotalHomologado: Math.round(unitario * quantidade * 100) / 100, percentualDesconto: 0, codigoPais: 'BRA', dataResultado: String(registro['dataAtualizacao']).slice(0, 10),
    situacaoCompraItemResultadoId: 1, situacaoCompraItemResultadoNome: 'Informado', indicadorSubcontratacao: false, aplicacaoMargemPreferencia: false, aplicacaoBeneficioMeEpp: false, aplicacaoCriterioDesempate: false,
    ordemClassificacaoSrp: null, reservaRemanescente: { codigo: 1, nome: 'Não se aplica' }, naturezaJuridicaId: '2062', naturezaJuridicaNome: 'Sociedade Empresária Limitada',
    dataInclusao: registro['dataAtualizacao'], dataAtualizacao: registro['dataAtualizacao'], dataCancelamento: null, motivoCancelamento: null, numeroControlePNCPCompra: registro.numeroControlePNCP,
  }];
}
