import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ReuniaoEmDisco } from '../../src/editais/index.js';
import { parseEmpresa } from '../../src/empresas/index.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { openEstagios, type EstagiosDeTeste } from '../support/estagios.js';
import { fluxoPdf, pdfDe, pdfDeObjetos } from '../support/pdf.js';

/** Compiled workers of dist/. */
const AGORA = '2026-07-20T10:00:00-03:00';
/** What the event loop may wait, ms: the product's bound is 50; the test's leaves room for a busy machine. */
const P99_MS = 80;
const { empresa } = parseEmpresa({ cnpj: '11.222.333/0001-81', razaoSocial: 'Empresa de Teste', descricao: 'móveis escolares', porte: 'epp', uf: 'SP', municipio: 'Campinas' });

/** An edital of about `paginas` pages: its five parts and an annex that goes on, with a table on every page. */
function editalLongo(paginas: number): Buffer {
  const anexo = Array.from({ length: paginas - 5 }, (_, p) => [
    `ANEXO II – ESPECIFICAÇÕES, FOLHA ${p + 1}`,
    ...Array.from({ length: 45 }, (_x, i) => (i % 3 ? `${p + 1}.${i}. O item deverá atender à norma técnica nº ${p * 45 + i} e ser entregue em até ${5 + (i % 20)} dias úteis.` : `${p * 45 + i}|Carteira escolar modelo ${i}|${10 + i} unidades|R$ ${100 + i},00`)),
  ]);
  return pdfDe([...paginasDeEdital().map((t) => t.split('\n')), ...anexo]);
}
const ETERNO = pdfDeObjetos([
  '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>', fluxoPdf(Buffer.from('q 1 0 0 1 0 0 cm Q '.repeat(8_000_000))),
]);

let e: EstagiosDeTeste | undefined;
afterEach(async () => {
  await e?.close();
});

describe('the main thread', () => {
  it('stays free while a long edital goes through every stage', async () => {
    e = openEstagios({ threads: 2 });
    const entradas = e.write({ 'edital.pdf': editalLongo(150), 'anexo.pdf': editalLongo(40) });
    const atraso = monitorEventLoopDelay({ resolution: 5 });
    atraso.enable();
    const conjunto = await e.edital.reunir(entradas);
    const coberturas = await Promise.all(conjunto.documentos.map((d) => e!.edital.ler(d)));
    await e.edital.extrair(conjunto);
    const { analise, resumo } = await e.analise.julgar({ conjunto, empresa, licitacao: null, agora: AGORA });
    await e.edital.buscar(conjunto, ['qual o prazo de entrega?']);
    const { html } = await e.relatorio.relatar(analise);
    atraso.disable();
    expect(coberturas.map((c) => c.totalPaginas).sort((a, b) => a - b)).toEqual([40, 150]);
    expect(resumo.desfecho).toEqual(expect.any(String));
    expect(html.bytes).toBeGreaterThan(10_000);
    expect(atraso.count).toBeGreaterThan(50);
    expect(atraso.percentile(99) / 1e6).toBeLessThanOrEqual(P99_MS);
  });
});

describe('a stage', () => {
  const gather = async (): Promise<ReuniaoEmDisco> => e!.edital.reunir(e!.write({ 'eterno.pdf': ETERNO, 'edital.pdf': editalLongo(6) }));

  it('that takes too long is told of the document; the others are read', async () => {
    e = openEstagios({ threads: 2, ambiente: { ALICIT_LEITURA_TEMPO_S: '1' } });
    const { documentos } = await gather();
    const coberturas = await Promise.all(documentos.map((d) => e!.edital.ler(d)));
    expect(coberturas.map((c) => c.erro?.codigo ?? c.totalPaginas).sort()).toEqual([6, 'tempo_esgotado']);
  });

  it('ends when it is cancelled, at once', async () => {
    e = openEstagios({ threads: 1 });
    const { documentos } = await gather();
    const desiste = new AbortController();
    const lendo = e.edital.ler(documentos.find((d) => d.nome === 'eterno.pdf')!, { signal: desiste.signal });
    const naFila = e.edital.ler(documentos.find((d) => d.nome === 'edital.pdf')!);
    for (let i = 0; i < 200 && e.oficina.stats().threads === 0; i++) await new Promise((r) => setTimeout(r, 10));
    expect(e.oficina.stats()).toMatchObject({ emCurso: 1, naFila: 1 });
    desiste.abort();
    await expect(lendo).rejects.toMatchObject({ codigo: 'cancelado' });
    expect(await naFila).toMatchObject({ totalPaginas: 6 });
  });
});
