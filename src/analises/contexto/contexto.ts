import type { CriterioJulgamento, Fatos, ItemEdital, Modalidade, ModoDisputa, RegimeExecucao, TextoEdital } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { createCalendario, deslocamentoDe, diaDoInstante, type Calendario, type DecimalTexto, type Dia, type DiaInformado } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import { criterioPncp, formaPncp, modalidadePncp, modoPncp } from './dominios-pncp.js';
import { readFato, readFatoOuPncp, readPncp, type Lido } from './lido.js';
import { naturezaDe, type Natureza } from './natureza.js';
import { readOrgao, type Orgao } from './orgao.js';
import { readRegime, type RegimeLido } from './regime.js';

/** All that stage 4 is a function of. Pure: the moment of judgement is `agora`. */
export interface EntradaAnalise {
  readonly texto: TextoEdital;
  readonly fatos: Fatos;
  readonly itens: readonly ItemEdital[];
  readonly licitacao: Licitacao | null;
  readonly empresa: Empresa;
  /** ISO instant with offset. */
  readonly agora: string;
  /** Municipal holidays and closings of the agency. */
  readonly calendarioExtra?: readonly DiaInformado[];
}

/** The tender as the rules see it: the edital's facts, completed by PNCP where the edital is silent. */
export interface Certame {
  readonly modalidade: Lido<Modalidade> | null;
  readonly forma: Lido<'eletronica' | 'presencial'> | null;
  readonly criterio: Lido<CriterioJulgamento> | null;
  readonly modo: Lido<ModoDisputa> | null;
  readonly regimeExecucao: Lido<RegimeExecucao> | null;
  readonly adjudicacao: Lido<'item' | 'lote' | 'global'> | null;
  readonly srp: Lido<boolean> | null;
  readonly sigiloso: Lido<boolean> | null;
  /** Null when unknown or confidential: never 0. */
  readonly valorEstimado: Lido<DecimalTexto> | null;
  readonly objeto: string | null;
  readonly natureza: Natureza;
  /** ISO instant of the opening. */
  readonly sessao: Lido<string> | null;
  readonly propostasFim: Lido<string> | null;
  /** Civil day of the opening (session, else end of proposals) on the edital's clock. */
  readonly diaAbertura: Dia | null;
  /** The edital's clock, "-03:00". */
  readonly deslocamento: string;
  /** Day on which PNCP made the edital known (art. 54). */
  readonly publicacao: Dia | null;
  readonly orgao: Orgao;
}

export interface Contexto extends EntradaAnalise {
  readonly regime: RegimeLido;
  readonly certame: Certame;
  readonly calendario: Calendario;
}

const HORARIO_DE_BRASILIA = '-03:00';

export function createContexto(entrada: EntradaAnalise): Contexto {
  const certame = readCertame(entrada);
  return {
    ...entrada, certame,
    regime: readRegime(entrada.texto, entrada.licitacao),
    calendario: createCalendario({ uf: certame.orgao.uf, extras: entrada.calendarioExtra ?? [] }),
  };
}

function readCertame({ texto, fatos, licitacao }: EntradaAnalise): Certame {
  const sessao = readFato(fatos, 'sessao_abertura');
  const propostasFim = readFatoOuPncp(fatos, 'propostas_fim', licitacao?.encerramentoPropostas ?? null);
  const modalidade = readFatoOuPncp(fatos, 'modalidade', modalidadePncp(licitacao));
  const regimeExecucao = readFato(fatos, 'regime_execucao');
  const abertura = sessao ?? propostasFim;
  const objeto = fatos.objeto.valor ?? licitacao?.objeto ?? null;
  const sigiloso = readFatoOuPncp(fatos, 'orcamento_sigiloso', licitacao?.orcamentoSigiloso ?? null);
  const impresso = readFato(fatos, 'valor_estimado_total');
  const valor = impresso && Number(impresso.valor) > 0 ? impresso : readPncp(licitacao?.valorEstimado ?? null);
  return {
    modalidade,
    forma: readFatoOuPncp(fatos, 'forma', formaPncp(licitacao)),
    criterio: readFatoOuPncp(fatos, 'criterio_julgamento', criterioPncp(licitacao)),
    modo: readFatoOuPncp(fatos, 'modo_disputa', modoPncp(licitacao)),
    regimeExecucao,
    adjudicacao: readFato(fatos, 'adjudicacao'),
    srp: readFatoOuPncp(fatos, 'srp', licitacao?.srp ?? null),
    sigiloso,
    valorEstimado: valor && Number(valor.valor) > 0 ? valor : null,
    objeto,
    natureza: naturezaDe(objeto, licitacao, regimeExecucao?.valor ?? null, modalidade?.valor ?? null),
    sessao, propostasFim,
    diaAbertura: abertura ? diaDoInstante(abertura.valor) : null,
    deslocamento: (abertura && deslocamentoDe(abertura.valor)) ?? HORARIO_DE_BRASILIA,
    publicacao: licitacao?.publicacao ? diaDoInstante(licitacao.publicacao) : null,
    orgao: readOrgao(texto, fatos, licitacao),
  };
}

