import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageOf, readCursor, writeCursor } from '../../../src/recomendacoes/ordenar/cursor.js';
import { describeAlertas, describePartes } from '../../../src/recomendacoes/ordenar/descrever.js';
import { estadoDe, failOf } from '../../../src/recomendacoes/ordenar/filtrar.js';
import { centesimosDe, hashDe, ordenar } from '../../../src/recomendacoes/ordenar/ordenar.js';
import type { Candidata, Partes, Retorno } from '../../../src/recomendacoes/ordenar/tipos.js';
import type { Filtros } from '../../../src/recomendacoes/ordenar/filtrar.js';
import { AGORA, candidata, emDias, empresa, filtros, retorno } from './apoio.js';

const perto = (_de: string | null, ate: string | null): number | null => (ate === null ? null : ate === '3509502' ? 0 : 250);
const order = (candidatas: readonly Candidata[], f: Partial<Filtros> = {}, retornos: readonly Retorno[] = []) => ordenar({ candidatas, empresa: empresa(), retornos, filtros: filtros(f), agora: AGORA, distancia: perto });
const numeros = (o: ReturnType<typeof order>) => o.itens.map((i) => i.candidata.numero);

describe('the order', () => {
  it('the topic dominates: half a topic with everything for it stays below a whole one with everything against', () => {
    const soma = (pontos: number): Partes => ({ regiao: { pontos, codigo: '', dados: {} }, valor: { pontos: 0, codigo: '', dados: {} }, meEpp: { pontos: 0, codigo: '', dados: {} }, prazo: { pontos: 0, codigo: '', dados: {} }, retorno: { pontos: 0, codigo: '', dados: {} } });
    expect(centesimosDe(0.5, soma(20))).toBe(5000);
    expect(centesimosDe(1, soma(-25))).toBe(5500);
    expect(centesimosDe(1, soma(20))).toBe(10_000);
    expect(centesimosDe(0, soma(20))).toBe(0);
  });

  it('is the same however the candidates come', () => {
    const todas = Array.from({ length: 30 }, (_, i) => candidata({ numero: `n${i}`, topico: 0.4 + (i % 5) / 10 }));
    const certa = numeros(order(todas));
    fc.assert(fc.property(fc.shuffledSubarray(todas, { minLength: 30 }), (outra) => expect(numeros(order(outra))).toEqual(certa)), { numRuns: 20 });
  });

  it('shows one record of each tender, the best, and names the others', () => {
    const o = order([candidata({ numero: 'a', topico: 0.5, duplicidade: 'd' }), candidata({ numero: 'b', topico: 0.9, duplicidade: 'd' }), candidata({ numero: 'c', topico: 0.7 }), candidata({ numero: 'e', topico: 0.4, duplicidade: 'd' })]);
    expect(o.itens.map((i) => [i.candidata.numero, i.repetidas])).toEqual([['b', ['a', 'e']], ['c', []]]);
  });

  it('hides what the company refused, unless it is asked for', () => {
    const ditas = [retorno('a', { retorno: 'nao_interessa' }), retorno('b', { retorno: 'perdi' })];
    const duas = [candidata({ numero: 'a' }), candidata({ numero: 'b' })];
    expect(numeros(order(duas, {}, ditas))).toEqual(['b']);
    expect(numeros(order(duas, { incluirDescartadas: true }, ditas)).sort()).toEqual(['a', 'b']);
  });

  it('puts what a word excludes at the end, with no score, whatever the least score asked for', () => {
    const o = order([candidata({ numero: 'x', excluida: true }), candidata({ numero: 'a', topico: 0.4 })], { incluirExcluidas: true, minimo: 10 });
    expect(o.itens.map((i) => [i.candidata.numero, i.centesimos > 0])).toEqual([['a', true], ['x', false]]);
  });
});

