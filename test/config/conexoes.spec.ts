import { describe, expect, it } from '@jest/globals';
import { countConexoes, parseConfig } from '../../src/config/index.js';

const count = (ambiente: Record<string, string>) => countConexoes(parseConfig({ DATABASE_URL: 'postgres://a:b@banco:5432/x', ALICIT_OFICINA_THREADS: '2', ...ambiente }, '/x'));

describe('connections of a process', () => {
  it.each([
    ['all: pool, threads of recommendations, who listens', {}, 15],
    ['an api listens to no queue', { ALICIT_ROLE: 'api' }, 14],
    ['a smaller pool', { ALICIT_ROLE: 'worker', ALICIT_BANCO_CONEXOES: '4' }, 9],
    ['without threads, recommendations are made in the process, once', { ALICIT_OFICINA_THREADS: '0' }, 13],
    ['behind a pooler nobody listens', { ALICIT_BANCO_POOLER: '1' }, 14],
    ['but where there is another way', { ALICIT_BANCO_POOLER: '1', ALICIT_BANCO_DIRETO_URL: 'postgres://a:b@direto/x' }, 15],
    ['runs in another database of the same server', { MASTRA_STORAGE_URL: 'postgres://c:d@banco:5432/y' }, 19],
    ['runs in another server', { MASTRA_STORAGE_URL: 'postgres://c:d@outro:5432/y' }, 15],
    ['an api keeps no runs', { ALICIT_ROLE: 'api', MASTRA_STORAGE_URL: 'postgres://c:d@banco:5432/y' }, 14],
  ])('%s', (_, ambiente: Record<string, string>, total) => expect(count(ambiente).total).toBe(total));

  it('the embedded server is told by one more that it is used', () => expect(countConexoes(parseConfig({ ALICIT_OFICINA_THREADS: '2' }, '/x')).total).toBe(16));
});
