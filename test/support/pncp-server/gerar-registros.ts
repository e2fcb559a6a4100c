import { horaLocal, somar } from './datas.ts';
import { COMPRAS, feitioDe, MODALIDADES, SITUACOES, UFS } from './dominios.ts';
import { createSorteio, type Sorteio } from './sorteio.ts';
import { numeroDe, type Registro } from './tipos.ts';

export interface OpcoesGerar {
  readonly quantidade: number;
  readonly semente?: number;
  /** First and last day of publication, YYYY-MM-DD. */
  readonly de?: string;
  readonly ate?: string;
}

const SIGLAS = Object.keys(UFS);
/** As often as they are seen: pregões and dispensas rule. */
const SORTE_MODALIDADE = [6, 6, 6, 6, 6, 6, 8, 8, 8, 4, 4, 9, 12, 5, 7];

function digito(base: string): string {
  let soma = 0;
  for (let i = 0; i < base.length; i++) soma += (base.charCodeAt(base.length - 1 - i) - 48) * (2 + (i % 8));
  return String(soma % 11 < 2 ? 0 : 11 - (soma % 11));
}

/** A CNPJ with good check digits; one in twenty alphanumeric. */
export function gerarCnpj(s: Sorteio): string {
  const letras = s.next() < 0.05;
  let base = '';
  for (let i = 0; i < 8; i++) base += s.um([...(letras ? '0123456789ABCDEFGHJKLMNPRSTUVWXYZ' : '0123456789')]);
  base += '0001';
  const um = digito(base);
  return base + um + digito(base + um);
}

/** Full records in the shape of consulta-v1, invented, in order of publication. The same options give the same records. */
export function gerarRegistros({ quantidade, semente = 1, de = '2026-01-05', ate = '2026-11-20' }: OpcoesGerar): Registro[] {
  const orgaos = Math.max(3, Math.min(2000, Math.ceil(quantidade / 8)));
  const s = createSorteio(`orgaos ${semente}`);
  const casas = Array.from({ length: orgaos }, () => ({ cnpj: gerarCnpj(s), uf: s.um(SIGLAS), estadual: s.next() < 0.2, usados: 0 }));
  const dias = (Date.parse(`${ate}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / 86_400_000;
  return Array.from({ length: quantidade }, (_, i) => {
    const r = createSorteio(`registro ${semente} ${i}`);
    const casa = casas[r.inteiro(0, orgaos - 1)]!;
    const publicacao = somar(de, Math.floor((i * (dias + 1)) / quantidade), 420 + Math.floor((i % 97) * 7));
    return gerarRegistro(r, { ...casa, sequencial: ++casa.usados }, publicacao);
  }).sort((a, b) => (String(a['dataPublicacaoPncp']) < String(b['dataPublicacaoPncp']) ? -1 : 1));
}

function gerarRegistro(r: Sorteio, casa: { readonly cnpj: string; readonly uf: string; readonly estadual: boolean; readonly sequencial: number }, publicacao: string): Registro {
  const ano = Number(publicacao.slice(0, 4));
  const [ufNome, capital, ibge] = UFS[casa.uf]!;
  const modalidadeId = r.um(SORTE_MODALIDADE);
  const { amparo, modo, instrumento } = feitioDe(modalidadeId);
  const [descricao, , tipo] = r.um(COMPRAS);
  const srp = modalidadeId === 6 && r.next() < 0.5;
  const abertura = somar(publicacao, 0, r.inteiro(1, 120));
  const encerramento = `${somar(publicacao, modalidadeId === 8 ? r.inteiro(3, 6) : r.inteiro(10, 40)).slice(0, 10)}T${String(r.inteiro(8, 14)).padStart(2, '0')}:00:00`;
  const atualizacao = somar(publicacao, r.next() < 0.3 ? r.inteiro(0, 12) : 0, r.inteiro(0, 90));
  const situacao = r.next() < 0.95 ? 1 : r.um([2, 3, 4]);
  const compras = r.next() < 0.7;
  return {
    numeroControlePNCP: numeroDe({ cnpj: casa.cnpj, ano, sequencial: casa.sequencial }), anoCompra: ano, sequencialCompra: casa.sequencial, numeroCompra: String(90000 + casa.sequencial), processo: `${r.inteiro(1, 9999)}/${ano}`,
    objetoCompra: `${srp ? 'Registro de preços para futura e eventual ' : ''}${tipo === 'M' ? 'aquisição de' : 'contratação de empresa para'} ${descricao.toLowerCase()}${r.next() < 0.5 ? `, para atender à ${r.um(['Secretaria de Saúde', 'Secretaria de Educação', 'Secretaria de Obras', 'Administração'])}` : ''}`,
    orgaoEntidade: { cnpj: casa.cnpj, razaoSocial: casa.estadual ? `SECRETARIA DE ESTADO DE ADMINISTRACAO - ${casa.uf}` : `MUNICIPIO DE ${capital.toUpperCase()} - FUNDO ${casa.cnpj.slice(0, 4)}`, poderId: casa.estadual ? 'E' : 'N', esferaId: casa.estadual ? 'E' : 'M' },
    unidadeOrgao: { ufNome, ufSigla: casa.uf, municipioNome: capital, codigoIbge: ibge, codigoUnidade: String(r.inteiro(100000, 999999)), nomeUnidade: `UNIDADE GESTORA DE ${capital.toUpperCase()}` },
    orgaoSubRogado: null, unidadeSubRogada: null, modalidadeId, modalidadeNome: MODALIDADES[modalidadeId]!, modoDisputaId: modo[0], modoDisputaNome: modo[1],
    tipoInstrumentoConvocatorioCodigo: instrumento[0], tipoInstrumentoConvocatorioNome: instrumento[1], amparoLegal: { codigo: amparo[0], nome: amparo[1], descricao: '' },
    situacaoCompraId: situacao, situacaoCompraNome: SITUACOES[situacao]!, srp, valorTotalEstimado: r.next() < 0.11 ? 0 : Math.round(r.next() ** 3 * 500_000_000) / 100, valorTotalHomologado: null,
    dataInclusao: publicacao, dataPublicacaoPncp: publicacao, dataAtualizacao: atualizacao, dataAtualizacaoGlobal: somar(atualizacao, 0, r.inteiro(0, 30)),
    dataAberturaProposta: instrumento[0] === 3 ? null : abertura, dataEncerramentoProposta: instrumento[0] === 3 ? null : encerramento,
    informacaoComplementar: '', justificativaPresencial: null, linkProcessoEletronico: null, emendaParlamentar: null, fontesOrcamentarias: [],
    linkSistemaOrigem: compras ? `https://cnetmobile.estaleiro.serpro.gov.br/comprasnet-web/public/compras/acompanhamento-compra?compra=${r.inteiro(100000, 999999)}0590${String(casa.sequencial).padStart(3, '0').slice(-3)}${ano}` : null,
    usuarioNome: compras ? 'Compras.gov.br' : r.um(['Betha Sistemas', 'IPM Sistemas', 'SMARAPD INFORMATICA LTDA']),
  };
}

/** Now in Brasília, as PNCP writes it. */
export const agoraLocal = (): string => horaLocal(new Date());
