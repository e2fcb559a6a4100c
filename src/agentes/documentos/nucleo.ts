import { AGENTES, type Afirmacao, type Analise, type NomeAgente, type Parecer } from '../../analises/index.js';
import { searchTrechos, type Conjunto, type IndiceBusca, type TrechoAchado } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { hashDe, type Evidencia } from '../../kernel/index.js';
import { DEFINICOES } from '../definicoes.js';
import { findAlertas } from '../domain/alertas.js';
import { buildBase, type BaseGuardada } from '../domain/base/build-base.js';
import { createBaseDeConferencia, isRepetida, neutralizar, type AfirmacaoProposta, type BaseDeConferencia } from '../domain/conferir/index.js';
import { buildDossie, closeDossie, letrasParaTrechos } from '../domain/dossie/build-dossie.js';
import { idsDeDocumentos } from '../domain/dossie/fonte.js';
import { joinTrechos, MAX_BUSCA, writeTrechos } from '../domain/dossie/trechos.js';
import { conferirSemMas } from '../domain/parecer/conferir-sem-mas.js';
import type { ConferenciaNoLote } from '../domain/parecer/conferidas.js';
import { placarDe } from '../domain/parecer/placar.js';
import type { Preparo, Rascunho, TrechosPorAgente } from '../estagios/tipos.js';
import type { Busca } from './tipos.js';

/** What is done over a set in memory, in a thread of the workshop or on the command line. */

/** Passages looked for by each fixed question. */
export const TOP = 3;
/** The fixed questions of all agents; equal ones are asked once. */
export const PERGUNTAS: readonly string[] = [...new Set(AGENTES.flatMap((a) => DEFINICOES[a].perguntas))];
/** Passages an agent asks for itself. */
const TOP_BUSCA = 6;

const porAgente = <T>(fazer: (agente: NomeAgente) => T): Readonly<Record<NomeAgente, T>> => ({ estrategico: fazer('estrategico'), operacional: fazer('operacional'), juridico: fazer('juridico'), financeiro: fazer('financeiro') });

/** Answers in the order of `PERGUNTAS`, given to who asked. */
export const byAgente = (achados: readonly (readonly TrechoAchado[])[]): TrechosPorAgente => porAgente((a) => DEFINICOES[a].perguntas.map((q) => achados[PERGUNTAS.indexOf(q)] ?? []));

/** Pages are looked over once for a set that is remembered. */
const alertados = new WeakMap<Conjunto, Parecer['alertas']>();
function alertasDe(conjunto: Conjunto): Parecer['alertas'] {
  const achados = alertados.get(conjunto) ?? findAlertas(conjunto.documentos.map((d) => d.documento));
  alertados.set(conjunto, achados);
  return achados;
}

export function draft(conjunto: Conjunto, analise: Analise, empresa: Empresa): Rascunho {
  const fonte = { analise, empresa, limpar: neutralizar };
  const dossies = porAgente((a) => buildDossie(fonte, DEFINICOES[a]));
  const base = buildBase(analise, empresa);
  const alertas = alertasDe(conjunto);
  return { conteudo: hashDe({ dossies, base, alertas }), dossies, base, alertas, ids: [...idsDeDocumentos(analise)], placar: placarDe(analise.decisao) };
}

export function closeDraft({ dossies, ids, base, alertas, placar }: Rascunho, achados: TrechosPorAgente): Preparo {
  const limpos = new Map<string, string>();
  const limpar = (texto: string): string => {
    const limpo = limpos.get(texto) ?? neutralizar(texto);
    limpos.set(texto, limpo);
    return limpo;
  };
  const escritos = porAgente((a) => writeTrechos(joinTrechos(achados[a]), { ids: new Map(ids), limpar, maxLetras: letrasParaTrechos(dossies[a]) }));
  return { ids, base, alertas, placar, prompts: porAgente((a) => closeDossie(dossies[a], escritos[a].xml)), trechos: porAgente((a) => escritos[a].quantos) };
}

/** By words: a search costs one call, the answer's. */
export function searchFor(indice: IndiceBusca, { consulta, ids, depoisDe }: Busca): string {
  const { xml } = writeTrechos(joinTrechos([searchTrechos(indice, consulta, { top: TOP_BUSCA })]), { ids: new Map(ids), limpar: neutralizar, maxLetras: MAX_BUSCA, depoisDe });
  return xml || '<trechos/>';
}

/** A base over the pages of a set. */
export interface BaseAberta {
  readonly base: BaseDeConferencia;
  /** Confidence of the pages read by OCR, by document and number. */
  readonly ocr: ReadonlyMap<string, number>;
}

const lugar = (documento: string, pagina: number): string => `${documento}\u0000${pagina}`;

export function openBase(conjunto: Conjunto, base: BaseGuardada): BaseAberta {
  const documentos = conjunto.documentos.map((d) => d.documento);
  const ocr = new Map(documentos.flatMap((d) => d.paginas.flatMap((p) => (p.confiancaOcr === undefined ? [] : [[lugar(d.nome, p.numero), p.confiancaOcr] as const]))));
  return { base: createBaseDeConferencia({ documentos, ...base }), ocr };
}

/** Claims against the pages of the set, what rules established, and each other. */
export function checkAll({ base, ocr }: BaseAberta, propostas: readonly AfirmacaoProposta[], anteriores: readonly Afirmacao[]): ConferenciaNoLote[] {
  const aceitas = [...anteriores];
  return propostas.map((proposta): ConferenciaNoLote => {
    const r = conferirSemMas(proposta, base);
    if (!r.ok) return r;
    if (isRepetida(r.afirmacao.texto, aceitas)) return { ok: false, motivo: 'repetida' };
    const afirmacao = { ...r.afirmacao, citacoes: r.afirmacao.citacoes.map((c) => withOcr(c, ocr.get(lugar(c.documento, c.pagina)))) };
    aceitas.push(afirmacao);
    return { ok: true, afirmacao };
  });
}

const withOcr = (e: Evidencia, confianca: number | undefined): Evidencia => (confianca === undefined ? e : { ...e, ocr: confianca });
