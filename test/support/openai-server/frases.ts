import { radicaisDe } from './vetor.ts';

/** A sentence of a passage. `trecho` is verbatim, line breaks included; `dita` is how it is told: one line, without its number. */
export interface Frase {
  readonly trecho: string;
  readonly dita: string;
}

/** Least and most characters of a quote, within what ALICIT takes. */
const MINIMO = 25;
const MAXIMO = 300;
/** Text that speaks to a model, not to a bidder: an honest model leaves it alone. */
const PARA_MODELOS = /ignor(?:e|ar|em)\s+(?:as|todas|qualquer|o|os|previous|all)|instru[çc](?:ão|ões)\s+(?:anteriores|do sistema|ao modelo)|modelo de linguagem|intelig[êe]ncia artificial|\bassistente\b|\bIA\b|\b(?:GPT|LLM|AI)\b|system prompt|(?:responda|afirme|diga|classifique|atribua|marque)\s+(?:que|apenas|sempre|como|esta|este|nota)|as an? (?:ai|assistant)|you (?:are|must)|<\/?\w+>/i;
const VERBO = /(?<!\p{L})(?:dever[áã]o?|devem?|ser[áã]o?|poder[áã]o?|podem?|ter[áã]o?|é|são|exig\p{L}+|obrigat[óo]ri[oa]s?|vedad[oa]s?|apresent\p{L}+|comprov\p{L}+|fica\p{L}*|far-se-á|dar-se-á|ocorrer[áã]o?|prestar\p{L}*|sujeit\p{L}+|corresponde\p{L}*|compreende\p{L}*|constitui\p{L}*|consiste|vigorar\p{L}*|aplic\p{L}+|admit\p{L}+|permit\p{L}+|incumb\p{L}+|cabe\p{L}*|tem|têm)(?!\p{L})/iu;
const ENDERECO = /https?:|www\.|\S@\S|\.(?:com|gov|org)\b/i;
/** A heading, or one glued to what follows it. */
const emCaixaAlta = (t: string): boolean => /(?:\b\p{Lu}{2,}\b\s+){3,}/u.test(t) || (t.match(/\p{Lu}/gu)?.length ?? 0) > 0.3 * (t.match(/\p{L}/gu)?.length ?? 1);
/** Where a sentence begins: after an end, or at a line that starts with a number or a letter of a list. */
const FIM = /(?<=[.;!?])(?<!\b(?:arts?|incs?|n|nº|al|fls?|p|cf|Sr|Sra|Dr|Dra|Av|Lei|Dec|obs|ref|cap|par)\.)\s+(?=[“"(]?[A-ZÀ-Ú0-9])|\n(?=\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|[a-z]\)|[IVX]{1,5}\s*[-–—])\s)/u;
const NUMERO_DO_ITEM = /^(?:cl[áa]usula\s+\S+\s*[-–—:]?\s*|(?:\d{1,2}\.)+\d{0,3}\.?\s*[-–—]?\s+|(?:\d{1,2}\.)+\d{1,3}\s*[-–—]\s*|\d{1,2}\s*[-–—)]\s+|[a-z]\)\s+|[IVXLC]{1,6}\s*[-–—]\s+)/i;

/** Sentences of a passage that can be quoted: whole, with a verb, of a fit length, not addressed to a model. */
export function frasesDe(texto: string): readonly Frase[] {
  const brutas = texto.split(FIM);
  return brutas.flatMap((bruta, i) => {
    const trecho = bruta.trim();
    // The last one of a passage may have been cut.
    if (i === brutas.length - 1 && !/[.;!?]$/.test(trecho)) return [];
    const dita = trecho.replace(/(\p{Ll})-\n\s*(?=\p{Ll})/gu, '$1').replace(/\s+/g, ' ').replace(NUMERO_DO_ITEM, '').replace(/[;.]\s+(?:e|ou|[a-z])[.)]?$/, '.').replace(/[;:,]$/, '.').trim();
    const cabe = trecho.length >= MINIMO && trecho.length <= MAXIMO && dita.length >= MINIMO && VERBO.test(dita) && !PARA_MODELOS.test(dita) && !ENDERECO.test(dita) && !emCaixaAlta(dita) && /^[\p{Lu}\p{N}“"(]/u.test(dita) && (dita.match(/\p{L}/gu)?.length ?? 0) > dita.length * 0.6;
    return cabe ? [{ trecho, dita: /[.!?]$/.test(dita) ? dita : `${dita}.` }] : [];
  });
}

export const falaAModelos = (texto: string): boolean => PARA_MODELOS.test(texto);

/** Different words of a text in common with a set. */
export const contarComuns = (texto: string, palavras: ReadonlySet<string>): number => new Set(radicaisDe(texto).filter((r) => palavras.has(r))).size;
