import { squeeze } from '../../kernel/index.js';
import type { AfirmacaoProposta } from './conferir/index.js';
import type { AfirmacaoBruta } from './saida.js';
import { unescapeXml } from './xml.js';

/** Most claims of one answer that are looked at, and quotes of a claim. */
export const MAX_AFIRMACOES = 8;
export const MAX_CITACOES = 4;

/** A model's claim with documents by name: an id it was given, or the name itself; what is neither stays as it is, and is refused. */
export function toProposta({ texto, tipo, citacoes }: AfirmacaoBruta, nomes: ReadonlyMap<string, string>): AfirmacaoProposta {
  return {
    texto: squeeze(unescapeXml(texto)), tipo,
    citacoes: citacoes.slice(0, MAX_CITACOES).map((c) => ({ documento: nomes.get(c.documento.trim().toUpperCase()) ?? unescapeXml(c.documento.trim()), pagina: c.pagina, trecho: squeeze(unescapeXml(c.trecho)) })),
  };
}

/** Names by id, of ids by name. */
export const nomesPorId = (ids: Iterable<readonly [nome: string, id: string]>): ReadonlyMap<string, string> => new Map([...ids].map(([nome, id]) => [id, nome]));
