import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';

describe('parseConfig', () => {
  it('has a default for everything, and needs no HOME', () => {
    const c = parseConfig({}, '/onde/estou');
    expect(c).toMatchObject({ leitura: { tempoMs: 120_000, maxPaginas: 2000, maxBytesCache: 500 * 1024 * 1024 }, reunir: { maxNiveis: 4, maxEntradas: 500, maxBytesArquivo: 100 * 1024 * 1024 }, pastasDeTrabalho: ['/onde/estou'] });
    expect(isAbsolute(c.pastaDados) && c.pastaDados.endsWith('.alicit')).toBe(true);
    expect(c.leitura.threads).toBeGreaterThan(0);
  });

  it('reads variables, an empty one being absent', () => {
    expect(parseConfig({ ALICIT_THREADS: '0', ALICIT_CACHE_MB: '0', ALICIT_MAX_PAGINAS: '', ALICIT_DATA_DIR: '/dados' }, '/x')).toMatchObject({ pastaDados: '/dados', leitura: { threads: 0, maxBytesCache: 0, maxPaginas: 2000 } });
  });

  it('looks for paths where the user typed the command, then in the current folder', () => {
    expect(parseConfig({ INIT_CWD: '/usuario' }, '/projeto').pastasDeTrabalho).toEqual(['/usuario', '/projeto']);
    expect(parseConfig({ INIT_CWD: '/projeto', ALICIT_DATA_DIR: 'dados' }, '/projeto')).toMatchObject({ pastasDeTrabalho: ['/projeto'], pastaDados: '/projeto/dados' });
  });

  it('takes the keys that seal, the current one first, and shows none of them', () => {
    const [a, b] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 255).toString('base64url')];
    const config = parseConfig({ ALICIT_SEGREDO_MESTRE: `${a},${b}` }, '/x');
    expect(config.segredoMestre?.map((s) => s.reveal())).toEqual([a, b]);
    expect(JSON.stringify(config)).not.toContain(a.slice(0, 20));
    expect(parseConfig({}, '/x').segredoMestre).toBeNull();
    for (const ruim of ['curta', `${a},`, Buffer.alloc(33).toString('base64'), `${a} ${b}`]) {
      expect(() => parseConfig({ ALICIT_SEGREDO_MESTRE: ruim }, '/x')).toThrow(expect.objectContaining({ message: expect.stringMatching(/^A variável de ambiente ALICIT_SEGREDO_MESTRE não é válida: esperados 32 bytes(?!.*veio)/) }));
    }
  });

  it('calls public addresses only, unless told otherwise', () => {
    expect(parseConfig({}, '/x').webhooks).toEqual({ permitePrivado: false, tempoMs: 10_000, concorrencia: 4, diasFalha: 5, diasRegistro: 30 });
    expect(parseConfig({ ALICIT_WEBHOOK_PERMITE_PRIVADO: '1', ALICIT_WEBHOOK_TEMPO_S: '3' }, '/x').webhooks).toMatchObject({ permitePrivado: true, tempoMs: 3000 });
    expect(() => parseConfig({ ALICIT_WEBHOOK_PERMITE_PRIVADO: 'sim' }, '/x')).toThrow(/ALICIT_WEBHOOK_PERMITE_PRIVADO não é válida: esperado 0 ou 1/);
  });

  it('asks PNCP as its measured behaviour wants, unless told otherwise', () => {
    expect(parseConfig({}, '/x').pncp).toEqual({
      ligado: true, consultaUrl: 'https://pncp.gov.br/api/consulta', url: 'https://pncp.gov.br/api/pncp', conexaoMs: 10_000, tempoMs: 60_000, tentativas: 6, esperaMs: 1000, pausaMs: 60_000, concorrencia: { minimo: 2, maximo: 5 }, maxFila: 1000,
      disjuntor: { proporcao: 0.8, abertoMs: 60_000 }, arquivo: { maxBytes: 30 * 1024 * 1024, tempoMs: 300_000 }, maxBytesResposta: 20 * 1024 * 1024,
    });
    expect(parseConfig({ PNCP_URL: 'http://127.0.0.1:9/api/', ALICIT_PNCP_CONCORRENCIA_MAX: '1' }, '/x').pncp).toMatchObject({ url: 'http://127.0.0.1:9/api', concorrencia: { minimo: 1, maximo: 1 } });
    expect(() => parseConfig({ PNCP_CONSULTA_URL: 'pncp.gov.br' }, '/x')).toThrow(/PNCP_CONSULTA_URL não é válida: esperado um endereço http\(s\)/);
  });

  it('synchronises on its own only when asked to, what it is told to', () => {
    expect(parseConfig({}, '/x').sincronizacao).toMatchObject({ ativa: false, cron: '*/15 * * * *', dias: 2, diasFundo: 10, ufs: null, modalidades: null, itens: true, concorrencia: 5, posseMs: 15_000 });
    expect(parseConfig({ ALICIT_SINCRONIZA: '1', ALICIT_SINC_UFS: 'sp, SC,SP', ALICIT_SINC_MODALIDADES: '6, 8', ALICIT_SINC_CRON: '0 * * * *' }, '/x').sincronizacao).toMatchObject({ ativa: true, ufs: ['SP', 'SC'], modalidades: [6, 8], cron: '0 * * * *' });
    for (const [variavel, ruim] of [['ALICIT_SINC_UFS', 'SP,XX'], ['ALICIT_SINC_MODALIDADES', '6,pregao'], ['ALICIT_SINC_CRON', 'todo dia'], ['ALICIT_SINCRONIZA', 'sim']] as const) {
      expect(() => parseConfig({ [variavel]: ruim }, '/x')).toThrow(new RegExp(`${variavel} não é válida: esperad`));
    }
  });

  it.each([['ALICIT_THREADS', 'muitas'], ['ALICIT_THREADS', '65'], ['ALICIT_LEITURA_TEMPO_S', '0'], ['ALICIT_MAX_MB_ARQUIVO', '-1'], ['ALICIT_CACHE_MB', '1.5']])('names the variable that is wrong: %s=%s', (variavel, valor) => {
    expect(() => parseConfig({ [variavel]: valor }, '/x')).toThrow(expect.objectContaining({ codigo: 'config_invalida', message: expect.stringMatching(new RegExp(`${variavel} não é válida: esperado um número inteiro de \\d+ a \\d+; veio “${valor}”`)) }));
  });

  it.each([['ALICIT_METRICS_TOKEN', 'curto-Q7w8'], ['ALICIT_METRICS_TOKEN', 'com espaço no meio Q7w8'], ['DATABASE_URL', 'mysql://u:Q7w8@h/b'], ['DATABASE_URL', 'postgres://u:Q7w8%zz@h/b'], ['ALICIT_BANCO_DIRETO_URL', 'postgres://u:Q7w8%zz@h/b'], ['MASTRA_STORAGE_URL', 'redis://:Q7w8%zz@h/0']])('names a secret that is wrong, and does not show it: %s=%s', (variavel, valor) => {
    const ler = (): unknown => parseConfig({ [variavel]: valor }, '/x');
    expect(ler).toThrow(expect.objectContaining({ codigo: 'config_invalida', message: expect.stringContaining(variavel) }));
    expect(ler).not.toThrow(/Q7w8/);
  });

  it.each(['postgres://u:p%40x@h:5432/b', 'postgresql:///b?host=/var/run/postgresql'])('takes the addresses pg takes: %s', (url) => {
    expect(parseConfig({ DATABASE_URL: url }, '/x').banco.url).toBe(url);
  });

  it('only a worker may listen nowhere', () => {
    expect(parseConfig({}, '/x').http.escuta).toBe(true);
    expect(parseConfig({ ALICIT_ROLE: 'worker', ALICIT_HTTP: '0' }, '/x').http.escuta).toBe(false);
    for (const papel of ['all', 'api']) expect(() => parseConfig({ ALICIT_ROLE: papel, ALICIT_HTTP: '0' }, '/x')).toThrow(expect.objectContaining({ codigo: 'config_invalida', detalhes: { variavel: 'ALICIT_HTTP' } }));
  });
});
