import { describe, expect, it } from '@jest/globals';
import { decideReserva, MAX_POR_DESTINO, MAX_TENTATIVAS, type DecisaoReserva, type EntregaNaVez } from '../../../src/webhooks/domain/reserva.js';

const AGORA = new Date('2026-03-02T13:00:00Z');
const em = (ms: number): Date => new Date(AGORA.getTime() + ms);
const NA_VEZ: EntregaNaVez = { estado: 'pendente', tentativas: 0, proximaEm: AGORA, reservadaAte: null, ativo: true, teste: false, lento: false, emCurso: 0 };

describe('decideReserva', () => {
  it.each<[string, Partial<EntregaNaVez>, DecisaoReserva]>([
    ['its turn', {}, { fazer: 'enviar' }],
    ['delivered meanwhile', { estado: 'entregue' }, { fazer: 'nada' }],
    ['being made', { reservadaAte: em(1) }, { fazer: 'nada' }],
    ['left by who made it', { reservadaAte: AGORA, tentativas: 1 }, { fazer: 'enviar' }],
    ['webhook off', { ativo: false }, { fazer: 'cancelar' }],
    ['test of a webhook that is off', { ativo: false, teste: true }, { fazer: 'enviar' }],
    ['killed nine times', { tentativas: MAX_TENTATIVAS, reservadaAte: em(-1) }, { fazer: 'desistir' }],
    ['a second early', { proximaEm: em(1000) }, { fazer: 'enviar' }],
    ['a little early', { proximaEm: em(1001) }, { fazer: 'esperar', ms: 1001 }],
    ['so early that another job will come', { proximaEm: em(60_001) }, { fazer: 'nada' }],
    ['slow destination', { lento: true }, { fazer: 'outra_fila' }],
    ['destination busy', { emCurso: MAX_POR_DESTINO }, { fazer: 'nada' }],
  ])('%s', (_, mudanca, esperado) => expect(decideReserva({ ...NA_VEZ, ...mudanca }, AGORA, false)).toEqual(esperado));

  it('a slow destination in its own queue', () => expect(decideReserva({ ...NA_VEZ, lento: true }, AGORA, true)).toEqual({ fazer: 'enviar' }));
});
