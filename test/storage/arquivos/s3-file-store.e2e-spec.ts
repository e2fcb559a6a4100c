import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseConfig, Segredo, type ConfigS3 } from '../../../src/config/index.js';
import { createFileStore } from '../../../src/storage/arquivos/index.js';
import { S3FileStore, type OpcoesS3 } from '../../../src/storage/arquivos/s3-file-store.js';
import { contratoFileStore, sha256, stream } from './contrato.js';
import { listFiles, makePasta } from './pasta.js';
import { cala, corta, derruba, responde, startServidorS3, type Falha, type ServidorS3 } from './servidor-s3.js';

const CONTEUDO = Buffer.from('edital de teste');
const NOME = sha256(CONTEUDO);
const LIMITE = { maxBytes: 1000 };
let servidor: ServidorS3;
let baldes = 0;

beforeAll(async () => {
  servidor = await startServidorS3(makePasta(), []);
});
afterEach(() => {
  servidor.falhas.length = 0;
});
afterAll(() => servidor.close());

/** A store over a bucket of its own and a new folder. */
function abrir(config: Partial<ConfigS3> = {}, opcoes: Partial<OpcoesS3> = {}) {
  const bucket = `balde-${++baldes}`;
  servidor.createBucket(bucket);
  const pastaCopias = join(makePasta(), 'copias');
  const s3: ConfigS3 = { endpoint: servidor.endpoint, bucket, prefixo: 'alicit/', regiao: 'us-east-1', estilo: 'path', chave: 'S3RVER', segredo: new Segredo('S3RVER'), ...config };
  const store = new S3FileStore(s3, { pastaCopias, maxBytesCopias: 1_000_000, ritmo: { esperaMs: 1 }, ...opcoes });
  const provisorios = () => listFiles(join(pastaCopias, 'provisorios'));
  servidor.pedidos.length = 0;
  return { store, s3, bucket, pastaCopias, provisorios, objetos: () => servidor.objetos(bucket) };
}
const put = (store: S3FileStore, bytes = CONTEUDO) => store.put(stream(bytes), LIMITE);
const falham = (...falhas: Falha[]): void => void servidor.falhas.push(...falhas);

contratoFileStore('S3', async () => abrir());

