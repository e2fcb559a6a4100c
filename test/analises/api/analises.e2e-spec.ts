import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { acompanhar, enviar, pedir } from '../apoio.js';

describe('POST /v1/analises', () => {
  let app: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    app = await startApp({ ALICIT_LOG: 'error' });
    cliente = await app.createCliente();
  });
  afterAll(() => app.close());

  it('with everything in one call: 202, then the decision with its stages, and the same one for the same call', async () => {
    const aceita = await enviar(app, cliente);
    expect(aceita).toMatchObject({ status: 202, corpo: { estado: 'na_fila', reaproveitada: false, arquivos: [{ nome: 'edital.pdf', ok: true }] } });
    expect(aceita.cabecalhos['location']).toBe(`/v1/analises/${aceita.corpo.id}`);

    const fim = await acompanhar(app, cliente, aceita.corpo.id);
    expect(fim.corpo).toMatchObject({ estado: 'concluida', progresso: 100, tentativas: 1, erro: null, resumo: { estado: 'ABERTA', desfecho: expect.any(String) } });
    expect((fim.corpo['etapas'] as { etapa: string; estado: string }[]).map((e) => `${e.etapa} ${e.estado}`)).toEqual(['reunir concluida', 'ler concluida', 'extrair concluida', 'julgar concluida', 'aconselhar concluida', 'relatar concluida']);

    const igual = await enviar(app, cliente);
    expect(igual).toMatchObject({ status: 200, corpo: { id: aceita.corpo.id, estado: 'concluida', reaproveitada: true } });
    expect(igual.cabecalhos['x-analise-reaproveitada']).toBe('1');

    const relatorio = await pedir(app, cliente, 'GET', `/v1/analises/${aceita.corpo.id}/relatorio`, { cabecalhos: { accept: 'text/html' } });
    expect(relatorio.texto).toContain('<html');
  }, 60_000);
});
