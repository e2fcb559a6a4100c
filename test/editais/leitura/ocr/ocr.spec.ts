import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Arquivo } from '../../../../src/editais/domain/documento.js';
import { createLeitor } from '../../../../src/editais/leitura/leitor.js';
import { openCacheOcr } from '../../../../src/editais/leitura/ocr/cache-ocr.js';
import { createOcr, type Ocr, type OpcoesOcr, type ProgressoOcr } from '../../../../src/editais/leitura/ocr/ocr.js';
import { digitaliza, inclina, pdfDigitalizado, pngDe, tiffDe, type Digitalizada } from '../../../support/pdf-digitalizado.js';
import { pdfDe } from '../../../support/pdf.js';

/** The worker thread runs compiled code: `npm run build` comes first. */
const WORKER = new URL('../../../../dist/editais/leitura/ocr/ocr.worker.js', import.meta.url);
const NENHUM = new URL('../../../../dist/nao-existe.js', import.meta.url);
const CAPA = ['EDITAL DE PREGÃO ELETRÔNICO Nº 17/2026', 'O Município torna público que fará licitação para a', 'aquisição de cadeiras, com sessão em 15/12/2026 às 09:00.'];
const TABELA = ['Item|Descrição|Valor', '1|Cadeira giratória|R$ 1.250,00', '2|Mesa de reunião|R$ 3.900,50', 'Os valores acima são os máximos aceitos pela Administração.', 'O pagamento será feito em até 30 (trinta) dias.'];
const CARIMBO = 'Assinado digitalmente por Fulano de Tal em 01/02/2026. Verifique em https://exemplo.gov.br';

const arquivoDe = (tipo: 'pdf' | 'imagem', bytes: Buffer): Arquivo => ({ nome: 'edital', bytes, tipo, sha256: createHash('sha256').update(bytes).digest('hex') });

