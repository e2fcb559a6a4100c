import { describe, expect, it } from '@jest/globals';
import { computeThreads } from '../../src/config/threads.js';

const MB = 1024 * 1024;

describe('computeThreads', () => {
  it.each([
    ['one each processor', 4, 2, 0, 2],
    ['up to the most of its kind', 2, 16, 0, 2],
    ['one where memory is little', 4, 8, 512 * MB, 1],
    ['as on any machine with a gigabyte', 4, 8, 1024 * MB, 4],
    ['no limit told as a very large number', 4, 2, Number.MAX_SAFE_INTEGER, 2],
  ])('%s', (_, maximo, nucleos, memoria, threads) => expect(computeThreads(maximo, nucleos, memoria)).toBe(threads));
});