describe('the filters', () => {
  const fica = (c: Partial<Candidata>, f: Partial<Filtros>) => failOf(candidata(c), filtros(f), AGORA, perto);
  const raio = { codigoIbge: '3509502', km: 100, semMunicipio: false };
  it.each<[string, Partial<Candidata>, Partial<Filtros>, ReturnType<typeof failOf>]>([
    ['nothing asked', {}, {}, null], ['not published yet', { publicacao: emDias(1) }, {}, 'filtro'], ['excluded', { excluida: true }, {}, 'filtro'], ['excluded, asked for', { excluida: true }, { incluirExcluidas: true }, null],
    ['suspended', { situacao: 'suspensa' }, {}, 'filtro'], ['suspended, asked for', { situacao: 'suspensa' }, { estados: ['suspensa'] }, null], ['closed', { encerramento: AGORA }, {}, 'filtro'], ['no closing is open', { encerramento: null }, {}, null],
    ['another State', { uf: 'AM' }, { ufs: ['SP'] }, 'filtro'], ['no State', { uf: null }, { ufs: ['SP'] }, 'filtro'], ['another modalidade', { modalidadeId: 8 }, { modalidades: [6] }, 'filtro'],
    ['an unknown value stays', { valor: null }, { valorMin: '1' }, null], ['unless values are asked for', { valor: null }, { valorMin: '1', comValor: true }, 'filtro'], ['below', { valor: '99.99' }, { valorMin: '100' }, 'filtro'], ['at the limit', { valor: '100.00' }, { valorMin: '100', valorMax: '100' }, null], ['above', { valor: '100.01' }, { valorMax: '100' }, 'filtro'],
    ['closes in the days asked for', {}, { encerraDe: emDias(19), encerraAte: emDias(20) }, null], ['closes before', {}, { encerraDe: emDias(21) }, 'filtro'], ['closes after', {}, { encerraAte: emDias(19) }, 'filtro'], ['does not say when', { encerramento: null }, { encerraAte: emDias(19) }, 'filtro'],
    ['in the radius', {}, { raio }, null], ['out of it', { codigoIbge: '3550308' }, { raio }, 'filtro'], ['nobody knows', { codigoIbge: null }, { raio }, 'municipio_desconhecido'], ['nobody knows, asked for', { codigoIbge: null }, { raio: { ...raio, semMunicipio: true } }, null],
  ])('%s', (_nome, c, f, falha) => expect(fica(c, f)).toBe(falha));

  it('counts apart those of unknown município', () => expect(order([candidata({ codigoIbge: null }), candidata()], { raio }).semMunicipio).toBe(1));
  it.each([['suspensa', -1, 'suspensa'], ['revogada', 1, 'revogada'], ['anulada', 1, 'anulada'], ['divulgada', -1, 'encerrada'], [null, 1, 'aberta']] as const)('%s, closing in %i days: %s', (situacao, dias, estado) => expect(estadoDe({ situacao, encerramento: emDias(dias) }, AGORA)).toBe(estado));
});

describe('the cursor', () => {
  it('says where the page ended, whatever is in it', () => {
    const n = (max: number) => fc.integer({ min: 0, max });
    fc.assert(fc.property(fc.record({ agora: n(2 ** 36), centesimos: n(10_000), desempate: fc.maxSafeNat().map((x) => x % 2 ** 40), pedido: fc.maxSafeNat().map((x) => x % 2 ** 32) }), (c) => {
      expect(writeCursor(c)).toMatch(/^rec_[0-9A-Z]{26}$/);
      expect(readCursor(writeCursor(c))).toEqual(c);
    }));
  });
  it.each(['rec_ZZZZZZZZZZZZZZZZZZZZZZZZZZ', 'rec_00000000000000000000000UUU'])('%s is none of ours', (texto) => expect(readCursor(texto)).toBeNull());

  it('goes on after what it names, also when that is gone', () => {
    const { itens } = order(Array.from({ length: 9 }, (_, i) => candidata({ numero: `n${i}`, topico: 0.4 + Math.floor(i / 3) / 10 })));
    const { pagina, haMais } = pageOf(itens, null, 4);
    expect([pagina.length, haMais]).toEqual([4, true]);
    const resto = pageOf(itens.filter((i) => i !== pagina[3]), pagina[3]!, 100);
    expect([...pagina, ...resto.pagina].map((i) => i.candidata.numero)).toEqual(itens.map((i) => i.candidata.numero));
    expect(resto.haMais).toBe(false);
    expect(pageOf(itens, itens.at(-1)!, 4)).toEqual({ pagina: [], haMais: false });
  });
  it('two numbers have two hashes', () => expect(new Set(Array.from({ length: 20_000 }, (_, i) => hashDe(`11222333000181-1-${String(i).padStart(6, '0')}/2026`))).size).toBe(20_000));
});

describe('the words', () => {
  it('say each part that counted, and what to look at first', () => {
    const c = candidata({ meEpp: 'exclusiva', encerramento: emDias(1), valor: '5', numero: 'b', assinatura: [1, 2, 3, 4] });
    const partes = order([c], {}, [retorno('a', { retorno: 'nao_interessa', assinatura: [1, 2, 3, 4] })]).partesDe(c);
    expect(describePartes(partes).map((r) => [r.tipo, r.texto])).toEqual([
      ['regiao', 'É no município da empresa.'], ['valor', 'O valor estimado (R$ 5,00) está abaixo da faixa da empresa (de R$ 100.000,00 a R$ 500.000,00).'], ['me_epp', 'Todos os itens são exclusivos para ME/EPP, e a empresa é uma delas.'],
      ['prazo', 'Para a proposta, falta 1 dia útil, e a empresa precisa de 5.'], ['retorno', 'É parecida com a (“Pavimentação”), que não interessou.'],
    ]);
    expect(describeAlertas(partes)).toEqual([{ codigo: 'prazo_curto', mensagem: 'O prazo é menor que o de que a empresa precisa: falta 1 dia útil para a proposta, e ela precisa de 5.' }]);
  });
});
