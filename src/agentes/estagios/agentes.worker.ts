import { gunzipSync, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { AGENTES, type Analise, type NomeAgente, type Parecer } from '../../analises/index.js';
import { openConjuntoPedido, searchTrechos, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { hashDe } from '../../kernel/index.js';
import { asTarefa } from '../../oficina/index.js';
import { DEFINICOES } from '../definicoes.js';
import { findAlertas } from '../domain/alertas.js';
import { buildBase, type BaseGuardada } from '../domain/base/build-base.js';
import { conferir as check, neutralizar, type AfirmacaoProposta, type BaseDeConferencia, type Conferencia } from '../domain/conferir/index.js';
import { buildDossie, closeDossie, letrasParaTrechos } from '../domain/dossie/build-dossie.js';
import { idsDeDocumentos } from '../domain/dossie/fonte.js';
import { joinTrechos, writeTrechos } from '../domain/dossie/trechos.js';
import { placarDe } from '../domain/parecer/placar.js';
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
  const alertas = findAlertas(conjunto.documentos.map((d) => d.documento));
  return { conteudo: hashDe({ dossies, base, alertas }), dossies, base, alertas, ids: [...idsDeDocumentos(analise)], placar: placarDe(analise.decisao) };
});

/** The drafts with their passages. */
export const fechar = asTarefa(({ rascunho: { dossies, ids, base, alertas, placar }, achados }: { readonly rascunho: Rascunho; readonly achados: TrechosPorAgente }): Promise<Preparo> => {
  const escritos = porAgente((a) => writeTrechos(joinTrechos(achados[a]), { ids: new Map(ids), limpar: neutralizar, maxLetras: letrasParaTrechos(dossies[a]) }));
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

/** Sets that claims were checked against lately: their pages are made ready once. */
const bases = new LRUCache<string, BaseDeConferencia>({ max: 2 });

/** Claims against the pages of the set and what rules established. */
export const conferir = asTarefa(async ({ pedido, ambiente, chave, base, propostas }: { readonly pedido: ConjuntoPedido; readonly ambiente: AmbienteEstagios; readonly chave: string; readonly base: BaseGuardada; readonly propostas: readonly AfirmacaoProposta[] }): Promise<Conferencia[]> => {
  const { conjunto } = await openConjuntoPedido(pedido, ambiente);
  const lembrada = bases.get(chave);
  if (lembrada) return propostas.map((p) => check(p, lembrada));
  const paginas = new Map(conjunto.documentos.map(({ documento: d }) => [d.nome, new Map(d.paginas.map((p) => [p.numero, p.texto]))]));
  const completa: BaseDeConferencia = { ...base, textoDaPagina: (documento, pagina) => paginas.get(documento)?.get(pagina) ?? null, paginasDe: (documento) => Math.max(0, ...(paginas.get(documento)?.keys() ?? [])) };
  bases.set(chave, completa);
  return propostas.map((p) => check(p, completa));
});

/** The judgement with what models added; the rest byte for byte as it was. */
export const anexar = asTarefa(({ analise, parecer, usouModelo }: { readonly analise: Uint8Array; readonly parecer: Parecer; readonly usouModelo: boolean }): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(gzipSync(JSON.stringify({ ...open(analise), usouModelo, parecer } satisfies Analise)))));
