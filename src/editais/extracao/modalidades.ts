import type { Modalidade } from '../domain/fato.js';

/** Source of a word that may be printed with a space between the letters ("P R E G Ã O"). */
export const espacado = (palavra: string): string => [...palavra].join(String.raw`\s?`);

const PREGAO = espacado('pregao');
const CONCORRENCIA = espacado('concorrencia');
/** Source of the name of a modality on folded text, group `mod`. "Credenciamento" and "concurso" are common nouns too: the context has to tell. */
export const MODALIDADE = String.raw`\b(?<mod>${PREGAO}|${CONCORRENCIA}|dispensa|dispesa|inexigibilidade|credenciamento|leilao|concurso|dialogo\s+competitivo)\b`;

/** The modality a matched name stands for. */
export function modalidadeDe(nome: string): Modalidade | null {
  const n = nome.replace(/\s+/g, '');
  if (n === 'pregao' || n === 'concorrencia' || n === 'inexigibilidade' || n === 'credenciamento' || n === 'leilao' || n === 'concurso') return n;
  if (n === 'dispensa' || n === 'dispesa') return 'dispensa';
  return n === 'dialogocompetitivo' ? 'dialogo_competitivo' : null;
}
