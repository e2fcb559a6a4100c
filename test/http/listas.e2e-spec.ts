import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/storage/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

/** Lists, and the prefix of what they list. */
const LISTAS = [['/v1/analises', 'ana'], ['/v1/empresas', 'emp'], ['/v1/licitacoes', 'lic'], ['/v1/chaves', 'chv'], ['/v1/webhooks', 'whk']] as const;

describe('lists', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());
  const get = (url: string) => t.app.inject({ method: 'GET', url, headers: cliente.cabecalhos });

  it.each(LISTAS)('%s takes its own cursor and refuses the one of another list: it would look like the end', async (url, prefixo) => {
    expect((await get(`${url}?cursor=${newId(prefixo)}`)).statusCode).toBe(200);
    expect((await get(`${url}?cursor=${newId('evt')}`)).json()).toMatchObject({ status: 422, codigo: 'dados_invalidos', erros: [{ ponteiro: '/cursor' }] });
  });

  it.each(LISTAS)('%s refuses a filter that nobody knows: it would look like no filter', async (url, _prefixo) => {
    const r = await get(`${url}?filtro=1`);
    expect(r.json()).toMatchObject({ status: 422, codigo: 'dados_invalidos' });
    expect(r.body).toContain('filtro');
  });
});
