import { describe, expect, it } from '@jest/globals';
import { createSegredo, pickSegredosValidos, rotateSegredo, sign, verifySignature } from '../../../src/webhooks/index.js';

const AGORA = new Date('2026-03-02T13:00:00.900Z');
const segundos = (n: number): Date => new Date(AGORA.getTime() + n * 1000);
const A = createSegredo(new Uint8Array(32).fill(1));
const B = createSegredo(new Uint8Array(32).fill(2));
const MENSAGEM = { id: 'evt_1', quando: AGORA, corpo: '{"é":1}' };

describe('sign', () => {
  // Origin: the test vector of the Standard Webhooks reference libraries.
  it('gives the signature of the public test vector', () => {
    expect(sign({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', quando: new Date(1614265330_000), corpo: '{"test": 2432232314}' }, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('signs with every secret that is valid, the current one first', () => {
    const [a, b] = [sign(MENSAGEM, [A]), sign(MENSAGEM, [B])];
    expect(sign(MENSAGEM, [B, A])['webhook-signature']).toBe(`${b['webhook-signature']} ${a['webhook-signature']}`);
  });

  it('never goes out unsigned', () => expect(() => sign(MENSAGEM, [])).toThrow(RangeError));

  it('makes secrets of exactly 32 bytes', () => {
    expect(A).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(() => createSegredo(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('verifySignature', () => {
  const cabecalhos = { ...sign(MENSAGEM, [A]) };
  const verify = (mudanca: Record<string, string | undefined> = {}, corpo = MENSAGEM.corpo, segredos = [A], agora = AGORA): string => verifySignature({ ...cabecalhos, ...mudanca }, corpo, segredos, agora);

  it('accepts its own', () => expect(verify()).toBe('ok'));

  it.each([[-299, 'ok'], [299, 'ok'], [-302, 'fora_da_tolerancia'], [302, 'fora_da_tolerancia']])('with clocks %d s apart: %s', (n, esperado) => expect(verify({}, undefined, undefined, segundos(n))).toBe(esperado));

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('asks for %s', (nome) => expect(verify({ [nome]: undefined })).toBe('cabecalho_ausente'));

  it.each<[string, Record<string, string>, string]>([
    ['another body', {}, '{"é":2}'],
    ['another id', { 'webhook-id': 'evt_2' }, MENSAGEM.corpo],
    ['another second', { 'webhook-timestamp': String(Number(cabecalhos['webhook-timestamp']) + 1) }, MENSAGEM.corpo],
    ['another version', { 'webhook-signature': cabecalhos['webhook-signature'].replace('v1', 'v2') }, MENSAGEM.corpo],
    ['a cut signature', { 'webhook-signature': cabecalhos['webhook-signature'].slice(0, 20) }, MENSAGEM.corpo],
    ['no version', { 'webhook-signature': cabecalhos['webhook-signature'].slice(3) }, MENSAGEM.corpo],
    ['an empty signature', { 'webhook-signature': 'v1,' }, MENSAGEM.corpo],
  ])('refuses %s', (_, mudanca, corpo) => expect(verify(mudanca, corpo)).toBe('assinatura_invalida'));

  it('refuses another secret', () => expect(verify({}, undefined, [B])).toBe('assinatura_invalida'));
  it.each(['agora', '1e9', '-5', ''])('refuses the timestamp %p', (t) => expect(verify({ 'webhook-timestamp': t })).not.toBe('ok'));
});

describe('rotateSegredo', () => {
  const antes = { atual: A, anterior: null };
  const depois = rotateSegredo(antes, B, AGORA);
  const UM_DIA = 24 * 3600;

  it.each([[0, [B, A]], [UM_DIA - 1, [B, A]], [UM_DIA, [B]], [UM_DIA + 1, [B]]])('%d s later signs with the right ones', (n, esperados) => expect(pickSegredosValidos(depois, segundos(n))).toEqual(esperados));

  it('whoever has either secret accepts, until the old one ends', () => {
    const com = (quando: Date, segredo: string): string => verifySignature({ ...sign({ ...MENSAGEM, quando }, pickSegredosValidos(depois, quando)) }, MENSAGEM.corpo, [segredo], quando);
    expect([com(AGORA, A), com(AGORA, B), com(segundos(UM_DIA), A), com(segundos(UM_DIA), B)]).toEqual(['ok', 'ok', 'assinatura_invalida', 'ok']);
  });

  it('a second rotation ends the oldest at once', () => {
    const C = createSegredo(new Uint8Array(32).fill(3));
    expect(pickSegredosValidos(rotateSegredo(depois, C, segundos(60)), segundos(60))).toEqual([C, B]);
  });
});