describe('S3FileStore', () => {
  it('is chosen by the URL, and keeps objects below its prefix', async () => {
    const pastaDados = makePasta();
    const { bucket } = abrir();
    const config = parseConfig({ ALICIT_DATA_DIR: pastaDados, ALICIT_ARQUIVOS_URL: `s3://S3RVER:S3RVER@${servidor.endpoint.slice(7)}/${bucket}/um/dois?tls=0` }, '/');
    const store = await createFileStore(config);
    await store.put(stream(CONTEUDO), LIMITE);
    expect(store.tipo).toBe('s3');
    expect(readFileSync(servidor.fileOf(bucket, `um/dois/${NOME.slice(0, 2)}/${NOME}`))).toEqual(CONTEUDO);
    expect(await store.localPath(NOME)).toBe(join(pastaDados, 'copias', NOME.slice(0, 2), NOME));
  });

  it('sends one file once and reads what it sent without asking for it', async () => {
    const { store } = abrir();
    await put(store);
    await put(store);
    await store.localPath(NOME);
    expect(servidor.pedidos.map((p) => p.split(' ')[0])).toEqual(['HEAD', 'PUT', 'HEAD']);
  });

  it('fetches an object once for all who ask at once, verified, for its user only', async () => {
    const { store, pastaCopias, provisorios } = abrir();
    await put(store);
    rmSync(pastaCopias, { recursive: true });
    servidor.pedidos.length = 0;
    const caminhos = await Promise.all(Array.from({ length: 4 }, () => store.localPath(NOME)));
    expect(new Set(caminhos).size).toBe(1);
    expect(await readFile(caminhos[0]!)).toEqual(CONTEUDO);
    expect(statSync(caminhos[0]!).mode & 0o777).toBe(0o600);
    expect(servidor.pedidos).toHaveLength(1);
    expect(provisorios()).toEqual([]);
  });

  it('fetches again a local copy that was damaged', async () => {
    const { store } = abrir();
    await put(store);
    writeFileSync(await store.localPath(NOME), 'edital de outro');
    servidor.pedidos.length = 0;
    expect(await readFile(await store.localPath(NOME))).toEqual(CONTEUDO);
    expect(servidor.pedidos.map((p) => p.split(' ')[0])).toEqual(['GET']);
  });

  it('never hands out an object whose content is not its name', async () => {
    const { store, bucket, pastaCopias, provisorios } = abrir();
    await put(store);
    rmSync(pastaCopias, { recursive: true });
    for (const estragado of ['edital adulterado', '']) {
      writeFileSync(servidor.fileOf(bucket, `alicit/${NOME.slice(0, 2)}/${NOME}`), estragado);
      await expect(store.localPath(NOME)).rejects.toMatchObject({ codigo: 'arquivos_indisponiveis', detalhes: { motivo: 'conteudo_diferente' } });
    }
    expect(listFiles(pastaCopias)).toEqual([]);
    expect(provisorios()).toEqual([]);
  });

  it.each<[string, Falha[]]>([
    ['500 twice', [responde(500), responde(503)]],
    ['a reset connection', [derruba, derruba]],
    ['too many requests', [responde(429)]],
    ['a 400 that asks for another try', [responde(400, '<Error><Code>RequestTimeout</Code></Error>')]],
  ])('gets over %s, sending and fetching', async (_, falhas) => {
    const { store, pastaCopias, objetos } = abrir();
    falham(() => false, ...falhas);
    await put(store);
    expect(servidor.falhas).toEqual([]);
    expect(objetos()).toEqual([NOME]);
    rmSync(pastaCopias, { recursive: true });
    falham(...falhas);
    expect(await readFile(await store.localPath(NOME))).toEqual(CONTEUDO);
    expect(servidor.falhas).toEqual([]);
  });

  it.each<['cai' | 'cala']>([['cai'], ['cala']])('gets over a download that breaks off (%s)', async (fim) => {
    const { store, pastaCopias, provisorios } = abrir({}, { ritmo: { esperaMs: 1, tempoMs: 150 } });
    await put(store);
    rmSync(pastaCopias, { recursive: true });
    falham(corta(fim));
    expect(await readFile(await store.localPath(NOME))).toEqual(CONTEUDO);
    expect(provisorios()).toEqual([]);
  });

  it.each<[string, Falha, string]>([
    ['500s', responde(500), 'http_500'],
    ['named 503s', responde(503, '<Error><Code>SlowDown</Code></Error>'), 'http_503'],
    ['resets', derruba, 'UND_ERR_SOCKET'],
    ['silence', cala, 'tempo_esgotado'],
  ])('gives up after three tries of %s and keeps nothing', async (_, falha, motivo) => {
    const { store, objetos, provisorios, pastaCopias } = abrir({}, { ritmo: { esperaMs: 1, tempoMs: 100 } });
    falham(falha, falha, falha);
    await expect(put(store)).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'arquivos_indisponiveis', detalhes: { motivo } });
    expect(servidor.pedidos).toHaveLength(3);
    expect([...objetos(), ...provisorios(), ...listFiles(pastaCopias)]).toEqual([]);
  });

  it.each<[string, Falha, string]>([
    ['goes silent', cala, 'tempo_esgotado'],
    ['drops the connection', derruba, 'UND_ERR_SOCKET'],
    ['answers 500', responde(500), 'http_500'],
  ])('gives up an upload when the store %s, and keeps nothing', async (_, falha, motivo) => {
    const { store, objetos, provisorios } = abrir({}, { ritmo: { esperaMs: 1, tempoMs: 400 } });
    falham(() => false, falha, falha, falha);
    await expect(put(store)).rejects.toMatchObject({ codigo: 'arquivos_indisponiveis', detalhes: { motivo } });
    expect(servidor.pedidos.map((p) => p.split(' ')[0])).toEqual(['HEAD', 'PUT', 'PUT', 'PUT']);
    expect([...objetos(), ...provisorios()]).toEqual([]);
  });

  it('sends and fetches a file larger than the buffers of the way', async () => {
    const { store, pastaCopias, objetos } = abrir({}, { maxBytesCopias: 0 });
    const bytes = randomBytes(20_000_000);
    const { sha256: nome } = await store.put(stream(bytes), { maxBytes: bytes.length });
    rmSync(pastaCopias, { recursive: true });
    expect(sha256(await readFile(await store.localPath(nome)))).toBe(nome);
    expect(objetos()).toEqual([nome]);
  });

  it('says that nothing listens there', async () => {
    const fechado = createServer().listen(0, '127.0.0.1');
    await once(fechado, 'listening');
    const { port } = fechado.address() as AddressInfo;
    fechado.close();
    await once(fechado, 'close');
    const { store } = abrir({ endpoint: `http://127.0.0.1:${port}` });
    await expect(store.check()).rejects.toMatchObject({ codigo: 'arquivos_indisponiveis', detalhes: { motivo: 'ECONNREFUSED' } });
  });

  it.each([
    ['an unknown key', { chave: 'OUTRA', segredo: new Segredo('segredo-que-nao-pode-aparecer') }],
    ['a wrong secret', { segredo: new Segredo('segredo-que-nao-pode-aparecer') }],
  ])('tells of %s at once, in Portuguese, without the secret', async (_, config) => {
    const { store, objetos, provisorios } = abrir(config);
    const erros = await Promise.all([put(store), store.check(), store.read(NOME), store.has(NOME), store.delete(NOME)].map((p) => p.then(() => null, (e: unknown) => e as Error)));
    for (const erro of erros) {
      expect(erro).toMatchObject({ tipo: 'indisponivel', codigo: 'arquivos_indisponiveis' });
      expect(erro!.message).toMatch(/^O armazenamento de arquivos recusou a chave de acesso \((http_403|InvalidAccessKeyId|SignatureDoesNotMatch)\)\. Confira ALICIT_S3_CHAVE/);
      expect(`${erro!.message} ${erro!.stack} ${JSON.stringify(erro)}`).not.toContain('segredo-que-nao-pode-aparecer');
    }
    expect(servidor.pedidos).toHaveLength(erros.length);
    expect([...objetos(), ...provisorios()]).toEqual([]);
  });

  it('names a bucket that does not exist, and an address that moved', async () => {
    const { store } = abrir({ bucket: 'balde-nenhum' });
    for (const feito of [store.check(), put(store), store.localPath(NOME)]) await expect(feito).rejects.toMatchObject({ codigo: 'arquivos_indisponiveis', detalhes: { motivo: 'NoSuchBucket' } });
    falham(responde(301, '<Error><Code>PermanentRedirect</Code></Error>'));
    await expect(store.localPath(NOME)).rejects.toMatchObject({ detalhes: { motivo: 'PermanentRedirect' }, message: expect.stringContaining('região') });
  });

  it('a check ends within its time when the store is silent', async () => {
    const { store } = abrir({}, { ritmo: { esperaMs: 1 } });
    falham(cala, cala, cala);
    // A tenth of the time it gives itself, which must leave room within 5 s.
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const prazo = jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 10));
    const inicio = performance.now();
    try {
      await expect(store.check()).rejects.toMatchObject({ codigo: 'arquivos_indisponiveis', detalhes: { motivo: 'tempo_esgotado' } });
      expect(performance.now() - inicio).toBeLessThan(3000);
      expect(prazo.mock.calls).toEqual([[4000]]);
    } finally {
      prazo.mockRestore();
    }
  }, 10_000);
});
