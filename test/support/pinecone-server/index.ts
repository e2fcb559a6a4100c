import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { responderControle, type Controle } from './controle.ts';
import { enviar, enviarComFalha, type Falha, type Ritmo, type Rota } from './falhas.ts';
import { responderDados, type Indice } from './indice.ts';
import { recusaDoControle, recusaDosDados, type Resposta } from './resposta.ts';

export { FALHAS, ROTAS, type Falha, type Rota } from './falhas.ts';

/** A request as it arrived and what it got. */
export interface PedidoPinecone {
  readonly n: number;
  readonly rota: Rota;
  /** Null: of the control plane. */
  readonly indice: string | null;
  readonly namespace: string | null;
  /** Vectors or ids it brought, and its size. */
  readonly itens: number;
  readonly bytes: number;
  /** Null: a fault that answers nothing. */
  readonly status: number | null;
  readonly falha: Falha | null;
}

export interface OpcoesPineconeServer {
  /** The only key that is good. */
  readonly chave?: string;
  /** How long a new index takes to be ready, and a write to be seen, ms. */
  readonly prontoMs?: number;
  readonly atrasoMs?: number;
  readonly ritmo?: Partial<Ritmo>;
}

export interface PineconeServer {
  /** Of the control plane: PINECONE_CONTROLLER_URL. */
  readonly url: string;
  readonly chave: string;
  /** Every request, in order; the last 100,000. */
  readonly ledger: readonly PedidoPinecone[];
  /** The next requests (of a route) get this fault. */
  next(falha: Falha, vezes?: number, rota?: Rota): void;
  /** Faults that were not met are forgotten. */
  calm(): void;
  indices(): readonly string[];
  close(): Promise<void>;
}

const VERSAO = '2026-07';
const MAX_LEDGER = 100_000;
/** Of a request to the data plane. */
const MAX_BYTES = 2 * 1024 * 1024;

interface Achada {
  readonly rota: Rota;
  /** The index or the namespace of the path. */
  readonly nome: string;
}

const DE_CONTROLE: readonly (readonly [string, RegExp, Rota])[] = [
  ['POST', /^\/indexes$/, 'indices.criar'], ['GET', /^\/indexes$/, 'indices.listar'], ['GET', /^\/indexes\/([^/]+)$/, 'indices.descrever'], ['DELETE', /^\/indexes\/([^/]+)$/, 'indices.apagar'],
];
const DE_DADOS: readonly (readonly [string, RegExp, Rota])[] = [
  ['POST', /^\/vectors\/upsert$/, 'upsert'], ['POST', /^\/query$/, 'query'], ['POST', /^\/vectors\/delete$/, 'delete'], ['POST', /^\/vectors\/update$/, 'update'], ['GET', /^\/vectors\/fetch$/, 'fetch'],
  ['GET', /^\/vectors\/list$/, 'list'], ['POST', /^\/describe_index_stats$/, 'stats'], ['GET', /^\/namespaces$/, 'namespaces.listar'], ['GET', /^\/namespaces\/([^/]+)$/, 'namespaces.descrever'], ['DELETE', /^\/namespaces\/([^/]+)$/, 'namespaces.apagar'],
];

function findRota(rotas: typeof DE_DADOS, metodo: string, caminho: string): Achada | null {
  for (const [m, forma, rota] of rotas) {
    const achada = m === metodo ? forma.exec(caminho) : null;
    if (achada) return { rota, nome: decodeURIComponent(achada[1] ?? '') };
  }
  return null;
}

const readCorpo = (pedido: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve) => {
    const partes: Buffer[] = [];
    pedido.on('data', (p: Buffer) => partes.push(p));
    pedido.on('end', () => resolve(Buffer.concat(partes)));
    pedido.on('error', () => resolve(Buffer.alloc(0)));
  });

const listen = (http: Server): Promise<string> => new Promise((pronto) => http.listen(0, '127.0.0.1', () => pronto(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)));
const shut = (http: Server): Promise<void> => new Promise((pronto) => {
  http.close(() => pronto());
  http.closeAllConnections();
});

