import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';
import { EstagiosDocumentos, type OpcoesLer } from '../../src/documentos/estagios/estagios-documentos.js';
import { PassagemService } from '../../src/documentos/passagem.service.js';
import { openCacheOcr } from '../../src/editais/leitura/ocr/cache-ocr.js';
import { createOcr, type Ocr } from '../../src/editais/leitura/ocr/ocr.js';
import { AlicitError } from '../../src/kernel/index.js';
import { Oficina } from '../../src/oficina/index.js';
import { CNDT_CURTA, cndtDigitalizada } from '../support/papeis/cndt-digitalizada.js';
import { AURORA } from '../support/papeis/empresa.js';
import { pdfDigitalizado, pngDe, type Digitalizada } from '../support/pdf-digitalizado.js';
import { pdfDe } from '../support/pdf.js';
import { zipDe } from '../support/zip.js';

/** OCR threads run compiled code: `npm run build` comes first. */
const WORKER = new URL('../../dist/editais/leitura/ocr/ocr.worker.js', import.meta.url);
const NENHUM = new URL('../../dist/nao-existe.js', import.meta.url);

describe('scanned papers', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-papeis-'));
  const dados = join(pasta, 'dados');
  const config = parseConfig({ ALICIT_DATA_DIR: dados, ALICIT_OCR_THREADS: '1' }, '/');
  const oficina = new Oficina({ ...config.oficina, threads: 0 });
  const passagem = new PassagemService(config);
  const ocr = createOcr({ threads: 1, maxPaginas: 300, tempoPaginaMs: 60_000, worker: WORKER, cache: openCacheOcr(join(dados, 'ocr')) });
  const sem = createOcr({ threads: 1, maxPaginas: 300, tempoPaginaMs: 60_000, worker: NENHUM });
  let pagina: Digitalizada;
  beforeAll(async () => void (pagina = await cndtDigitalizada()));
  afterAll(async () => {
    await Promise.all([oficina.close(0), ocr.close(), sem.close()]);
    rmSync(pasta, { recursive: true });
  });

  const ler = (nome: string, bytes: Buffer, opcoes: OpcoesLer = {}, motor: Ocr = ocr, c = config) => {
    const caminho = join(pasta, 'enviado');
    writeFileSync(caminho, bytes);
    return new EstagiosDocumentos(c, oficina, motor, passagem).ler({ nome, caminho }, opcoes);
  };
  const noDisco = (): string[] => (existsSync(dados) ? readdirSync(dados, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name)) : []);

  it('are recognised, marked as such, and leave nothing on disk', async () => {
    const progresso: unknown[] = [];
    const { documentos, naoLido } = await ler('cndt.pdf', pdfDigitalizado([pagina]), { onOcr: (documento, p) => progresso.push([documento, p.feitas, p.total]) });
    expect(naoLido).toEqual([]);
    const [papel] = documentos[0]!.papeis;
    expect(papel).toMatchObject({ tipo: 'cndt', titular: { cnpj: AURORA.cnpj }, emissao: '2026-11-12', validade: { ate: '2027-05-11' }, resultado: 'negativa', origem: 'ocr' });
    expect(papel!.confianca).toBeLessThanOrEqual(0.85);
    expect(papel!.avisos.map((a) => a.codigo)).toContain('lido_por_ocr');
    expect(papel!.evidencias['validade']).toEqual({ documento: 'cndt.pdf', pagina: 1, trecho: expect.stringContaining('11/05/2027'), ocr: expect.any(Number) });
    expect(progresso).toEqual([['cndt.pdf', 0, 1], ['cndt.pdf', 1, 1]]);
    expect(noDisco()).toEqual([]);
  }, 60_000);

  it('are read as photographs too, out of archives, with files of the archive gone afterwards', async () => {
    const zip = await zipDe({ 'fotos/cndt.png': pngDe(pagina), 'carta.txt': Buffer.from('Prezados, segue a carta de apresentação da empresa.') });
    const { documentos } = await ler('papeis.zip', zip);
    expect(documentos.map((d) => [d.nome, d.papeis[0]!.tipo, d.papeis[0]!.origem])).toEqual([['papeis.zip!carta.txt', 'outro', 'nativo'], ['papeis.zip!fotos/cndt.png', 'cndt', 'ocr']]);
    expect(noDisco()).toEqual([]);
    expect(readdirSync(join(dados, 'passagem'))).toEqual([]);
  }, 60_000);

  it('are listed as not read with OCR off, past twenty pages, or when time is over', async () => {
    const desligado = parseConfig({ ALICIT_DATA_DIR: dados, ALICIT_OCR_THREADS: '0' }, '/');
    expect(await ler('cndt.pdf', pdfDigitalizado([pagina]), {}, sem, desligado)).toEqual({ documentos: [], naoLido: [{ documento: 'cndt.pdf', paginas: [1], codigo: 'sem_texto', motivo: expect.stringContaining('OCR está desligado') }] });
    // No thread could be started: no page may be asked for.
    const livro = await ler('livro.pdf', pdfDigitalizado(Array.from({ length: 22 }, () => pagina)), { ocrAte: Date.now() }, sem);
    expect(livro.naoLido.map((n) => [n.codigo, n.paginas])).toEqual([['tempo_esgotado', Array.from({ length: 20 }, (_, i) => i + 1)], ['limite_ocr', [21, 22]]]);
    expect(livro.documentos).toEqual([]);
  });

  it('keep what is read when some pages are not', async () => {
    const { documentos } = await ler('misto.pdf', pdfDe([CNDT_CURTA, null]), { ocrAte: Date.now() }, sem);
    expect(documentos[0]).toMatchObject({ papeis: [{ tipo: 'cndt', origem: 'nativo' }], naoLido: [{ codigo: 'tempo_esgotado', paginas: [2] }] });
  });

  it('are not recognised for somebody who went away', async () => {
    const fim = new AbortController();
    fim.abort(new AlicitError('conflito', 'cancelado', 'foi'));
    await expect(ler('cndt.pdf', pdfDigitalizado([pagina]), { signal: fim.signal }, sem)).rejects.toMatchObject({ codigo: 'cancelado' });
    const meio = new AbortController();
    const cai = { ...sem, recognize: (...args: Parameters<Ocr['recognize']>) => (meio.abort(new AlicitError('conflito', 'cancelado', 'foi')), sem.recognize(...args)) };
    await expect(ler('cndt.pdf', pdfDigitalizado([pagina]), { signal: meio.signal }, cai)).rejects.toMatchObject({ codigo: 'cancelado' });
  });

  it('of a process that died are swept away, those of one that works are not', async () => {
    const [velha, nova] = ['velha', 'nova'].map((n) => join(dados, 'passagem', n)) as [string, string];
    for (const p of [velha, nova]) {
      mkdirSync(p, { recursive: true });
      writeFileSync(join(p, 'x'), 'dados');
    }
    utimesSync(velha, new Date('2026-01-01'), new Date('2026-01-01'));
    expect(await passagem.sweep(new Date())).toBe(1);
    expect([existsSync(velha), existsSync(nova)]).toEqual([false, true]);
  });
});
