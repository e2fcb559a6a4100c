import { mkdirSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { checkAssinatura } from './assinatura-v4.js';
import { listFiles } from './pasta.js';

/** What the network does to one request; true when it answered in place of the store. */
export type Falha = (req: IncomingMessage, res: ServerResponse) => boolean;

export interface ServidorS3 {
  /** Through the network that can fail. */
  readonly endpoint: string;
  /** Method and path of every request so far, the refused ones too. */
  readonly pedidos: string[];
  /** Done to the next requests, one each, before they reach the store. */
  readonly falhas: Falha[];
  readonly createBucket: (nome: string) => void;
  /** Names of the objects of a bucket, without their folders. */
  readonly objetos: (bucket: string) => string[];
  readonly fileOf: (bucket: string, objeto: string) => string;
  readonly close: () => Promise<void>;
}

/**
 * An S3 server from npm, on the loopback, behind a proxy that makes the network's faults and checks what the server does not: signatures of
 * version 4, hashes of bodies. Key and secret: `S3RVER`.
 */
export async function startServidorS3(pasta: string, buckets: readonly string[]): Promise<ServidorS3> {
  const s3 = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: pasta, configureBuckets: buckets.map((name) => ({ name })) });
  const { port } = await s3.run();
  const pedidos: string[] = [];
  const falhas: Falha[] = [];
  const proxy = createServer((req, res) => {
    pedidos.push(`${req.method} ${req.url}`);
    if (falhas.shift()?.(req, res)) return;
    void forward(req, res, port).catch(() => res.destroy());
  });
  await new Promise<void>((pronto) => proxy.listen(0, '127.0.0.1', pronto));
  const fim = '._S3rver_object';
  return {
    endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    pedidos,
    falhas,
    createBucket: (nome) => mkdirSync(join(pasta, nome)),
    objetos: (bucket) => listFiles(join(pasta, bucket)).filter((f) => f.endsWith(fim)).map((f) => basename(f, fim)),
    fileOf: (bucket, objeto) => join(pasta, bucket, `${objeto}${fim}`),
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((fechado) => proxy.close(fechado));
      await s3.close();
    },
  };
}

/** To the store, once the signature and the body's hash are found right. */
async function forward(req: IncomingMessage, res: ServerResponse, port: number): Promise<void> {
  const corpo = await buffer(req);
  const recusa = checkAssinatura(req, corpo, 'S3RVER');
  if (recusa !== null && !/Credential=(?!S3RVER)/.test(req.headers.authorization ?? '')) {
    res.writeHead(403, { 'content-type': 'application/xml' }).end(`<Error><Code>${recusa}</Code></Error>`);
    return;
  }
  const adiante = request({ host: '127.0.0.1', port, method: req.method, path: req.url, headers: req.headers }, (resposta) => {
    res.writeHead(resposta.statusCode ?? 502, resposta.headers);
    resposta.pipe(res);
  });
  adiante.on('error', () => res.destroy());
  adiante.end(corpo);
}

export const responde = (status: number, corpo = ''): Falha => (req, res) => {
  req.resume();
  req.on('end', () => res.writeHead(status, { 'content-type': 'application/xml' }).end(corpo));
  return true;
};
export const derruba: Falha = (req) => {
  req.socket.destroy();
  return true;
};
/** Never answers. */
export const cala: Falha = () => true;
/** Announces a body, sends its beginning, then drops the connection (`fim`) or goes silent. */
export const corta = (fim: 'cai' | 'cala'): Falha => (req, res) => {
  res.writeHead(200, { 'content-length': '1000' });
  res.write(Buffer.alloc(100), () => {
    if (fim === 'cai') req.socket.destroy();
  });
  return true;
};
