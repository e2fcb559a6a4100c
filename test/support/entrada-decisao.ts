import { decide, type EntradaDecisao } from '../../src/analises/index.js';
import type { Prazo, RequisitoHabilitacao, Verificacao } from '../../src/analises/domain/analise.js';
import type { Campo, FatoLido, Fatos, ItemEdital, ValorPorCampo } from '../../src/editais/index.js';
import { CAMPOS } from '../../src/editais/index.js';
import type { Empresa } from '../../src/empresas/index.js';
import { countDiasUteis, createCalendario, subtractDiasUteis, type Evidencia } from '../../src/kernel/index.js';
import type { ItemPncp, Licitacao } from '../../src/licitacoes/index.js';

/** A tender and companies of our own invention: cleaning service, session on Tuesday 24/11/2026, judged on the 9th. */
export const AGORA = '2026-11-09T10:00:00-03:00';
export const SESSAO = '2026-11-24T09:00:00-03:00';

const calendario = createCalendario();
export const prova = (trecho: string, pagina = 1): Evidencia => ({ documento: 'edital.pdf', pagina, trecho: trecho.padEnd(12, '.') });

export const fato = <C extends Campo>(campo: C, valor: ValorPorCampo[C], extras: Partial<FatoLido<C>> = {}): FatoLido<C> =>
  ({ campo, valor, ...prova(`Trecho do edital sobre ${campo}`), confianca: 0.95, ...extras });

export type Lidos = Partial<{ [C in Campo]: ValorPorCampo[C] | FatoLido<C> | 'nao_exige' | 'nao_lido' | null }>;

const AUSENCIAS = ['nao_exige', 'nao_lido'];
const isFato = (v: unknown): boolean => typeof v === 'object' && v !== null && 'confianca' in v;

export function fatosDe(lidos: Lidos): Fatos {
  const saida: Record<string, unknown> = {};
  for (const campo of CAMPOS) {
    const v: unknown = lidos[campo];
    if (v == null) saida[campo] = { campo, valor: null, ausencia: 'nao_encontrado' };
    else if (typeof v === 'string' && AUSENCIAS.includes(v) && campo !== 'visita_tecnica') saida[campo] = { campo, valor: null, ausencia: v };
    else saida[campo] = isFato(v) ? v : fato(campo, v as never);
  }
  return saida as unknown as Fatos;
}

export const LIDOS: Lidos = {
  numero_edital: '12/2026', orgao_nome: 'Prefeitura Municipal de Serra Clara', modalidade: 'pregao', forma: 'eletronica', criterio_julgamento: 'menor_preco', adjudicacao: 'global',
  srp: false, objeto: 'Contratação de serviços contínuos de limpeza e conservação predial', sessao_abertura: SESSAO, propostas_fim: SESSAO, plataforma: 'BLL Compras',
  valor_estimado_total: '600000.00', me_epp: 'ampla', validade_proposta_dias: 60, garantia_proposta_pct: 'nao_exige', garantia_execucao_pct: 'nao_exige', visita_tecnica: 'facultativa', consorcio: 'permitido',
  prazo_execucao: { n: 12, unidade: 'meses' }, vigencia_contrato: { n: 12, unidade: 'meses' }, pagamento_prazo: { n: 15, unidade: 'dias' }, reajuste_indice: 'IPCA', multa_mora_pct_dia: '0.2', multa_compensatoria_max_pct: '10',
};

export const EMPRESA: Empresa = {
  cnpj: '11222333000181', razaoSocial: 'Brilho Serviços Ltda', descricao: 'Serviços de limpeza, conservação e portaria para órgãos públicos', porte: 'epp', receitaBrutaAnual: '2500000',
  cnaes: ['8121-4/00'], produtos: [{ descricao: 'Limpeza predial' }, { descricao: 'Conservação de áreas internas' }, { descricao: 'Portaria' }],
  uf: 'SC', municipio: 'Serra Clara', sancoes: [], semImpedimentosArt14: true, aceitaConsorcio: false, plataformas: ['BLL'],
  margemMinimaPct: '5', tributosPct: '12', custosIndiretosPct: '8', custoDiretoTotal: '400000', capitalDeGiro: '200000',
};

export const LICITACAO: Licitacao = {
  numeroControlePNCP: null, numeroEdital: '12/2026', numeroProcesso: null, orgaoNome: 'Município de Serra Clara', orgaoCnpj: null, unidadeNome: null, uf: 'SC', municipio: 'Serra Clara', codigoIbge: null,
  esfera: 'M', modalidadeId: 6, modoDisputaId: 1, instrumentoId: 1, amparoLegalCodigo: 1, amparoLegalNome: null, situacao: 'divulgada', objeto: null, srp: false, valorEstimado: '600000.00',
  orcamentoSigiloso: false, publicacao: '2026-11-03T08:00:00-03:00', atualizacao: null, aberturaPropostas: null, encerramentoPropostas: SESSAO, linkSistemaOrigem: null, plataforma: null, itens: [],
};

export const requisito = (id: string, grupo: RequisitoHabilitacao['grupo'], extras: Partial<RequisitoHabilitacao> = {}): RequisitoHabilitacao => ({
  id, grupo, titulo: `Exigência ${id}`, dispositivo: 'art. 67', evidencia: prova(`O licitante apresentará ${id}`, 5), documentoEmpresa: null, validade: null, exigidoEm: '2026-11-24',
  status: 'atende', motivo: 'Conferido.', sanavel: false, diasParaObter: null, acao: null, verificacoes: [], ...extras,
});

