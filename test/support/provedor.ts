import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the fake vendor answers the next requests. `lento` holds them until `release`. */
export type Defeito = 'nenhum' | 'lento' | 'reset' | 401 | 403 | 404 | 429 | 500;

/** A vendor on loopback, speaking the few routes a probe asks: OpenAI's /v1/models, Pinecone's /indexes. */
export class ProvedorDeTeste {
  readonly pedidos: { readonly url: string; readonly cabecalhos: IncomingMessage['headers'] }[] = [];
  defeito: Defeito = 'nenhum';
  private presos: (() => void)[] = [];
  private constructor(private readonly servidor: Server, readonly url: string) {}

  static async start(): Promise<ProvedorDeTeste> {
    const servidor = createServer();
    await new Promise<void>((resolve) => servidor.listen(0, '127.0.0.1', resolve));
    const provedor = new ProvedorDeTeste(servidor, `http://127.0.0.1:${(servidor.address() as AddressInfo).port}`);
    servidor.on('request', (pedido, resposta) => {
      provedor.pedidos.push({ url: pedido.url ?? '', cabecalhos: pedido.headers });
      const answer = (status: number, corpo: unknown): void => void resposta.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(corpo));
      const bem = (): void => answer(200, pedido.url === '/indexes' ? { indexes: [] } : { object: 'list', data: [{ id: 'modelo', object: 'model' }] });
      if (provedor.defeito === 'lento') provedor.presos.push(bem);
      else if (provedor.defeito === 'reset') pedido.socket.resetAndDestroy();
      else if (provedor.defeito === 'nenhum') bem();
      else answer(provedor.defeito, { error: { message: 'no', type: 'x' } });
    });
    return provedor;
  }

  /** Answers what is held. */
  release(): void {
    for (const solta of this.presos.splice(0)) solta();
  }

  async stop(): Promise<void> {
    this.release();
    this.servidor.closeAllConnections();
    await new Promise((resolve) => this.servidor.close(resolve));
  }
}

/** Waits, bounded, until something is so. @throws Error when it never is */
export async function until(condicao: () => boolean | Promise<boolean>, oque: string, limiteMs = 10_000): Promise<void> {
  for (const fim = performance.now() + limiteMs; performance.now() < fim; await new Promise((r) => setTimeout(r, 20))) if (await condicao()) return;
  throw new Error(`não aconteceu: ${oque}`);
}
