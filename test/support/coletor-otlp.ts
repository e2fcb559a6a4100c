import { gunzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ValorOtlp { readonly stringValue?: string; readonly intValue?: number | string; readonly doubleValue?: number; readonly boolValue?: boolean }
interface AtributoOtlp { readonly key: string; readonly value: ValorOtlp }
interface PedidoOtlp { readonly resourceSpans: readonly { readonly resource: { readonly attributes: readonly AtributoOtlp[] }; readonly scopeSpans: readonly { readonly spans: readonly SpanOtlp[] }[] }[] }
interface SpanOtlp { readonly traceId: string; readonly spanId: string; readonly parentSpanId?: string; readonly name: string; readonly kind: number; readonly status?: { readonly code?: number }; readonly attributes?: readonly AtributoOtlp[] }

/** A span as the collector got it. */
export interface SpanRecebido {
  readonly traceId: string;
  readonly spanId: string;
  /** Null: the beginning of its trace. */
  readonly pai: string | null;
  readonly nome: string;
  /** 1 internal, 2 server, 3 client, 5 consumer. */
  readonly papel: number;
  readonly erro: boolean;
  readonly atributos: Readonly<Record<string, string | number | boolean>>;
  readonly recurso: Readonly<Record<string, string | number | boolean>>;
}

export interface ColetorOtlp {
  /** OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: readonly SpanRecebido[];
  /** What came, as it came. */
  readonly bruto: () => string;
  readonly cabecalhos: readonly Readonly<Record<string, string | string[] | undefined>>[];
  /** From now on every request gets this status, and what it brings is not kept; 200: well again. */
  answer(status: number): void;
  /** Requests that came, also the refused ones. */
  readonly pedidos: number;
  close(): Promise<void>;
}

const valorDe = ({ stringValue, intValue, doubleValue, boolValue }: ValorOtlp): string | number | boolean => stringValue ?? (intValue === undefined ? undefined : Number(intValue)) ?? doubleValue ?? boolValue ?? '';
const toObjeto = (atributos: readonly AtributoOtlp[] = []): SpanRecebido['atributos'] => Object.fromEntries(atributos.map((a) => [a.key, valorDe(a.value)]));

/** A collector of OTLP over HTTP in JSON (`/v1/traces`), on loopback. */
export async function startColetorOtlp(): Promise<ColetorOtlp> {
  const spans: SpanRecebido[] = [];
  const corpos: string[] = [];
  const cabecalhos: Record<string, string | string[] | undefined>[] = [];
  let status = 200;
  let pedidos = 0;
  const servidor = createServer((pedido, resposta) => {
    const partes: Buffer[] = [];
    pedido.on('data', (p: Buffer) => partes.push(p));
    pedido.on('end', () => {
      pedidos++;
      if (status === 200 && pedido.url === '/v1/traces') {
        const corpo = Buffer.concat(partes);
        const texto = (pedido.headers['content-encoding'] === 'gzip' ? gunzipSync(corpo) : corpo).toString('utf8');
        corpos.push(texto);
        cabecalhos.push(pedido.headers);
        for (const { resource, scopeSpans } of (JSON.parse(texto) as PedidoOtlp).resourceSpans) for (const s of scopeSpans.flatMap((e) => e.spans)) spans.push({ traceId: s.traceId, spanId: s.spanId, pai: s.parentSpanId || null, nome: s.name, papel: s.kind, erro: s.status?.code === 2, atributos: toObjeto(s.attributes), recurso: toObjeto(resource.attributes) });
      }
      resposta.writeHead(pedido.url === '/v1/traces' ? status : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((pronto) => servidor.listen(0, '127.0.0.1', pronto));
  return {
    url: `http://127.0.0.1:${(servidor.address() as AddressInfo).port}`, spans, cabecalhos,
    bruto: () => corpos.join('\n'),
    answer: (s) => void (status = s),
    get pedidos() {
      return pedidos;
    },
    close: () => new Promise((pronto) => {
      servidor.close(() => pronto());
      servidor.closeAllConnections();
    }),
  };
}