export const MATRIZ: readonly RequisitoHabilitacao[] = [
  requisito('contrato_social', 'juridica', { titulo: 'Contrato social' }),
  requisito('cnd_federal', 'fiscal', { titulo: 'CND federal', validade: '2027-03-01', documentoEmpresa: 'CND federal', diasParaObter: 1 }),
  requisito('cndt', 'trabalhista', { titulo: 'CNDT', validade: '2027-02-01', documentoEmpresa: 'CNDT', diasParaObter: 1 }),
  requisito('atestado', 'tecnica', { titulo: 'Atestado de capacidade técnica' }),
  requisito('balanco', 'economica', { titulo: 'Balanço patrimonial' }),
];

export const verificacao = (regra: string, extras: Partial<Verificacao> = {}): Verificacao => ({
  regra, titulo: `Regra ${regra}`, resultado: 'ok', motivo: 'Dentro do limite.', valor: null, limite: null, dispositivo: 'art. 58', nivelFonte: 'V', vigencia: { de: '2021-04-01', ate: null },
  evidencias: [prova('Cláusula conferida', 3)], ...extras,
});

/** Deadlines as the calendar of the case gives them. */
export function prazosDe(agora: string, sessao: string | null, impugnacao: { aberta?: boolean | null } = {}): Prazo[] {
  const dias = sessao ? countDiasUteis(calendario, agora.slice(0, 10), sessao.slice(0, 10), 'conservadora') : null;
  const base = { otimista: null, conservador: null, impresso: null, conflito: null, dispositivo: null, evidencias: [] };
  const limite164 = sessao && `${subtractDiasUteis(calendario, sessao.slice(0, 10), 3, 'conservadora')}T23:59:59-03:00`;
  const aberta = impugnacao.aberta === undefined ? (limite164 ? limite164 > agora : null) : impugnacao.aberta;
  return [
    { ...base, id: 'impugnacao', titulo: 'Impugnação', vinculante: limite164, diasUteisRestantes: null, encerrado: aberta === null ? null : !aberta },
    { ...base, id: 'propostas', titulo: 'Fim do recebimento de propostas', vinculante: sessao, diasUteisRestantes: dias, encerrado: sessao ? sessao <= agora : null },
    { ...base, id: 'sessao', titulo: 'Sessão pública', vinculante: sessao, diasUteisRestantes: dias, encerrado: sessao ? sessao <= agora : null },
  ];
}

export interface Mudancas extends Partial<Omit<EntradaDecisao, 'fatos' | 'empresa' | 'licitacao'>> {
  readonly fatos?: Lidos;
  readonly empresa?: Partial<Empresa>;
  readonly licitacao?: Partial<Licitacao> | null;
}

/** The fit case (GO) with changes. A change of session moves facts, PNCP and deadlines together unless they are given. */
export function entrada(m: Mudancas = {}, sessao: string | null = SESSAO): EntradaDecisao {
  const agora = m.agora ?? AGORA;
  return {
    agora, regime: m.regime ?? '14133', ...(m.sancoes === undefined ? {} : { sancoes: m.sancoes }), ...(m.orgao ? { orgao: m.orgao } : {}), itens: m.itens ?? [], divergencias: m.divergencias ?? [], naoLido: m.naoLido ?? [],
    documentos: m.documentos ?? [{ nome: 'edital.pdf', sha256: '0'.repeat(64), classe: 'edital', paginas: 40, paginasLidas: 40, usado: true, motivo: 'Edital em vigor.' }],
    verificacoes: m.verificacoes ?? [verificacao('prazo_minimo')], habilitacao: m.habilitacao ?? MATRIZ, prazos: m.prazos ?? prazosDe(agora, sessao),
    subtractDiasUteis: m.subtractDiasUteis ?? ((dia, n) => subtractDiasUteis(calendario, dia, n, 'conservadora')),
    fatos: fatosDe({ ...LIDOS, sessao_abertura: sessao, propostas_fim: sessao, ...m.fatos }),
    empresa: dropUndefined({ ...EMPRESA, ...m.empresa }),
    licitacao: m.licitacao === null ? null : { ...LICITACAO, encerramentoPropostas: sessao, ...m.licitacao },
  };
}

export const decideCom = (m: Mudancas = {}, sessao: string | null = SESSAO) => decide(entrada(m, sessao));

export const itemEdital = (numero: string, extras: Partial<ItemEdital> = {}): ItemEdital => ({
  numero, lote: null, descricao: `Limpeza do prédio ${numero}`, quantidade: '12', unidade: 'mês', valorUnitario: '1000.00', valorTotal: '12000.00', beneficio: 'ampla', evidencia: prova(`Item ${numero} da tabela`, 8), ...extras,
});
export const itemPncp = (numero: number, extras: Partial<ItemPncp> = {}): ItemPncp => ({
  numero, descricao: `Limpeza do prédio ${numero}`, quantidade: '12', unidade: 'mês', valorUnitario: '1000.00', valorTotal: '12000.00', beneficio: 'sem_beneficio', materialOuServico: 'S', sigiloso: false, criterioJulgamentoId: 1, ...extras,
});

const dropUndefined = (e: Empresa): Empresa => JSON.parse(JSON.stringify(e)) as Empresa;
