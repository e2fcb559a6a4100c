import { addDias, diaDoInstante, formatDia, type Dia } from '../../kernel/index.js';
import type { DocumentoEmpresa } from '../../empresas/index.js';
import type { LicitacaoDoAviso } from './aviso.js';
import { formatQuando, shorten } from './formatar.js';
import { linkPncp } from './link-pncp.js';
import type { Andamento } from './plan-alertas.js';
import { certidoesEmVigor, nomeDe, tituloDaCertidao } from './plan-certidoes.js';
import { TITULO_PRAZO, type IdPrazoAvisado, type PrazoConhecido } from './prazo-conhecido.js';

/** An entry of a calendar. `cancelado`: it was there and does not happen any more. */
export interface Compromisso {
  /** Stable: the same deadline of the same tender, whatever its date. */
  readonly uid: string;
  /** Rises whenever the entry changes. */
  readonly sequencia: number;
  readonly titulo: string;
  readonly descricao: string;
  readonly link: string | null;
  /** An instant, or a whole day. */
  readonly quando: { readonly de: Date; readonly ate: Date } | { readonly dia: Dia };
  readonly cancelado: boolean;
  /** Seconds before the start at which the reader is reminded. */
  readonly lembretesS: readonly number[];
  readonly mudadoEm: Date;
}

export interface LicitacaoNaAgenda {
  readonly licitacao: LicitacaoDoAviso;
  readonly andamento: Andamento;
  readonly prazos: readonly PrazoConhecido[];
  /** When the newest of what is known of it came. */
  readonly mudadaEm: Date;
}

const CURTO: Readonly<Record<IdPrazoAvisado, string>> = { impugnacao: 'Impugnação', esclarecimento: 'Esclarecimento', propostas: 'Propostas', sessao: 'Sessão' };
const MEIA_HORA_MS = 30 * 60_000;
const HORA_S = 3600;
const DIA_S = 24 * HORA_S;
/** Sequences count seconds from here: they fit 32 bits and rise with every change. */
const EPOCA_S = Date.UTC(2024, 0, 1) / 1000;
/** What ended longer ago than this leaves the calendar. */
const PASSADO_MS = 30 * DIA_S * 1000;

const sequenciaDe = (mudadoEm: Date): number => Math.max(0, Math.floor(mudadoEm.getTime() / 1000 - EPOCA_S));

/** The deadlines of a tender as entries. @param empresaId part of the identity: calendars of two companies may be read by the same program */
export function compromissosDaLicitacao(empresaId: string, { licitacao, andamento, prazos, mudadaEm }: LicitacaoNaAgenda, agora: Date): readonly Compromisso[] {
  const referencia = licitacao.numeroControlePNCP?.replace(/[^0-9A-Z]+/g, '-') ?? licitacao.licitacaoId;
  const cancelado = andamento !== 'divulgada';
  return prazos.filter((p) => Date.parse(p.em) >= agora.getTime() - PASSADO_MS).map((p): Compromisso => ({
    uid: `${empresaId}.${referencia}.${p.id}@alicit`, sequencia: sequenciaDe(mudadaEm), mudadoEm: mudadaEm, cancelado,
    titulo: shorten(`${cancelado ? `[${andamento.toUpperCase()}] ` : ''}${CURTO[p.id]}: ${licitacao.objeto ?? licitacao.orgao ?? 'licitação'}`, 150),
    descricao: describePrazo(licitacao, p, andamento), link: linkPncp(licitacao.numeroControlePNCP),
    quando: intervalo(p), lembretesS: cancelado ? [] : [2 * DIA_S, 2 * HORA_S],
  }));
}

/** A deadline is the half hour that ends with it; a session, the hour that begins with it. */
function intervalo({ id, em }: PrazoConhecido): { readonly de: Date; readonly ate: Date } {
  const t = Date.parse(em);
  return id === 'sessao' ? { de: new Date(t), ate: new Date(t + 2 * MEIA_HORA_MS) } : { de: new Date(t - MEIA_HORA_MS), ate: new Date(t) };
}

const FONTE: Readonly<Record<PrazoConhecido['fonte'], string>> = {
  edital: 'Fonte: análise do edital', pncp: 'Fonte: registro no PNCP', estimado: 'Data estimada pela lei a partir do registro no PNCP: confira no edital',
};

function describePrazo(l: LicitacaoDoAviso, p: PrazoConhecido, andamento: Andamento): string {
  const lugar = [l.municipio, l.uf].filter(Boolean).join('/');
  return [
    `${TITULO_PRAZO[p.id]}: ${formatQuando(p.em)}.`,
    andamento === 'divulgada' ? null : `A licitação está ${andamento}: nada a fazer por ora.`,
    [l.orgao, lugar].filter(Boolean).join(' – ') || null, l.objeto, l.modalidade,
    `${FONTE[p.fonte]}${p.fonte === 'edital' && p.onde ? ` (${p.onde})` : ''}${p.dispositivo ? `; ${p.dispositivo}` : ''}.`,
    l.numeroControlePNCP ? `PNCP ${l.numeroControlePNCP}` : null, linkPncp(l.numeroControlePNCP),
  ].filter((t) => t !== null).join('\n');
}

/** The last days of the company's certidões. */
export function compromissosDasCertidoes(empresaId: string, documentos: readonly DocumentoEmpresa[], mudadaEm: Date, agora: Date): readonly Compromisso[] {
  const desde = addDias(diaDoInstante(agora.toISOString())!, -30);
  return certidoesEmVigor(documentos).filter((d) => d.validade >= desde).map((d): Compromisso => ({
    uid: `${empresaId}.certidao.${nomeDe(d).replace(/[^a-z0-9_]+/g, '-')}@alicit`, sequencia: sequenciaDe(mudadaEm), mudadoEm: mudadaEm, cancelado: false,
    titulo: `Vence: ${tituloDaCertidao(d)}`, descricao: `${tituloDaCertidao(d)} da empresa: válida até ${formatDia(d.validade)}. Renove antes.`, link: null,
    quando: { dia: d.validade }, lembretesS: [7 * DIA_S],
  }));
}
