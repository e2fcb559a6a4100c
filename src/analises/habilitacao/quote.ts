import { findAchados, isNegado, type Achado, type TextoEdital } from '../../editais/index.js';
import type { Evidencia } from '../../kernel/index.js';
import { textoDaFrase } from '../contexto/frase.js';
import { citar } from '../verificacoes/trechos.js';

const SECAO_CERTA = /habilita|qualifica|regularidade|documenta|juridic|fiscal|econom|tecnic|participa|declara|condic/;
const SECAO_ERRADA = /pagament|sanc|penalid|obriga|recurs|impugna|definic|objeto|reajust|rescis|extinc|fiscaliza|garantia|lances|entrega|recebimento|vigencia|dotac/;
const PEDE = /\b(?:prova|certid|comprov|apresent|documento|declara|atest|regist|inscri|exig|dever|cartao|alvara|licenc|cadastr|credencia)\w*/;
const PESO_REGIAO = { edital: 1.5, anexo: 0.7, tr: 0.8, planilha: 0.4, modelo: 0.2, minuta: -1, etp: -2, sumario: -9 } as const;
/** A demand that another clause may make. */
const SO_SE = /\b(?:caso|quando|se)\s+(?:assim\s+)?exigid[ao]s?\b/;
/** In a form where some boxes are marked, an empty one right before, on the same line, leaves the option out. */
const CAIXA_CHEIA = /[☒☑]|[([]\s?x\s?[)\]]/;
const CAIXA_VAZIA = /(?:☐|[([]\s{0,4}[)\]])[^\n☒☑☐()[\]]{0,60}$/;
/** Below this a mention is not a demand. */
const MINIMO = 1.5;

export interface Exigencia {
  readonly evidencia: Evidencia;
  readonly achado: Achado;
  /** Folded sentence of the demand. */
  readonly frase: string;
}

/** Where the edital asks for something: the mention that reads most like a demand, in the place of authority. Null when none does. `negativa`: a "não" before it is part of what is declared. */
export function quoteExigencia(t: TextoEdital, padrao: RegExp, requer?: RegExp, exceto?: RegExp, negativa = false): Exigencia | null {
  let melhor: (Exigencia & { nota: number }) | null = null;
  const temMarcadas = CAIXA_CHEIA.test(t.dobrado);
  for (const achado of findAchados(t, padrao)) {
    if ((!negativa && isNegado(achado)) || (temMarcadas && CAIXA_VAZIA.test(achado.antes(90)))) continue;
    const frase = textoDaFrase(t, achado.inicio, achado.fim);
    if ((requer && !requer.test(frase)) || exceto?.test(frase) || SO_SE.test(frase)) continue;
    const nota = PESO_REGIAO[achado.regiao] + (SECAO_CERTA.test(achado.secao) ? 1.5 : 0) - (SECAO_ERRADA.test(achado.secao) ? 1.5 : 0) + (PEDE.test(frase) ? 1 : 0);
    if (nota < MINIMO || (melhor && nota <= melhor.nota)) continue;
    const evidencia = citar(t, achado.inicio, achado.fim);
    if (evidencia) melhor = { evidencia, achado, frase, nota };
  }
  return melhor && { evidencia: melhor.evidencia, achado: melhor.achado, frase: melhor.frase };
}
