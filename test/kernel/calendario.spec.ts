import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDias, addDiasUteis, addDiasUteisDaInternet, addMeses, countDiasUteis, createCalendario, diaDoInstante, diaNoDeslocamento, feriadosNacionais, formatInstante,
  isDia, isDiaUtil, nextDiaUtil, pascoaDe, subtractDiasUteis, toMillis, vencimentoEmMeses, weekdayOf, type LeituraCalendario,
} from '../../src/kernel/calendario/index.js';

const NACIONAL = createCalendario();

/** Reference days: [start, business days, optimistic, conservative when it differs]. 2026 and 2027 unless said. */
const PRAZOS: readonly [string, number, string, string?][] = [
  ['2026-10-09', 3, '2026-10-15'], // 12/10 national holiday
  ['2026-09-25', 3, '2026-09-30'],
  ['2026-11-16', 8, '2026-11-27'], // 20/11
  ['2026-11-16', 10, '2026-12-01'],
  ['2026-02-12', 8, '2026-02-24', '2026-02-26'], // Carnival Monday and Tuesday; Ash Wednesday opens after midday
  ['2026-10-27', 3, '2026-10-30', '2026-11-03'], // 28/10 facultative, 02/11 holiday
  ['2026-10-17', 8, '2026-10-28', '2026-10-29'], // made known on a Saturday
  ['2026-12-21', 8, '2027-01-04', '2027-01-06'], // 24/12 and 31/12 facultative, 25/12 and 01/01 Fridays
  ['2027-03-22', 8, '2027-04-02'], // Good Friday 26/03
  ['2026-10-29', 5, '2026-11-06'], // LC 123, art. 43 § 1º
  ['2026-11-06', 5, '2026-11-13'], // … extended
  ['2026-11-23', 60, '2027-02-17', '2027-02-23'], // contratação integrada
];

/** [opening, business days before, optimistic, conservative when it differs, UF]. */
const LIMITES: readonly [string, number, string, string?, string?][] = [
  ['2026-10-13', 3, '2026-10-07'],
  ['2026-11-23', 3, '2026-11-17'],
  ['2026-04-01', 3, '2026-03-27'],
  ['2026-06-09', 3, '2026-06-04', '2026-06-03'], // Corpus Christi
  ['2026-11-25', 3, '2026-11-19'], // the third day would be 20/11
  ['2026-10-24', 3, '2026-10-21'], // Saturday
  ['2026-10-26', 3, '2026-10-21'],
  ['2027-01-04', 3, '2026-12-29', '2026-12-28'],
  ['2026-12-28', 3, '2026-12-22', '2026-12-21'],
  ['2026-05-04', 3, '2026-04-28'],
  ['2027-03-29', 3, '2027-03-23'],
  ['2026-11-24', 3, '2026-11-18'],
  ['2026-09-10', 3, '2026-09-04'],
  ['2026-09-10', 3, '2026-09-03', undefined, 'TO'], // 08/09 in Tocantins
  ['2026-11-23', 5, '2026-11-13'], // Lei 13.303, art. 87 § 1º
  ['2026-10-13', 5, '2026-10-05'],
];