/** Pinecone's REST protocol on loopback, both planes, with writes that are seen late and faults on demand. Ends with `close`. */
export async function startPineconeServer({ chave = 'pcsk_teste', prontoMs = 0, atrasoMs = 0, ritmo: dado }: OpcoesPineconeServer = {}): Promise<PineconeServer> {
  const ritmo: Ritmo = { esperaS: 0, lentidaoMs: 300, ...dado };
  const ledger: PedidoPinecone[] = [];
  const roteiros: { readonly falha: Falha; readonly rota: Rota | undefined; vezes: number }[] = [];
  const servidores = new Map<Indice, Server>();
  let n = 0;

  const controle: Controle = {
    indices: new Map(), prontoMs,
    async open(novo) {
      let indice: Indice | null = null;
      const http = createServer((pedido, res) => void serve(pedido, res, () => indice));
      indice = { ...novo, host: await listen(http), espacos: new Map() };
      servidores.set(indice, http);
      controle.indices.set(indice.name, indice);
      return indice;
    },
    drop(indice) {
      void shut(servidores.get(indice)!);
      servidores.delete(indice);
    },
  };

  function chooseFalha(rota: Rota): Falha | null {
    const i = roteiros.findIndex((r) => r.vezes > 0 && (r.rota === undefined || r.rota === rota));
    if (i < 0) return null;
    const { falha } = roteiros[i]!;
    if (--roteiros[i]!.vezes === 0) roteiros.splice(i, 1);
    return falha;
  }

  /** What both planes ask of every request. */
  function refuse(pedido: IncomingMessage): Resposta | null {
    if (pedido.headers['api-key'] !== chave) return recusaDoControle(401, 'UNAUTHENTICATED', 'Invalid API key');
    if (pedido.headers['x-pinecone-api-version'] !== VERSAO) return recusaDoControle(400, 'INVALID_ARGUMENT', `x-pinecone-api-version must be ${VERSAO}`);
    return null;
  }

  /** `indiceDe`: null for the control plane. */
  async function serve(pedido: IncomingMessage, res: ServerResponse, indiceDe: (() => Indice | null) | null): Promise<void> {
    res.on('error', () => undefined);
    const bytes = await readCorpo(pedido);
    const url = new URL(pedido.url ?? '/', 'http://127.0.0.1');
    const achada = findRota(indiceDe ? DE_DADOS : DE_CONTROLE, pedido.method ?? '', url.pathname);
    if (!achada) return enviar(res, recusaDosDados(404, 5, 'Not found'));
    const corpo = parse(bytes);
    const indice = indiceDe?.() ?? null;
    const answer = (): Resposta | Promise<Resposta> => {
      if (corpo === null) return recusaDosDados(400, 3, 'Invalid JSON');
      const agora = performance.now();
      const recusada = refuse(pedido);
      if (recusada) return recusada;
      if (!indiceDe) return responderControle(controle, achada.rota, achada.nome, corpo, agora);
      if (bytes.length > MAX_BYTES) return recusaDosDados(413, 3, 'Request too large');
      if (!indice || agora < indice.prontoEm) return recusaDosDados(503, 14, 'Index is not ready');
      return responderDados(indice, { rota: achada.rota, corpo, parametros: url.searchParams, namespace: achada.nome || null, agora, visivelEm: agora + atrasoMs });
    };
    const falha = chooseFalha(achada.rota);
    const verdade = falha ? null : await answer();
    const { vectors, ids, namespace } = (corpo ?? {}) as { vectors?: unknown[]; ids?: unknown[]; namespace?: string };
    if (ledger.length >= MAX_LEDGER) ledger.splice(0, MAX_LEDGER / 10);
    ledger.push({
      n: ++n, rota: achada.rota, indice: indice?.name ?? null, namespace: (indiceDe ? achada.nome || namespace || url.searchParams.get('namespace') : null) ?? null, itens: vectors?.length ?? ids?.length ?? url.searchParams.getAll('ids').length,
      bytes: bytes.length, status: verdade?.status ?? null, falha,
    });
    if (verdade) enviar(res, verdade);
    else enviarComFalha(pedido, res, falha!, () => answer() as Resposta, ritmo);
  }

  const http = createServer((pedido, res) => void serve(pedido, res, null));
  return {
    url: await listen(http), chave, ledger,
    next: (falha, vezes = 1, rota) => void roteiros.push({ falha, rota, vezes }),
    calm: () => void roteiros.splice(0),
    indices: () => [...controle.indices.keys()],
    async close() {
      await Promise.all([http, ...servidores.values()].map(shut));
    },
  };
}

/** Null: it is not JSON. */
function parse(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  if (!bytes.length) return {};
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
}
