import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chaveLeitura, type ConjuntoPedido, type LeituraDoConjunto } from '../../../src/editais/index.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { gunzipJson, openEstagios, type EstagiosDeTeste } from '../../support/estagios.js';
import { digitaliza, pdfDigitalizado } from '../../support/pdf-digitalizado.js';
import { pdfDe } from '../../support/pdf.js';
import { zipDe } from '../../support/zip.js';

const EDITAL = pdfDe(paginasDeEdital().map((p) => p.split('\n')));
let e: EstagiosDeTeste;
beforeEach(() => {
  e = openEstagios();
});
afterEach(() => e.close());

const guardados = (): string[] => (existsSync(join(e.pasta, 'dados/documentos')) ? readdirSync(join(e.pasta, 'dados/documentos'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => f.name) : []);
const gather = async (arquivos: Readonly<Record<string, Buffer | string>>): Promise<ConjuntoPedido> => e.edital.reunir(e.write(arquivos));

describe('reunir', () => {
  it('refers to a file as sent where it lies, and keeps what came out of a ZIP under its hash', async () => {
    const { documentos } = await gather({ 'solto.pdf': EDITAL, 'pacote.zip': await zipDe({ 'anexo.txt': 'TERMO DE REFERÊNCIA\nLinha do anexo.' }) });
    const [membro, solto] = [documentos.find((d) => d.nome === 'pacote.zip!anexo.txt')!, documentos.find((d) => d.nome === 'solto.pdf')!];
    expect(solto).toMatchObject({ tipo: 'pdf', bytes: EDITAL.length, caminho: join(e.pasta, 'enviados/solto.pdf') });
    expect(membro).toMatchObject({ tipo: 'txt' });
    expect(membro.caminho).toBeUndefined();
    expect(guardados()).toEqual([membro.sha256]);
  });

  it('lists what is missing, too large or too many, and goes on', async () => {
    await e.close();
    e = openEstagios({ ambiente: { ALICIT_MAX_MB_ARQUIVO: '1', ALICIT_MAX_ENTRADAS: '2' } });
    const [grande, ...bons] = e.write({ 'grande.txt': 'x'.repeat(1024 * 1024 + 1), 'a.txt': 'texto a', 'b.txt': 'texto b', 'c.txt': 'texto c' });
    const r = await e.edital.reunir([{ nome: 'nada.pdf', caminho: join(e.pasta, 'nada.pdf') }, grande!, ...bons]);
    expect(r.documentos.map((d) => d.nome)).toEqual(['a.txt', 'b.txt']);
    expect(r.naoLido.map((n) => [n.documento, n.codigo])).toEqual([['nada.pdf', 'nao_encontrado'], ['grande.txt', 'arquivo_grande'], ['c.txt', 'conjunto_grande']]);
  });

  it('keeps the folder of documents within its bound, the set just gathered first', async () => {
    await e.close();
    e = openEstagios({ ambiente: { ALICIT_DOCUMENTOS_MB: '1' } });
    const texto = (letra: string): string => Array.from({ length: 12_000 }, (_, i) => `${letra} ${(i * 7919) % 100003} linha do anexo que não se comprime tanto ${i * 31}`).join('\n');
    await gather({ 'um.zip': await zipDe({ 'a.txt': texto('a') }) });
    const { documentos } = await gather({ 'dois.zip': await zipDe({ 'b.txt': texto('b') }) });
    expect(guardados()).toEqual([documentos[0]!.sha256]);
  });
});

describe('ler', () => {
  it('counts pages read, without text and unread', async () => {
    const { documentos } = await gather({ 'edital.pdf': pdfDe([['página com texto bastante'], null, ['outra página']]) });
    expect(await e.edital.ler(documentos[0]!)).toMatchObject({ totalPaginas: 3, paginasLidas: 2, semTexto: [2], ilegiveis: [], naoLido: [{ codigo: 'sem_texto', paginas: [2] }] });
  });

  it('recognises the pages without text, telling each; what comes after finds them', async () => {
    await e.close();
    e = openEstagios({ ambiente: { ALICIT_OCR_THREADS: '1' } });
    const pedido = await gather({ 'edital.pdf': pdfDigitalizado(await digitaliza([['EDITAL DE PREGÃO ELETRÔNICO Nº 12/2026', 'OBJETO: aquisição de mobiliário escolar.']])) });
    await expect(e.edital.extrair(pedido)).rejects.toMatchObject({ codigo: 'ocr_pendente', detalhes: { sha256: pedido.documentos[0]!.sha256, pendentes: [{ numero: 1, causa: 'sem_camada' }] } });
    const vistas: unknown[] = [];
    expect(await e.edital.ler(pedido.documentos[0]!, { onOcr: (p) => vistas.push(p) })).toMatchObject({ paginasLidas: 1, semTexto: [], naoLido: [], ocr: { paginas: [1] } });
    expect(vistas).toEqual([{ feitas: 0, total: 1 }, { feitas: 1, total: 1 }]);
    const { documentos, fatos } = gunzipJson<LeituraDoConjunto>(await e.edital.extrair(pedido));
    expect(documentos[0]).toMatchObject({ paginasLidas: 1, ocr: { paginas: [1] } });
    expect(fatos.numero_edital).toMatchObject({ valor: '12/2026', nota: expect.stringContaining('Lido por OCR') });
  }, 60_000);

  it('tells why a document cannot be read, without failing', async () => {
    const { documentos } = await gather({ 'ruim.pdf': '%PDF-1.4 nada' });
    expect(await e.edital.ler(documentos[0]!)).toMatchObject({ totalPaginas: 0, erro: { codigo: 'pdf_corrompido', motivo: expect.stringContaining('PDF') } });
  });

  it('says that the bytes are gone, or changed, when no reading is kept', async () => {
    const { documentos } = await gather({ 'edital.pdf': EDITAL, 'pacote.zip': await zipDe({ 'b.txt': 'texto do anexo' }) });
    const [solto, membro] = [documentos.find((d) => d.tipo === 'pdf')!, documentos.find((d) => d.tipo === 'txt')!];
    writeFileSync(solto.caminho!, 'outra coisa');
    rmSync(join(e.pasta, 'dados/documentos'), { recursive: true });
    for (const d of [solto, membro, { ...membro, sha256: '../../etc/passwd' }]) await expect(e.edital.ler(d)).rejects.toMatchObject({ codigo: 'documento_ausente', tipo: 'indisponivel' });
  });

  it('needs the bytes once: what was read is kept', async () => {
    const pedido = await gather({ 'edital.pdf': EDITAL });
    await e.edital.ler(pedido.documentos[0]!);
    rmSync(pedido.documentos[0]!.caminho!);
    expect(await e.edital.ler(pedido.documentos[0]!)).toMatchObject({ totalPaginas: 5 });
    expect(gunzipJson<LeituraDoConjunto>(await e.edital.extrair(pedido)).documentos[0]).toMatchObject({ paginas: 5, usado: true });
  });
});

describe('extrair', () => {
  it('reads again what the cache no longer has', async () => {
    const pedido = await gather({ 'edital.pdf': EDITAL });
    await e.edital.ler(pedido.documentos[0]!);
    rmSync(join(e.pasta, 'dados/leituras'), { recursive: true });
    const l = gunzipJson<LeituraDoConjunto>(await e.edital.extrair({ ...pedido, naoLido: [{ documento: 'outro.pdf', codigo: 'tempo_esgotado', motivo: 'demorou' }] }));
    expect(l.fatos.modalidade.valor).toBe('pregao');
    expect(l.naoLido.map((n) => n.codigo)).toEqual(['tempo_esgotado']);
    expect(Object.keys(l.versoes)).toEqual(['leitor', 'fatos']);
  });

  it('takes the class a person gives over the content’s', async () => {
    const pedido = await gather({ 'edital.pdf': EDITAL, 'anexo.pdf': pdfDe([['TERMO DE REFERÊNCIA', '1. DO OBJETO', 'Cadeiras escolares de madeira para a rede municipal.']]) });
    const anexo = pedido.documentos.find((d) => d.nome === 'anexo.pdf')!;
    const classeDe = async (p: ConjuntoPedido) => gunzipJson<LeituraDoConjunto>(await e.edital.extrair(p)).documentos.find((d) => d.nome === 'anexo.pdf')!;
    expect(await classeDe(pedido)).toMatchObject({ classe: 'tr', usado: true });
    expect(await classeDe({ ...pedido, classes: { [anexo.sha256]: 'ata' } })).toMatchObject({ classe: 'ata', usado: false, motivo: expect.stringMatching(/informado por uma pessoa; a leitura automática dizia: termo de referência/) });
  });

  it('fails with the reason when nothing could be read', async () => {
    const pedido = await gather({ 'ruim.pdf': '%PDF-1.4 nada' });
    await expect(e.edital.extrair(pedido)).rejects.toMatchObject({ codigo: 'pdf_corrompido' });
    await expect(e.edital.extrair({ documentos: [], naoLido: [] })).rejects.toMatchObject({ codigo: 'nada_lido' });
  });
});

describe('buscar and conferir', () => {
  it('finds passages, as many as asked', async () => {
    const pedido = await gather({ 'edital.pdf': EDITAL });
    const [achados = []] = await e.edital.buscar(pedido, ['até quando posso impugnar?'], { top: 2 });
    expect(achados.length).toBeLessThanOrEqual(2);
    expect(achados[0]).toMatchObject({ documento: 'edital.pdf', pagina: 2, texto: expect.stringContaining('3 (três) dias úteis') });
  });

  it.each([[''], ['   '], ['x'.repeat(501)]])('refuses the question %j', async (pergunta) => {
    await expect(e.edital.buscar({ documentos: [], naoLido: [] }, [pergunta])).rejects.toMatchObject({ codigo: 'pergunta_invalida' });
  });

  it('takes a quote that stands on the page, and no other', async () => {
    const pedido = await gather({ 'edital.pdf': EDITAL });
    const trecho = 'Qualquer  pessoa pode impugnar este edital';
    expect(await e.edital.conferir(pedido, { documento: 'edital.pdf', pagina: 2, trecho })).toEqual({ documento: 'edital.pdf', pagina: 2, trecho: 'Qualquer pessoa pode impugnar este edital' });
    await expect(e.edital.conferir(pedido, { documento: 'edital.pdf', pagina: 1, trecho })).rejects.toMatchObject({ codigo: 'correcao_invalida', detalhes: { ponteiro: '/evidencia/trecho' } });
  });
});

describe('the key of a reading', () => {
  const doc = (nome: string, sha256: string) => ({ nome, sha256, tipo: 'pdf' as const, bytes: 1 });
  const base = { documentos: [doc('a.pdf', '1'), doc('b.pdf', '2')] };
  it.each<[string, Parameters<typeof chaveLeitura>[0], boolean]>([
    ['order', { documentos: [...base.documentos].reverse() }, true],
    ['paths', { documentos: base.documentos.map((d) => ({ ...d, caminho: '/x' })) }, true],
    ['a class of a document that is not there', { ...base, classes: { 9: 'ata' } }, true],
    ['no class', { ...base, classes: {} }, true],
    ['a name', { documentos: [doc('c.pdf', '1'), doc('b.pdf', '2')] }, false],
    ['content', { documentos: [doc('a.pdf', '3'), doc('b.pdf', '2')] }, false],
    ['a class', { ...base, classes: { 1: 'ata' } }, false],
    ['what was not read', { ...base, naoLido: [{ documento: 'c', codigo: 'x', motivo: 'y' }] }, false],
    ['the page limit', { ...base, maxPaginas: 10 }, false],
  ])('%s', (_, outra, mesma) => {
    expect(chaveLeitura(outra) === chaveLeitura(base)).toBe(mesma);
  });
});
