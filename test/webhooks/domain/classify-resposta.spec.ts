import { describe, expect, it } from '@jest/globals';
import { classifyFalha, classifyStatus } from '../../../src/webhooks/domain/classify-resposta.js';
import { redactResposta } from '../../../src/webhooks/domain/redact-resposta.js';

describe('classifyStatus', () => {
  it.each([200, 201, 202, 204, 299])('%d: delivered', (s) => expect(classifyStatus(s)).toEqual({ desfecho: 'entregue', codigo: null, motivo: null, desativar: false }));
  it.each([408, 425, 429, 500, 502, 503, 504, 599])('%d: again', (s) => expect(classifyStatus(s)).toMatchObject({ desfecho: 'tentar_de_novo', codigo: `http_${s}`, desativar: false }));
  it.each([400, 401, 403, 404, 405, 413, 422, 499])('%d: refused', (s) => expect(classifyStatus(s)).toMatchObject({ desfecho: 'recusada', codigo: `http_${s}`, desativar: false }));
  it.each([300, 301, 302, 304, 307, 308])('%d: refused, not followed', (s) => expect(classifyStatus(s)).toMatchObject({ desfecho: 'recusada', codigo: 'redirecionamento' }));
  it('410: refused, and the endpoint is gone', () => expect(classifyStatus(410)).toMatchObject({ desfecho: 'recusada', codigo: 'http_410', desativar: true }));
});

describe('classifyFalha', () => {
  it.each([['saida_rede', 'tentar_de_novo'], ['saida_tempo_esgotado', 'tentar_de_novo'], ['saida_tls', 'tentar_de_novo'], ['saida_cancelada', 'tentar_de_novo'], ['endereco_nao_permitido', 'recusada']])('%s: %s', (codigo, desfecho) => {
    expect(classifyFalha(codigo, 'm')).toEqual({ desfecho, codigo, motivo: 'm', desativar: false });
  });
});

describe('redactResposta', () => {
  const redact = (texto: string): string => redactResposta(Buffer.from(texto));

  it.each([
    ['ok\tlinha\n', 'ok\tlinha\n'],
    ['a\u0000b\u001b[31mc\u0085d\r\n', 'ab[31mcd\n'],
    ['chave whsec_AAAA+/bb== fim', 'chave whsec_… fim'],
    ['v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,curto', 'v1,… v1,curto'],
    ['{"k":"alicit_0123456789abcdef"}', '{"k":"alicit_…"}'],
    ['authorization: bearer abc.def-123456', 'authorization: bearer …'],
    ['Basic dXN1YXJpbzpzZW5oYQ==', 'Basic …'],
    ['eyJhbGciOi.eyJzdWIiOi.c2ln', 'eyJ…'],
    ['Ação inválida 🙂', 'Ação inválida 🙂'],
  ])('%j', (antes, depois) => expect(redact(antes)).toBe(depois));

  it('survives bytes that are not UTF-8', () => expect(redactResposta(Uint8Array.of(0xff, 0x41, 0xc3))).toBe('\ufffdA\ufffd'));
});
