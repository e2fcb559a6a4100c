import { deslocamentoDe, diaNoDeslocamento, formatDia, showable, squeeze, weekdayOf, type Dia } from '../../kernel/index.js';

const MESES = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const SEMANA = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'];

/** "1º de dezembro de 2026" */
export function diaPorExtenso(dia: Dia): string {
  const [ano, mes, d] = dia.split('-').map(Number);
  return `${d === 1 ? '1º' : d} de ${MESES[mes! - 1]} de ${ano}`;
}

/** "10/12/2026 (quinta-feira)" */
export const diaComSemana = (dia: Dia): string => `${formatDia(dia)} (${SEMANA[weekdayOf(dia)]})`;

/** "10/12/2026 (quinta-feira), às 17:00"; the last second of a day: "no fim do dia". Another offset than Brasília's is said. */
export function instanteComSemana(instante: string): string {
  const hora = instante.slice(11, 16);
  const fuso = deslocamentoDe(instante) ?? '-03:00';
  return `${diaComSemana(instante.slice(0, 10))}, ${hora === '23:59' ? 'no fim do dia' : `às ${hora}`}${fuso === '-03:00' ? '' : ` (hora local, UTC${fuso})`}`;
}

/** The civil day of an instant in the offset it carries. */
export const diaDe = (instante: string): Dia => diaNoDeslocamento(instante, deslocamentoDe(instante) ?? '-03:00') ?? instante.slice(0, 10);

/** A document as people call it: "edital.pdf", and of one inside an archive, "edital.pdf (em tudo.zip)". */
export function nomeDoDocumento(nome: string): string {
  const partes = limpar(nome, 300).split('!');
  return partes.length === 1 ? partes[0]! : `${partes.at(-1)} (em ${partes.slice(0, -1).join(', ')})`;
}

const MAXIMO = 2000;
/** Text of third parties as a draft may hold it: one line, no control characters, bounded. */
export function limpar(texto: string, maximo = MAXIMO): string {
  const limpo = squeeze(showable(texto).replace(/[\ufffe\uffff\u2028\u2029\ue000-\uf8ff]/g, ' '));
  return limpo.length <= maximo ? limpo : `${limpo.slice(0, maximo - 1).trimEnd()}…`.toWellFormed();
}

/** A quote between quotation marks; where it begins or ends inside a sentence, "(…)" says so. */
export function entreAspas(trecho: string): string {
  const t = limpar(trecho);
  return `“${/^\p{Ll}/u.test(t) && !/^[a-z]{1,4}(?:\.\d{1,2})?\s?[).–-]/.test(t) ? '(…) ' : ''}${t}${/[.;:!?)”]$/.test(t) ? '' : ' (…)'}”`;
}

/** "a, b e c" */
export const enumerar = (nomes: readonly string[], ultima: 'e' | 'ou' = 'e'): string => (nomes.length < 2 ? (nomes[0] ?? '') : `${nomes.slice(0, -1).join(', ')} ${ultima} ${nomes.at(-1)}`);

/** First letter lower, unless the word is all capitals ("ME/EPP"). */
export const minuscula = (texto: string): string => (/^\p{Lu}[^\p{Lu}]/u.test(texto) || texto.length === 1 ? texto.charAt(0).toLowerCase() + texto.slice(1) : texto);
export const maiuscula = (texto: string): string => texto.charAt(0).toUpperCase() + texto.slice(1);

/** I, II, III… up to 39. */
export function romano(n: number): string {
  const valores: readonly (readonly [number, string])[] = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let resto = n;
  return valores.map(([v, letra]) => {
    const vezes = Math.floor(resto / v);
    resto -= vezes * v;
    return letra.repeat(vezes);
  }).join('');
}
