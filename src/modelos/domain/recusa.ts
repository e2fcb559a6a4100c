export const record = (v: unknown): Record<string, unknown> => (v !== null && typeof v === 'object' ? (v as Record<string, unknown>) : {});
const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

/** A refusal, as either protocol writes it, whole or in a stream: `message.refusal`, `delta.refusal`, `{type: "refusal"}`, `response.refusal.*`. */
export function isRecusa(corpo: unknown): boolean {
  const c = record(corpo);
  if (typeof c['type'] === 'string' && c['type'].startsWith('response.refusal.')) return true;
  const dita = (v: unknown): boolean => typeof record(v)['refusal'] === 'string' && record(v)['refusal'] !== '';
  if (list(c['choices']).some((e) => dita(record(e)['message']) || dita(record(e)['delta']))) return true;
  return list(c['output']).some((item) => list(record(item)['content']).some((p) => record(p)['type'] === 'refusal'));
}
