import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openAplicacao } from '../../src/aplicacao.js';
import { parseConfig } from '../../src/config/index.js';
import { withEspera } from '../../src/espera.js';
import { saudeSchema, vidaSchema } from '../../src/health/saude.schema.js';
import { problemaSchema } from '../../src/http/problema.js';
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

describe('the address while the schema is waited for', () => {
  it('says that the process lives and is not ready, in the forms of the service, and is given back', async () => {
    const livre = createServer().listen(0, '127.0.0.1');
    await once(livre, 'listening');
    const { port } = livre.address() as { port: number };
    await new Promise((fechado) => livre.close(fechado));
    const config = parseConfig({ PORT: String(port), ALICIT_HOST: '127.0.0.1', ALICIT_ROLE: 'worker' }, '.');
    const get = async (rota: string): Promise<[number, unknown]> => {
      const r = await fetch(`http://127.0.0.1:${port}${rota}`);
      return [r.status, await r.json()];
    };
    const visto = await withEspera(config, async () => ({ viva: await get('/health/live'), pronta: await get('/health/ready?x=1'), rota: await get('/v1/analises') }));
    expect([visto.viva[0], visto.pronta[0], visto.rota[0]]).toEqual([200, 503, 503]);
    vidaSchema.strict().parse(visto.viva[1]);
    expect(saudeSchema.strict().parse(visto.pronta[1])).toMatchObject({ estado: 'iniciando', papel: 'worker' });
    expect(problemaSchema.strict().parse(visto.rota[1])).toMatchObject({ codigo: 'iniciando', status: 503 });
    await expect(get('/health/live')).rejects.toThrow();
    await expect(withEspera(config, () => Promise.reject(new Error('não migrou')))).rejects.toThrow('não migrou');
  });
});
