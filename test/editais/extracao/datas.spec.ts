import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DATA, HORA, readData, readHora, toInstante } from '../../../src/editais/extracao/datas.js';
import { fold } from '../../../src/kernel/index.js';

const MESES = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const pad = (n: number): string => String(n).padStart(2, '0');

const dataDe = (texto: string): string | null => {
  const m = new RegExp(DATA).exec(fold(texto));
  return m && readData(m.groups ?? {});
};
const horaDe = (texto: string): string | null => {
  const m = new RegExp(HORA).exec(fold(texto));
  return m && readHora(m.groups ?? {});
};

const FORMATOS_DATA: readonly ((d: number, m: number, a: number) => string)[] = [
  (d, m, a) => `${pad(d)}/${pad(m)}/${a}`, (d, m, a) => `${d}/${m}/${a}`, (d, m, a) => `${pad(d)} / ${pad(m)} / ${a}`, (d, m, a) => `${pad(d)}.${pad(m)}.${a}`, (d, m, a) => `${pad(d)}-${pad(m)}-${a}`,
  (d, m, a) => `${d}/${m}/${a % 100}`, (d, m, a) => `${pad(d)} de ${MESES[m - 1]} de ${a}`, (d, m, a) => `${d} DE ${MESES[m - 1]!.toUpperCase()} DE ${a}`,
  (d, m, a) => `${pad(d)} de ${MESES[m - 1]} de 2.${String(a).slice(1)}`, (d, m, a) => `${d}º de ${MESES[m - 1]} de ${a}`, (d, m, a) => `${pad(d)}/${MESES[m - 1]!.slice(0, 3)}/${a}`,
];
const FORMATOS_HORA: readonly ((h: number, m: number) => string)[] = [
  (h, m) => `${pad(h)}h${pad(m)}min`, (h, m) => `${pad(h)}:${pad(m)}`, (h, m) => `${pad(h)}:${pad(m)}h`, (h, m) => `${pad(h)}h:${pad(m)}min`, (h, m) => `${h}h${pad(m)}`, (h, m) => `${pad(h)}:${pad(m)} horas`,
  (h, m) => `${pad(h)}:${pad(m)}hs`, (h, m) => `${pad(h)}H${pad(m)}MIN`, (h, m) => `${pad(h)}.${pad(m)} horas`, (h, m) => `${h} horas e ${pad(m)} minutos`, (h, m) => `${pad(h)}:${pad(m)}:00`, (h, m) => `${pad(h)} h ${pad(m)} min`,
];

describe('dates and hours in words', () => {
  it.each([
    ['quatorze de maio de dois mil e vinte e seis', '2026-05-14'], ['primeiro de março de 2027', '2027-03-01'], ['trinta e um dias do mês de outubro de dois mil e vinte e nove', '2029-10-31'],
    ['14 de maio de dois mil e vinte e seis', '2026-05-14'], ['trinta e um de fevereiro de 2026', null],
  ])('%s → %s', (texto, esperado) => expect(dataDe(texto)).toBe(esperado));

  it.each([['às nove horas', '09:00'], ['às quatorze horas e trinta minutos', '14:30'], ['das vinte horas', '20:00'], ['no prazo de duas horas', null], ['vinte e quatro horas', null]])('%s → %s', (texto, esperado) => expect(horaDe(texto)).toBe(esperado));
});

describe('datas', () => {
  it('reads every day in every way it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom(...FORMATOS_DATA), (a, m, d, formato) => {
      expect(dataDe(`no dia ${formato(d, m, a)}, às`)).toBe(`${a}-${pad(m)}-${pad(d)}`);
    }));
  });

  it('reads every hour in every way it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(...FORMATOS_HORA), (h, m, formato) => {
      expect(horaDe(`às ${formato(h, m)} do dia`)).toBe(`${pad(h)}:${pad(m)}`);
    }));
  });

  it.each([
    ['às 9h', '09:00'], ['às 9 (nove) horas', '09:00'], ['às 14 h', '14:00'], ['às 10horas', '10:00'], ['até 24h', '23:59'],
    ['em 2 hospitais', null], ['item 3.10 do edital', null], ['relação 10:1', null], ['às 25h', null],
  ])('hour of "%s" is %s', (texto, esperado) => expect(horaDe(texto)).toBe(esperado));

  it.each([
    ['31/02/2026', null], ['Lei nº 14.133/2021', null], ['item 3.4.26 do edital', null], ['CNPJ 12.345.678/0001-90', null], ['Processo 119/05/2026', null], ['12 (doze) de maio de 2026', '2026-05-12'],
  ])('date of "%s" is %s', (texto, esperado) => expect(dataDe(texto)).toBe(esperado));

  it('writes the instant with its offset', () => expect(toInstante('2026-10-14', '07:30', '-04:00')).toBe('2026-10-14T07:30:00-04:00'));
});
