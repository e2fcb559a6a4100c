import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { detectTipo } from '../../../src/editais/reunir/detect-tipo.js';
import { ole2 } from '../../support/arquivos.js';
import { DOC } from '../../support/doc.js';

const LIMITES = { maxPaginas: 2000 };

describe('reading a DOC', () => {
  it('gives paragraphs with the numbers Word generates, tables, notes and page headers', async () => {
    expect((await detectTipo(DOC)).tipo).toBe('doc');
    const r = await readBytes('doc', DOC, LIMITES);
    expect(r.paginas.map((p) => p.texto)).toEqual([
      [
        'MUNICÍPIO DE PEDRA LISA', '', 'PREGÃO Nº 7/2026', '', '1. Do objeto', '', '1.1. Aquisição de mesas', '', '1.2. Das cadeiras', 'Item\tDescrição\tValor', '1\tMesa redonda\tR$ 10,00', '2\tR$ 5,00',
        'Total\tR$ 15,00', '', '2. Do preço', '', '☒ sim', '', 'com nota', '', 'texto da nota',
      ].join('\n'),
      'outra página',
    ]);
  });

  it('keeps the columns of rows with empty and joined cells', async () => {
    const { linhas } = (await readBytes('doc', DOC, LIMITES)).paginas[0]!;
    expect(linhas.filter((l) => l.celulas.length > 1).map((l) => l.celulas.map((c) => c.x0))).toEqual([[0, 100, 200], [0, 100, 200], [0, 200], [0, 200]]);
  });

  it('refuses one behind a password, a damaged one and one of Word 95', async () => {
    const fib = DOC.indexOf(Buffer.from('eca5', 'hex'));
    const cifrado = Buffer.from(DOC);
    cifrado.writeUInt16LE(cifrado.readUInt16LE(fib + 10) | 0x100, fib + 10);
    const velho = Buffer.from(DOC);
    velho.writeUInt16LE(0x65, fib + 2);
    const casos: [Buffer, string][] = [[cifrado, 'arquivo_cifrado'], [velho, 'arquivo_corrompido'], [DOC.subarray(0, 3000), 'arquivo_corrompido'], [ole2('WordDocument'), 'arquivo_corrompido']];
    for (const [bytes, codigo] of casos) await expect(readBytes('doc', bytes, LIMITES)).rejects.toMatchObject({ codigo });
  });

  it('ends on any damage: text, or a refusal with its reason', async () => {
    for (let n = 0; n < 300; n++) {
      const b = Buffer.from(DOC);
      for (let k = 0; k < 5; k++) b[512 + ((n * 7919 + k * 104_729) % (b.length - 512))] = (n * 31 + k * 17) & 255;
      const fim = await readBytes('doc', b, LIMITES).then((r) => r.paginas.length, (e: { codigo?: string }) => e.codigo);
      expect(typeof fim === 'number' || fim === 'arquivo_corrompido' || fim === 'arquivo_cifrado' || fim === 'sem_texto').toBe(true);
    }
  });
});
