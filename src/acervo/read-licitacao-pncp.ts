import { invalido, isCnpj, stripCnpj } from '../kernel/index.js';
import type { ItemPncp, Licitacao } from './domain/licitacao.js';
import { cleanTexto, readInstante, readUrl, readValor } from './clean-pncp.js';
import { findMunicipio, resolveMunicipio, ufDoCodigo } from './municipios.js';
import { contratacaoPncpSchema, type ContratacaoPncp, type ItemDoPncp } from './pncp.schema.js';

/** PNCP's tables (Manual de Integração §5): ids, never names, which vary. An id that is not here is new, not wrong. */
const SITUACOES: Readonly<Record<number, Licitacao['situacao']>> = { 1: 'divulgada', 2: 'revogada', 3: 'anulada', 4: 'suspensa' };
const BENEFICIOS: Readonly<Record<number, ItemPncp['beneficio']>> = { 1: 'exclusiva_me_epp', 2: 'subcontratacao_me_epp', 3: 'cota_reservada', 4: 'sem_beneficio', 5: 'nao_se_aplica' };
/** Older exports bring the benefit's name alone. */
const BENEFICIOS_POR_NOME: readonly (readonly [RegExp, ItemPncp['beneficio']])[] = [
  [/exclusiva/i, 'exclusiva_me_epp'], [/subcontrata/i, 'subcontratacao_me_epp'], [/cota/i, 'cota_reservada'], [/sem benef/i, 'sem_beneficio'], [/n[aã]o se aplica/i, 'nao_se_aplica'],
];
const ESFERAS = new Set(['F', 'E', 'M', 'D', 'N']);

/**
 * One record of PNCP's `contratacoes` (with `itens`, when it has them) → Licitacao. The record may come alone, in a
 * list of one, or in the API's envelope.
 * @throws AlicitError `pncp_invalido`
 */
export function readLicitacaoPncp(bruto: unknown): Licitacao {
  const registro = unwrap(bruto);
  const lido = contratacaoPncpSchema.safeParse(registro);
  if (!lido.success || !isContratacao(lido.data)) {
    throw invalido('pncp_invalido', 'O arquivo da licitação não é um registro de contratação do PNCP: são esperados campos como numeroControlePNCP, orgaoEntidade e objetoCompra.');
  }
  return toLicitacao(lido.data);
}

