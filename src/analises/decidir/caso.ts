import { formatValorDoCampo, type Campo, type FatoComValor } from '../../editais/index.js';
import { decimal, formatDinheiro, diaNoDeslocamento, deslocamentoDe, toMillis, type DecimalTexto, type Dia, type Evidencia } from '../../kernel/index.js';
import type { Ente } from '../habilitacao/sancoes.js';
import { isParada } from '../prazos/parada.js';
import type { DadoUsado, Prazo, RequisitoHabilitacao } from '../domain/analise.js';
import type { EntradaDecisao } from './entrada.js';
import { readPerfil, type PerfilLexico } from './lexico/compare-objeto.js';
import { joinItens, valueOf, type ItemDecisao } from './itens.js';

/** Answers assumed while it is found out whether a question matters. Empty in the real case. */
export interface Hipoteses {
  readonly prazoEncerrado?: boolean;
  readonly noRamo?: boolean;
  readonly sancaoAlcanca?: boolean;
  readonly impugnacaoAberta?: boolean;
  readonly beneficioExclusivo?: boolean;
  readonly beneficiaria?: boolean;
  readonly leituraEsconde?: boolean;
}

/** A part of the tender that is judged on its own. */
export interface Unidade {
  readonly tipo: 'edital' | 'lote' | 'item';
  readonly id: string;
  readonly titulo: string;
  readonly itens: readonly ItemDecisao[];
  /** The whole tender is in it. */
  readonly inteira: boolean;
}

/** The input made ready for judging, plus assumed answers. */
export interface Caso extends EntradaDecisao {
  readonly hoje: Dia;
  readonly orgao: Ente;
  readonly linhas: readonly ItemDecisao[];
  readonly perfil: PerfilLexico;
  readonly hipoteses: Hipoteses;
}

/** Facts below this confidence, or contradicted by the edital itself, never block: they become a question. */
export const CONFIANCA_PARA_BLOQUEAR = 0.7;

export function prepareCaso(e: EntradaDecisao): Caso {
  const instante = fatoDe(e, 'propostas_fim')?.valor ?? fatoDe(e, 'sessao_abertura')?.valor ?? e.agora;
  const hoje = diaNoDeslocamento(e.agora, deslocamentoDe(instante) ?? '-03:00');
  if (!hoje) throw new RangeError(`agora is no instant: ${e.agora}`);
  return { ...e, hoje, orgao: e.orgao ?? orgaoDo(e), linhas: joinItens(e.itens, e.licitacao), perfil: readPerfil(e.empresa), hipoteses: {} };
}

const ESFERAS = { F: 'federal', E: 'estadual', D: 'estadual', M: 'municipal', N: null } as const;

const orgaoDo = ({ licitacao: l, fatos }: EntradaDecisao): Ente =>
  ({ nome: fatos.orgao_nome.valor ?? l?.orgaoNome ?? null, esfera: l?.esfera ? ESFERAS[l.esfera] : null, uf: l?.uf ?? null, municipio: l?.municipio ?? null });

/** The fact when it was read; null when absent. */
export function fatoDe<C extends Campo>(e: Pick<EntradaDecisao, 'fatos'>, campo: C): FatoComValor<C> | null {
  const f = e.fatos[campo];
  return f.valor === null ? null : (f as FatoComValor<C>);
}

export const isFirme = (f: FatoComValor): boolean => f.confianca >= CONFIANCA_PARA_BLOQUEAR && !f.alternativas?.length && !f.nota?.startsWith('CONFLITO');

/** The quote of anything that carries one; a value corrected by a person may carry none. */
export function evidenciaDe(f: Partial<Evidencia> | null | undefined): Evidencia | null {
  const { documento, pagina, trecho } = f ?? {};
  return documento === undefined || pagina === undefined || trecho === undefined ? null : { documento, pagina, trecho };
}
export const provas = (...fs: readonly (Partial<Evidencia> | null | undefined)[]): Evidencia[] => fs.flatMap((f) => evidenciaDe(f) ?? []);

