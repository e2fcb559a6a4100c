import { describe, expect, it } from '@jest/globals';
import { readLista, readPagina, readQuantidade, type Lido } from '../../src/pncp/read-pagina.js';

const ler = (json: unknown, pagina = 1, tamanho = 2): [Lido<unknown>, string[]] => {
  const derivas: string[] = [];
  return [readPagina(json, pagina, tamanho, (_, campo) => derivas.push(campo)), derivas];
};

describe('readPagina', () => {
  it('reads the envelope, its numbers also as text', () => {
    expect(ler({ data: [1, 2], totalRegistros: '5', totalPaginas: 3, numeroPagina: 1, paginasRestantes: 2, empty: false })).toEqual([{ valor: { registros: [1, 2], totalRegistros: 5, totalPaginas: 3, numeroPagina: 1 } }, []]);
    expect(ler({ data: null, totalRegistros: 0, totalPaginas: 0, numeroPagina: 1, empty: true })).toEqual([{ valor: { registros: [], totalRegistros: 0, totalPaginas: 0, numeroPagina: 1 } }, []]);
  });

  it('tells what is missing or does not fit, and goes on', () => {
    expect(ler({ data: [1] })).toEqual([{ valor: { registros: [1], totalRegistros: null, totalPaginas: null, numeroPagina: 1 } }, ['numeroPagina', 'totalRegistros', 'totalPaginas']]);
    expect(ler([1])).toEqual([{ valor: { registros: [1], totalRegistros: null, totalPaginas: null, numeroPagina: 1 } }, ['sem_envelope']]);
    expect(ler({ data: [1], totalRegistros: 5, totalPaginas: 3, numeroPagina: 1 })[1]).toEqual(['pagina_curta']);
    expect(ler({ data: [1, 2, 3], totalRegistros: 5, totalPaginas: 3, numeroPagina: 1 })[1]).toEqual(['pagina_maior']);
  });

  it('refuses another page and what is no page', () => {
    expect(ler({ data: [1], totalRegistros: 5, totalPaginas: 3, numeroPagina: 2 })[0]).toEqual({ motivo: 'outra_pagina' });
    for (const json of [{ message: 'x' }, { data: null }, { data: {} }, null, 5, 'x']) expect(ler(json)[0]).toEqual({ motivo: 'forma' });
  });
});

it('lists and counts are bare', () => {
  expect([readLista([1]), readLista({ data: [1] }), readQuantidade(5), readQuantidade('5'), readQuantidade(-1), readQuantidade({ quantidade: 5 })]).toEqual([{ valor: [1] }, { motivo: 'forma' }, { valor: 5 }, { valor: 5 }, { motivo: 'forma' }, { motivo: 'forma' }]);
});
