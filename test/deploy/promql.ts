import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const regraSchema = z.object({
  record: z.string().optional(), alert: z.string().optional(), expr: z.string(), for: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(), annotations: z.record(z.string(), z.string()).optional(),
});
export type Regra = z.infer<typeof regraSchema>;

const painelSchema = z.object({
  id: z.number(), type: z.string(), title: z.string(), description: z.string().optional(), gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string() }) }).optional(),
  targets: z.array(z.object({ refId: z.string(), expr: z.string(), datasource: z.object({ uid: z.string() }) })).default([]),
});
export type Painel = z.infer<typeof painelSchema>;

const dashboardSchema = z.object({
  title: z.string(), uid: z.string(), panels: z.array(painelSchema),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string(), query: z.union([z.string(), z.object({ query: z.string() })]) })) }),
});

const DEPLOY = join(process.cwd(), 'deploy');
export const ALERTAS = join(DEPLOY, 'prometheus', 'alertas.yml');

/** The rules of deploy/prometheus/alertas.yml. */
export const readRegras = (): readonly Regra[] => z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(regraSchema) })) }).parse(parse(readFileSync(ALERTAS, 'utf8'))).groups.flatMap((g) => g.rules);

/** deploy/grafana/alicit.json. */
export const readDashboard = (): z.infer<typeof dashboardSchema> => dashboardSchema.parse(JSON.parse(readFileSync(join(DEPLOY, 'grafana', 'alicit.json'), 'utf8')));

const PALAVRAS: ReadonlySet<string> = new Set(['and', 'or', 'unless', 'bool', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'offset', 'inf', 'nan']);
/** Prometheus' own. */
const DELE: ReadonlySet<string> = new Set(['up', 'ALERTS']);

/** The names of metrics an expression reads: what Prometheus makes itself and what rules record (with `:`) left out; of a histogram, its own name. */
export function metricasDe(expr: string): readonly string[] {
  const limpa = expr.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\{[^}]*\}/g, ' ').replace(/\[[^\]]*\]/g, ' ').replace(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ').replace(/\$\w+/g, ' ');
  const nomes = [...limpa.matchAll(/[a-zA-Z_:][\w:]*(?!\w)(?!\s*\()/g)].map((m) => m[0]);
  return [...new Set(nomes.filter((n) => !PALAVRAS.has(n.toLowerCase()) && !DELE.has(n) && !n.includes(':')).map((n) => n.replace(/_(?:bucket|count)$/, '')))];
}

/** Every metric that alerts and dashboard read. */
export const metricasUsadas = (): ReadonlySet<string> => {
  const { panels, annotations } = readDashboard();
  return new Set([...readRegras().map((r) => r.expr), ...panels.flatMap((p) => p.targets.map((t) => t.expr)), ...annotations.list.map((a) => a.expr)].flatMap(metricasDe));
};

/** The metrics that docs/operacao.md explains, by name: whether it says that they come from the database. */
export function metricasDocumentadas(): ReadonlyMap<string, { readonly tipo: string; readonly rotulos: readonly string[]; readonly banco: boolean }> {
  const secao = /\n## Métricas\n([\s\S]*?)\n## /.exec(readFileSync(join(process.cwd(), 'docs', 'operacao.md'), 'utf8'))?.[1] ?? '';
  return new Map([...secao.matchAll(/^\| `(alicit_\w+)` \| (\w+) \| ([^|]*) \| ([^|]*) \| (processo|banco) \|$/gm)].map(([, nome, tipo, rotulos, , deOnde]) => [nome!, { tipo: tipo!, rotulos: [...rotulos!.matchAll(/`(\w+)`/g)].map((r) => r[1]!), banco: deOnde === 'banco' }]));
}
