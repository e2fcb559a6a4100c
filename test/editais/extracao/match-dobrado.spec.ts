import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IndiceInicios } from '../../../src/editais/extracao/indice-inicios.js';
import { matchDobrado } from '../../../src/editais/extracao/match-dobrado.js';
import { readPrefixos } from '../../../src/editais/extracao/prefixos.js';
import { textoDe } from '../../support/texto-edital.js';

/** Long enough to be indexed, and without a letter of the expressions. */
const ENCHIMENTO = `${'yyyy yyyy\n'.repeat(900)}`;
const PADROES: readonly RegExp[] = [
  /\bmulta\b/, /multa/, /\b(?:prazo|praz\w+)\s+de\s+(?<n>\d{1,3})\s*dias?\b/, /(?<![\d.,])(?<pct>\d{1,3}(?:[.,]\d{1,4})?)\s*%/, /\bd[aeo]s?\s+obra/,
  /(?:^|[\n\f.;])\s{0,3}(?:\d\s*[.)-])?\s*objeto\b/, /p\s?r\s?e\s?g/, /(?:multa|obra)?\s*mora/, /[^a-z\s]{2}obra/, /\b(?:nao\s+)?(?:sera|sao)(?!\s+obra)/,
  /r\$\s*[\d.]+/, /\W(?:mora|obra)s{0,2}/, /(?=m)mora|\Bobra/, /[ºª]\s?obra/, /.{0,2}§/, /(?:a|obra){2,3}/, /§$/, /(\d)\1/, /\p{L}§/u, /MORA/i, /x?/,
];
const PECAS = ['multa', 'multas', 'mora', 'obra', 'obras', 'prazo', 'de', 'do', 'dias', 'dia', '5', '10', '7,5', '%', ' ', ' ', '\n', '\f', '.', ';', 'pre', 'p r e g', 'nao', 'sera', 'r$', '§', 'º', 'ª', '–', '_', 'a', 'objeto', '1)', 'xobra', '7obra'];

const achados = (texto: string, padrao: RegExp): readonly (readonly [number, string])[] => [...matchDobrado(textoDe([texto]), padrao)].map((m) => [m.index, m[0]]);
const porVarredura = (texto: string, padrao: RegExp): readonly (readonly [number, string])[] =>
  [...textoDe([texto]).dobrado.matchAll(new RegExp(padrao.source, `${padrao.flags}g`))].map((m) => [m.index, m[0]]);

describe('matchDobrado', () => {
  test.each(PADROES)('%s gives what scanning the text gives', (padrao) => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PECAS), { maxLength: 30 }), (pecas) => {
      const texto = `${pecas.slice(0, 15).join('')}\n${ENCHIMENTO}${pecas.join('')}`;
      // As text: thousands of pairs are compared at once.
      expect(JSON.stringify(achados(texto, padrao))).toBe(JSON.stringify(porVarredura(texto, padrao)));
    }), { numRuns: 25, seed: 7 });
  });

  test('gives the places of the groups', () => {
    const texto = `${ENCHIMENTO}multa de 10 dias`;
    const [m] = [...matchDobrado(textoDe([texto]), /\bmulta\s+de\s+(?<n>\d+)/)];
    const [a, b] = m!.indices!.groups!['n']!;
    expect(textoDe([texto]).dobrado.slice(a, b)).toBe('10');
  });
});

describe('IndiceInicios', () => {
  const texto = `${ENCHIMENTO}a multa, as multas e a obra`;
  test('finds the places where a match may begin', () => expect([...new IndiceInicios(texto).find(/\b(?:multas?|obras?)\b/)!]).toEqual([9002, 9012, 9023]));
  test('gives up when they are many', () => expect(new IndiceInicios(texto).find(/\by+/)).toBeNull());
  test('gives up when any character may begin a match', () => expect(new IndiceInicios(texto).find(/.*multa/)).toBeNull());
});

describe('readPrefixos', () => {
  test.each([/multa/i, /\p{L}a/u, /(a)\1/, /[a-\d]x/, /\x41/])('%s is not understood', (padrao) => expect(readPrefixos(padrao)).toBeNull());
  test.each([[/abcd/, 1], [/a|bc/, 2], [/a?b/, 2], [/(?:ab){2}/, 1], [/(?!x)a/, 1]])('%s has prefixes', (padrao, n) => expect(readPrefixos(padrao)).toHaveLength(n));
});
