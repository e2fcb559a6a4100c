import { isRepetida, unescapeXml, type AfirmacaoProposta, type Conferencia, type MotivoDescarte, type Recusa } from '../../agentes/index.js';
import { squeeze } from '../../kernel/index.js';
import type { AfirmacaoDaResposta, RespostaDaPergunta } from '../conversa/resposta.js';
import { afirmacaoBrutaSchema } from './saida.js';

/** Claims of an answer that are looked at, and quotes of a claim. */
export const MAX_AFIRMACOES = 6;
const MAX_CITACOES = 4;
/** Answers have no kinds of claims: what is checked of a kind is not checked here. */
const TIPO = 'observacao';

/** A claim as it is checked, documents by name; null: it has not the form of one. */
export function toProposta(bruta: unknown, nomes: ReadonlyMap<string, string>): AfirmacaoProposta | null {
  const lida = afirmacaoBrutaSchema.safeParse(bruta);
  if (!lida.success) return null;
  const { texto, citacoes } = lida.data;
  return { texto: squeeze(unescapeXml(texto)), tipo: TIPO, citacoes: citacoes.slice(0, MAX_CITACOES).map((c) => ({ documento: nomes.get(c.documento.trim().toUpperCase()) ?? unescapeXml(c.documento.trim()), pagina: c.pagina, trecho: squeeze(unescapeXml(c.trecho)) })) };
}

export const SEM_FORMA: Recusa = { ok: false, motivo: 'texto_invalido', explicacao: 'A afirmação não tem a forma pedida: texto e citacoes, cada uma com documento, pagina e trecho.' };

/** What became of the claims of one answer. */
export interface Separadas {
  readonly aceitas: readonly AfirmacaoDaResposta[];
  readonly recusadas: readonly { readonly indice: number; readonly recusa: Recusa }[];
}

/** Claims that stand, none twice nor said `antes`, apart from those that do not. */
export function separate(conferidas: readonly Conferencia[], antes: readonly AfirmacaoDaResposta[] = []): Separadas {
  const aceitas: AfirmacaoDaResposta[] = [];
  const recusadas: { indice: number; recusa: Recusa }[] = [];
  conferidas.forEach((c, indice) => {
    if (!c.ok) recusadas.push({ indice, recusa: c });
    else if (!isRepetida(c.afirmacao.texto, [...antes, ...aceitas])) aceitas.push(toAfirmacao(c.afirmacao));
  });
  return { aceitas, recusadas };
}

const toAfirmacao = ({ texto, citacoes }: { readonly texto: string; readonly citacoes: readonly { readonly documento: string; readonly pagina: number; readonly trecho: string }[] }): AfirmacaoDaResposta => ({ texto, citacoes: citacoes.map(({ documento, pagina, trecho }) => ({ documento, pagina, trecho })) });

/**
 * What was thrown away, by reason: of the claims refused first, as many as the second answer did not mend. Those it tried
 * again count by the reason of the second time.
 */
export function countDescartadas(primeiras: readonly MotivoDescarte[], segundas: { readonly aceitas: number; readonly motivos: readonly MotivoDescarte[] } | null): RespostaDaPergunta['descartadas'] {
  const faltam = segundas ? Math.max(0, primeiras.length - segundas.aceitas - segundas.motivos.length) : primeiras.length;
  const motivos = [...(segundas?.motivos ?? []), ...primeiras.slice(primeiras.length - faltam)];
  const contagem = new Map<string, number>();
  for (const m of motivos) contagem.set(m, (contagem.get(m) ?? 0) + 1);
  return [...contagem].sort(([a], [b]) => (a < b ? -1 : 1)).map(([motivo, quantas]) => ({ motivo, quantas }));
}
