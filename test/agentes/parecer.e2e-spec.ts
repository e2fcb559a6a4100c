import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Analise } from '../../src/analises/index.js';
import { acompanhar, enviar, pedir } from '../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { responderHonesto, startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';

describe('an analysis with agents', () => {
  let modelo: OpenAiServer;
  let app: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    modelo = await startOpenAiServer({ responder: responderHonesto });
    app = await startApp({ OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: modelo.url, ALICIT_MODEL_ESPERA_MS: '1' });
    cliente = await app.createCliente();
  });
  afterAll(async () => {
    await app.close();
    await modelo.close();
  });
  const relatorioDe = async (id: string): Promise<Analise> => JSON.parse((await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio`)).texto) as Analise;

  it('an honest model', async () => {
    const { corpo: { id } } = await enviar(app, cliente);
    const fim = await acompanhar(app, cliente, id);
    const a = await relatorioDe(id);
    expect(fim.corpo).toMatchObject({ estado: 'concluida' });
  });
});
