import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCacheOcr } from '../../src/editais/leitura/ocr/cache-ocr.js';
import { createOcr, type Ocr, type OpcoesReconhecer } from '../../src/editais/leitura/ocr/ocr.js';
import { OcrService } from '../../src/editais/leitura/ocr/ocr.service.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { formulario, type ParteDeTeste } from '../support/formulario.js';
import { cndtDigitalizada } from '../support/papeis/cndt-digitalizada.js';
import { AURORA } from '../support/papeis/empresa.js';
import { crfFgts } from '../support/papeis/fiscais.js';
import { pdfDoPapel } from '../support/papeis/pdf-do-papel.js';
import { pdfDigitalizado, pngDe, type Digitalizada } from '../support/pdf-digitalizado.js';
import { objetosDe } from '../support/sobras.js';
import { zipDe } from '../support/zip.js';

/** OCR threads run compiled code: `npm run build` comes first. */
const WORKER = new URL('../../dist/editais/leitura/ocr/ocr.worker.js', import.meta.url);

interface Documento { id: string; tipo: string; validade?: string; avisos: { codigo: string }[]; leitura: { origem: string; evidencias: Record<string, { ocr?: number }> } }

describe('scanned papers by HTTP', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let base: string;
  let pagina: Digitalizada;
  let ocr: Ocr;
  beforeAll(async () => {
    t = await startApp({ ALICIT_OCR_THREADS: '1' });
    ocr = createOcr({ threads: 1, maxPaginas: 300, tempoPaginaMs: 60_000, worker: WORKER, cache: openCacheOcr(join(t.pasta, 'ocr')) });
    Object.assign(t.app.get(OcrService), { ocr });
    cliente = await t.createCliente();
    const r = await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: { cnpj: AURORA.cnpj, descricao: 'Informática' }, headers: cliente.cabecalhos });
    base = `/v1/empresas/${r.json<{ id: string }>().id}/documentos`;
    pagina = await cndtDigitalizada();
  });
  afterAll(() => t.close());

  const send = (partes: readonly ParteDeTeste[], url = base) => {
    const { payload, headers } = formulario(partes);
    return t.app.inject({ method: 'POST', url, payload, headers: { ...cliente.cabecalhos, ...headers } });
  };
  const stored = async (): Promise<Documento[]> => (await t.app.inject({ method: 'GET', url: base, headers: cliente.cabecalhos })).json<{ itens: Documento[] }>().itens;
  const erase = async (): Promise<void> => {
    for (const { id } of await stored()) await t.app.inject({ method: 'DELETE', url: `${base}/${id}`, headers: cliente.cabecalhos });
  };
  const emPassagem = (): string[] => (existsSync(join(t.pasta, 'passagem')) ? readdirSync(join(t.pasta, 'passagem')) : []);

  it('are read, alone and many at once, and say so; nothing of them is left in the caches', async () => {
    const r = await send([{ campo: 'arquivo', nome: 'cndt.pdf', conteudo: pdfDigitalizado([pagina]) }]);
    const d = r.json<Documento>();
    expect([r.statusCode, d]).toEqual([201, expect.objectContaining({ tipo: 'cndt', validade: '2027-05-11', leitura: expect.objectContaining({ origem: 'ocr' }) })]);
    expect(d.leitura.evidencias['validade']!.ocr).toBeGreaterThan(0.5);
    expect(d.avisos.map((a) => a.codigo)).toContain('lido_por_ocr');
    const lote = await send([{ campo: 'arquivos', nome: 'fotos.zip', conteudo: await zipDe({ 'cndt.png': pngDe(pagina) }) }], `${base}/lote`);
    expect([lote.statusCode, lote.json<{ arquivos: { documentos: Documento[] }[] }>().arquivos[0]!.documentos]).toEqual([201, [expect.objectContaining({ tipo: 'cndt', validade: '2027-05-11' })]]);
    expect([existsSync(join(t.pasta, 'ocr')), emPassagem()]).toEqual([false, []]);
    await erase();
    expect(objetosDe(t)).toEqual([]);
  }, 60_000);

  it('are no longer read when the client goes away: what entered stays, the rest is dropped', async () => {
    let chegou: () => void;
    const noOcr = new Promise<void>((resolve) => (chegou = resolve));
    const recognize = (_d: unknown, _p: unknown, { signal }: OpcoesReconhecer): Promise<never> => new Promise((_, reject) => {
      signal!.addEventListener('abort', () => reject(signal!.reason as Error));
      chegou();
    });
    Object.assign(t.app.get(OcrService), { ocr: { ...ocr, recognize } });
    const url = await t.listen();
    const { payload, headers } = formulario([{ campo: 'arquivos', nome: 'crf.pdf', conteudo: await pdfDoPapel(crfFgts()) }, { campo: 'arquivos', nome: 'cndt.pdf', conteudo: pdfDigitalizado([pagina]) }]);
    const fim = new AbortController();
    const pedido = fetch(`${url}${base}/lote`, { method: 'POST', body: new Uint8Array(payload), headers: { ...cliente.cabecalhos, ...headers }, signal: fim.signal });
    await noOcr;
    fim.abort();
    await expect(pedido).rejects.toThrow();
    const transitos = async (): Promise<number> => (await t.fonte.query<unknown[]>('select 1 from alicit.arquivo_em_transito')).length;
    // What is dropped goes after the client: rows first, then the object and the passage.
    for (let i = 0; i < 200 && ((await transitos()) > 0 || objetosDe(t).length > 1 || emPassagem().length > 0); i++) await wait(50);
    expect([await transitos(), emPassagem()]).toEqual([0, []]);
    expect((await stored()).map((d) => d.tipo)).toEqual(['crf_fgts']);
    expect(objetosDe(t)).toHaveLength(1);
    await erase();
  });
});
