import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { conferir, createBaseDeConferencia } from '../../../../src/agentes/index.js';
import { base, PAGINAS } from './edital.js';

/** Sentences of the fictional edital, with their page. */
const FRASES = PAGINAS.flatMap((p, i) => p.split(/\n(?=\d)/).flatMap((c) => c.replace(/\s+/g, ' ').split(/(?<=[a-zà-ú)]{3}[.;])\s/)).map((f) => f.replace(/^[\d.]+\s+/, '').trim())
  .filter((f) => f.length >= 40 && f.length <= 380 && /^\p{Lu}/u.test(f) && !/www|Item {2}|TERMO|\d\.\d+\.\s/.test(f)).map((trecho) => ({ trecho, pagina: i + 1 })));
const vazia = base({ conhecidos: [] });
const check = (texto: string, { trecho, pagina }: { trecho: string; pagina: number }, b = vazia) => conferir({ texto, tipo: 'observacao', citacoes: [{ documento: 'edital.pdf', pagina, trecho }] }, b);
const frase = fc.constantFrom(...FRASES);

describe('a sentence of a page as a claim', () => {
  it('there are enough of them', () => expect(FRASES.length).toBeGreaterThan(30));

  it('is kept with its own quote', () => {
    fc.assert(fc.property(frase, (f) => { expect(check(f.trecho, f)).toMatchObject({ ok: true, afirmacao: { citacoes: [{ pagina: f.pagina }] } }); }), { numRuns: 60 });
  });

  it('is dropped with any digit of a number changed', () => {
    const comDigito = fc.constantFrom(...FRASES.filter((f) => /\d/.test(f.trecho)));
    fc.assert(fc.property(comDigito, fc.nat(), fc.integer({ min: 1, max: 9 }), (f, qual, soma) => {
      const lugares = [...f.trecho.matchAll(/\d/g)].map((m) => m.index);
      const i = lugares[qual % lugares.length]!;
      const falso = f.trecho.slice(0, i) + String((Number(f.trecho[i]) + soma) % 10) + f.trecho.slice(i + 1);
      expect({ falso, ok: check(falso, f).ok }).toEqual({ falso, ok: false });
    }), { numRuns: 120 });
  });

  it('is dropped with the digit changed in the quote', () => {
    const comDigito = fc.constantFrom(...FRASES.filter((f) => /\d/.test(f.trecho)));
    fc.assert(fc.property(comDigito, fc.nat(), fc.integer({ min: 1, max: 9 }), (f, qual, soma) => {
      const lugares = [...f.trecho.matchAll(/\d/g)].map((m) => m.index);
      const i = lugares[qual % lugares.length]!;
      const trecho = f.trecho.slice(0, i) + String((Number(f.trecho[i]) + soma) % 10) + f.trecho.slice(i + 1);
      expect(check(f.trecho, { ...f, trecho })).toMatchObject({ ok: false, motivo: 'citacao_ausente' });
    }), { numRuns: 60 });
  });

  it('keeps a quote however its spaces, case, accents and hyphens are', () => {
    fc.assert(fc.property(frase, fc.infiniteStream(fc.nat(9)), (f, acaso) => {
      const passo = acaso[Symbol.iterator]();
      const next = (): number => passo.next().value as number;
      const trecho = [...f.trecho].map((c) => (c === ' ' ? (next() > 6 ? '\n  ' : ' ') : /[a-zà-ú]/i.test(c) ? (next() > 8 ? c.toUpperCase() : next() > 8 ? c.normalize('NFD').replace(/\p{M}/gu, '') : c) : c)).join('');
      expect(check(f.trecho, { ...f, trecho }).ok).toBe(true);
    }), { numRuns: 60 });
  });

  it('never throws, whatever is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.double(), (texto, trecho, pagina) => { expect(typeof check(texto, { trecho, pagina }).ok).toBe('boolean'); }), { numRuns: 100 });
  });
});

describe('time', () => {
  it('a claim against three hundred pages takes under 5 ms once they are folded', () => {
    const paginas = Array.from({ length: 300 }, (_, i) => ({ numero: i + 1, texto: `${i + 1}. ${PAGINAS[i % PAGINAS.length]!} Folha ${i + 1} deste volume.` }));
    const grande = createBaseDeConferencia({ documentos: [{ nome: 'edital.pdf', paginas }], conhecidos: base().conhecidos, decisao: null, agora: '2026-06-29' });
    const falsa = { texto: 'A contratada deverá elaborar o plano de manutenção de cada unidade.', tipo: 'exigencia', citacoes: [{ documento: 'edital.pdf', pagina: 7, trecho: 'um trecho que não está em página nenhuma deste documento' }] };
    const certa = { texto: 'O pagamento será efetuado em até 30 dias do recebimento da nota fiscal.', tipo: 'exigencia', citacoes: [{ documento: 'edital.pdf', pagina: 8, trecho: 'O pagamento será efetuado em até 30 (trinta) dias' }] };
    conferir(falsa, grande);
    conferir(certa, grande);
    // Of the processor, the best of a few rounds: the machine may be busy with something else.
    const rodadas = Array.from({ length: 10 }, () => {
      const antes = process.cpuUsage();
      for (let i = 0; i < 5; i++) { conferir(falsa, grande); conferir(certa, grande); }
      const { user, system } = process.cpuUsage(antes);
      return (user + system) / 1000 / 10;
    });
    expect(Math.min(...rodadas)).toBeLessThan(5);
  });
});
