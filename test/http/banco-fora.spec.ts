import { describe, expect, it } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { ProblemaFilter } from '../../src/http/problema.filter.js';

/** What a client hears of an error. */
function answer(erro: unknown): { status?: number; corpo?: string; cabecalhos: Record<string, string> } {
  const dito: ReturnType<typeof answer> = { cabecalhos: {} };
  const resposta = {
    sent: false, raw: { headersSent: false },
    header: (nome: string, valor: string) => ((dito.cabecalhos[nome] = valor), resposta), type: () => resposta,
    status: (s: number) => ((dito.status = s), resposta), send: (corpo: string) => ((dito.corpo = corpo), resposta),
  };
  new ProblemaFilter().catch(erro, { switchToHttp: () => ({ getResponse: () => resposta, getRequest: () => ({ id: 'p1' }) }) } as unknown as ArgumentsHost);
  return dito;
}

describe('a database that does not answer', () => {
  it.each([
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }), Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    new Error('Connection terminated unexpectedly'), new Error('timeout exceeded when trying to connect'),
  ])('is 503, to be tried again: $message', (erro) => {
    const { status, corpo, cabecalhos } = answer(erro);
    expect([status, cabecalhos['retry-after'], (JSON.parse(corpo!) as { codigo: string }).codigo]).toEqual([503, '5', 'banco_indisponivel']);
  });

  it('is not what a defect is', () => {
    expect(answer(Object.assign(new Error('syntax error'), { code: '42601' })).status).toBe(500);
    expect(answer(new Error('qualquer')).status).toBe(500);
  });
});