describe('business days', () => {
  it.each(PRAZOS)('%s + %i', (dia, n, otimista, conservadora = otimista) => {
    expect(addDiasUteis(NACIONAL, dia, n, 'otimista')).toBe(otimista);
    expect(addDiasUteis(NACIONAL, dia, n, 'conservadora')).toBe(conservadora);
  });

  it.each(LIMITES)('%s − %i', (dia, n, otimista, conservadora = otimista, uf = undefined) => {
    const c = createCalendario({ uf: uf ?? null });
    expect(subtractDiasUteis(c, dia, n, 'otimista')).toBe(otimista);
    expect(subtractDiasUteis(c, dia, n, 'conservadora')).toBe(conservadora);
  });

  it('counts an act made known on the internet from the next business day (art. 183, § 1º, I)', () => {
    expect(addDiasUteis(NACIONAL, '2026-10-09', 3, 'otimista')).toBe('2026-10-15');
    expect(addDiasUteisDaInternet(NACIONAL, '2026-10-09', 3, 'otimista')).toBe('2026-10-16');
  });

  it('moves a term that ends without work to the next business day (art. 183, § 2º)', () => {
    expect(nextDiaUtil(NACIONAL, '2026-11-20', 'otimista')).toBe('2026-11-23');
    expect(nextDiaUtil(NACIONAL, '2026-11-19', 'otimista')).toBe('2026-11-19');
  });

  it('refuses what is no whole number of days', () => {
    expect(() => addDiasUteis(NACIONAL, '2026-10-09', -1, 'otimista')).toThrow(RangeError);
    expect(() => subtractDiasUteis(NACIONAL, '2026-10-09', 1.5, 'otimista')).toThrow(RangeError);
  });

  it('takes municipal holidays and closings that are informed', () => {
    const c = createCalendario({ extras: [{ dia: '2026-10-14', nome: 'Padroeira' }, { dia: '2026-10-15', nome: 'Recesso', ambito: 'orgao', facultativo: true }] });
    expect(addDiasUteis(c, '2026-10-09', 3, 'otimista')).toBe('2026-10-16');
    expect(addDiasUteis(c, '2026-10-09', 3, 'conservadora')).toBe('2026-10-19');
    expect(c.feriadoEm('2026-10-14')).toMatchObject({ nome: 'Padroeira', ambito: 'municipal', certo: true });
  });

  it('counts Ash Wednesday in both readings unless the agency says that it is closed', () => {
    expect(isDiaUtil(NACIONAL, '2026-02-18', 'conservadora')).toBe(true);
    expect(isDiaUtil(createCalendario({ extras: [{ dia: '2026-02-18', nome: 'Sem expediente', ambito: 'orgao' }] }), '2026-02-18', 'otimista')).toBe(false);
  });

  it('keeps the certain holiday where a facultative day falls on the same date', () => {
    const rio = createCalendario({ uf: 'RJ' });
    expect(isDiaUtil(rio, '2026-02-17', 'otimista')).toBe(false);
    expect(isDiaUtil(NACIONAL, '2026-02-17', 'otimista')).toBe(true);
  });
});

describe('terms in months (art. 183, II, §§ 2º and 3º)', () => {
  it.each([
    ['2027-01-29', 1, '2027-02-28', '2027-03-01'],
    ['2026-08-31', 1, '2026-09-30', '2026-09-30'],
    ['2024-01-31', 1, '2024-02-29', '2024-02-29'],
    ['2026-12-15', 2, '2027-02-15', '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28', '2026-03-02'],
  ])('%s + %i months', (dia, n, dataADataEsperada, vencimento) => {
    expect(addMeses(dia, n)).toBe(dataADataEsperada);
    expect(vencimentoEmMeses(NACIONAL, dia, n, 'otimista')).toBe(vencimento);
  });
});

