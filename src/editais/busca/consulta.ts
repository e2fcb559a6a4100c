import { fold } from '../../kernel/index.js';
import { isVazia, stem, tokenize } from '../../portugues/index.js';
import { assuntosDe, faseDe, type Fase } from './assuntos.js';
import { dicasOf, type Dica } from './dicas.js';
import { alternativasDe, type Alternativa } from './lexico.js';
import { isDePergunta } from './perguntas.js';
import { expandSinonimos, type Expansao } from './sinonimos.js';

/** A word of the question with what may stand for it in an edital. */
export interface Conceito {
  readonly termo: string;
  /** 1, or less for the filler of questions. */
  readonly peso: number;
  readonly alternativas: readonly Alternativa[];
}

export interface Consulta {
  readonly conceitos: readonly Conceito[];
  /** What the question's turn of phrase suggests: weaker than its words. */
  readonly expansoes: readonly Expansao[];
  /** The question's own terms in order, for proximity. */
  readonly sequencia: readonly string[];
  readonly dicas: readonly Dica[];
  readonly assuntos: readonly number[];
  readonly fase: Fase;
}

const PESO_PERGUNTA = 0.25;

/** Question in plain Portuguese → weighted concepts, their order, what kind of answer it asks for and about what. */
export function parseConsulta(pergunta: string): Consulta {
  const dobrada = fold(pergunta);
  const conceitos = new Map<string, Conceito>();
  const sequencia: string[] = [];
  for (const { texto } of tokenize(pergunta)) {
    if (isVazia(texto)) continue;
    const termo = stem(texto);
    const filler = isDePergunta(texto);
    if (!filler) sequencia.push(termo);
    if (!conceitos.has(termo)) conceitos.set(termo, { termo, peso: filler ? PESO_PERGUNTA : 1, alternativas: filler ? [] : alternativasDe(termo) });
  }
  const expansoes = new Map<string, Expansao>();
  for (const e of expandSinonimos(dobrada)) if (!conceitos.has(e.termo) && (expansoes.get(e.termo)?.peso ?? 0) < e.peso) expansoes.set(e.termo, e);
  return { conceitos: [...conceitos.values()], expansoes: [...expansoes.values()], sequencia, dicas: dicasOf(dobrada), assuntos: assuntosDe(dobrada), fase: faseDe(dobrada) };
}
