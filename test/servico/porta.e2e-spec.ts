import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openAplicacao } from '../../src/aplicacao.js';
import { parseConfig } from '../../src/config/index.js';
import { MIGRADO } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

describe('an address that cannot be listened on', () => {
  let banco: BancoDeTeste | undefined;
  afterEach(() => banco?.drop());
  const open = async (env: Record<string, string>): Promise<unknown> => {
    banco = await createBanco('porta', MIGRADO);
    const config = parseConfig({ DATABASE_URL: banco.url, ALICIT_LOG: 'silent', ALICIT_THREADS: '0', ...env }, '.');
    return openAplicacao(config, { url: banco.url, embutido: false, stop: async () => undefined }, () => undefined);
  };

  it('is said in one line when the port is taken', async () => {
    const outro = createServer().listen(0, '127.0.0.1');
    await once(outro, 'listening');
    const { port } = outro.address() as { port: number };
    try {
      await expect(open({ PORT: String(port), ALICIT_HOST: '127.0.0.1' })).rejects.toMatchObject({ codigo: 'porta_em_uso', message: expect.stringContaining(`A porta ${port} já está em uso`) });
    } finally {
      outro.close();
    }
  });

  it('is said in one line when the address is of another machine', async () => {
    await expect(open({ PORT: '0', ALICIT_HOST: '192.0.2.1' })).rejects.toMatchObject({ codigo: 'endereco_de_escuta', message: expect.stringContaining('ALICIT_HOST') });
  });
});