describe('calendar of Brazil', () => {
  it.each([
    [2021, '2021-04-04'], [2022, '2022-04-17'], [2023, '2023-04-09'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'],
  ])('Easter of %i', (ano, dia) => expect(pascoaDe(ano)).toBe(dia));

  it('has 20/11 as a national holiday since 2024 only (Lei 14.759/2023)', () => {
    expect(isDiaUtil(NACIONAL, '2023-11-20', 'otimista')).toBe(true);
    expect(isDiaUtil(NACIONAL, '2024-11-20', 'otimista')).toBe(false);
    expect(isDiaUtil(createCalendario({ uf: 'MT' }), '2023-11-20', 'otimista')).toBe(false);
  });

  it('lists the ten certain and seven facultative days of 2026', () => {
    const dias = (certo: boolean): string[] => feriadosNacionais(2026).filter((d) => d.certo === certo).map((d) => d.dia.slice(5)).sort();
    expect(dias(true)).toEqual(['01-01', '04-03', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25']);
    expect(dias(false)).toEqual(['02-16', '02-17', '02-18', '06-04', '10-28', '12-24', '12-31']);
  });

  it('moves Nossa Senhora da Penha with Easter in Espírito Santo', () => {
    expect(createCalendario({ uf: 'es' }).feriadoEm('2026-04-13')?.ambito).toBe('estadual');
    expect(createCalendario({ uf: 'ES' }).feriadoEm('2027-04-05')?.ambito).toBe('estadual');
  });
});

describe('days and instants', () => {
  it.each([
    ['2026-03-31T08:00:00-04:00', '2026-03-31'],
    ['2026-03-31T23:30:00-04:00', '2026-03-31'],
    ['2026-04-01T01:00:00Z', '2026-04-01'],
    ['2026-03-31T23:30:00', '2026-03-31'],
    ['não é data', null],
  ])('%s is the day %s where it was written', (instante, dia) => expect(diaDoInstante(instante)).toBe(dia));

  it('tells the day on the clock of another zone', () => {
    expect(diaNoDeslocamento('2026-04-01T02:30:00Z', '-03:00')).toBe('2026-03-31');
    expect(diaNoDeslocamento('2026-04-01T00:30:00-03:00', '-04:00')).toBe('2026-03-31');
  });

  it('compares instants of different zones', () => expect(toMillis('2026-03-31T08:00:00-04:00')).toBe(toMillis('2026-03-31T09:00:00-03:00')));

  it('shows them in Portuguese', () => {
    expect(formatInstante('2026-11-18T17:00:00-03:00')).toBe('18/11/2026 às 17:00');
    expect(formatInstante('2026-11-18T23:59:59-03:00')).toBe('18/11/2026, até o fim do dia');
  });

  it('knows which days exist', () => {
    expect(isDia('2026-02-29')).toBe(false);
    expect(isDia('2028-02-29')).toBe(true);
    expect(weekdayOf('2026-11-20')).toBe(5);
  });
});

describe('properties', () => {
  const dia = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDias('2022-01-01', n));
  const n = fc.integer({ min: 0, max: 90 });
  const leitura = fc.constantFrom<LeituraCalendario>('otimista', 'conservadora');
  const c = createCalendario({ uf: 'AL', extras: [{ dia: '2026-03-10', nome: 'Aniversário do município' }] });

  it('subtract undoes add from a business day', () => {
    fc.assert(fc.property(dia, n, leitura, (d, k, l) => {
      const util = nextDiaUtil(c, d, l);
      expect(subtractDiasUteis(c, addDiasUteis(c, util, k, l), k, l)).toBe(util);
    }));
  });
  it('count agrees with add, and every term ends on a business day', () => {
    fc.assert(fc.property(dia, n, leitura, (d, k, l) => {
      const fim = addDiasUteis(c, d, k, l);
      expect(countDiasUteis(c, d, fim, l)).toBe(k);
      if (k > 0) expect(isDiaUtil(c, fim, l)).toBe(true);
    }));
  });
  it('is monotonic in the start and in the number of days', () => {
    fc.assert(fc.property(dia, fc.integer({ min: 0, max: 20 }), n, leitura, (d, salto, k, l) => {
      expect(addDiasUteis(c, addDias(d, salto), k, l) >= addDiasUteis(c, d, k, l)).toBe(true);
      expect(addDiasUteis(c, d, k + 1, l) > addDiasUteis(c, d, k, l)).toBe(true);
    }));
  });
  it('the conservative reading never ends a term earlier, nor a limit later', () => {
    fc.assert(fc.property(dia, n, (d, k) => {
      expect(addDiasUteis(c, d, k, 'conservadora') >= addDiasUteis(c, d, k, 'otimista')).toBe(true);
      expect(subtractDiasUteis(c, d, k, 'conservadora') <= subtractDiasUteis(c, d, k, 'otimista')).toBe(true);
    }));
  });
});
