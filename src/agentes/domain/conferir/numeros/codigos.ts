import type { LeitorDeNumero } from './leitores.js';
import type { ChaveNumero, TipoNumero } from './tipos.js';

const one = (tipo: TipoNumero, valor: string) => [{ tipo, chaves: [`${tipo}:${valor}` as ChaveNumero] }];
/** "14.133" and "14133", "021/2016" and "21/2016" are one. */
const plain = (numero: string): string => numero.replace(/[.\s]/g, '').replace(/^0+(?=\d)/, '');
const codigo = (numero: string): string => numero.replace(/\s/g, '').split('/').map(plain).join('/');

/** Laws that anyone who works with tenders knows by number, with their year. */
const CONHECIDAS: Readonly<Record<string, string>> = { 14133: '2021', 123: '2006', 8666: '1993', 13303: '2016', 10520: '2002', 11462: '2023', 10024: '2019', 12846: '2013', 13709: '2018', 8078: '1990', 147: '2014', 8429: '1992', 13146: '2015', 12527: '2011' };
const MESES = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
/** "1º de abril" → "04-01". */
const dataDe = (dia: string): string => `${String(MESES.findIndex((m) => dia.endsWith(m)) + 1).padStart(2, '0')}-${/^\d+/.exec(dia)![0].padStart(2, '0')}`;
/** The number; with the year, the number and the year: a year that is another makes another law. */
const norma = (numero: string, ano: string | undefined, dia?: string): { tipo: TipoNumero; chaves: ChaveNumero[] }[] => {
  const n = plain(numero);
  if (ano === undefined) return [{ tipo: 'norma', chaves: CONHECIDAS[n] === undefined ? [`norma:${n}`] : [`norma:${n}`, `norma:${n}/${CONHECIDAS[n]}`] }];
  const inteiro = ano.length === 4 ? ano : Number(ano) > 50 ? `19${ano}` : `20${ano}`;
  const lei = { tipo: 'norma' as const, chaves: [`norma:${n}/${inteiro}`] };
  return dia === undefined ? [lei] : [lei, { tipo: 'data', chaves: [`data:${inteiro}-${dataDe(dia)}`] }];
};

const NORMA = String.raw`(?:leis?(?:\s+(?:complementar(?:es)?|federal|estadual|municipal|organica))*|lc|decretos?(?:-lei)?(?:\s+(?:federal|estadual|municipal))?|instruc(?:ao|oes)\s+normativas?|in|portarias?|resoluc(?:ao|oes)|rdc|medida\s+provisoria|mp|acordaos?|sumulas?|(?:abnt\s+)?nbr(?:\s*iso)?|iso(?:\/iec)?|nr|normas?)`;
const ORGAO = String.raw`(?:\s+(?:[a-z]{2,10}(?:[\/-][a-z]{2,10}){0,3}))?`;

/** Numbers that name a thing: registrations, laws, clauses, notices. Tried before all others. */
export const readCodigos: readonly LeitorDeNumero[] = [
  { padrao: /(?<![\d.])\d{2}\.?\d{3}\.?\d{3}\s?\/\s?\d{4}\s?-\s?\d{2}(?!\d)/g, read: (m) => one('cnpj', m[0].replace(/\D/g, '')) },
  { padrao: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g, read: (m) => one('cnpj', m[0].replace(/\D/g, '')) },
  // "Lei nº 14.133, de 1º de abril de 2021", "LC 123/2006", "Decreto Federal n. 11.462/23", "ISO 9001:2015", "NBR 5410": the year belongs to the name.
  {
    padrao: new RegExp(String.raw`\b${NORMA}${ORGAO}\s*(?:n\s?[.ºo°]{0,2}\s*)?(?<n>\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s?[\/:-]\s?(?:[a-z]+\s?[\/-]\s?)?(?<a>\d{4}|\d\d)(?!\d)|,?\s+de\s+(?:(?<dia>\d{1,2}\s?º?\s+de\s+[a-z]+)\s+de\s+)?(?<b>\d{4})(?!\d))?`, 'g'),
    read: (m) => norma(m.groups!['n']!, m.groups!['a'] ?? m.groups!['b'], m.groups!['dia']),
  },
  // Laws named without the word: "14.133/2021", "123/2006" after "e".
  { padrao: /(?<![\d.])(?<n>14\.?133|8\.?666|13\.?303|10\.?520|11\.?462|10\.?024|8\.?078|12\.?846|13\.?709|123)\/(?<a>\d{4}|\d\d)(?!\d)/g, read: (m) => norma(m.groups!['n']!, m.groups!['a']) },
  { padrao: /\bart(?:igo)?s?\s?\.?\s*(?<n>\d{1,4})(?:\s?º|\s?o\b)?(?:-[a-z]\b)?/g, read: (m) => one('artigo', m.groups!['n']!) },
  { padrao: /§+\s*(?<n>\d{1,2})(?:\s?º|\s?o\b)?/g, read: (m) => one('artigo', `p${m.groups!['n']!}`) },
  { padrao: /\b(?:pagina|pag|p|fls?|folhas?)\s?\.?\s*(?<n>\d{1,4})\b/g, read: (m) => one('pagina', String(Number(m.groups!['n']))) },
  { padrao: /\b(?:sub-?itens|sub-?item|itens|item|clausulas?|anexos?|lotes?|grupos?|capitulos?|sec(?:ao|oes)|tabelas?|apendices?|alineas?|incisos?|topicos?|secao|nota|quadro|modulos?)\s+(?:n\s?[.ºo°]{0,2}\s*)?(?<n>\d{1,3}(?:\.\d{1,3})*)\.?(?![\d,]|\s?%)/g, read: (m) => one('item', m.groups!['n']!.split('.').map(Number).join('.')) },
  { padrao: /(?<![\d.,/])\d{1,2}(?:\.\d{1,2}){2,}\.?(?![\d,])|(?<![\d.,/])\d{1,2}\.\d{1,2}\.(?=\s)/g, read: (m) => one('item', m[0].replace(/\.$/, '').split('.').map(Number).join('.')) },
  // "90015/2024", "012/2026", "n. 12/2026-PMX".
  { padrao: /(?<![\d./,])\d{1,7}(?:\.\d{3})*\s?\/\s?(?:20\d\d)(?![\d/])/g, read: (m) => one('codigo', codigo(m[0])) },
];
