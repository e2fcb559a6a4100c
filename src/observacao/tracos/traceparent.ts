/** Where in a trace the work under way is: what its next step has for a parent (W3C Trace Context). */
export interface Ponto {
  /** 32 hexadecimal digits, lower case, not all zero. */
  readonly traceId: string;
  /** 16 hexadecimal digits, lower case, not all zero. */
  readonly spanId: string;
  /** Whether whoever began the trace records it. */
  readonly amostrado: boolean;
}

/** Version, trace, parent, flags; a version to come may add fields after them. */
const FORMA = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-[\x21-\x7e]{0,200})?$/;
const AMOSTRADO = 1;

/** @returns null for whatever is not a `traceparent`: the trace then begins here (W3C Trace Context 1, 3.2.2) */
export function parseTraceparent(valor: unknown): Ponto | null {
  const partes = typeof valor === 'string' && valor.length <= 256 ? FORMA.exec(valor.trim()) : null;
  if (!partes) return null;
  const [, versao, traceId, spanId, bandeiras, resto] = partes as unknown as [string, string, string, string, string, string | undefined];
  if (versao === 'ff' || (versao === '00' && resto !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, amostrado: (parseInt(bandeiras, 16) & AMOSTRADO) === AMOSTRADO };
}

/** Always version 00. */
export const formatTraceparent = ({ traceId, spanId, amostrado }: Ponto): string => `00-${traceId}-${spanId}-${amostrado ? '01' : '00'}`;
