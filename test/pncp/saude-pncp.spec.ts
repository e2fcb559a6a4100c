import { describe, expect, it } from '@jest/globals';
import { DESFECHOS_PNCP, ENDPOINTS, type DesfechoPncp, type EstadoEndpoint, type EstadoPncp } from '../../src/pncp/index.js';
import { judgePncp, usoDe } from '../../src/pncp/saude-pncp.js';

const em = (minuto: number): Date => new Date(Date.UTC(2026, 10, 23, 12, minuto));
const endpoint = (mais: Partial<EstadoEndpoint> = {}): EstadoEndpoint => ({
  endpoint: 'publicacao', disjuntor: 'fechado', abertoAte: null, emCurso: 0, desfechos: Object.fromEntries(DESFECHOS_PNCP.map((d) => [d, 0])) as Record<DesfechoPncp, number>, latenciaMs: null, deriva: {}, ultimoSucesso: null, ultimaFalha: null, ...mais,
});
const estado = (mais: Partial<EstadoPncp> = {}, ...endpoints: EstadoEndpoint[]): EstadoPncp => ({ consultaUrl: 'https://c', url: 'https://p', concorrencia: { limite: 2, emCurso: 0, naFila: 0 }, pausadoAte: null, endpoints, ...mais });
const falha = (minuto: number, status: number | null = 503): EstadoEndpoint['ultimaFalha'] => ({ em: em(minuto), desfecho: status === null ? 'tempo_esgotado' : 'erro_servidor', status });

describe('judgePncp', () => {
  it('tells what the requests that were made tell', () => {
    expect(judgePncp(estado({}, ...ENDPOINTS.map((e) => endpoint({ endpoint: e }))))).toEqual({ estado: 'nao_configurado', erro: null });
    expect(judgePncp(estado({}, endpoint({ ultimoSucesso: em(1) }), endpoint()))).toEqual({ estado: 'ok', erro: null });
    expect(judgePncp(estado({ pausadoAte: em(2) }, endpoint({ ultimoSucesso: em(1) })))).toEqual({ estado: 'limite', erro: 'http_429' });
    expect(judgePncp(estado({}, endpoint({ ultimoSucesso: em(1) }), endpoint({ endpoint: 'itens', disjuntor: 'aberto', ultimaFalha: falha(1) })))).toEqual({ estado: 'indisponivel', erro: 'disjuntor_itens' });
  });

  it('takes failures among successes for PNCP’s usual day, and ten minutes without success for a fault', () => {
    expect(judgePncp(estado({}, endpoint({ ultimoSucesso: em(1), ultimaFalha: falha(9) })))).toEqual({ estado: 'ok', erro: null });
    expect(judgePncp(estado({}, endpoint({ ultimoSucesso: em(1), ultimaFalha: falha(12) })))).toEqual({ estado: 'indisponivel', erro: 'http_503' });
    expect(judgePncp(estado({}, endpoint({ ultimaFalha: falha(1, 500) }), endpoint({ ultimaFalha: falha(2, null) })))).toEqual({ estado: 'indisponivel', erro: 'tempo_esgotado' });
  });
});

describe('usoDe', () => {
  it('tells other processes what this one saw, by its last request', () => {
    expect(usoDe(estado({}, endpoint()))).toBeNull();
    expect(usoDe(estado({}, endpoint({ ultimoSucesso: em(1), latenciaMs: { p50: 40, p95: 80, max: 90 } }), endpoint()))).toEqual({ estado: 'ok', erro: null, em: em(1), latenciaMs: 40, ultimoSucesso: em(1), desmentivel: false });
    expect(usoDe(estado({}, endpoint({ ultimoSucesso: em(1) }), endpoint({ ultimaFalha: falha(12) })))).toMatchObject({ estado: 'indisponivel', erro: 'http_503', em: em(12), latenciaMs: null, ultimoSucesso: em(1) });
  });
});
