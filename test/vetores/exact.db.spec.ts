import { ExactVectors } from '../../src/vetores/exact-vectors.js';
import { openBase } from './banco.js';
import { contratoDeLoja } from './contrato.js';

const open = async (memoriaBytes: number) => {
  const base = await openBase();
  return { store: new ExactVectors(base.fonte, base.oficina, { memoriaBytes, tempoMs: 10_000 }), close: () => base.close() };
};

contratoDeLoja('exact, collections in memory', () => open(16 * 1024 * 1024));
contratoDeLoja('exact, collections streamed from the database', () => open(0));
