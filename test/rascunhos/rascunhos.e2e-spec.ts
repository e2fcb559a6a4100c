import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/storage/index.js';
import { MIME_DOCX } from '../../src/rascunhos/formas.js';
import { acompanhar, enviar, pedir } from '../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

describe('GET /v1/analises/{id}/rascunhos/{tipo}', () => {
  let app: AppDeTeste;
  let cliente: Cliente;
  let id = '';
  beforeAll(async () => {
    app = await startApp({ ALICIT_LOG: 'error' });
    cliente = await app.createCliente();
    id = (await enviar(app, cliente)).corpo.id;
    await acompanhar(app, cliente, id);
  }, 60_000);
  afterAll(() => app.close());

  const get = (tipo: string, cabecalhos: Readonly<Record<string, string>> = {}, de = cliente) => pedir(app, de, 'GET', `/v1/analises/${id}/rascunhos/${tipo}`, { cabecalhos });

  it.each([['esclarecimento', 'Pedido de esclarecimento'], ['impugnacao', 'Impugnação ao edital'], ['checklist', 'Checklist de habilitação']])('%s, in Markdown and in Word, with an ETag', async (tipo, titulo) => {
    const md = await get(tipo);
    expect(md).toMatchObject({ status: 200, cabecalhos: { 'content-type': 'text/markdown; charset=utf-8', 'x-content-type-options': 'nosniff' } });
    expect(md.texto).toContain(`# ${titulo}`);
    expect(md.cabecalhos['content-disposition']).toContain(`${tipo}-031-2026.md`);
    expect((await get(tipo, { 'if-none-match': String(md.cabecalhos['etag']) })).status).toBe(304);
    const docx = await get(tipo, { accept: MIME_DOCX });
    expect(docx).toMatchObject({ status: 200, cabecalhos: { 'content-type': MIME_DOCX } });
    expect(docx.texto.startsWith('PK')).toBe(true);
    expect(docx.cabecalhos['etag']).not.toBe(md.cabecalhos['etag']);
    expect((await get(`${tipo}?formato=docx`)).cabecalhos['etag']).toBe(docx.cabecalhos['etag']);
  });

  it('bears the simulated day of the analysis, in time', async () => {
    const { texto } = await get('impugnacao');
    expect(texto).toContain('23 de novembro de 2026');
    expect(texto).toContain('é tempestiva');
  });

  it('holds the points asked for', async () => {
    expect((await get('impugnacao?pontos=atestado_pct_art67')).texto).not.toContain('Hora-limite');
    expect(await get('impugnacao?pontos=inventado')).toMatchObject({ status: 422, corpo: { codigo: 'ponto_desconhecido' } });
    expect(await get('impugnacao?pontos=%3Cx%3E')).toMatchObject({ status: 422, corpo: { codigo: 'pontos_invalidos' } });
  });

  it('says what it cannot give', async () => {
    expect(await get('recurso')).toMatchObject({ status: 404, corpo: { codigo: 'rascunho_desconhecido' } });
    expect(await get('checklist', { accept: 'application/pdf' })).toMatchObject({ status: 406, corpo: { codigo: 'nao_aceitavel' } });
    expect(await get('checklist?formato=pdf')).toMatchObject({ status: 422, corpo: { codigo: 'formato_invalido' } });
    expect(await get('checklist', {}, await app.createCliente())).toMatchObject({ status: 404, corpo: { codigo: 'analise_nao_encontrada' } });
    const outra = newId('ana');
    await app.fonte.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow) select $1, organizacao_id, empresa_id, licitacao_id, $1, entradas, 'falhou', versao_workflow from alicit.analise where id = $2 and organizacao_id = $3`, [outra, id, cliente.organizacaoId]);
    expect(await pedir(app, cliente, 'GET', `/v1/analises/${outra}/rascunhos/checklist`)).toMatchObject({ status: 409, corpo: { codigo: 'analise_falhou' } });
  });
});
