import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openSse, toEventoSse } from '../../src/http/index.js';
import { parseEventos } from '../perguntas/apoio.js';

/** What of an answer a stream touches. */
class Crua extends EventEmitter {
  escrito = '';
  terminada = false;
  destruida = false;
  closed = false;
  writableLength = 0;
  setHeader(): void {}
  writeHead(): void {}
  write(texto: string): void {
    this.escrito += texto;
  }
  end(): void {
    this.terminada = true;
    this.emit('close');
  }
  destroy(): void {
    this.destruida = true;
    this.emit('close');
  }
}
const open = () => {
  const raw = new Crua();
  let fins = 0;
  const sse = openSse({ id: 'r1' } as FastifyRequest, { raw, hijack: () => undefined, getHeaders: () => ({}) } as unknown as FastifyReply, () => void fins++);
  return { raw, sse, fins: () => fins };
};

describe('server-sent events', () => {
  it.each([['com quebra\nde linha\r\n\r\nevent: falso'], ['"aspas" \\ e \u2028 e 𝄞'], ['']])('are framed so that nothing of the data is framing: %j', (texto) => {
    expect(parseEventos(toEventoSse('resposta', { texto }))).toEqual([{ tipo: 'resposta', dados: { texto } }]);
  });

  it('have an id where there is one', () => {
    expect([toEventoSse('a', 1), toEventoSse('a', 1, 7)]).toEqual(['event: a\ndata: 1\n\n', 'id: 7\nevent: a\ndata: 1\n\n']);
  });

  it('end once, whoever ends them', () => {
    const a = open();
    a.sse.close();
    a.sse.close();
    a.sse.write('depois');
    expect([a.fins(), a.raw.terminada, a.raw.escrito]).toEqual([1, true, 'retry: 2000\n\n']);
    const b = open();
    b.raw.emit('close');
    expect(b.fins()).toBe(1);
  });

  it('are cut where nobody reads', () => {
    const { raw, sse, fins } = open();
    raw.writableLength = 10_000_000;
    sse.write('x');
    expect([raw.destruida, fins()]).toEqual([true, 1]);
  });
});
