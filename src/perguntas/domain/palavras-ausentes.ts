import { fold } from '../../kernel/index.js';
import type { Consulta, IndiceBusca } from '../../editais/index.js';
import { isVazia, stem, tokenize } from '../../portugues/index.js';
import { isDeConversa } from './palavras-de-conversa.js';

/** What a noun follows; a verb seldom does. */
const ANTES_DO_NOME = /(?:^|\s)(?:d[aeo]s?|n[ao]s?|[ao]s?|aos?|um|uma|uns|umas|em|com|para|pra|pelos?|pelas?|por|cada|neste|nesta|deste|desta|e)\s+$/;
const INFINITIVO = /(?:[aeio]r|[aei]rem|[ae]ndo|indo)$/;
const SO_LETRAS = /^[a-z]{4,}$/;

/**
 * Nouns of a question, as they stand in it, that neither name the field asked for (`nomeiam`) nor are anywhere in the document,
 * synonyms and headings included: what is asked of them, the field does not tell.
 */
export function palavrasAusentes({ listas }: IndiceBusca, { conceitos }: Consulta, pergunta: string, nomeiam: readonly RegExp[]): string[] {
  const perguntaDobrada = fold(pergunta);
  const nomes = nomeiam.flatMap((r) => [...perguntaDobrada.matchAll(new RegExp(r.source, 'g'))].map((m) => ({ inicio: m.index, fim: m.index + m[0].length })));
  return tokenize(perguntaDobrada).flatMap(({ texto, inicio, fim }) => {
    const termo = stem(texto);
    const conceito = conceitos.find((c) => c.termo === termo);
    if (!conceito || conceito.peso < 1 || isVazia(texto) || isDeConversa(termo) || !SO_LETRAS.test(texto) || INFINITIVO.test(texto)) return [];
    if (!ANTES_DO_NOME.test(perguntaDobrada.slice(0, inicio)) || nomes.some((n) => n.inicio < fim && n.fim > inicio)) return [];
    return [termo, ...conceito.alternativas.map((a) => a.termo)].some((t) => listas.has(t)) ? [] : [pergunta.slice(inicio, fim)];
  });
}