function unwrap(bruto: unknown): unknown {
  const lista = Array.isArray(bruto) ? bruto : isRecord(bruto) && Array.isArray(bruto['data']) ? bruto['data'] : null;
  if (!lista) return bruto;
  if (lista.length !== 1) throw invalido('pncp_invalido', `O arquivo da licitação traz ${lista.length} registros do PNCP; informe um só.`);
  return lista[0];
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;
const isContratacao = (c: ContratacaoPncp): boolean => Boolean(c.numeroControlePNCP || (c.objetoCompra && (c.orgaoEntidade || c.modalidadeId)));

function toLicitacao(c: ContratacaoPncp): Licitacao {
  const itens = (c.itens ?? []).map(toItem);
  return {
    numeroControlePNCP: c.numeroControlePNCP ?? null,
    numeroEdital: toNumeroEdital(c), numeroProcesso: cleanTexto(c.processo),
    orgaoNome: cleanTexto(c.orgaoEntidade?.razaoSocial), orgaoCnpj: readCnpj(c.orgaoEntidade?.cnpj),
    unidadeNome: cleanTexto(c.unidadeOrgao?.nomeUnidade), ...readLugar(c), esfera: readEsfera(c.orgaoEntidade?.esferaId),
    modalidadeId: c.modalidadeId ?? null, modoDisputaId: c.modoDisputaId ?? null, instrumentoId: c.tipoInstrumentoConvocatorioCodigo ?? c.tipoInstrumentoConvocatorioId ?? null,
    amparoLegalCodigo: c.amparoLegal?.codigo ?? null, amparoLegalNome: cleanTexto(c.amparoLegal?.nome), situacao: SITUACOES[c.situacaoCompraId ?? 0] ?? null,
    objeto: cleanTexto(c.objetoCompra), srp: c.srp ?? null, valorEstimado: readValor(c.valorTotalEstimado), orcamentoSigiloso: readSigilo(c, itens),
    publicacao: readInstante(c.dataPublicacaoPncp), atualizacao: readInstante(c.dataAtualizacaoGlobal ?? c.dataAtualizacao),
    aberturaPropostas: readInstante(c.dataAberturaProposta), encerramentoPropostas: readInstante(c.dataEncerramentoProposta),
    linkSistemaOrigem: readUrl(c.linkSistemaOrigem), plataforma: cleanTexto(c.usuarioNome), itens,
  };
}

/** `numeroCompra` is the edital's number; the year stands apart. `sequencialCompra` is PNCP's own and no edital bears it. */
function toNumeroEdital(c: ContratacaoPncp): string | null {
  const numero = cleanTexto(c.numeroCompra);
  if (!numero) return null;
  return /\/\s?(?:20)?\d{2}\b/.test(numero) || !c.anoCompra ? numero : `${numero}/${c.anoCompra}`;
}

/** IBGE's code says the state and, where the name is missing, the municipality; without a code, name and state say the code. */
function readLugar(c: ContratacaoPncp): Pick<Licitacao, 'uf' | 'municipio' | 'codigoIbge'> {
  const [nome, sigla] = [cleanTexto(c.unidadeOrgao?.municipioNome), c.unidadeOrgao?.ufSigla?.trim().toUpperCase() ?? null];
  const lido = /^\d{7}$/.exec(c.unidadeOrgao?.codigoIbge?.trim() ?? '')?.[0] ?? null;
  const codigoIbge = ufDoCodigo(lido) ? lido : nome && sigla ? (resolveMunicipio(nome, sigla)?.codigo ?? null) : null;
  return { uf: ufDoCodigo(codigoIbge) ?? sigla, municipio: nome ?? (codigoIbge && (findMunicipio(codigoIbge)?.nome ?? null)), codigoIbge };
}

const readCnpj = (texto: string | null | undefined): string | null => (texto && isCnpj(texto) ? stripCnpj(texto) : null);

function readEsfera(texto: string | null | undefined): Licitacao['esfera'] {
  const letra = texto?.trim().toUpperCase() ?? '';
  return ESFERAS.has(letra) ? (letra as Licitacao['esfera']) : null;
}

/** 1 none, 2 part, 3 all confidential; lists bring no code, and then the items tell when they agree. */
function readSigilo(c: ContratacaoPncp, itens: readonly ItemPncp[]): boolean | null {
  const codigo = c.orcamentoSigilosoCodigo;
  if (codigo === 1) return false;
  if (codigo === 2 || codigo === 3) return true;
  const [primeiro] = itens;
  return primeiro && itens.every((i) => i.sigiloso === primeiro.sigiloso) ? primeiro.sigiloso : null;
}

export function toItem(i: ItemDoPncp, indice: number): ItemPncp {
  const letra = i.materialOuServico?.trim().toUpperCase();
  return {
    numero: i.numeroItem ?? indice + 1, descricao: cleanTexto(i.descricao) ?? '', quantidade: readValor(i.quantidade), unidade: cleanTexto(i.unidadeMedida),
    valorUnitario: readValor(i.valorUnitarioEstimado), valorTotal: readValor(i.valorTotal), beneficio: readBeneficio(i),
    materialOuServico: letra === 'M' || letra === 'S' ? letra : null, sigiloso: i.orcamentoSigiloso ?? null, criterioJulgamentoId: i.criterioJulgamentoId ?? null,
  };
}

function readBeneficio(i: ItemDoPncp): ItemPncp['beneficio'] {
  const id = i.tipoBeneficio ?? i.tipoBeneficioId;
  if (id !== null && id !== undefined) return BENEFICIOS[id] ?? null;
  return BENEFICIOS_POR_NOME.find(([r]) => r.test(i.tipoBeneficioNome ?? ''))?.[1] ?? null;
}
