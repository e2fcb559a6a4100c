import { describe, expect, it } from '@jest/globals';
import { readListaCompleta, type ListaLida } from '../../src/pncp/read-lista-completa.js';

const seq = (n: number, de = 1): number[] => Array.from({ length: n }, (_, i) => de + i);

interface Feito extends ListaLida {
  readonly paginas: number;
  readonly passadas: number;
}

/** A list in pages of `serve` entries, though 10 are asked; `daVez` may change it from pass to pass. */
async function ler(daVez: (passada: number) => readonly number[], quantidade: (passada: number) => number | null, serve = 10, chave: (e: unknown) => number | null = (e) => e as number): Promise<Feito> {
  let [paginas, passada] = [0, 0];
  const lida = await readListaCompleta({
    tamanho: 10,
    pagina: (n) => {
      paginas++;
      return Promise.resolve(daVez(passada).slice((n - 1) * serve, n * serve));
    },
    quantidade: () => Promise.resolve(quantidade(passada)), chave,
    esperar: () => {
      passada++;
      return Promise.resolve();
    },
  });
  return { ...lida, paginas, passadas: passada + 1 };
}

describe('readListaCompleta', () => {
  it('stops at a page shorter than asked, when the count agrees', async () => {
    expect(await ler(() => seq(3), () => 3)).toEqual({ entradas: seq(3), faltam: null, quantidade: 3, paginas: 1, passadas: 1 });
    expect(await ler(() => seq(23), () => 23)).toMatchObject({ entradas: seq(23), faltam: null, paginas: 3 });
    expect(await ler(() => seq(20), () => 20)).toMatchObject({ entradas: seq(20), faltam: null, paginas: 3 });
    expect(await ler(() => [], () => null)).toMatchObject({ entradas: [], faltam: null, paginas: 1 });
  });

  it('goes on when PNCP serves shorter pages than asked', async () => {
    expect(await ler(() => seq(23), () => 23, 4)).toMatchObject({ entradas: seq(23), faltam: null, passadas: 1 });
  });

  it('reads again a list that moved', async () => {
    expect(await ler((p) => (p === 0 ? seq(3) : seq(4)), () => 4)).toMatchObject({ entradas: seq(4), faltam: null, passadas: 2 });
    expect(await ler((p) => (p === 0 ? seq(5) : seq(4)), () => 4)).toMatchObject({ entradas: seq(4), faltam: null, passadas: 2 });
  });

  it('says what is missing after three passes; more than counted is no lack', async () => {
    expect(await ler(() => seq(3), () => 7)).toMatchObject({ entradas: seq(3), faltam: 4, quantidade: 7, passadas: 3 });
    expect(await ler(() => seq(7), () => 3)).toMatchObject({ entradas: seq(7), faltam: null, passadas: 3 });
  });

  it('counts an entry once, and stops when pages repeat', async () => {
    expect(await ler(() => [1, 2, 2, 3], () => 3)).toMatchObject({ entradas: [1, 2, 3], faltam: null });
    let pedidas = 0;
    const repete = await readListaCompleta({ tamanho: 2, pagina: () => Promise.resolve(++pedidas > 50 ? [] : [1, 2]), quantidade: () => Promise.resolve(9), chave: (e) => e as number, esperar: () => Promise.resolve() });
    expect([repete.entradas, repete.faltam, pedidas < 20]).toEqual([[1, 2], 7, true]);
  });

  it('keeps all of what nothing identifies', async () => {
    expect(await ler(() => [5, 5, 5], () => 3, 10, () => null)).toMatchObject({ entradas: [5, 5, 5], faltam: null });
  });
});