export const daEmpresa = (campo: string, valor: string): DadoUsado => ({ fonte: 'empresa', campo, valor });
/** What a fact stands on: its quote, or the person who corrected it. */
export function baseDe(f: FatoComValor): { readonly evidencias: readonly Evidencia[]; readonly dados: readonly DadoUsado[] } {
  const evidencias = provas(f);
  return evidencias.length || !f.corrigido ? { evidencias, dados: [] } : { evidencias, dados: [daCorrecao(f)!] };
}
/** A value that a person gave without a quote, as proof; null for all others. */
export const daCorrecao = (f: FatoComValor): DadoUsado | null =>
  f.corrigido && f.trecho === undefined ? { fonte: 'correcao', campo: `/fatos/${f.campo}`, valor: `${formatValorDoCampo(f.campo, f.valor)} (corrigido por ${f.corrigido.por})` } : null;
export const doPncp = (campo: string, valor: string): DadoUsado => ({ fonte: 'pncp', campo, valor });

export const prazoDe = (e: Pick<EntradaDecisao, 'prazos'>, id: Prazo['id']): Prazo | null => e.prazos.find((p) => p.id === id) ?? null;

/** The instant by which the proposal must be in: as the deadlines say, else the fact, else PNCP. Null when unknown. */
export function limiteDe(e: EntradaDecisao): string | null {
  return prazoDe(e, 'propostas')?.vinculante ?? fatoDe(e, 'propostas_fim')?.valor ?? prazoDe(e, 'sessao')?.vinculante
    ?? fatoDe(e, 'sessao_abertura')?.valor ?? e.licitacao?.encerramentoPropostas ?? null;
}

/** Past, by the earliest reading. */
export const isLimitePassado = (e: EntradaDecisao): boolean => {
  const limite = limiteDe(e);
  return limite !== null && toMillis(limite) <= toMillis(e.agora);
};

/** The dates of a suspended, revoked, annulled or closed tender bind nobody: time is then no reason for anything else (E1 says it). */
const datasValem = (e: EntradaDecisao): boolean => !isParada(e.licitacao) && !isLimitePassado(e);

/** Business days left to prepare the proposal; null when unknown or when the dates no longer bind. */
export const diasDisponiveis = (e: EntradaDecisao): number | null =>
  datasValem(e) ? (prazoDe(e, 'propostas')?.diasUteisRestantes ?? prazoDe(e, 'sessao')?.diasUteisRestantes ?? null) : null;

/**
 * Can the document be had before it is asked for? False also when nobody can tell how long it takes; true when nobody
 * can tell when it is asked for.
 */
export const fitsInTime = (c: Caso, r: RequisitoHabilitacao): boolean =>
  r.diasParaObter !== null && (r.exigidoEm === null || !datasValem(c) || c.subtractDiasUteis(r.exigidoEm, r.diasParaObter) >= c.hoje);

/** Works or engineering: by stage 4's reading of the object, else because an execution regime was read. */
export const isObra = (e: EntradaDecisao): boolean =>
  e.natureza ? e.natureza === 'obras' || e.natureza === 'servicos_engenharia' : fatoDe(e, 'regime_execucao') !== null;

export const isSigiloso = (e: EntradaDecisao): boolean => fatoDe(e, 'orcamento_sigiloso')?.valor === true || e.licitacao?.orcamentoSigiloso === true;

export interface ValorMaximo {
  readonly valor: DecimalTexto;
  readonly evidencia: Evidencia | null;
  readonly dado: DadoUsado | null;
}

/** The highest price the agency accepts for a unit (art. 59, III): null when confidential or unknown. Of several readings, the highest. */
export function valorMaximoDe(c: Caso, u: Unidade): ValorMaximo | null {
  if (isSigiloso(c)) return null;
  if (u.inteira) {
    const f = fatoDe(c, 'valor_estimado_total');
    const valores = f ? [f.valor, ...(f.alternativas ?? []).map((a) => a.valor)] : [];
    if (f) return { valor: valores.reduce((a, b) => (decimal(b).gt(a) ? b : a)), evidencia: evidenciaDe(f), dado: daCorrecao(f) };
    if (c.licitacao?.valorEstimado) return { valor: c.licitacao.valorEstimado, evidencia: null, dado: doPncp('/valorEstimado', formatDinheiro(c.licitacao.valorEstimado)) };
    // Rows may be missing from the table that was read: their sum is a floor of the total, not the total.
    if (u.itens.length > 1) return null;
  }
  const soma = valueOf(u.itens);
  const prova = u.itens.find((i) => i.evidencia)?.evidencia ?? null;
  const indice = u.itens[0]?.indicePncp;
  if (soma === null) return null;
  return { valor: soma, evidencia: prova, dado: !prova && indice != null ? doPncp(`/itens/${indice}/valorTotal`, formatDinheiro(soma)) : null };
}
