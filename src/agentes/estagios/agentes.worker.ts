import { gunzipSync, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { AjusteDimensao, Analise, Parecer } from '../../analises/index.js';
import { openConjuntoPedido, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { asTarefa } from '../../oficina/index.js';
import { checkAll, closeDraft, draft, openBase, searchFor, type BaseAberta } from '../documentos/nucleo.js';
import type { AjustesDaBase, Busca, DaBase, PropostasDaBase } from '../documentos/tipos.js';
import { keepAjustes, type ConferenciaNoLote } from '../domain/parecer/conferidas.js';
import type { Preparo, Rascunho, TrechosPorAgente } from './tipos.js';

interface SobreConjunto {
  readonly pedido: ConjuntoPedido;
  readonly ambiente: AmbienteEstagios;
}

/** No analysis is near this: the largest of 110 real ones has 2 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
const open = (analise: Uint8Array): Analise => JSON.parse(gunzipSync(analise, { maxOutputLength: MAX_BYTES }).toString('utf8')) as Analise;

/** A judgement made ready for agents, but for the passages. */
export const rascunhar = asTarefa(async ({ pedido, ambiente, analise, empresa }: SobreConjunto & { readonly analise: Uint8Array; readonly empresa: Empresa }): Promise<Rascunho> =>
  draft((await openConjuntoPedido(pedido, ambiente)).conjunto, open(analise), empresa));

/** The drafts with their passages. */
export const fechar = asTarefa(({ rascunho, achados }: { readonly rascunho: Rascunho; readonly achados: TrechosPorAgente }): Promise<Preparo> => Promise.resolve(closeDraft(rascunho, achados)));

/** Passages an agent asks for: in this set only. */
export const buscar = asTarefa(async ({ pedido, ambiente, ...busca }: SobreConjunto & Busca): Promise<string> => searchFor((await openConjuntoPedido(pedido, ambiente)).indice, busca));

/** What claims were checked against lately: pages are made ready once. */
const abertas = new LRUCache<string, BaseAberta>({ max: 2 });

async function getBase({ pedido, ambiente, chave, base }: SobreConjunto & DaBase): Promise<BaseAberta> {
  const aberta = abertas.get(chave) ?? openBase((await openConjuntoPedido(pedido, ambiente)).conjunto, base);
  abertas.set(chave, aberta);
  return aberta;
}

export const conferir = asTarefa(async (pedido: SobreConjunto & PropostasDaBase): Promise<ConferenciaNoLote[]> => checkAll(await getBase(pedido), pedido.propostas, pedido.anteriores));

/** Moves of an agent's dimensions. */
export const conferirAjustes = asTarefa(async (pedido: SobreConjunto & AjustesDaBase): Promise<readonly AjusteDimensao[]> => keepAjustes(pedido.agente, pedido.brutos, pedido.de, (await getBase(pedido)).base));

/** The judgement with what models added; the rest byte for byte as it was. */
export const anexar = asTarefa(({ analise, parecer, usouModelo }: { readonly analise: Uint8Array; readonly parecer: Parecer; readonly usouModelo: boolean }): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(gzipSync(JSON.stringify({ ...open(analise), usouModelo, parecer } satisfies Analise)))));
