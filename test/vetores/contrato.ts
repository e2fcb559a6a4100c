import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { VectorStore, VetorNomeado } from '../../src/vetores/index.js';
import { createSorteio, forcaBruta, nomeDe, sortearVetor, sortearVetores } from './sortear.js';

/** A store under test. */
export interface LojaDeTeste {
  readonly store: VectorStore;
  close(): Promise<void>;
}

export interface FeitioDaLoja {
  /** How far a score may be from the exact one. */
  readonly folga?: number;
  readonly dimensoes?: number;
}

const ESPERA_MS = 10_000;

/** Waits until the store shows as many as were written: some show later what they acknowledged. */
export async function untilCount(store: VectorStore, colecao: string, total: number): Promise<void> {
  const ate = performance.now() + ESPERA_MS;
  while ((await store.count(colecao)) !== total) {
    if (performance.now() > ate) throw new Error(`never ${total} in ${colecao}`);
    await new Promise((segue) => setTimeout(segue, 5));
  }
}

/** What every store of vectors must do, whatever is behind it. */
export function contratoDeLoja(nome: string, abrir: () => Promise<LojaDeTeste>, { folga = 1e-5, dimensoes = 24 }: FeitioDaLoja = {}): void {
  describe(`the store ${nome}`, () => {
    let loja: LojaDeTeste;
    let store: VectorStore;
    let colecao: string;
    beforeAll(async () => {
      loja = await abrir();
      store = loja.store;
    });
    afterAll(() => loja.close());
    beforeEach(() => {
      colecao = `teste.${randomUUID()}`;
    });

    const write = async (vetores: readonly VetorNomeado[]): Promise<void> => {
      await store.upsert(colecao, vetores);
      await untilCount(store, colecao, vetores.length);
    };
    const near = async (pergunta: Float32Array, top: number) => (await store.query(colecao, [pergunta], { top }))[0]!;
    const readAll = async (limite: number): Promise<VetorNomeado[]> => {
      const todos: VetorNomeado[] = [];
      for (let cursor: string | undefined; ; ) {
        const pagina = await store.list(colecao, { cursor, limite });
        expect(pagina.vetores.length).toBeLessThanOrEqual(limite);
        todos.push(...pagina.vetores);
        if (pagina.cursor === null) return todos;
        cursor = pagina.cursor;
      }
    };

    it('gives the nearest of several questions as looking at all of them would, best first', async () => {
      const vetores = sortearVetores(230, dimensoes);
      await write(vetores);
      const sorteio = createSorteio(7);
      const perguntas = [1, 2, 3].map(() => sortearVetor(dimensoes, sorteio));
      for (const top of [1, 10, 500]) {
        const achados = await store.query(colecao, perguntas, { top });
        for (const [i, pergunta] of perguntas.entries()) {
          const certos = forcaBruta(vetores, pergunta, top);
          expect(achados[i]!.map((v) => v.id)).toEqual(certos.map((v) => v.id));
          for (const [n, { nota }] of achados[i]!.entries()) expect(Math.abs(nota - certos[n]!.nota)).toBeLessThan(folga);
        }
      }
    });

    it('compares directions, not lengths, from 1 to −1', async () => {
      const [base] = sortearVetores(1, dimensoes, 3);
      await write([{ id: 'igual', vetor: base!.vetor.map((x) => x * 50) }, { id: 'oposto', vetor: base!.vetor.map((x) => -x / 7) }]);
      const [perto, longe] = await near(base!.vetor, 5);
      expect([perto!.id, longe!.id]).toEqual(['igual', 'oposto']);
      expect(Math.abs(perto!.nota - 1) + Math.abs(longe!.nota + 1)).toBeLessThan(2 * folga);
    });

    it('replaces what has the same name, also within one writing, and writing again changes nothing', async () => {
      const [a, b] = sortearVetores(2, dimensoes, 5);
      await write([{ id: 'x', vetor: a!.vetor }]);
      await store.upsert(colecao, [{ id: 'x', vetor: a!.vetor }, { id: 'x', vetor: b!.vetor }]);
      await store.upsert(colecao, [{ id: 'x', vetor: b!.vetor }]);
      const ate = performance.now() + ESPERA_MS;
      let nota = -1;
      while (nota < 1 - folga && performance.now() < ate) nota = (await near(b!.vetor, 1))[0]!.nota;
      expect(nota).toBeGreaterThan(1 - folga);
      expect(await store.count(colecao)).toBe(1);
    });

    it('has nothing of a collection nobody made, and of its neighbours', async () => {
      const [v] = sortearVetores(1, dimensoes);
      await store.upsert(`outra.${randomUUID()}`, [v!]);
      expect(await near(v!.vetor, 3)).toEqual([]);
      expect(await store.count(colecao)).toBe(0);
      expect(await store.list(colecao, { limite: 10 })).toEqual({ vetores: [], cursor: null });
      await store.deleteIds(colecao, ['nada']);
      await store.deleteColecao(colecao);
      await store.upsert(colecao, []);
      expect(await store.count(colecao)).toBe(0);
    });

    it('takes out by name, those that are not there too, and whole collections; what is made again is empty first', async () => {
      const vetores = sortearVetores(12, dimensoes);
      await write(vetores);
      await store.deleteIds(colecao, [nomeDe(3), nomeDe(4), 'nunca-houve']);
      await store.deleteIds(colecao, [nomeDe(3)]);
      await untilCount(store, colecao, 10);
      expect((await near(vetores[3]!.vetor, 20)).map((v) => v.id).sort()).toEqual(vetores.map((v) => v.id).filter((id) => id !== nomeDe(3) && id !== nomeDe(4)));
      await store.deleteColecao(colecao);
      await untilCount(store, colecao, 0);
      expect(await near(vetores[3]!.vetor, 20)).toEqual([]);
      await write(vetores.slice(0, 2));
      expect((await near(vetores[0]!.vetor, 20)).map((v) => v.id).sort()).toEqual([nomeDe(0), nomeDe(1)]);
    });

    it('lists whole and stable pages, whatever their size, with the numbers that were put', async () => {
      const vetores = sortearVetores(25, dimensoes, 11);
      await write([...vetores].reverse());
      for (const limite of [1, 10, 25, 100]) {
        const lidos = await readAll(limite);
        expect(lidos.map((v) => v.id)).toEqual(vetores.map((v) => v.id));
        for (const [i, { vetor }] of lidos.entries()) for (const [k, x] of vetor.entries()) expect(Math.abs(x - vetores[i]!.vetor[k]!)).toBeLessThan(folga);
      }
    });

    it('refuses vectors of another dimension, not finite, empty or zero, and bad names, and keeps what it had', async () => {
      const [bom] = sortearVetores(1, dimensoes);
      await write([bom!]);
      const outro = sortearVetor(dimensoes + 1, createSorteio(1));
      await expect(store.upsert(colecao, [{ id: 'a', vetor: outro }])).rejects.toMatchObject({ codigo: 'dimensoes_diferentes' });
      await expect(store.upsert(colecao, [bom!, { id: 'a', vetor: outro }])).rejects.toMatchObject({ codigo: 'dimensoes_diferentes' });
      await expect(store.query(colecao, [outro], { top: 1 })).rejects.toMatchObject({ codigo: 'dimensoes_diferentes' });
      for (const vetor of [new Float32Array(dimensoes), bom!.vetor.map((x, i) => (i ? x : Number.NaN)), bom!.vetor.map((x, i) => (i ? x : Infinity)), new Float32Array(0)]) {
        await expect(store.upsert(colecao, [{ id: 'a', vetor }])).rejects.toMatchObject({ codigo: 'vetor_invalido' });
      }
      for (const id of ['', 'com espaço', 'ação', 'x'.repeat(201), 'a\u0000']) await expect(store.upsert(colecao, [{ id, vetor: bom!.vetor }])).rejects.toMatchObject({ codigo: 'vetor_invalido' });
      expect(await store.count(colecao)).toBe(1);
    });

    it('does nothing for who gave up', async () => {
      const [v] = sortearVetores(1, dimensoes);
      const desistiu = AbortSignal.abort(new Error('desistiu'));
      await expect(store.upsert(colecao, [v!], desistiu)).rejects.toThrow('desistiu');
      await write([{ ...v!, id: 'fica' }]);
      await expect(store.query(colecao, [v!.vetor], { top: 1, sinal: desistiu })).rejects.toThrow('desistiu');
      expect(await store.count(colecao)).toBe(1);
    });

    it('survives several writers of the same collection at once', async () => {
      const vetores = sortearVetores(40, dimensoes, 9);
      await Promise.all([0, 1, 2, 3].map((k) => store.upsert(colecao, vetores.filter((_, i) => i % 4 === k || i < 8))));
      await untilCount(store, colecao, 40);
      expect((await readAll(100)).map((v) => v.id)).toEqual(vetores.map((v) => v.id));
    });
  });
}