describe('OCR', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-ocr-'));
  const abertos: Ocr[] = [];
  const open = (opcoes: Partial<OpcoesOcr> = {}): Ocr => {
    const ocr = createOcr({ threads: 1, maxPaginas: 10, tempoPaginaMs: 60_000, worker: WORKER, ...opcoes });
    abertos.push(ocr);
    return ocr;
  };
  const read = (arquivo: Arquivo, ocr: Ocr, onOcr?: (p: ProgressoOcr) => void) => createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 10 }, ocr }).read(arquivo, onOcr);
  let imagens: Digitalizada[];
  beforeAll(async () => void (imagens = await digitaliza([CAPA, TABELA, []], [0, 1])));
  afterAll(async () => {
    await Promise.all(abertos.map((o) => o.close()));
    rmSync(pasta, { recursive: true });
  });

  it('reads scanned pages, upright or turned, with tables, confidence and progress; a page is recognised once', async () => {
    const arquivo = arquivoDe('pdf', pdfDigitalizado(imagens));
    const progresso: ProgressoOcr[] = [];
    const d = await read(arquivo, open({ cache: openCacheOcr(pasta) }), (p) => progresso.push(p));
    expect(d.naoLido).toEqual([]);
    expect(d.paginas.map((p) => p.origem)).toEqual(['ocr', 'ocr', 'nativo']);
    expect(d.paginas[0]!.texto).toContain('EDITAL DE PREGÃO ELETRÔNICO Nº 17/2026\nO Município torna público');
    expect(d.paginas[0]!.texto).toContain('15/12/2026 às 09:00');
    expect(d.paginas[0]!.confiancaOcr).toBeGreaterThan(0.85);
    const celulas = d.paginas[1]!.linhas.map((l) => l.celulas.map((c) => c.texto));
    expect(celulas).toContainEqual(['1', 'Cadeira giratória', 'R$ 1.250,00']);
    expect(celulas).toContainEqual(['2', 'Mesa de reunião', 'R$ 3.900,50']);
    expect(progresso).toEqual([0, 1, 2, 3].map((feitas) => ({ feitas, total: 3 })));
    // Nothing is left to be recognised: no thread is needed.
    const outra: ProgressoOcr[] = [];
    expect((await read(arquivo, open({ cache: openCacheOcr(pasta), worker: NENHUM }), (p) => outra.push(p))).paginas).toEqual(d.paginas);
    expect(outra).toEqual([]);
  }, 60_000);

  it('reads the page under a stamp, and never a page with text of its own', async () => {
    const d = await read(arquivoDe('pdf', pdfDigitalizado([imagens[0]!], [CARIMBO])), open());
    expect(d.paginas[0]).toMatchObject({ origem: 'ocr', texto: expect.stringContaining('aquisição de cadeiras') });
    expect((await read(arquivoDe('pdf', pdfDe([CAPA])), open({ worker: NENHUM }))).paginas[0]).toMatchObject({ origem: 'nativo', texto: CAPA.join('\n') });
  }, 60_000);

  it('reads images, every page of a TIFF, pages askew', async () => {
    const ocr = open();
    expect((await read(arquivoDe('imagem', pngDe(imagens[0]!)), ocr)).paginas[0]!.texto).toContain('PREGÃO ELETRÔNICO Nº 17/2026');
    const [reta] = await digitaliza([TABELA]);
    const tiff = await read(arquivoDe('imagem', tiffDe([imagens[1]!, inclina(reta!, 0.03)])), ocr);
    expect([tiff.totalPaginas, tiff.naoLido]).toEqual([2, []]);
    expect(tiff.paginas[0]!.texto).toContain('Cadeira giratória');
    // Laid askew by almost two degrees, a row of the table is still one.
    expect(tiff.paginas[1]!.linhas.map((l) => l.celulas.map((c) => c.texto))).toContainEqual(['2', 'Mesa de reunião', 'R$ 3.900,50']);
  }, 60_000);

  it('gives up a page that takes too long, remembers it, and tries again when given more', async () => {
    const arquivo = arquivoDe('pdf', pdfDigitalizado([imagens[0]!], ['x']));
    const cache = openCacheOcr(join(pasta, 'tempo'));
    const d = await read(arquivo, open({ tempoPaginaMs: 1, cache }));
    expect(d.naoLido).toEqual([{ documento: 'edital', paginas: [1], codigo: 'tempo_esgotado', motivo: expect.stringContaining('tempo permitido') }]);
    expect((await read(arquivo, open({ tempoPaginaMs: 1, cache, worker: NENHUM }))).naoLido).toEqual(d.naoLido);
    expect((await read(arquivo, open({ cache }))).paginas[0]!.origem).toBe('ocr');
  }, 60_000);

  it('lists the pages it may not read, with the reason', async () => {
    const arquivo = arquivoDe('pdf', pdfDigitalizado([imagens[0]!, imagens[1]!]));
    const desligado = await read(arquivo, open({ threads: 0 }));
    expect(desligado.naoLido).toMatchObject([{ paginas: [1, 2], codigo: 'sem_texto', motivo: expect.stringContaining('OCR está desligado') }]);
    expect(desligado.paginas.map((p) => [p.texto, p.origem])).toEqual([['', 'nenhum'], ['', 'nenhum']]);
    expect((await read(arquivo, open({ maxPaginas: 0 }))).naoLido).toMatchObject([{ paginas: [1, 2], codigo: 'sem_texto' }]);
    const cheio = open({ maxPaginas: 1, cache: openCacheOcr(pasta) });
    expect((await read(arquivo, cheio)).naoLido).toMatchObject([{ paginas: [2], codigo: 'limite_ocr' }]);
  }, 60_000);

  it('stops before the next page when it is told to', async () => {
    const { sha256, bytes } = arquivoDe('pdf', pdfDigitalizado([imagens[1]!, imagens[0]!]));
    const fim = new AbortController();
    fim.abort(new Error('chega'));
    await expect(open({ worker: NENHUM }).recognize({ sha256, tipo: 'pdf', bytes }, [{ numero: 1, causa: 'sem_camada' }], { signal: fim.signal })).rejects.toThrow('chega');
  });
});
