import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider, TraceIdRatioBasedSampler, type ReadableSpan, type SpanExporter, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Atributos, Motor, Papel, TracoAberto } from './motor.js';
import type { Ponto } from './traceparent.js';

export interface OpcoesSdk {
  /** Without `/v1/traces`. */
  readonly endereco: string;
  readonly cabecalhos: Readonly<Record<string, string>>;
  /** Part of the traces begun here that is recorded, 0 to 1; those begun elsewhere follow whoever began them. */
  readonly proporcao: number;
  /** Of the process: `service.name` and the like. */
  readonly recurso: Readonly<Record<string, string>>;
  /** Told what became of spans that ended. `erro`: of the collector, when they were lost. */
  readonly onFim: (resultado: 'enviado' | 'perdido' | 'descartado', quantos: number, erro: Error | null) => void;
}

export interface Sdk extends Motor {
  /** Sends what waits, for at most so long, and makes no more. */
  close(limiteMs: number): Promise<void>;
}

/** Spans that wait to be sent, those of one request, and how long they wait. */
const MAX_FILA = 2048;
const LOTE = 256;
const ESPERA_MS = 1000;
/** Of one request to the collector, its repetitions included. */
const ENVIO_MS = 5000;
const PAPEIS: Readonly<Record<Papel, SpanKind>> = { interno: SpanKind.INTERNAL, servidor: SpanKind.SERVER, cliente: SpanKind.CLIENT, consumidor: SpanKind.CONSUMER };

/** A provider of our own: nothing global, nothing instrumented behind anyone's back. Loaded only where OTLP is configured. */
export function openSdk({ endereco, cabecalhos, proporcao, recurso, onFim }: OpcoesSdk): Sdk {
  const exportador = new OTLPTraceExporter({ url: `${endereco}/v1/traces`, headers: { ...cabecalhos }, timeoutMillis: ENVIO_MS, concurrencyLimit: 2 });
  const provedor = new TracerProvider({
    resource: resourceFromAttributes({ ...recurso }), sampler: new ParentBasedSampler({ root: proporcao >= 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(proporcao) }),
    spanLimits: { attributeCountLimit: 32, attributeValueLengthLimit: 500, eventCountLimit: 0, linkCountLimit: 0 }, spanProcessors: [boundedProcessor(exportador, onFim)],
  });
  const tracer = provedor.getTracer('alicit', recurso['service.version']);
  return {
    begin(nome, papel, atributos, pai) {
      const contexto = pai ? trace.setSpanContext(ROOT_CONTEXT, { traceId: pai.traceId, spanId: pai.spanId, traceFlags: pai.amostrado ? TraceFlags.SAMPLED : TraceFlags.NONE, isRemote: papel === 'servidor' || papel === 'consumidor' }) : ROOT_CONTEXT;
      return toAberto(tracer.startSpan(nome, { kind: PAPEIS[papel], attributes: limpos(atributos) }, contexto));
    },
    async close(limiteMs) {
      let relogio: NodeJS.Timeout | undefined;
      const tarde = new Promise<void>((resolve) => (relogio = setTimeout(resolve, limiteMs)));
      await Promise.race([provedor.shutdown().catch(() => undefined), tarde]).finally(() => clearTimeout(relogio));
    },
  };
}

/** A batch that never holds more than `MAX_FILA`, and counts what it lets go. */
function boundedProcessor(exportador: SpanExporter, onFim: OpcoesSdk['onFim']): SpanProcessor {
  let naFila = 0;
  const contado: SpanExporter = {
    export(spans: ReadableSpan[], pronto) {
      naFila -= spans.length;
      exportador.export(spans, (r) => {
        onFim(r.code === 0 ? 'enviado' : 'perdido', spans.length, r.error ?? null);
        pronto(r);
      });
    },
    shutdown: () => exportador.shutdown(),
    ...(exportador.forceFlush ? { forceFlush: () => exportador.forceFlush!() } : {}),
  };
  const lote = new BatchSpanProcessor({ exporter: contado, maxQueueSize: MAX_FILA, maxExportBatchSize: LOTE, scheduledDelayMillis: ESPERA_MS, exportTimeoutMillis: ENVIO_MS + 1000 });
  return {
    onStart: (span, contexto) => lote.onStart(span, contexto),
    onEnd(span) {
      if (naFila >= MAX_FILA) return onFim('descartado', 1, null);
      if (span.spanContext().traceFlags & TraceFlags.SAMPLED) naFila++;
      lote.onEnd(span);
    },
    forceFlush: () => lote.forceFlush(),
    shutdown: () => lote.shutdown(),
  };
}

const limpos = (atributos: Atributos): Record<string, string | number | boolean> => Object.fromEntries(Object.entries(atributos).filter((e): e is [string, string | number | boolean] => e[1] !== undefined));

function toAberto(span: Span): TracoAberto {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const ponto: Ponto = { traceId, spanId, amostrado: (traceFlags & TraceFlags.SAMPLED) !== 0 };
  return {
    ponto,
    set: (atributos) => void span.setAttributes(limpos(atributos)),
    rename: (nome) => void span.updateName(nome),
    end(erro) {
      if (erro !== null) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', erro);
      span.end();
    },
  };
}
