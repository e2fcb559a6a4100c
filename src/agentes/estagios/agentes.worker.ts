import { gunzipSync, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { AGENTES, type Afirmacao, type AjusteDimensao, type Analise, type NomeAgente, type Parecer } from '../../analises/index.js';
import { openConjuntoPedido, searchTrechos, type AmbienteEstagios, type Conjunto, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { hashDe, type Evidencia } from '../../kernel/index.js';
import { asTarefa } from '../../oficina/index.js';
import { DEFINICOES } from '../definicoes.js';
import { findAlertas } from '../domain/alertas.js';
import { buildBase, type BaseGuardada } from '../domain/base/build-base.js';
import { conferir as check, createBaseDeConferencia, isRepetida, neutralizar, type AfirmacaoProposta, type BaseDeConferencia } from '../domain/conferir/index.js';
import { buildDossie, closeDossie, letrasParaTrechos } from '../domain/dossie/build-dossie.js';
import { idsDeDocumentos } from '../domain/dossie/fonte.js';
import { joinTrechos, writeTrechos } from '../domain/dossie/trechos.js';
import { keepAjustes, type ConferenciaNoLote, type Sustentacao } from '../domain/parecer/conferidas.js';
import { placarDe } from '../domain/parecer/placar.js';
import type { AjusteBruto } from '../domain/saida.js';
import type { Preparo, Rascunho, TrechosPorAgente } from './tipos.js';

/** No analysis is near this: the largest of 110 real ones has 2 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
const open = (analise: Uint8Array): Analise => JSON.parse(gunzipSync(analise, { maxOutputLength: MAX_BYTES }).toString('utf8')) as Analise;

const porAgente = <T>(fazer: (agente: NomeAgente) => T): Record<NomeAgente, T> => Object.fromEntries(AGENTES.map((a) => [a, fazer(a)])) as Record<NomeAgente, T>;

/** A judgement made ready for agents, but for the passages. */
export const rascunhar = asTarefa(async ({ pedido, ambiente, analise: gzip, empresa }: { readonly pedido: ConjuntoPedido; readonly ambiente: AmbienteEstagios; readonly analise: Uint8Array; readonly empresa: Empresa }): Promise<Rascunho> => {
  const { conjunto } = await openConjuntoPedido(pedido, ambiente);
  const analise = open(gzip);
  const fonte = { analise, empresa, limpar: neutralizar };
  const dossies = porAgente((a) => buildDossie(fonte, DEFINICOES[a]));
  const base = buildBase(analise, empresa);
  const alertas = alertasDe(conjunto);
  return { conteudo: hashDe({ dossies, base, alertas }), dossies, base, alertas, ids: [...idsDeDocumentos(analise)], placar: placarDe(analise.decisao) };
});

/** Found once for a set that is remembered. */
const alertados = new WeakMap<Conjunto, Parecer['alertas']>();
function alertasDe(conjunto: Conjunto): Parecer['alertas'] {
  const achados = alertados.get(conjunto) ?? findAlertas(conjunto.documentos.map((d) => d.documento));
  alertados.set(conjunto, achados);
  return achados;
}

/** The drafts with their passages. */
export const fechar = asTarefa(({ rascunho: { dossies, ids, base, alertas, placar }, achados }: { readonly rascunho: Rascunho; readonly achados: TrechosPorAgente }): Promise<Preparo> => {
  const limpos = new Map<string, string>();
  const limpar = (texto: string): string => {
    const limpo = limpos.get(texto) ?? neutralizar(texto);
    limpos.set(texto, limpo);
    return limpo;
  };
  const escritos = porAgente((a) => writeTrechos(joinTrechos(achados[a]), { ids: new Map(ids), limpar, maxLetras: letrasParaTrechos(dossies[a]) }));
  return Promise.resolve({ ids, base, alertas, placar, prompts: porAgente((a) => closeDossie(dossies[a], escritos[a].xml)), trechos: porAgente((a) => escritos[a].quantos) });
});

/** Passages an agent asks for: by words, in this set only. Most characters of an answer. */
const MAX_BUSCA = 5000;
const TOP_BUSCA = 6;
export const buscar = asTarefa(async ({ pedido, ambiente, consulta, ids, depoisDe }: { readonly pedido: ConjuntoPedido; readonly ambiente: AmbienteEstagios; readonly consulta: string; readonly ids: Preparo['ids']; readonly depoisDe: number }): Promise<string> => {
  const { indice } = await openConjuntoPedido(pedido, ambiente);
  const { xml } = writeTrechos(joinTrechos([searchTrechos(indice, consulta, { top: TOP_BUSCA })]), { ids: new Map(ids), limpar: neutralizar, maxLetras: MAX_BUSCA, depoisDe });
  return xml || '<trechos/>';
});

interface SobreBase {
  readonly pedido: ConjuntoPedido;
  readonly ambiente: AmbienteEstagios;
  readonly chave: string;
  readonly base: BaseGuardada;
}
interface Aberta {
  readonly base: BaseDeConferencia;
  /** Confidence of the pages read by OCR, by document and number. */
  readonly ocr: ReadonlyMap<string, number>;
}

/** What claims were checked against lately: pages are made ready once. */
const abertas = new LRUCache<string, Aberta>({ max: 2 });

async function openBase({ pedido, ambiente, chave, base }: SobreBase): Promise<Aberta> {
  const lembrada = abertas.get(chave);
  if (lembrada) return lembrada;
  const documentos = (await openConjuntoPedido(pedido, ambiente)).conjunto.documentos.map((d) => d.documento);
  const ocr = new Map(documentos.flatMap((d) => d.paginas.flatMap((p) => (p.confiancaOcr === undefined ? [] : [[`${d.nome}\u0000${p.numero}`, p.confiancaOcr] as const]))));
  const aberta = { base: createBaseDeConferencia({ documentos, ...base }), ocr };
  abertas.set(chave, aberta);
  return aberta;
}

/** Claims against the pages of the set, what rules established, and each other. */
export const conferir = asTarefa(async (pedido: SobreBase & { readonly propostas: readonly AfirmacaoProposta[]; readonly anteriores: readonly Afirmacao[] }): Promise<ConferenciaNoLote[]> => {
  const { base, ocr } = await openBase(pedido);
  const aceitas = [...pedido.anteriores];
  return pedido.propostas.map((proposta): ConferenciaNoLote => {
    const r = check(proposta, base);
    if (!r.ok) return r;
    if (isRepetida(r.afirmacao.texto, aceitas)) return { ok: false, motivo: 'repetida' };
    const afirmacao = { ...r.afirmacao, citacoes: r.afirmacao.citacoes.map((c) => withOcr(c, ocr.get(`${c.documento}\u0000${c.pagina}`))) };
    aceitas.push(afirmacao);
    return { ok: true, afirmacao };
  });
});

const withOcr = (e: Evidencia, confianca: number | undefined): Evidencia => (confianca === undefined ? e : { ...e, ocr: confianca });

/** Moves of an agent's dimensions. */
export const conferirAjustes = asTarefa(async (pedido: SobreBase & { readonly agente: NomeAgente; readonly brutos: readonly AjusteBruto[]; readonly de: readonly Sustentacao[] }): Promise<readonly AjusteDimensao[]> =>
  keepAjustes(pedido.agente, pedido.brutos, pedido.de, (await openBase(pedido)).base));

/** The judgement with what models added; the rest byte for byte as it was. */
export const anexar = asTarefa(({ analise, parecer, usouModelo }: { readonly analise: Uint8Array; readonly parecer: Parecer; readonly usouModelo: boolean }): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(gzipSync(JSON.stringify({ ...open(analise), usouModelo, parecer } satisfies Analise)))));
