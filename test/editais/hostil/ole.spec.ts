import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { isOleSadio } from '../../../src/editais/leitura/ole-sadio.js';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { detectTipo } from '../../../src/editais/reunir/detect-tipo.js';
import { ole2 } from '../../support/arquivos.js';
import { DOC } from '../../support/doc.js';
import { oleEmCiclo } from '../../support/hostil/documentos.js';

const livro = utils.book_new();
utils.book_append_sheet(livro, utils.aoa_to_sheet([['Item', 'Descrição'], [1, 'Caneta']]), 'A');
const XLS = Buffer.from(write(livro, { type: 'buffer', bookType: 'xls' }) as Uint8Array);
const LIMITES = { maxPaginas: 9 };

/** The directory's entry 1 made its own sibling. */
function diretorioEmCiclo(ole: Buffer): Buffer {
  const c = Buffer.from(ole);
  const setor = 1 << c.readUInt16LE(30);
  c.writeInt32LE(1, (c.readInt32LE(48) + 1) * setor + 128 + 68);
  return c;
}

describe('OLE2 containers', () => {
  it('sound ones are read', async () => {
    expect([isOleSadio(DOC), isOleSadio(XLS)]).toEqual([true, true]);
    expect((await readBytes('xls', XLS, LIMITES)).paginas[0]!.texto).toContain('Caneta');
  });

  it.each([['sectors', oleEmCiclo], ['directory', diretorioEmCiclo]])('chains of %s that come back to themselves are refused, and hold nobody', async (_nome, damage) => {
    const inicio = performance.now();
    expect([isOleSadio(damage(DOC)), isOleSadio(damage(XLS))]).toEqual([false, false]);
    await expect(readBytes('doc', damage(DOC), LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
    await expect(readBytes('xls', damage(XLS), LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
    expect(performance.now() - inicio).toBeLessThan(5000);
  });

  it('one that cannot be walked is still given a type', async () => {
    expect(await detectTipo(Buffer.concat([ole2('WordDocument'), Buffer.from('Workbook', 'utf16le')]))).toEqual({ tipo: 'doc' });
  });
});
