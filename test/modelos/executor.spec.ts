import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { FalhaDeModelo, type Causa } from '../../src/modelos/domain/falha.js';
import { Executor } from '../../src/modelos/executor.js';
import type { Obra, Trazida } from '../../src/modelos/obra.js';
import type { Orcamento } from '../../src/modelos/orcamento.service.js';
import { Vagas } from '../../src/modelos/vagas.js';

const BOA: Trazida<string> = { valor: 'sim', entrada: 1, saida: 1 };
const ruim = (causa: Causa): Error => new FalhaDeModelo({ causa, status: null, esperarMs: null, talvezPago: false });

/** Lets what can go on go on, until it is so. */
async function until(ver: () => boolean): Promise<void> {
  for (let vez = 0; !ver(); vez++) {
    if (vez > 1000) throw new Error('não aconteceu');
    await new Promise((r) => setImmediate(r));
  }
}

/** A request that ends when told. */
interface Pedido {
  readonly modelo: string;
  readonly end: (com: Trazida<string> | Error) => void;
}

describe('calls that meet a probe', () => {
  let agora: number;
  let pedidos: Pedido[];
  let seguras: number;
  let executor: Executor;
  beforeEach(() => {
    [agora, pedidos, seguras] = [0, [], 0];
    const orcamento = { reserve: () => Promise.resolve({ id: String(++seguras), organizacaoId: null, chaves: [], chamadas: 1 }), settle: () => Promise.resolve(void seguras--) } as unknown as Orcamento;
    const fonte = { query: () => Promise.resolve([]) } as unknown as DataSource;
    executor = new Executor({ tempoMs: 5000, tentativas: 1, esperaMs: 0, disjuntor: { falhas: 2, abertoMs: 1000 }, precos: { entrada: null, saida: null, embedding: null } }, fonte, orcamento, new Vagas({ concorrencia: 8, maxFila: 8 }), { chamada: () => undefined, guardada: () => undefined, orcamento: () => undefined }, { agora: () => agora, dormir: () => Promise.resolve(), sorte: () => 0 });
  });

  const run = (sinal = new AbortController().signal, modelos: readonly string[] = ['m']): Promise<unknown> => {
    const obra: Obra<string> = {
      contexto: { organizacaoId: null, trabalhoId: 't', finalidade: 'pergunta', versaoPrompt: '1' }, tipo: 'chat', modelos, estimativa: { entrada: 1, saida: 1 }, sinal, guardar: () => Promise.resolve(),
      pedir: (modelo) => new Promise((resolve, reject) => pedidos.push({ modelo, end: (com) => (com instanceof Error ? reject(com) : resolve(com)) })),
    };
    return executor.run(obra).then((f) => f.trazida.valor, (e: { detalhes?: { causa?: string }; message: string }) => e.detalhes?.causa ?? e.message);
  };
  /** The model fails until it is left alone; then the pause is over and four calls come at once. */
  const fallThenFour = async (sinal?: AbortSignal): Promise<Promise<unknown>[]> => {
    for (let n = 1; n <= 2; n++) {
      const feita = run();
      await until(() => pedidos.length === n);
      pedidos[n - 1]!.end(ruim('erro_servidor'));
      expect(await feita).toBe('erro_servidor');
    }
    expect(await run()).toBe('disjuntor_aberto');
    agora = 1000;
    pedidos = [];
    const quatro = [run(), ...Array.from({ length: 3 }, () => run(sinal))];
    await until(() => pedidos.length === 1 && seguras === 1);
    return quatro;
  };

  it('go on when it finds the model well', async () => {
    const quatro = await fallThenFour();
    // Those that wait hold neither a place nor tokens.
    expect([pedidos.length, seguras, executor.vagas.emCurso]).toEqual([1, 1, 1]);
    pedidos[0]!.end(BOA);
    await until(() => pedidos.length === 4);
    for (const p of pedidos) p.end(BOA);
    expect(await Promise.all(quatro)).toEqual(['sim', 'sim', 'sim', 'sim']);
    expect(seguras).toBe(0);
  });

  it('are refused, or go to the fallback, when it does not', async () => {
    const quatro = await fallThenFour();
    const comReserva = run(undefined, ['m', 'reserva']);
    pedidos[0]!.end(ruim('erro_servidor'));
    expect(await Promise.all(quatro)).toEqual(['erro_servidor', 'disjuntor_aberto', 'disjuntor_aberto', 'disjuntor_aberto']);
    await until(() => pedidos.length === 2);
    expect(pedidos[1]!.modelo).toBe('reserva');
    pedidos[1]!.end(BOA);
    expect(await comReserva).toBe('sim');
  });

  it('are stopped by their own signal; when nothing was learnt, one of them probes', async () => {
    const fim = new AbortController();
    const [primeira, ...outras] = await fallThenFour(fim.signal);
    fim.abort(new Error('parada'));
    expect(await Promise.all(outras)).toEqual(['parada', 'parada', 'parada']);
    const [quinta, sexta] = [run(), run()];
    pedidos[0]!.end(ruim('limite'));
    expect(await primeira).toBe('limite');
    await until(() => pedidos.length === 2);
    expect(executor.estados()).toEqual([{ modelo: 'm', estado: 'meio_aberto' }]);
    pedidos[1]!.end(BOA);
    await until(() => pedidos.length === 3);
    pedidos[2]!.end(BOA);
    expect(await Promise.all([quinta, sexta])).toEqual(['sim', 'sim']);
  });
});
