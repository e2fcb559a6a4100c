import type { Analise } from '../../analises/index.js';
import { searchTrechos, type Conjunto, type IndiceBusca } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { keepAjustes } from '../domain/parecer/conferidas.js';
import { byAgente, checkAll, closeDraft, draft, openBase, PERGUNTAS, searchFor, TOP, type BaseAberta } from './nucleo.js';
import type { DocumentosDoParecer } from './tipos.js';

/** A set that was read into this thread: passages by words, nothing kept. */
export function openEmMemoria({ conjunto, indice, analise, empresa }: { readonly conjunto: Conjunto; readonly indice: IndiceBusca; readonly analise: Analise; readonly empresa: Empresa }): DocumentosDoParecer {
  const abertas = new Map<string, BaseAberta>();
  const open = (chave: string, base: Parameters<typeof openBase>[1]): BaseAberta => {
    const aberta = abertas.get(chave) ?? openBase(conjunto, base);
    abertas.set(chave, aberta);
    return aberta;
  };
  return {
    rascunhar: async () => draft(conjunto, analise, empresa),
    search: async () => byAgente(PERGUNTAS.map((q) => searchTrechos(indice, q, { top: TOP }))),
    fechar: async (rascunho, achados) => closeDraft(rascunho, achados),
    buscar: async (busca) => searchFor(indice, busca),
    conferir: async ({ chave, base, propostas, anteriores }) => checkAll(open(chave, base), propostas, anteriores),
    conferirAjustes: async ({ chave, base, agente, brutos, de }) => keepAjustes(agente, brutos, de, open(chave, base).base),
  };
}
