import { afterEach, describe, expect, it } from '@jest/globals';
import { AlicitError } from '../../src/kernel/index.js';
import { asTarefa, Oficina, type OpcoesOficina, type TarefaFeita, type Trabalho } from '../../src/oficina/index.js';

const MODULO = new URL('../support/oficina.worker.mjs', import.meta.url);
const TRABALHO: Trabalho = { modulo: MODULO, load: () => import(MODULO.href) };

const abertas: Oficina[] = [];
const open = (opcoes: Partial<OpcoesOficina> = {}): Oficina => {
  const oficina = new Oficina({ threads: 1, maxFila: 4, memoriaMb: 128, tempoMs: 20_000, ociosoMs: 300, ...opcoes });
  abertas.push(oficina);
  return oficina;
};
afterEach(async () => {
  await Promise.all(abertas.splice(0).map((o) => o.close(0)));
});

async function until(condicao: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condicao(); i++) await new Promise((r) => setTimeout(r, 25));
  expect(condicao()).toBe(true);
}

describe.each([[1], [0]])('with %i thread(s)', (threads) => {
  it('gives the task in and the result out', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await open({ threads }).run(TRABALHO, 'eco', { nome: 'edital', bytes })).toEqual({ nome: 'edital', bytes });
  });

  it('passes on an error for the user whole, and works on', async () => {
    const o = open({ threads });
    const erro = await o.run(TRABALHO, 'recusar', { detalhes: { pagina: 3 } }).catch((e: unknown) => e);
    expect(erro).toBeInstanceOf(AlicitError);
    expect(erro).toMatchObject({ tipo: 'conflito', codigo: 'nao_pode', message: 'Não pode.', detalhes: { pagina: 3 } });
    await expect(o.run(TRABALHO, 'quebrar', {})).rejects.toThrow('defect');
    expect(await o.run(TRABALHO, 'eco', { n: 1 })).toEqual({ n: 1 });
    expect(o.stats()).toMatchObject({ concluidas: 3, falhas: 2, emCurso: 0, naFila: 0 });
  });

  it('does not start what was cancelled before', async () => {
    await expect(open({ threads }).run(TRABALHO, 'eco', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ codigo: 'cancelado' });
  });
});

describe('the threads', () => {
  it('kills what takes too long, and works on', async () => {
    const o = open();
    await expect(o.run(TRABALHO, 'girar', {}, { tempoMs: 400 })).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'tempo_esgotado' });
    expect(await o.run(TRABALHO, 'eco', { n: 2 })).toEqual({ n: 2 });
  });

  it('counts the time of a task from its start, not from its arrival', async () => {
    const o = open();
    await o.run(TRABALHO, 'eco', {});
    const [a, b] = await Promise.all([o.run(TRABALHO, 'ocupar', { ms: 500 }, { tempoMs: 5_000 }), o.run(TRABALHO, 'ocupar', { ms: 100 }, { tempoMs: 450 })]);
    expect(a).toBe(b);
  });

  it('kills what the caller gives up, with the reason of the caller', async () => {
    const o = open();
    const desiste = new AbortController();
    const feito = o.run(TRABALHO, 'girar', {}, { signal: desiste.signal });
    await until(() => o.stats().threads === 1);
    desiste.abort(new AlicitError('conflito', 'analise_cancelada', 'A análise foi cancelada.'));
    await expect(feito).rejects.toMatchObject({ codigo: 'analise_cancelada' });
    expect(await o.run(TRABALHO, 'eco', { n: 3 })).toEqual({ n: 3 });
  });

  it('tells when there is no memory, and works on', async () => {
    const o = open({ memoriaMb: 64 });
    await expect(o.run(TRABALHO, 'encher', {})).rejects.toMatchObject({ codigo: 'limite_memoria' });
    expect(await o.run(TRABALHO, 'eco', { n: 4 })).toEqual({ n: 4 });
  });

  it('refuses when its line is full; who gives up leaves the line', async () => {
    const o = open({ maxFila: 1 });
    const desiste = new AbortController();
    const emCurso = o.run(TRABALHO, 'ocupar', { ms: 600 });
    const naFila = o.run(TRABALHO, 'eco', {}, { signal: desiste.signal });
    await expect(o.run(TRABALHO, 'eco', {})).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'oficina_cheia' });
    desiste.abort();
    await expect(naFila).rejects.toMatchObject({ codigo: 'cancelado' });
    expect(o.stats()).toMatchObject({ emCurso: 1, naFila: 0 });
    await emCurso;
  });

  it('gives a key to the thread that knows it', async () => {
    const o = open({ threads: 2, ociosoMs: 5_000 });
    await Promise.all([o.run(TRABALHO, 'ocupar', { ms: 200 }, { chave: 'a' }), o.run(TRABALHO, 'ocupar', { ms: 200 }, { chave: 'b' })]);
    const a = await o.run<{ thread: number }>(TRABALHO, 'onde', {}, { chave: 'a' });
    const b = await o.run<{ thread: number }>(TRABALHO, 'onde', {}, { chave: 'b' });
    expect(a.thread).not.toBe(b.thread);
    for (let i = 0; i < 3; i++) {
      expect((await o.run<{ thread: number }>(TRABALHO, 'onde', {}, { chave: 'b' })).thread).toBe(b.thread);
      expect((await o.run<{ thread: number }>(TRABALHO, 'onde', {}, { chave: 'a' })).thread).toBe(a.thread);
    }
  });

  it('ends its threads when idle', async () => {
    const o = open({ threads: 2 });
    await Promise.all([o.run(TRABALHO, 'ocupar', { ms: 50 }), o.run(TRABALHO, 'ocupar', { ms: 50 })]);
    expect(o.stats().threads).toBe(2);
    await until(() => o.stats().threads === 0);
  });

  it('finishes what runs before it closes, and takes nothing more', async () => {
    const o = open();
    const emCurso = o.run(TRABALHO, 'ocupar', { ms: 300 });
    const fechada = o.close();
    await expect(o.run(TRABALHO, 'eco', {})).rejects.toMatchObject({ codigo: 'oficina_fechada' });
    expect(await emCurso).toEqual(expect.any(Number));
    await fechada;
    expect(o.stats()).toMatchObject({ threads: 0, emCurso: 0 });
  });

  it('tells each task that ends', async () => {
    const o = open();
    const feitas: TarefaFeita[] = [];
    o.onFeita((f) => feitas.push(f));
    await o.run(TRABALHO, 'ocupar', { ms: 60 });
    await o.run(TRABALHO, 'recusar', {}).catch(() => undefined);
    expect(feitas.map((f) => [f.tarefa, f.resultado])).toEqual([['ocupar', 'ok'], ['recusar', 'nao_pode']]);
    expect(feitas[0]!.duracaoMs).toBeGreaterThanOrEqual(55);
  });
});

describe('asTarefa', () => {
  it('makes errors for the user data, and leaves defects as they are', async () => {
    const tarefa = asTarefa(async ({ como }: { como: string }) => {
      if (como === 'recusa') throw new AlicitError('invalido', 'pdf_cifrado', 'Com senha.');
      if (como === 'defeito') throw new TypeError('x');
      return 7;
    });
    expect(await tarefa({ como: 'bem' })).toEqual({ ok: true, resultado: 7 });
    expect(await tarefa({ como: 'recusa' })).toEqual({ ok: false, erro: { tipo: 'invalido', codigo: 'pdf_cifrado', mensagem: 'Com senha.' } });
    await expect(tarefa({ como: 'defeito' })).rejects.toThrow(TypeError);
  });
});
