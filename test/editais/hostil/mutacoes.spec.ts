import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AlicitError } from '../../../src/kernel/index.js';
import { createLeitor, openConjunto, readLeitura, readListas } from '../../../src/editais/index.js';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { mutar } from '../../support/hostil/mutar.js';
import { createSementes, type Semente } from '../../support/hostil/sementes.js';
import { createSorteio } from '../../support/hostil/sorteio.js';

/** In a thread that is killed when it hangs, as in the product; `npm run fuzz` has the 20,000 cases. */
const leitor = createLeitor({ threads: 1, tempoMs: 4_000, limites: { maxPaginas: 200 }, worker: new URL('../../../dist/editais/leitura/leitura.worker.js', import.meta.url) });
afterAll(() => leitor.close());
const MB = 1024 * 1024;
const LIMITES = { ...LIMITES_REUNIR, maxEntradas: 50, maxBytesArquivo: 8 * MB, maxBytesTotal: 20 * MB };

/** Reads and understands, or refuses with a code and a reason; anything else is a defect. */
async function read(bytes: Buffer, extrair: boolean): Promise<string> {
  try {
    const conjunto = await openConjunto([{ nome: 'edital', bytes }], { leitor, limites: LIMITES });
    if (extrair) readListas(readLeitura(conjunto).texto);
    return 'lido';
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    expect(erro.codigo).toMatch(/^[a-z0-9_]+$/);
    expect(erro.message.length).toBeGreaterThan(20);
    return 'recusado';
  }
}

async function mutateAndRead(semente: number, casos: number): Promise<Record<string, number>> {
  const s = createSorteio(semente);
  const sementes: Semente[] = await createSementes();
  const tipos = [...new Set(sementes.map((x) => x.tipo))];
  const fim: Record<string, number> = { lido: 0, recusado: 0 };
  for (let i = 0; i < casos; i++) {
    const tipo = tipos[i % tipos.length]!;
    const bytes = await mutar(s.um(sementes.filter((x) => x.tipo === tipo)), s.um(sementes), s);
    try {
      fim[await read(bytes, i % 8 === 0)]!++;
    } catch (erro) {
      throw new Error(`semente ${semente}, caso ${i} (${tipo}): ${String(erro)}`, { cause: erro });
    }
  }
  return fim;
}

describe('mutated files', () => {
  it('every seed is read as it is', async () => {
    for (const { tipo, bytes } of await createSementes()) if (tipo !== 'imagem' && tipo !== '7z') expect([tipo, await read(bytes, false)]).toEqual([tipo, 'lido']);
  });

  it('are read or refused with a reason: the same each time', async () => {
    const fim = await mutateAndRead(7, 150);
    expect(fim['lido']! + fim['recusado']!).toBe(150);
    expect(fim['lido']).toBeGreaterThan(30);
    expect(fim['recusado']).toBeGreaterThan(30);
  }, 60_000);

  it('and others each time', async () => {
    const semente = Math.floor(Math.random() * 2 ** 31);
    process.stderr.write(`mutações: semente ${semente}\n`);
    const fim = await mutateAndRead(semente, 100);
    expect(fim['lido']! + fim['recusado']!).toBe(100);
  }, 60_000);
});

describe('bytes of any kind', () => {
  const INICIOS = ['', '%PDF-1.7\n', 'PK\x03\x04', 'Rar!\x1a\x07\x01\x00', 'Rar!\x1a\x07\x00', "7z\xbc\xaf'\x1c", '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '{\\rtf1 ', '<html>', '\x1f\x8b\x08', '0\x80\x06\x09', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'MIME-Version: 1.0\r\n'];
  it('are read or refused, whatever type they claim to be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...INICIOS), fc.uint8Array({ maxLength: 600 }), async (inicio, resto) => {
        expect(['lido', 'recusado']).toContain(await read(Buffer.concat([Buffer.from(inicio, 'latin1'), resto]), false));
      }), { numRuns: 150 });
  });

  it('text of any kind is understood or not, without an accident', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), async (texto) => {
      expect(['lido', 'recusado']).toContain(await read(Buffer.from(`EDITAL 1/2026\n${texto}`), true));
    }), { numRuns: 60 });
  });
});
