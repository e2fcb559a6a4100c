import { fold, isDePergunta, isVazia, stem, tokenize } from '../../kernel/index.js';
import { dicasOf, type Dica } from './dicas.js';
import { expandSinonimos } from './sinonimos.js';

export interface TermoConsulta {
  readonly termo: string;
  readonly peso: number;
  /** Came with the question, not from the table of synonyms. */
  readonly proprio: boolean;
}

export interface Consulta {
  readonly termos: readonly TermoConsulta[];
  /** The question's own terms in order, for proximity. */
  readonly sequencia: readonly string[];
  readonly dicas: readonly Dica[];
}

const PESO_PERGUNTA = 0.25;

/** Question in plain Portuguese → weighted terms, their order, and what kind of answer it asks for. */
export function parseConsulta(pergunta: string): Consulta {
  const dobrada = fold(pergunta);
  const termos = new Map<string, TermoConsulta>();
  const sequencia: string[] = [];
  const add = (termo: string, peso: number, proprio: boolean): void => {
    const atual = termos.get(termo);
    if (!atual || atual.peso < peso) termos.set(termo, { termo, peso, proprio: proprio || atual?.proprio === true });
  };
  for (const { texto } of tokenize(pergunta)) {
    if (isVazia(texto)) continue;
    const termo = stem(texto);
    const filler = isDePergunta(texto);
    add(termo, filler ? PESO_PERGUNTA : 1, true);
    if (!filler) sequencia.push(termo);
  }
  for (const { termo, peso } of expandSinonimos(dobrada)) add(termo, peso, false);
  return { termos: [...termos.values()], sequencia, dicas: dicasOf(dobrada) };
}
