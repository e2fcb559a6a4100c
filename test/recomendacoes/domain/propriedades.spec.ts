import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePerfil } from '../../../src/recomendacoes/domain/compile-perfil.js';
import { compileTexto } from '../../../src/recomendacoes/domain/compile-texto.js';
import { countEstatistica, exportEstatistica, importEstatistica } from '../../../src/recomendacoes/domain/estatistica.js';
import { explainTopico } from '../../../src/recomendacoes/domain/explain.js';
import { IndiceEmpresas } from '../../../src/recomendacoes/domain/indice-empresas.js';
import { IndiceTextos } from '../../../src/recomendacoes/domain/indice-textos.js';
import { rankTextos } from '../../../src/recomendacoes/domain/rank.js';
import { scorePontos } from '../../../src/recomendacoes/domain/score.js';
import { packTexto, unpackTexto } from '../../../src/recomendacoes/domain/textos.js';
import { LIMIAR_TOPICO } from '../../../src/recomendacoes/domain/tipos.js';
import { familiaDe, hashTermo } from '../../../src/recomendacoes/domain/termo.js';
import { umaEmpresa, umTexto } from './gera.js';

const textos = fc.array(umTexto, { minLength: 1, maxLength: 25 }).map((ts) => ts.map((t, i) => ({ numero: `n${String(i).padStart(3, '0')}`, texto: compileTexto(t) })));
const rodadas = { numRuns: 60 };

describe('topic score', () => {
  it('is 0..1 and tells reasons that stand in the text whenever it is worth showing', () => {
    fc.assert(fc.property(umaEmpresa, umTexto, (e, t) => {
      const texto = compileTexto(t);
      const r = explainTopico(compilePerfil(e), t, countEstatistica([texto]));
      expect(r.score).toBeGreaterThanOrEqual(0);
      expect(r.score).toBeLessThanOrEqual(1);
      if (r.score >= LIMIAR_TOPICO) expect(r.razoes.length).toBeGreaterThan(0);
      for (const x of r.razoes) if (x.inicio !== null) expect(t.objeto.slice(x.inicio, x.inicio + x.trecho.length)).toBe(x.trecho);
    }), rodadas);
  });

  it('never shows what is bought when it is an excluded word', () => {
    fc.assert(fc.property(umaEmpresa, fc.constantFrom('pneus', 'medicamentos', 'notebooks', 'uniformes', 'vigilância armada'), (e, coisa) => {
      const texto = compileTexto({ objeto: `Aquisição de ${coisa} para atender a prefeitura` });
      const perfil = compilePerfil({ ...e, produtos: [{ descricao: coisa }, ...(e.produtos ?? [])], palavrasExcluidas: [coisa] });
      const r = scorePontos(perfil, texto, countEstatistica([texto]));
      expect(r.exclusoes).toEqual([{ indice: 0, alcance: 'nucleo' }]);
      expect(r.score).toBeLessThan(LIMIAR_TOPICO);
    }), rodadas);
  });

  it('ranks alike by index and one by one, forward and reverse, in any order of input', () => {
    fc.assert(fc.property(textos, fc.array(umaEmpresa, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 8 }), (ts, es, top) => {
      const est = countEstatistica(ts.map((t) => t.texto));
      const indice = new IndiceTextos();
      for (const t of [...ts].reverse()) indice.put(t.numero, t.texto);
      const perfis = es.map((e, i) => ({ id: `e${i}`, perfil: compilePerfil(e) }));
      const empresas = new IndiceEmpresas(perfis);
      for (const { perfil } of perfis) expect(indice.rank(perfil, est, { top })).toEqual(rankTextos(perfil, ts, est, top));
      for (const { perfil } of perfis) for (const minimo of [0.2, LIMIAR_TOPICO, 0.5, 0.65]) expect(indice.rank(perfil, est, { top: 99, minimo })).toEqual(rankTextos(perfil, ts, est, 99).filter((x) => x.score >= minimo));
      for (const t of ts) {
        const esperado = perfis.map(({ id, perfil }) => ({ id, score: scorePontos(perfil, t.texto, est).score })).filter((x) => x.score >= LIMIAR_TOPICO).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(empresas.match(t.texto, est, LIMIAR_TOPICO)).toEqual(esperado);
      }
    }), rodadas);
  });

  it('keeps the scores of a text packed into bytes, and of a statistic exported', () => {
    fc.assert(fc.property(umaEmpresa, umTexto, (e, t) => {
      const texto = compileTexto(t);
      const est = countEstatistica([texto]);
      const perfil = compilePerfil(e);
      expect(scorePontos(perfil, unpackTexto(packTexto(texto)), importEstatistica(exportEstatistica(est)))).toEqual(scorePontos(perfil, texto, est));
    }), rodadas);
  });
});

