import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { metricasDe, readDashboard, readRegras } from './promql.js';

const operacao = readFileSync(join(process.cwd(), 'docs', 'operacao.md'), 'utf8');
const alertas = readRegras().filter((r) => r.alert !== undefined);
const { panels, templating } = readDashboard();
const paineis = panels.filter((p) => p.type !== 'row');

describe('metricasDe', () => {
  it.each([
    ['sum by (le, rota) (rate(alicit_x_bucket{metodo="GET",rota!~"/health.*|a_b"}[5m]))', ['alicit_x']],
    ['a_total / ignoring (estado) b_bytes > 0.9 and on () (alicit:regra == 1)', ['a_total', 'b_bytes']],
    ['(count(x{a="up"}) or vector(0)) < 1', ['x']],
    ['rate(gc_seconds_sum{i=~"$instance"}[$__rate_interval])', ['gc_seconds_sum']],
    ['hour() >= bool 11', []],
    ['up{job="a"} == 0', []],
  ])('%s', (expr, nomes) => expect(metricasDe(expr)).toEqual(nomes));
});

describe('deploy/prometheus/alertas.yml', () => {
  it.each(alertas.map((r) => [r.alert!, r] as const))('%s says what it is, what to do and where to read more', (nome, r) => {
    expect(nome).toMatch(/^Alicit[A-Z]\w+$/);
    expect(['critica', 'alta', 'media', 'baixa']).toContain(r.labels?.['gravidade']);
    for (const chave of ['resumo', 'descricao', 'acao']) expect(r.annotations?.[chave]).toMatch(/\S{3}.*\.$/);
    expect(r.annotations?.['ajuda']).toBe(`docs/operacao.md#${nome.toLowerCase()}`);
  });

  it('has each alert once, and the operator’s guide has each of them and no other', () => {
    const nomes = alertas.map((r) => r.alert);
    expect(new Set(nomes).size).toBe(nomes.length);
    expect([...operacao.matchAll(/^### (Alicit\w+)$/gm)].map((m) => m[1]).sort()).toEqual([...nomes].sort());
  });

  it('every alert has unit tests, of both sides', () => {
    const testes = ['alertas.test.yml', 'alertas-horario.test.yml'].map((f) => readFileSync(join(process.cwd(), 'deploy', 'prometheus', f), 'utf8')).join('\n');
    for (const { alert } of alertas) {
      const conferidos = [...testes.matchAll(new RegExp(`alertname="${alert!}",alertstate="firing"\\}\\) or vector\\(0\\)', eval_time: \\w+, exp_samples: \\[\\{ labels: '\\{\\}', value: (\\d+) `, 'g'))].map((m) => Number(m[1]));
      expect([alert, conferidos.includes(0), conferidos.some((n) => n > 0)]).toEqual([alert, true, true]);
    }
  });
});

describe('deploy/grafana/alicit.json', () => {
  it('asks the source that is chosen, for the processes that are chosen', () => {
    expect(templating.list.map((v) => [v.name, v.type])).toEqual([['datasource', 'datasource'], ['papel', 'query'], ['instance', 'query']]);
    for (const p of paineis) for (const t of p.targets) expect([p.title, t.datasource.uid]).toEqual([p.title, '${datasource}']);
  });

  it('panels have an id, a title, a unit and a place of their own', () => {
    expect(new Set(panels.map((p) => p.id)).size).toBe(panels.length);
    const ocupado = new Set<string>();
    for (const { title, gridPos: { x, y, w, h }, fieldConfig, targets, type } of panels) {
      expect(title.length).toBeGreaterThan(2);
      expect(x + w).toBeLessThanOrEqual(24);
      for (let i = x; i < x + w; i++) for (let j = y; j < y + h; j++) {
        expect([title, ocupado.has(`${i},${j}`)]).toEqual([title, false]);
        ocupado.add(`${i},${j}`);
      }
      if (type === 'row') continue;
      expect(fieldConfig?.defaults.unit).toMatch(/^\w+$/);
      expect(targets.length).toBeGreaterThan(0);
    }
  });

  it('a process’s own numbers are asked by process; those of the database never summed over processes', () => {
    const doBanco = [...operacao.matchAll(/^\| `(alicit_\w+)` .*\| banco \|$/gm)].map((m) => m[1]!);
    expect(doBanco.length).toBeGreaterThan(10);
    for (const p of paineis) for (const { expr } of p.targets) {
      for (const nome of metricasDe(expr)) if (doBanco.includes(nome)) expect([p.title, new RegExp(`(?:max|min)(?: by \\([^)]*\\))? ?\\(${nome}`).test(expr)]).toEqual([p.title, true]);
    }
  });
});
