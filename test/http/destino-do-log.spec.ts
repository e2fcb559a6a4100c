import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openDestinoDoLog } from '../../src/http/destino-do-log.js';

const erro = (code: string): Error => Object.assign(new Error(code), { code });

/** A pipe with room for so many bytes; waiting for it makes none. */
function openCano(cabem: number) {
  const cano = { lido: '', cabem, dormidoMs: 0, code: 'EAGAIN' };
  const destino = openDestinoDoLog((texto, desde) => {
    if (!cano.cabem) throw erro(cano.code);
    const trecho = texto.subarray(desde, desde + cano.cabem);
    cano.lido += trecho.toString();
    cano.cabem -= trecho.length;
    return trecho.length;
  }, (ms) => void (cano.dormidoMs += ms));
  return { cano, destino };
}
const mensagens = (texto: string): unknown[] => texto.trimEnd().split('\n').map((l) => (l.startsWith('{') ? (JSON.parse(l) as { perdidas: number }).perdidas : l));

describe('where the lines of the log go', () => {
  it('those of a turn together at its end; in the order they were given', async () => {
    const { cano, destino } = openCano(1000);
    destino.porVolta.write('a\n');
    destino.porVolta.write('b\n');
    expect(cano.lido).toBe('');
    destino.agora.write('c\n');
    destino.porVolta.write('d\n');
    expect(cano.lido).toBe('a\nb\nc\n');
    await turn();
    expect(cano.lido).toBe('a\nb\nc\nd\n');
  });

  it('a pipe that is full for a moment is waited for', () => {
    let lido = '';
    let vezes = 0;
    const destino = openDestinoDoLog((texto, desde) => {
      if (++vezes % 2) throw erro('EAGAIN');
      lido += texto.subarray(desde, desde + 1).toString();
      return 1;
    }, () => undefined);
    destino.agora.write('abc\n');
    expect(lido).toBe('abc\n');
  });

  it('one that takes nothing more stops nobody: lines are lost whole, and counted when it takes them again', () => {
    const { cano, destino } = openCano(6);
    destino.agora.write('um\n');
    destino.agora.write('dois\ntres\n');
    expect([cano.lido, cano.dormidoMs]).toEqual(['um\ndoi', 1000]);
    for (const l of ['quatro\n', 'cinco\n']) destino.agora.write(l);
    expect([cano.lido, cano.dormidoMs]).toEqual(['um\ndoi', 1000]);
    cano.cabem = 1000;
    destino.agora.write('seis\n');
    destino.agora.write('sete\n');
    expect(mensagens(cano.lido)).toEqual(['um', 'dois', 'seis', 3, 'sete']);
  });

  it('one that is closed is nobody\'s log', () => {
    const { cano, destino } = openCano(0);
    cano.code = 'EPIPE';
    destino.agora.write('um\n');
    expect([cano.lido, cano.dormidoMs]).toEqual(['', 0]);
  });
});
