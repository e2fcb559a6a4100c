import { fold } from '../../../kernel/index.js';
import type { ProvaLida } from './provar-numeros.js';
import { termosDe } from './termos.js';

const NEGADOS = /\bnao\s+(?:(?:se|lhe|lhes|e|sao|foi|sera|serao|ser|serem|esta|estao|ha|havera|tem|tera|terao|mais|tambem|poderao|podera|pode|podem|deve|devem|devera|deverao|fica|ficam|ficara|cabe|cabera)\s+){0,4}(\w+)/g;
/** Words that turn a sentence round, or bound it so that a plain comparison would be unjust. */
const VIRA = /\b(?:nao|nem|sem|nunca|ved\w+|proib\w+|imped\w+|dispens\w+|isent\w+|exceto|salvo|facult\w+|inexist\w+|ausencia|apenas|somente|exclusiv\w+|inviabil\w+|deixar?|evit\w+|falta)\b/;

const negatedIn = (dobrado: string): ReadonlySet<string> => new Set([...dobrado.matchAll(NEGADOS)].flatMap((m) => [...termosDe(m[1]!)]));

/** The word stands elsewhere in the quote, and not after "não". */
const isDitoSemNao = (termo: string, dobrado: string): boolean => termosDe(dobrado.replace(NEGADOS, ' ')).has(termo);

/** "as impugnações suspendem" against "não suspendem", either way round. */
export function findNegacao(frase: string, provas: readonly ProvaLida[]): string | null {
  const dita = fold(frase);
  const daFrase = termosDe(frase);
  const aviso = 'A afirmação diz o contrário da citação.';
  if (!VIRA.test(dita) && provas.every((p) => [...negatedIn(fold(p.texto))].some((t) => daFrase.has(t) && !isDitoSemNao(t, fold(p.texto))))) return aviso;
  const negados = negatedIn(dita);
  return negados.size && provas.every((p) => !VIRA.test(fold(p.texto)) && [...negados].some((t) => p.termos.has(t))) ? aviso : null;
}
