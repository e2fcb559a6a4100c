import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { indisponivel } from '../../../src/kernel/index.js';
import { readContexto, tracoAtual, withContexto, withoutContexto, withTraco, withTracoRaiz } from '../../../src/observacao/index.js';
import { withPonto } from '../../../src/observacao/contexto.js';
import { installMotor, type Motor } from '../../../src/observacao/tracos/motor.js';
import type { Ponto } from '../../../src/observacao/tracos/traceparent.js';
import { keepContexto } from '../../../src/storage/cliente-com-tracos.js';

const RAIZ: Ponto = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), amostrado: true };
const ponto = (n: number, mais: Partial<Ponto> = {}): Ponto => ({ ...RAIZ, spanId: String(n).padStart(16, '0'), ...mais });

describe('spans where work is done', () => {
  let uninstall = (): void => undefined;
  afterEach(() => uninstall());

  /** Names of spans as they begin and end, and whose child each is. */
  function record(): string[] {
    const fatos: string[] = [];
    let n = 0;
    const motor: Motor = {
      begin(nome, _papel, atributos, pai) {
        fatos.push(`${nome} < ${pai?.spanId.replace(/^0+/, '') ?? '-'}`);
        return { ponto: ponto(++n), set: (a) => void fatos.push(`${nome} ${JSON.stringify({ ...atributos, ...a })}`), end: (erro) => void fatos.push(`${nome} ${erro ?? 'ok'}`) };
      },
    };
    uninstall = installMotor(motor);
    return fatos;
  }

  it('nothing is made without whoever makes them, outside of a trace, and in one that is not recorded', async () => {
    expect(withTraco('a', {}, () => 7)).toBe(7);
    const fatos = record();
    expect([withTraco('a', {}, () => 7), withPonto(ponto(9, { amostrado: false }), () => withTraco('a', {}, () => tracoAtual()?.traceparent))]).toEqual([7, `00-${RAIZ.traceId}-0000000000000009-00`]);
    expect(fatos).toEqual([]);
  });

  it('each is the child of the one around it, through what it waits for; the log is told', async () => {
    const fatos = record();
    await withContexto({ analiseId: 'ana_1' }, () => withTracoRaiz('fila', {}, null, async () => {
      await new Promise((r) => setImmediate(r));
      expect(readContexto()).toEqual({ analiseId: 'ana_1', traceId: RAIZ.traceId, spanId: ponto(1).spanId });
      await Promise.all([1, 2].map((i) => withTraco(`etapa ${i}`, { i }, async (t) => {
        await new Promise((r) => setImmediate(r));
        t.set({ feita: true });
      })));
    }));
    expect([fatos.slice(0, 3), fatos.slice(3, -1).sort(), fatos.at(-1)]).toEqual([['fila < -', 'etapa 1 < 1', 'etapa 2 < 1'], ['etapa 1 ok', 'etapa 1 {"i":1,"feita":true}', 'etapa 2 ok', 'etapa 2 {"i":2,"feita":true}'], 'fila ok']);
    expect(readContexto()).toEqual({});
  });

  it('what is thrown ends it with its class, and is thrown on; what only failed says so', async () => {
    const fatos = record();
    const erro = indisponivel('banco_indisponivel', 'segredo');
    await withPonto(RAIZ, async () => {
      await expect(withTraco('a', {}, () => Promise.reject(erro))).rejects.toBe(erro);
      expect(() => withTraco('b', {}, () => { throw new Error('segredo'); })).toThrow('segredo');
      withTraco('c', {}, (t) => t.fail('limite'));
    });
    expect(fatos.filter((f) => !f.includes('<'))).toEqual(['a banco_indisponivel', 'b erro_interno', 'c limite']);
  });

  it('what outlives the work is no part of it', () => {
    expect(withContexto({ reqId: 'r' }, () => withPonto(RAIZ, () => withoutContexto(() => [readContexto(), tracoAtual()])))).toEqual([{}, null]);
  });

  it('a caller that says its trace is followed also where no spans are made', () => {
    expect(withTracoRaiz('fila', {}, RAIZ, () => tracoAtual())).toEqual({ traceparent: `00-${RAIZ.traceId}-${RAIZ.spanId}-01` });
    expect(withTracoRaiz('fila', {}, null, () => tracoAtual())).toBeNull();
  });

  it('a statement that waited for a connection is of whoever asked, not of whoever gave the connection back', async () => {
    const vistos: unknown[] = [];
    class Cliente extends EventEmitter {
      readonly _queryable = true;
      connect(fim: () => void): void {
        setImmediate(fim);
      }
      query(texto: string, _valores: unknown, fim: (erro: null, r: { rows: never[] }) => void): void {
        vistos.push([texto, tracoAtual()?.traceparent.slice(36, 52).replace(/^0+/, '')]);
        setImmediate(() => fim(null, { rows: [] }));
      }
      end(fim?: () => void): void {
        fim?.();
      }
    }
    const pool = keepContexto(new pg.Pool({ max: 1, Client: Cliente as never } as pg.PoolConfig));
    pool.on('error', () => undefined);
    await Promise.all([1, 2, 3].map((n) => withPonto(ponto(n), () => pool.query(`q${n}`))));
    expect(vistos).toEqual([['q1', '1'], ['q2', '2'], ['q3', '3']]);
    await pool.end();
  });
});
