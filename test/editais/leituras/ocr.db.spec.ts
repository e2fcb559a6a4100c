import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OcrService } from '../../../src/editais/leitura/ocr/ocr.service.js';
import { createOcr } from '../../../src/editais/leitura/ocr/ocr.js';
import { openCacheOcr } from '../../../src/editais/leitura/ocr/cache-ocr.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { createLicitacao, getQuandoPronta, sendArquivos } from '../../support/licitacao.js';
import { digitaliza, pdfDigitalizado } from '../../support/pdf-digitalizado.js';

/** The worker thread runs compiled code: `npm run build` comes first. */
const WORKER = new URL('../../../dist/editais/leitura/ocr/ocr.worker.js', import.meta.url);
const PAGINA = [
  'MUNICÍPIO DE PEDRA LISA', 'EDITAL DE PREGÃO ELETRÔNICO Nº 12/2026', 'O Município de Pedra Lisa torna público que realizará licitação na modalidade', 'pregão, na forma eletrônica.',
  'OBJETO: aquisição de mobiliário escolar para a rede municipal de ensino.', 'DATA DA SESSÃO PÚBLICA: 10/08/2026 às 9h (horário de Brasília)', 'VALOR TOTAL DA CONTRATAÇÃO: R$ 250.000,00',
];

describe('scanned documents in the service', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let id: string;
  const get = async <T>(rota: string): Promise<T> => (await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/${rota}`)).json<T>();

  beforeAll(async () => {
    t = await startApp({ ALICIT_OCR_THREADS: '1' });
    // As the service's own, over this test's data folder and the compiled worker.
    Object.assign(t.app.get(OcrService), createOcr({ threads: 1, maxPaginas: 300, tempoPaginaMs: 120_000, worker: WORKER, cache: openCacheOcr(join(t.pasta, 'ocr')) }));
    cliente = await t.createCliente();
    id = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, id, [{ nome: 'Edital.pdf', conteudo: pdfDigitalizado(await digitaliza([PAGINA])) }]);
  });
  afterAll(async () => {
    await t.app.get(OcrService).close();
    await t.close();
  });

  it('are read, and whatever comes of them says that it was by OCR', async () => {
    const { documentos, naoLidos } = await get<{ documentos: { sha256: string; paginasLidas: number; ocr: { paginas: number[]; confianca: number } }[]; naoLidos: unknown[] }>('leitura');
    expect([documentos.length, documentos[0]!.paginasLidas, naoLidos]).toEqual([1, 1, []]);
    expect(documentos[0]!.ocr.paginas).toEqual([1]);
    expect(documentos[0]!.ocr.confianca).toBeGreaterThan(0.8);
    const { fatos } = await get<{ fatos: { campo: string; valor: unknown; nota: string | null; confianca: number | null; evidencia: { ocr?: number } | null }[] }>('fatos');
    const valor = fatos.find((f) => f.campo === 'valor_estimado_total')!;
    expect(valor).toMatchObject({ valor: '250000.00', nota: expect.stringContaining('Lido por OCR') });
    expect(valor.confianca).toBeLessThan(0.85);
    expect(valor.evidencia?.ocr).toBeGreaterThan(0.8);
  }, 60_000);

  it('are recognised again where what was recognised is gone', async () => {
    const { documentos } = await get<{ documentos: { sha256: string }[] }>('leitura');
    for (const pasta of ['leituras', 'ocr']) rmSync(join(t.pasta, pasta), { recursive: true });
    expect(await get(`documentos/${documentos[0]!.sha256}/paginas/1`)).toMatchObject({ origem: 'ocr', texto: expect.stringContaining('PREGÃO ELETRÔNICO Nº 12/2026') });
  }, 60_000);
});
