import { describe, expect, it } from '@jest/globals';
import type { ConfigPressao } from '../../src/config/producao.js';
import type { EmCurso } from '../../src/http/em-curso.js';
import { Pressao } from '../../src/http/pressao.js';

const MB = 1024 * 1024;
const open = (pressao: Partial<ConfigPressao> = {}, comuns = 0) => new Pressao({ pressao: { maxPedidos: 3, maxAtrasoMs: 0, maxMemoriaBytes: 0, pedidoMs: 1000, respostasBytes: 0, ...pressao } }, { comuns } as EmCurso);

describe('what the process bears', () => {
  it('as many requests as it was told, and tells the others when to come back', () => {
    expect(open({}, 3).refusal()).toBeUndefined();
    expect(open({}, 4).refusal()).toMatchObject({ tipo: 'indisponivel', codigo: 'sobrecarregado', detalhes: { motivo: 'pedidos', tentarEmS: 2 } });
    expect([open({}, 2).motivo(), open({}, 3).motivo()]).toEqual([null, 'pedidos']);
  });

  it('an event loop that is late twice in a row; one long turn is over when it is seen', () => {
    const p = open({ maxAtrasoMs: 100 });
    p.note(5000, 0);
    expect(p.motivo()).toBeNull();
    p.note(101, 0);
    expect(p.motivo()).toBe('laco');
    p.note(0, 0);
    expect(p.motivo()).toBeNull();
  });

  it('memory up to its limit; limits of 0 are not looked at', () => {
    const p = open({ maxMemoriaBytes: 100 * MB });
    p.note(0, 101 * MB);
    expect(p.motivo()).toBe('memoria');
    p.note(0, 100 * MB);
    expect(p.motivo()).toBeNull();
    const livre = open();
    for (let i = 0; i < 2; i++) livre.note(1e9, 1e12);
    expect(livre.motivo()).toBeNull();
  });
});
