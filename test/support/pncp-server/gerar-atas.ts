import { somar } from './datas.ts';
import { hashOf } from './sorteio.ts';
import type { Registro } from './tipos.ts';

type Campos = Readonly<Record<string, unknown>>;
const campos = (v: unknown): Campos => (v ?? {}) as Campos;

/** The ata of a registration of prices whose proposals ended: dates without hours, as `/v1/atas` has them. Null: this record has none. */
export function gerarAta(r: Registro): Campos | null {
  if (r['srp'] !== true || !r['dataEncerramentoProposta']) return null;
  const assinada = somar(String(r['dataEncerramentoProposta']), 20).slice(0, 10);
  const orgao = campos(r['orgaoEntidade']);
  return {
    numeroControlePNCPAta: `${r.numeroControlePNCP}-000001`, numeroAtaRegistroPreco: '00001', anoAta: Number(assinada.slice(0, 4)), numeroControlePNCPCompra: r.numeroControlePNCP, cancelado: false, dataCancelamento: null,
    dataAssinatura: assinada, vigenciaInicio: assinada, vigenciaFim: somar(assinada, 365).slice(0, 10), dataPublicacaoPncp: assinada, dataInclusao: assinada, dataAtualizacao: assinada, dataAtualizacaoGlobal: assinada,
    usuario: 'Contratos.gov.br', objetoContratacao: r['objetoCompra'], cnpjOrgao: orgao['cnpj'], nomeOrgao: orgao['razaoSocial'], cnpjOrgaoSubrogado: null, nomeOrgaoSubrogado: null,
    codigoUnidadeOrgao: campos(r['unidadeOrgao'])['codigoUnidade'], nomeUnidadeOrgao: campos(r['unidadeOrgao'])['nomeUnidade'], codigoUnidadeOrgaoSubrogado: null, nomeUnidadeOrgaoSubrogado: null, possibilidadeAdesao: false,
  };
}

/** The contract of one record in five. */
export function gerarContrato(r: Registro): Campos | null {
  const h = hashOf(`contrato ${r.numeroControlePNCP}`);
  if (h % 5 !== 0 || !r['dataEncerramentoProposta']) return null;
  const assinada = somar(String(r['dataEncerramentoProposta']), 30).slice(0, 10);
  const publicada = `${assinada}T09:00:00`;
  const valor = Number(r['valorTotalEstimado']) || 1000;
  return {
    numeroControlePNCP: r.numeroControlePNCP.replace('-1-', '-2-'), numeroControlePncpCompra: r.numeroControlePNCP, codigoPaisFornecedor: 'BRA', orgaoEntidade: r['orgaoEntidade'], unidadeOrgao: r['unidadeOrgao'], orgaoSubRogado: null, unidadeSubRogada: null,
    dataAssinatura: assinada, dataVigenciaInicio: assinada, dataVigenciaFim: somar(assinada, 365).slice(0, 10), niFornecedor: '11222333000181', tipoPessoa: 'PJ', nomeRazaoSocialFornecedor: 'FORNECEDOR DE TESTE LTDA', processo: r['processo'],
    informacaoComplementar: null, numeroContratoEmpenho: `${h % 1000}/${assinada.slice(0, 4)}`, categoriaProcesso: { id: 2, nome: 'Compras' }, anoContrato: Number(assinada.slice(0, 4)), tipoContrato: { id: 1, nome: 'Contrato (termo inicial)' },
    sequencialContrato: Number(r['sequencialCompra']), dataPublicacaoPncp: publicada, dataAtualizacao: publicada, dataAtualizacaoGlobal: publicada, niFornecedorSubContratado: null, nomeFornecedorSubContratado: null, tipoPessoaSubContratada: null,
    receita: false, numeroParcelas: 1, numeroRetificacao: 0, objetoContrato: r['objetoCompra'], valorInicial: valor, valorParcela: valor, valorGlobal: valor, valorAcumulado: null, identificadorCipi: null, urlCipi: null, usuarioNome: r['usuarioNome'],
  };
}
