import { lettersOf } from '../../kernel/index.js';
import { CAMPOS, type Campo, type Fato, type Fatos, type FatoLido } from '../domain/fato.js';
import type { Correcao } from './read-errata.js';

/** An errata that came after the edital in force: its corrections and the facts read from its new text alone. */
export interface ErrataEmVigor {
  readonly documento: string;
  readonly correcoes: readonly Correcao[];
  readonly fatos: Fatos;
}

/** Identity of the tender: an errata repeats it in its heading and never changes it. */
const IDENTIDADE: ReadonlySet<Campo> = new Set<Campo>(['numero_edital', 'numero_processo', 'orgao_nome', 'orgao_cnpj', 'modalidade', 'forma', 'objeto', 'plataforma', 'srp']);
const CONFIANCA_MINIMA = 0.5;

/**
 * The facts with what erratas changed: a fact read inside a correction takes the place of the edital's, which stays in
 * the note; where a correction speaks of a field but its new value was not read, the fact is marked as a conflict.
 */
export function applyErratas(fatos: Fatos, erratas: readonly ErrataEmVigor[]): Fatos {
  if (!erratas.length) return fatos;
  const saida: Record<string, Fato> = { ...fatos };
  for (const errata of erratas) for (const campo of CAMPOS) saida[campo] = applyErrata(saida[campo]!, errata);
  return saida as unknown as Fatos;
}

function applyErrata(atual: Fato, { documento, correcoes, fatos }: ErrataEmVigor): Fato {
  const { campo } = atual;
  const novo: Fato = fatos[campo];
  // Erratas are applied to what the machine read: people correct afterwards.
  if (IDENTIDADE.has(campo) || atual.corrigido || novo.corrigido) return atual;
  if (novo.valor !== null && novo.confianca >= CONFIANCA_MINIMA && correcoes.some((c) => stands(novo, c))) return replaced(atual, novo, documento);
  const tocada = correcoes.find((c) => c.campo === campo);
  if (!tocada || atual.valor === null || (novo.valor !== null && JSON.stringify(novo.valor) === JSON.stringify(atual.valor))) return atual;
  const onde = tocada.evidenciaPara ? `, página ${tocada.evidenciaPara.pagina}` : '';
  return { ...atual, confianca: Math.min(atual.confianca, CONFIANCA_MINIMA), nota: `CONFLITO: a errata “${documento}”${onde} altera este ponto e o novo valor não pôde ser lido: confira.` };
}

/** The quote and the correction speak of the same words. */
function stands(novo: FatoLido, c: Correcao): boolean {
  const [quote, texto] = [lettersOf(novo.trecho), lettersOf(c.novoTexto)];
  return texto.length > 3 && (quote.includes(texto) || texto.includes(quote) || overlap(quote, texto));
}

/** The quote was widened beyond the correction: half of it or more stands inside. */
function overlap(quote: string, texto: string): boolean {
  const meio = Math.floor(quote.length / 2);
  return meio >= 12 && (texto.includes(quote.slice(0, meio)) || texto.includes(quote.slice(-meio)));
}

/** What the edital said before is no other reading: it is kept in the note and among the changes (`Mudanca`). */
function replaced(atual: Fato, novo: FatoLido, documento: string): Fato {
  if (atual.valor === null || JSON.stringify(atual.valor) === JSON.stringify(novo.valor)) return { ...novo, nota: `Dado pela errata “${documento}”.` };
  return { ...novo, nota: `Alterado pela errata “${documento}”; antes, na página ${atual.pagina} de “${atual.documento}”: “${atual.trecho}”.` } as Fato;
}
