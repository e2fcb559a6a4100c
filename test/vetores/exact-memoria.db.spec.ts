import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExactVectors } from '../../src/vetores/exact-vectors.js';
import { linhasPorBloco } from '../../src/vetores/exact/read-blocos.js';
import { openBase, type BaseDeVetores } from './banco.js';
import { forcaBruta, sortearVetores } from './sortear.js';

describe('exact search', () => {
  let base: BaseDeVetores;
  beforeAll(async () => {
    base = await openBase({}, 1);
  });
  afterAll(() => base.close());

  const open = (memoriaBytes: number, fonte = base.fonte) => {
    const store = new ExactVectors(fonte, base.oficina, { memoriaBytes, tempoMs: 10_000 });
    const achadas: boolean[] = [];
    store.onMemoria = (achada) => achadas.push(achada);
    return { store, achadas };
  };

  it('reads a collection of several blocks, scored in a thread, as looking at all of them would', async () => {
    const dimensoes = 8;
    const vetores = Array.from({ length: 3 }, (_, k) => sortearVetores(linhasPorBloco(dimensoes) / 2, dimensoes, k).map((v) => ({ ...v, id: `${k}-${v.id}` }))).flat();
    const { store } = open(0);
    await store.upsert('blocos', vetores);
    const perguntas = sortearVetores(2, dimensoes, 77).map((v) => v.vetor);
    const achados = await store.query('blocos', perguntas, { top: 12 });
    for (const [i, p] of perguntas.entries()) expect(achados[i]!.map((v) => v.id)).toEqual(forcaBruta(vetores, p, 12).map((v) => v.id));
    expect(base.oficina.stats().concluidas).toBe(2);
    const desiste = new AbortController();
    const pedido = store.query('blocos', perguntas, { top: 1, sinal: desiste.signal });
    desiste.abort(new Error('desistiu'));
    await expect(pedido).rejects.toThrow();
  });

  it('keeps a collection in memory while it does not change, whoever changes it', async () => {
    const { store, achadas } = open(1024 * 1024);
    const { store: outro } = open(1024 * 1024, await base.another());
    const vetores = sortearVetores(20, 8);
    await store.upsert('viva', vetores.slice(0, 10));
    const near = async () => (await store.query('viva', [vetores[15]!.vetor], { top: 20 }))[0]!;
    expect(await near()).toHaveLength(10);
    expect(await near()).toHaveLength(10);
    await outro.upsert('viva', vetores.slice(10));
    expect((await near())[0]!.id).toBe(vetores[15]!.id);
    await outro.deleteIds('viva', [vetores[15]!.id]);
    expect((await near()).map((v) => v.id)).not.toContain(vetores[15]!.id);
    await outro.deleteColecao('viva');
    expect(await near()).toEqual([]);
    await outro.upsert('viva', vetores.slice(0, 1));
    expect(await near()).toHaveLength(1);
    expect(achadas).toEqual([false, true, false, false, false]);
  });

  it('keeps no more than it may: what was used longest ago goes', async () => {
    const { store, achadas } = open(3000);
    for (const nome of ['m1', 'm2', 'm3']) await store.upsert(nome, sortearVetores(10, 16));
    const ask = (nome: string) => store.query(nome, [sortearVetores(1, 16)[0]!.vetor], { top: 1 });
    for (const nome of ['m1', 'm2', 'm1', 'm3', 'm1', 'm2']) await ask(nome);
    expect(achadas).toEqual([false, false, true, false, true, false]);
    await store.upsert('grande', sortearVetores(40, 16));
    await ask('grande');
    await ask('grande');
    expect(achadas.slice(6)).toEqual([false, false]);
  });
});
