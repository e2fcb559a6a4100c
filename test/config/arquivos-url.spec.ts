import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';

const arquivos = (ambiente: Record<string, string>) => parseConfig(ambiente, '/x').arquivos;
const CHAVES = { ALICIT_S3_CHAVE: 'AK', ALICIT_S3_SEGREDO: 'segredo/do+ambiente' };

describe('ALICIT_ARQUIVOS_URL', () => {
  it('absent: files on disk', () => {
    expect(arquivos({ ALICIT_COPIAS_MB: '3', ...CHAVES })).toEqual({ s3: null, maxBytesCopias: 3 * 1024 * 1024 });
  });

  it.each([
    ['s3://balde/um/dois?endpoint=https://s3.exemplo:9000/&regiao=sa-east-1', { endpoint: 'https://s3.exemplo:9000', bucket: 'balde', prefixo: 'um/dois/', regiao: 'sa-east-1', estilo: 'path' }],
    ['s3://balde?endpoint=http://localhost:9000/storage/v1/&estilo=virtual', { endpoint: 'http://localhost:9000/storage/v1', bucket: 'balde', prefixo: '', regiao: 'us-east-1', estilo: 'virtual' }],
    ['s3://balde.com.pontos?regiao=sa-east-1', { endpoint: 'https://s3.sa-east-1.amazonaws.com', bucket: 'balde.com.pontos', prefixo: '', regiao: 'sa-east-1', estilo: 'virtual' }],
    ['s3://host:9000/balde/p/?tls=0', { endpoint: 'http://host:9000', bucket: 'balde', prefixo: 'p/', regiao: 'us-east-1', estilo: 'path' }],
  ])('%s, with the key beside it', (url, esperado) => {
    const { s3 } = arquivos({ ALICIT_ARQUIVOS_URL: url, ...CHAVES });
    expect(s3).toMatchObject({ ...esperado, chave: 'AK' });
    expect(s3!.segredo.reveal()).toBe('segredo/do+ambiente');
  });

  it('may carry the key, encoded; the variables win', () => {
    const url = 's3://CHAVE:a%2Fb%2Bc@host/balde?regiao=auto&tls=1&estilo=virtual';
    const { s3 } = arquivos({ ALICIT_ARQUIVOS_URL: url });
    expect(s3).toMatchObject({ endpoint: 'https://host', bucket: 'balde', chave: 'CHAVE', regiao: 'auto', estilo: 'virtual' });
    expect(s3!.segredo.reveal()).toBe('a/b+c');
    expect(arquivos({ ALICIT_ARQUIVOS_URL: url, ...CHAVES }).s3!.segredo.reveal()).toBe('segredo/do+ambiente');
  });

  it('the secret does not print itself', () => {
    const config = parseConfig({ ALICIT_ARQUIVOS_URL: 's3://balde?regiao=sa-east-1', ...CHAVES }, '/x');
    expect(JSON.stringify(config) + inspect(config, { depth: 9, showHidden: true }) + String(config.arquivos.s3!.segredo)).not.toContain('do+ambiente');
  });

  it.each([
    ['http://host/balde', 'esperado s3://'],
    ['balde', 'esperado s3://'],
    ['s3://', 'esperado s3://'],
    ['s3://CHAVE:TOP@host/balde?endpoint=https://outro', 'não os dois'],
    ['s3://balde?endpoint=https://x&tls=0', 'tls só vale'],
    ['s3://CHAVE:TOP@host/balde?tls=sim', 'tls é 0 ou 1'],
    ['s3://CHAVE:TOP@host/balde?estilo=outro', 'estilo é path ou virtual'],
    ['s3://CHAVE:TOP@host/balde?regiao=a/b', 'regiao tem letras'],
    ['s3://CHAVE:TOP@host/balde?region=x', 'os parâmetros aceitos são'],
    ['s3://CHAVE@host/balde', 'a chave e o segredo vão juntos'],
    ['s3://CHAVE:TOP%@host/balde', 'codificados para URL'],
    ['s3://CHAVE:TOP@host', 'o nome do bucket'],
    ['s3://Balde?regiao=x', 'o nome do bucket'],
    ['s3://balde/um%20dois?regiao=x', 'o prefixo'],
    ['s3://balde/.../x?regiao=x', 'o prefixo'],
    ['s3://balde', 'informe regiao'],
    ['s3://balde?endpoint=ftp://x', 'endpoint é http'],
    ['s3://balde?endpoint=https://CHAVE:TOP@x', 'endpoint é http'],
  ])('%s stops the start, naming the variable and repeating nothing of it', (url, trecho) => {
    expect(() => arquivos({ ALICIT_ARQUIVOS_URL: url, ...CHAVES })).toThrow(expect.objectContaining({ codigo: 'config_invalida', detalhes: { variavel: 'ALICIT_ARQUIVOS_URL' }, message: expect.stringContaining(`ALICIT_ARQUIVOS_URL não é válida: ${trecho.startsWith('esperado') ? trecho : ''}`) }));
    expect(() => arquivos({ ALICIT_ARQUIVOS_URL: url, ...CHAVES })).toThrow(expect.objectContaining({ message: expect.stringContaining(trecho) }));
    expect(() => arquivos({ ALICIT_ARQUIVOS_URL: url, ...CHAVES })).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/TOP|veio/) }));
  });

  it.each([['ALICIT_S3_CHAVE'], ['ALICIT_S3_SEGREDO']])('without %s names it', (variavel) => {
    expect(() => arquivos({ ALICIT_ARQUIVOS_URL: 's3://balde?regiao=x', ...CHAVES, [variavel]: '' })).toThrow(expect.objectContaining({ codigo: 'config_invalida', detalhes: { variavel } }));
  });

  it('never repeats a secret that is too long', () => {
    expect(() => arquivos({ ALICIT_S3_SEGREDO: `abc${'x'.repeat(300)}` })).toThrow(expect.objectContaining({ message: 'A variável de ambiente ALICIT_S3_SEGREDO não é válida: esperados até 256 caracteres.' }));
  });
});
