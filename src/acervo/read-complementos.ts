import { z } from 'zod';
import { invalido } from '../kernel/index.js';
import { cleanJson } from '../storage/storage.module.js';
import { cleanTexto, readInstante } from './clean-pncp.js';
import { isObjeto, mergeBruto, type Bruto, type ItemLido } from './domain/mudancas/index.js';
import type { ArquivoPublicado } from './domain/registro.js';
import { inteiro, itemPncpSchema, texto } from './pncp.schema.js';
import { toItem } from './read-licitacao-pncp.js';

const MAX_ITENS = 20_000;
const MAX_ARQUIVOS = 2_000;

/**
 * A list of items by number; of two with the same one the last counts (the list moved while it was paged). What an item does not bring
 * and `antes` knew stays.
 * @throws AlicitError `pncp_grande`
 */
export function readItens(crus: readonly unknown[], antes: ReadonlyMap<number, Bruto> = new Map()): ReadonlyMap<number, ItemLido> {
  if (crus.length > MAX_ITENS) throw invalido('pncp_grande', `A licitação tem mais de ${MAX_ITENS} itens.`);
  const lidos = new Map<number, ItemLido>();
  for (const [indice, cru] of cleanJson(crus).entries()) {
    if (!isObjeto(cru)) continue;
    const { numero } = toItem(itemPncpSchema.parse(cru), indice);
    const bruto = mergeBruto(antes.get(numero) ?? {}, cru);
    lidos.set(numero, { bruto, item: { ...toItem(itemPncpSchema.parse(bruto), indice), numero } });
  }
  return new Map([...lidos].sort(([a], [b]) => a - b));
}

const arquivoSchema = z.object({ sequencialDocumento: inteiro, titulo: texto, tipoDocumentoId: inteiro, tipoDocumentoNome: texto, dataPublicacaoPncp: texto, statusAtivo: z.boolean().nullish().catch(null) });

/**
 * A list of files; what has no sequence number cannot be fetched and is left out.
 * @throws AlicitError `pncp_grande`
 */
export function readArquivos(crus: readonly unknown[]): readonly ArquivoPublicado[] {
  if (crus.length > MAX_ARQUIVOS) throw invalido('pncp_grande', `A licitação tem mais de ${MAX_ARQUIVOS} arquivos.`);
  return cleanJson(crus).flatMap((cru): readonly ArquivoPublicado[] => {
    const a = arquivoSchema.safeParse(cru).data;
    if (!a || typeof a.sequencialDocumento !== 'number') return [];
    return [{
      sequencial: a.sequencialDocumento, titulo: cleanTexto(a.titulo), tipoDocumentoId: a.tipoDocumentoId ?? null, tipoDocumentoNome: cleanTexto(a.tipoDocumentoNome),
      publicacao: readInstante(a.dataPublicacaoPncp), ativo: a.statusAtivo !== false,
    }];
  });
}
