import { describe, expect, it } from '@jest/globals';
import { readAnexos } from '../../../src/editais/leitura/pdf-anexos.js';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { BYTES, linhas } from '../../support/arquivos.js';
import { pdfComAnexos } from '../../support/pdf-anexo.js';
import { zipDe } from '../../support/zip.js';

describe('files attached to a PDF', () => {
  it('are documents of the set, when they are documents', async () => {
    const pdf = pdfComAnexos({ 'TR.txt': Buffer.from(linhas(5)), 'dados.bin': Buffer.from([0, 1, 2, 3, 200, 255]), 'anexos.zip': await zipDe({ 'b.txt': linhas(6) }) });
    const r = await reunir([{ nome: 'Edital.pdf', bytes: pdf }]);
    expect(r.arquivos.map((a) => [a.nome, a.tipo])).toEqual([['Edital.pdf', 'pdf'], ['Edital.pdf!TR.txt', 'txt'], ['Edital.pdf!anexos.zip!b.txt', 'txt']]);
    expect(r.naoLido).toEqual([]);
    expect(Buffer.from(r.arquivos[1]!.bytes).toString()).toBe(linhas(5));
  });

  it('count for the bounds of the set', async () => {
    const pdf = pdfComAnexos({ 'a.txt': Buffer.from(linhas(50)), 'b.txt': Buffer.from(linhas(51)) });
    const r = await reunir([{ nome: 'Edital.pdf', bytes: pdf }], { ...LIMITES_REUNIR, maxEntradas: 1 });
    expect([r.arquivos.map((a) => a.nome), r.naoLido.map((n) => n.codigo)]).toEqual([['Edital.pdf', 'Edital.pdf!a.txt'], ['zip_muitas_entradas']]);
  });

  it('are none in a PDF that cannot be opened', async () => {
    expect(await readAnexos(Buffer.concat([BYTES.pdf, Buffer.from('/EmbeddedFile')]))).toEqual([]);
  });
});