describe('indexes', () => {
  const perfil = compilePerfil({ descricao: 'Loja de pneus', produtos: [{ descricao: 'pneus' }] });
  const pneu = compileTexto({ objeto: 'Aquisição de pneus' });
  const est = countEstatistica([pneu]);

  it('replaces, removes and leaves out what is asked to', () => {
    const indice = new IndiceTextos();
    indice.put('a', compileTexto({ objeto: 'Aquisição de livros' }));
    indice.put('b', pneu);
    indice.put('a', pneu);
    expect(indice.tamanho).toBe(2);
    expect(indice.rank(perfil, est, { top: 5 }).map((c) => c.numero)).toEqual(['a', 'b']);
    expect(indice.rank(perfil, est, { top: 5, aceita: (n) => n !== 'a' }).map((c) => c.numero)).toEqual(['b']);
    expect(indice.rank(perfil, est, { top: 5, minimo: 1.1 })).toEqual([]);
    expect([indice.remove('a'), indice.remove('a'), indice.tamanho]).toEqual([true, false, 1]);
    expect(indice.rank(perfil, est, { top: 5 }).map((c) => c.numero)).toEqual(['b']);
  });

  it('keeps a text whose score is the very minimum, however low its class stands', () => {
    const loja = compilePerfil({ descricao: 'Revenda de informática', produtos: ['computadores', 'notebooks', 'impressoras', 'switches', 'roteadores', 'nobreaks', 'teclados', 'monitores'].map((descricao) => ({ descricao })), cnaes: ['4751-2/01'] });
    const aluguel = compileTexto({ objeto: 'Locação de computadores, notebooks, impressoras, switches, roteadores, nobreaks, teclados e monitores' });
    const e = countEstatistica([aluguel]);
    const indice = new IndiceTextos();
    indice.put('a', aluguel);
    const { score } = scorePontos(loja, aluguel, e);
    expect(indice.rank(loja, e, { top: 5, minimo: score })).toEqual([{ numero: 'a', score }]);
    expect(new IndiceEmpresas([{ id: 'l', perfil: loja }]).match(aluguel, e, score)).toEqual([{ id: 'l', score }]);
  });

  it('tells families of words apart by their first letters only', () => {
    expect(familiaDe(hashTermo('pavimentacao'))).toBe(familiaDe(hashTermo('pavimento')));
    expect(hashTermo('pavimentacao')).not.toBe(hashTermo('pavimento'));
    expect(familiaDe(hashTermo('pavilhao'))).not.toBe(familiaDe(hashTermo('pavimento')));
    for (const t of ['pneu', 'asfalto', 'notebook', 'vigilancia', 'merenda']) expect(hashTermo(t)).toBe(Uint32Array.of(hashTermo(t))[0]);
  });

  it('refuses bytes that are cut or of another version', () => {
    const bytes = packTexto(pneu);
    expect(() => unpackTexto(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => unpackTexto(new Uint8Array())).toThrow(RangeError);
    expect(() => unpackTexto(Uint8Array.from([9, ...bytes.slice(1)]))).toThrow(RangeError);
    expect(() => importEstatistica(new Uint8Array(7))).toThrow(RangeError);
  });

  it('a text takes less than 600 bytes, with forty items too', () => {
    const t = compileTexto({ objeto: 'Registro de preços para futura e eventual aquisição de pneus, câmaras de ar e protetores para os veículos leves, pesados e máquinas da frota municipal, conforme termo de referência', itens: Array.from({ length: 40 }, (_, i) => ({ descricao: `Pneu 175/70 R${i}` })) });
    expect(packTexto(t).length).toBeLessThan(600);
  });
});
