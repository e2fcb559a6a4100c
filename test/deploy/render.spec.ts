import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { listVariaveis, parseConfig } from '../../src/config/index.js';

/**
 * The part of Render's Blueprint reference (render.com/docs/blueprint-spec) that the file uses, written here: Render gives its
 * schema at an address of its own, and no package has it. Strict, so that a field that is misspelt is refused.
 */
const nome = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const variavel = z.union([
  z.strictObject({ key: z.string(), value: z.string() }),
  z.strictObject({ key: z.string(), sync: z.literal(false) }),
  z.strictObject({ key: z.string(), generateValue: z.literal(true) }),
  z.strictObject({ key: z.string(), fromDatabase: z.strictObject({ name: nome, property: z.enum(['connectionString', 'host', 'port', 'user', 'password', 'database', 'connectionPoolString']) }) }),
  z.strictObject({ key: z.string(), fromService: z.strictObject({ type: z.enum(['web', 'worker', 'pserv']), name: nome, envVarKey: z.string() }) }),
  z.strictObject({ fromGroup: nome }),
]);
const regiao = z.enum(['oregon', 'ohio', 'virginia', 'frankfurt', 'singapore']);
const comum = {
  name: nome, runtime: z.literal('docker'), dockerfilePath: z.string(), dockerContext: z.string(), region: regiao, plan: z.enum(['starter', 'standard', 'pro']), numInstances: z.int().min(1),
  maxShutdownDelaySeconds: z.int().min(1).max(300), autoDeployTrigger: z.enum(['commit', 'checksPass', 'off']), envVars: z.array(variavel),
};
const blueprint = z.strictObject({
  services: z.array(z.discriminatedUnion('type', [z.strictObject({ type: z.literal('web'), healthCheckPath: z.string().startsWith('/'), preDeployCommand: z.string(), ...comum }), z.strictObject({ type: z.literal('worker'), ...comum })])),
  // Values that are asked for cannot be in a group.
  envVarGroups: z.array(z.strictObject({ name: nome, envVars: z.array(z.union([variavel.options[0], variavel.options[2]])) })),
  databases: z.array(z.strictObject({ name: nome, databaseName: z.string(), user: z.string(), plan: z.string().regex(/^(?:basic|pro|accelerated)-\d+(?:mb|gb)$/), region: regiao, postgresMajorVersion: z.string().regex(/^1[4-9]$/), ipAllowList: z.array(z.never()) })),
});

const texto = readFileSync(join(process.cwd(), 'deploy', 'render.yaml'), 'utf8');

describe('deploy/render.yaml', () => {
  const b = blueprint.parse(parse(texto));
  const [web, worker] = b.services;
  const grupo = b.envVarGroups[0]!;
  const keys = (vs: readonly z.infer<typeof variavel>[]): string[] => vs.flatMap((v) => ('key' in v ? [v.key] : []));

  it('has a web service, a worker and PostgreSQL, of 512 MB, in one region', () => {
    expect(b.services.map((s) => [s.type, s.plan])).toEqual([['web', 'starter'], ['worker', 'starter']]);
    expect(new Set([...b.services, ...b.databases].map((x) => x.region)).size).toBe(1);
    expect(web).toMatchObject({ healthCheckPath: '/health/ready', preDeployCommand: 'node dist/cli.js migrar' });
    for (const s of b.services) expect([existsSync(join(process.cwd(), s.dockerfilePath)), s.dockerContext]).toEqual([true, '.']);
  });

  it('sets variables that exist, to values that are accepted, and writes no secret', () => {
    const conhecidas = new Map(listVariaveis().map((v) => [v.nome, v]));
    for (const servico of b.services) {
      const todas = [...grupo.envVars, ...servico.envVars];
      expect(keys(todas).filter((k) => !conhecidas.has(k))).toEqual([]);
      expect(new Set(keys(todas)).size).toBe(keys(todas).length);
      const abertas = Object.fromEntries(todas.flatMap((v) => ('value' in v ? [[v.key, v.value]] : [])));
      expect(Object.keys(abertas).filter((k) => conhecidas.get(k)!.secreta)).toEqual([]);
      const config = parseConfig({ ...abertas, DATABASE_URL: 'postgres://u:s@h/b', ALICIT_SEGREDO_MESTRE: Buffer.alloc(32).toString('base64') }, '/');
      expect(config).toMatchObject({ producao: true, migrar: 'comando', papel: servico.type === 'web' ? 'api' : 'worker', processos: { total: b.services.reduce((n, s) => n + s.numInstances, 0) } });
      expect(servico.maxShutdownDelaySeconds * 1000).toBeGreaterThanOrEqual(config.http.retiradaMs + config.http.encerramentoMs + 10_000);
    }
  });

  it('refers to what it has, and gives both services the same secrets', () => {
    const usos = b.services.flatMap((s) => s.envVars);
    expect(usos.flatMap((v) => ('fromDatabase' in v ? [v.fromDatabase.name] : []))).toEqual([b.databases[0]!.name, b.databases[0]!.name]);
    expect(usos.flatMap((v) => ('fromGroup' in v ? [v.fromGroup] : []))).toEqual([grupo.name, grupo.name]);
    for (const v of worker!.envVars) if ('fromService' in v) expect([v.fromService.name, v.fromService.envVarKey, keys(web!.envVars).includes(v.key)]).toEqual([web!.name, v.key, true]);
    expect(keys(worker!.envVars)).toEqual(keys(web!.envVars));
    expect(keys(grupo.envVars)).toContain('ALICIT_SEGREDO_MESTRE');
  });

  it('a field that is misspelt, or a secret asked for in a group, is refused', () => {
    for (const errado of [texto.replace('healthCheckPath', 'healthcheckPath'), texto.replace(/generateValue: true/, 'sync: false')]) expect(blueprint.safeParse(parse(errado)).success).toBe(false);
  });
});
