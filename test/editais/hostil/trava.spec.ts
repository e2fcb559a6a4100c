import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLeitor, openConjunto, type Leitor } from '../../../src/editais/index.js';
import type { Arquivo } from '../../../src/editais/domain/documento.js';

const textoDe = (nome: string, texto: string): Arquivo => {
  const bytes = Buffer.from(texto);
  return { nome, bytes, tipo: 'txt', sha256: createHash('sha256').update(bytes).digest('hex') };
};
const EDITAL = 'EDITAL DE PREGÃO ELETRÔNICO Nº 5/2026\nObjeto: aquisição de cadeiras.';

describe('a reading thread that is stuck', () => {
  let leitor: Leitor;
  beforeAll(() => {
    leitor = createLeitor({ threads: 1, tempoMs: 2500, limites: { maxPaginas: 9 }, worker: new URL('../../support/trava-leitor.worker.mjs', import.meta.url) });
  });
  afterAll(() => leitor.close());

  it('is killed in its time, and the next document is read', async () => {
    expect((await leitor.read(textoDe('antes.txt', EDITAL))).paginas).toHaveLength(1);
    const inicio = performance.now();
    await expect(leitor.read(textoDe('a.txt', 'TRAVA'))).rejects.toMatchObject({ name: 'AlicitError', tipo: 'indisponivel', codigo: 'tempo_esgotado' });
    expect(performance.now() - inicio).toBeLessThan(6000);
    expect((await leitor.read(textoDe('depois.txt', `${EDITAL} Outro.`))).paginas).toHaveLength(1);
  });

  it('that takes memory without end is ended, and the next document is read', async () => {
    const cheio = createLeitor({ threads: 1, tempoMs: 60_000, limites: { maxPaginas: 9 }, worker: new URL('../../support/trava-leitor.worker.mjs', import.meta.url) });
    try {
      await expect(cheio.read(textoDe('a.txt', 'ENCHE'))).rejects.toMatchObject({ name: 'AlicitError', codigo: 'limite_memoria' });
      expect((await cheio.read(textoDe('depois.txt', EDITAL))).paginas).toHaveLength(1);
    } finally {
      await cheio.close();
    }
  }, 60_000);

  it('leaves a set with the documents that are not, and tells which', async () => {
    const conjunto = await openConjunto([{ nome: 'a.txt', bytes: Buffer.from('TRAVA\nlinha') }, { nome: 'b.txt', bytes: Buffer.from(EDITAL) }], { leitor });
    expect(conjunto.documentos.map((d) => d.documento.nome)).toEqual(['b.txt']);
    expect(conjunto.naoLido).toMatchObject([{ documento: 'a.txt', codigo: 'tempo_esgotado' }]);
  });
});
