import { somar } from './datas.ts';
import { feitioDe, MODALIDADES, SITUACOES, UFS } from './dominios.ts';
import { createSorteio } from './sorteio.ts';
import { chaveDe, type Registro } from './tipos.ts';

type Linha = Readonly<Record<string, unknown>>;

const texto = (...valores: readonly unknown[]): string | null => (valores.find((v) => typeof v === 'string' && v.trim() !== '') as string | undefined) ?? null;
const numero = (...valores: readonly unknown[]): number | null => (valores.find((v) => typeof v === 'number' && Number.isFinite(v)) as number | undefined) ?? null;
/** Seconds, no zone; null for what is no date. */
const hora = (...valores: readonly unknown[]): string | null => {
  const lido = texto(...valores);
  if (lido === null || !/^\d{4}-\d{2}-\d{2}/.test(lido)) return null;
  return (lido.length <= 10 ? `${lido.slice(0, 10)}T00:00:00` : `${lido.slice(0, 16)}:${/^:(\d{2})/.exec(lido.slice(16))?.[1] ?? '00'}`).replace(' ', 'T');
};

function modalidadeDe(id: number | null, nome: string | null): number {
  if (id !== null && MODALIDADES[id]) return id;
  const simples = (nome ?? '').toLowerCase();
  const achado = Object.entries(MODALIDADES).find(([, n]) => simples && n.toLowerCase().startsWith(simples.split(' ')[0]!));
  return achado ? Number(achado[0]) : 6;
}

const semInternos = (linha: Linha): Linha => Object.fromEntries(Object.entries(linha).filter(([k]) => !k.startsWith('_')));

/**
 * A full consulta-v1 record of a line in any of the shapes tenders are passed around in: consulta-v1 itself (left as it
 * is, without `_fields`), the normalised one (`objeto`, `orgao`, `uf`, `valor`, `dataPublicacao`…), dumps of searches.
 * What the line lacks and PNCP always has (dates, codes) is made up from the number, always the same.
 * @returns null without a numeroControlePNCP of a contratação
 */
export function completarRegistro(linha: Linha): Registro | null {
  const controle = texto(linha['numeroControlePNCP']);
  const chave = controle === null ? null : chaveDe(controle);
  if (controle === null || !chave) return null;
  if (linha['orgaoEntidade'] && linha['unidadeOrgao'] && linha['dataPublicacaoPncp']) return semInternos(linha) as Registro;
  const s = createSorteio(`completar ${controle}`);
  const abertura = hora(linha['dataAberturaProposta'], linha['dataAbertura'], linha['dataAberturaPropostaPncp']);
  const encerramento = hora(linha['dataEncerramentoProposta'], linha['dataEncerramento'], linha['dataEncerramentoPropostaPncp']);
  const publicacao = hora(linha['dataPublicacaoPncp'], linha['dataPublicacao'], linha['dataInclusaoPncp']) ?? abertura ?? (encerramento === null ? somar(`${chave.ano}-03-02`, s.inteiro(0, 200), s.inteiro(420, 1100)) : somar(encerramento, -15));
  const atualizacao = hora(linha['dataAtualizacao'], linha['dataAtualizacaoPncp']) ?? publicacao;
  const modalidadeId = modalidadeDe(numero(linha['modalidadeId'], linha['modalidadeIdPncp']), texto(linha['modalidadeNome']));
  const { amparo, modo, instrumento } = feitioDe(modalidadeId);
  const uf = texto(linha['uf'], linha['unidadeOrgaoUfSigla']);
  const situacaoNome = texto(linha['situacao'], linha['situacaoCompraNomePncp']);
  const situacao = Object.entries(SITUACOES).find(([, n]) => n === situacaoNome) ?? ['1', SITUACOES[1]!];
  const ibge = linha['codigoIbge'] ?? linha['unidadeOrgaoCodigoIbge'];
  return {
    numeroControlePNCP: controle, anoCompra: chave.ano, sequencialCompra: chave.sequencial, numeroCompra: texto(linha['numeroCompra']) ?? String(chave.sequencial), processo: texto(linha['processo']) ?? `${chave.sequencial}/${chave.ano}`,
    objetoCompra: texto(linha['objetoCompra'], linha['objeto']) ?? '', orgaoEntidade: { cnpj: chave.cnpj, razaoSocial: texto(linha['orgao'], linha['orgaoEntidadeRazaoSocial']) ?? '', poderId: 'N', esferaId: 'M' },
    unidadeOrgao: { ufNome: uf === null ? null : (UFS[uf]?.[0] ?? null), ufSigla: uf, municipioNome: texto(linha['municipio'], linha['unidadeOrgaoMunicipioNome']), codigoIbge: ibge === undefined || ibge === null ? null : String(ibge), codigoUnidade: '1', nomeUnidade: texto(linha['unidade'], linha['orgao']) ?? '' },
    orgaoSubRogado: null, unidadeSubRogada: null, modalidadeId, modalidadeNome: MODALIDADES[modalidadeId]!, modoDisputaId: modo[0], modoDisputaNome: modo[1],
    tipoInstrumentoConvocatorioCodigo: instrumento[0], tipoInstrumentoConvocatorioNome: instrumento[1], amparoLegal: { codigo: amparo[0], nome: amparo[1], descricao: '' },
    situacaoCompraId: Number(situacao[0]), situacaoCompraNome: situacao[1], srp: linha['srp'] === true, valorTotalEstimado: numero(linha['valorTotalEstimado'], linha['valor']) ?? 0, valorTotalHomologado: numero(linha['valorTotalHomologado']),
    dataInclusao: publicacao, dataPublicacaoPncp: publicacao, dataAtualizacao: atualizacao, dataAtualizacaoGlobal: hora(linha['dataAtualizacaoGlobal']) ?? atualizacao, dataAberturaProposta: abertura, dataEncerramentoProposta: encerramento,
    informacaoComplementar: texto(linha['informacaoComplementar']) ?? '', justificativaPresencial: null, linkProcessoEletronico: null, linkSistemaOrigem: texto(linha['linkSistemaOrigem']), emendaParlamentar: null, fontesOrcamentarias: [], usuarioNome: 'Compras.gov.br',
  };
}
