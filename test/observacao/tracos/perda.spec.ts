import { describe, expect, it } from '@jest/globals';
import { classOfPerda } from '../../../src/observacao/tracos/perda.js';

describe('classOfPerda', () => {
  it.each([
    ['what the collector answered', Object.assign(new Error('x'), { code: 503 }), 'http_503'],
    ['a collector that never answers, as the exporter says it', new Error('Request timed out'), 'tempo_esgotado'],
    ['nobody there', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'conexao_recusada'],
    ['anything else', new Error('x'), 'erro_interno'],
    ['no error: the queue was full', null, null],
  ] as const)('%s', (_, erro, classe) => expect(classOfPerda(erro)).toBe(classe));
});
