import { describe, expect, it } from '@jest/globals';
import { describeDesconhecidas, listVariaveis } from '../../src/config/index.js';

describe('variables nobody reads', () => {
  it.each([
    ['ALICIT_BANCO_CONEXAO', 'ALICIT_BANCO_CONEXOES'],
    ['ALICIT_CONCORRENCIAS', 'ALICIT_CONCORRENCIA'],
    ['ALERTA_WEBHOOK', null],
    ['ALICIT_NADA_DISSO', null],
    ['PNCP_URI', 'PNCP_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['OPENAI_APIKEY', 'OPENAI_API_KEY'],
    ['MASTRA_STORAGE_URI', 'MASTRA_STORAGE_URL'],
  ])('%s is told, with the name that was meant: %s', (nome, certo) => {
    expect(describeDesconhecidas({ [nome]: 'x' })).toEqual([`a variável de ambiente ${nome} não é do ALICIT e foi ignorada${certo === null ? '' : `; seria ${certo}`}.`]);
  });

  it('says nothing of ours, of other programs\', of those Kubernetes gives, nor any value', () => {
    expect(describeDesconhecidas(Object.fromEntries(listVariaveis().map(({ nome }) => [nome, '1'])))).toEqual([]);
    const alheias = ['HOME', 'PORT', 'POST', 'NODE_ENVS', 'TEST_DATABASE_URL', 'OPENAI_ORG_ID', 'PINECONE_ENVIRONMENT', 'MASTRA_TELEMETRY_DISABLED', 'alicit_papel', 'ALICIT_\nFALSA', 'ALICIT_SERVICE_HOST', 'ALICIT_API_SERVICE_PORT', 'ALICIT_API_SERVICE_PORT_HTTP', 'ALICIT_PORT', 'ALICIT_PORT_80_TCP', 'ALICIT_PORT_80_TCP_ADDR', 'ALICIT_TESTE_PASTA'];
    expect(describeDesconhecidas(Object.fromEntries(alheias.map((nome) => [nome, 'x'])))).toEqual([]);
    expect(describeDesconhecidas({ ALICIT_SENHA: 'segredo-123' }).join()).not.toContain('segredo-123');
  });
});
