import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { ABRIU_FLUXO, EmCurso } from '../../src/http/em-curso.js';

class Crua extends EventEmitter {
  terminou = false;
  end(): void {
    this.terminou = true;
    this.emit('close');
  }
}

describe('the requests under way', () => {
  const open = (emCurso: EmCurso): { readonly raw: Crua; readonly resposta: FastifyReply } => {
    const raw = new Crua();
    const resposta = { raw } as unknown as FastifyReply;
    emCurso.enter(resposta);
    return { raw, resposta };
  };
  const contas = ({ total, comuns, fluxos }: EmCurso): unknown => ({ total, comuns, fluxos });

  it('a stream is one from when it opens, and is known as one after it ends', () => {
    const emCurso = new EmCurso();
    const [um, outro] = [open(emCurso), open(emCurso)];
    um.raw.emit(ABRIU_FLUXO);
    expect([contas(emCurso), emCurso.isFluxo(um.resposta), emCurso.isFluxo(outro.resposta)]).toEqual([{ total: 2, comuns: 1, fluxos: 1 }, true, false]);
    um.raw.emit('close');
    expect([contas(emCurso), emCurso.isFluxo(um.resposta)]).toEqual([{ total: 1, comuns: 1, fluxos: 0 }, true]);
  });

  it('one that opens for a client that has gone counts nowhere', () => {
    const emCurso = new EmCurso();
    const { raw } = open(emCurso);
    raw.emit('close');
    raw.emit(ABRIU_FLUXO);
    expect(contas(emCurso)).toEqual({ total: 0, comuns: 0, fluxos: 0 });
  });

  it('stopping ends streams and waits for the others, up to a limit', async () => {
    const emCurso = new EmCurso();
    const [fluxo, comum] = [open(emCurso), open(emCurso)];
    fluxo.raw.emit(ABRIU_FLUXO);
    expect(await emCurso.drain(1)).toBe(1);
    expect([fluxo.raw.terminou, comum.raw.terminou]).toEqual([true, false]);
    const fim = emCurso.drain(60_000);
    comum.raw.emit('close');
    expect(await fim).toBe(0);
  });
});
