import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ESCOPOS } from '../../../src/acesso/index.js';
import { AppModule } from '../../../src/app.module.js';
import { parseConfig } from '../../../src/config/index.js';
import { describeApi, formatOpenApi, TAGS } from '../../../src/http/openapi/index.js';
import { startApp, type AppDeTeste } from '../../support/app.js';

type No = Record<string, unknown>;
interface Operacao {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly description?: string; readonly schema?: No; readonly $ref?: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: No }> };
  readonly responses: Record<string, { readonly description?: string; readonly content?: Record<string, { readonly schema?: No }>; readonly $ref?: string }>;
}
interface Documento {
  readonly paths: Record<string, Record<string, Operacao>>;
  readonly components: { readonly schemas: Record<string, No> };
}

const COMMITADO = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json'), 'utf8');

describe('the description of the whole API', () => {
  let t: AppDeTeste;
  let d: Documento;
  let operacoes: { onde: string; metodo: string; caminho: string; o: Operacao }[];
  beforeAll(async () => {
    t = await startApp();
    d = (await t.app.inject({ method: 'GET', url: '/docs/openapi.json' })).json<Documento>();
    operacoes = Object.entries(d.paths).flatMap(([caminho, rota]) => Object.entries(rota).map(([metodo, o]) => ({ onde: `${metodo.toUpperCase()} ${caminho}`, metodo, caminho, o })));
  });
  afterAll(() => t.close());
  /** Operations of which `tem` is false. */
  const without = (tem: (o: Operacao) => unknown): string[] => operacoes.filter(({ o }) => !tem(o)).map(({ onde }) => onde);

  it('is what docs/openapi.json says (npm run api:gerar), and needs no database to be made', async () => {
    const semBanco = { url: 'postgres://localhost/nenhum', embutido: false, stop: () => Promise.resolve() };
    expect(formatOpenApi(await describeApi(AppModule.register(parseConfig({}, process.cwd()), semBanco)))).toBe(COMMITADO);
    expect(JSON.parse(COMMITADO)).toEqual(d);
  });

  it('is valid OpenAPI 3.1', async () => {
    expect(await new Validator().validate(JSON.parse(COMMITADO) as No)).toMatchObject({ valid: true });
  });

  it('has every route of /v1, and no other', () => {
    const v1 = (rotas: Iterable<string>): string[] => [...rotas].filter((r) => r.includes(' /v1/')).sort();
    expect(v1(t.conferencia.rotas).length).toBeGreaterThan(20);
    expect(v1(operacoes.map(({ onde }) => onde))).toEqual(v1(t.conferencia.rotas));
  });

  it('names each operation, once, and says what it does', () => {
    expect(without((o) => o.operationId && o.summary && o.description)).toEqual([]);
    expect(new Set(operacoes.map(({ o }) => o.operationId)).size).toBe(operacoes.length);
    expect(without((o) => o.tags?.length === 1 && TAGS.some((tag) => tag.name === o.tags![0]))).toEqual([]);
  });

  it('says who may ask: a scope that exists, or nobody in particular; below /v1 only who has a secret address', () => {
    const papeis = (o: Operacao): readonly string[] => o.security?.flatMap((s) => s['chave'] ?? []) ?? ['?'];
    expect(without((o) => papeis(o).every((p) => (ESCOPOS as readonly string[]).includes(p)))).toEqual([]);
    expect(operacoes.filter(({ o, caminho }) => caminho.startsWith('/v1/') && o.security?.length === 0).map(({ onde }) => onde).sort()).toEqual(['GET /v1/calendarios/{segredo}.ics', 'GET /v1/feeds/{segredo}.atom']);
  });

  it('describes each parameter, and its schema', () => {
    expect(operacoes.flatMap(({ onde, o }) => (o.parameters ?? []).filter((p) => !p.$ref && !(p.name && p.description && Object.keys(p.schema ?? {}).length)).map((p) => `${onde}: ${p.in} ${p.name}`))).toEqual([]);
  });

  it('gives each JSON body a named schema, and each error the one of problems', () => {
    const anonimos = operacoes.flatMap(({ onde, o }) => [
      ...Object.entries(o.responses).flatMap(([status, r]) => Object.entries(r.content ?? {}).filter(([tipo, c]) => /json$/.test(tipo) && typeof c.schema?.['$ref'] !== 'string').map(([tipo]) => `${onde} ${status} ${tipo}`)),
      ...Object.entries(o.requestBody?.content ?? {}).filter(([, c]) => typeof c.schema?.['$ref'] !== 'string').map(([tipo]) => `${onde} body ${tipo}`),
    ]);
    expect(anonimos).toEqual([]);
    const semProblema = operacoes.filter(({ caminho }) => caminho.startsWith('/v1/')).flatMap(({ onde, o }) => Object.entries(o.responses).filter(([s, r]) => Number(s) >= 400 && r.$ref !== `#/components/responses/Erro${s}`).map(([s]) => `${onde} ${s}`));
    expect(semProblema).toEqual([]);
  });

  it('describes each named schema, and leaves nothing to guess', () => {
    expect(Object.entries(d.components.schemas).filter(([, s]) => !s['description']).map(([n]) => n)).toEqual([]);
    const vazios: string[] = [];
    const walk = (no: unknown, onde: string): void => {
      if (Array.isArray(no)) return no.forEach((v, i) => walk(v, `${onde}/${i}`));
      if (typeof no !== 'object' || no === null) return;
      for (const [nome, p] of Object.entries((no as { properties?: No }).properties ?? {})) if (Object.keys(p as No).length === 0) vazios.push(`${onde}/${nome}`);
      for (const [chave, v] of Object.entries(no)) walk(v, `${onde}/${chave}`);
    };
    walk(d.components.schemas, '');
    expect(vazios).toEqual([]);
    expect(COMMITADO).not.toMatch(/x-discriminador|__entrada|"x-publica"|"x-etag"|\$defs/);
  });
});
