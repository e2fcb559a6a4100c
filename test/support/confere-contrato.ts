import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createOpenApi } from '../../src/http/openapi/index.js';

type No = Record<string, unknown>;
const isNo = (v: unknown): v is No => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Answers that any address may give without its operation saying so: ours to fail, and to stop. */
const DE_TODOS: ReadonlySet<number> = new Set([500, 503]);
const MAX_FALHAS = 20;

/** What of the answers given so far is not what the description says. */
export interface Conferencia {
  readonly falhas: readonly string[];
  /** Answers that were compared: `GET /v1/empresas/:id 200`. */
  readonly conferidas: ReadonlySet<string>;
  /** Routes of the application: `GET /v1/empresas/{id}`. */
  readonly rotas: ReadonlySet<string>;
}

/**
 * Compares every answer of /v1 with the OpenAPI description: status, content type, body. Bodies may have no field the
 * description does not name. To be called before the application is initialised.
 */
export function confereContrato(app: NestFastifyApplication): Conferencia {
  const falhas: string[] = [];
  const conferidas = new Set<string>();
  const rotas = new Set<string>();
  let contrato: Contrato | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const m of [method].flat()) if (m !== 'HEAD') rotas.add(`${m} ${toCaminho(url)}`);
  });
  fastify.addHook('onSend', async (pedido, resposta, corpo) => {
    if (pedido.is404 || !pedido.routeOptions.url?.startsWith('/v1/') || falhas.length >= MAX_FALHAS) return corpo;
    contrato ??= createContrato(describe(app, rotas));
    const erro = contrato.find(pedido, resposta, corpo);
    const caso = `${pedido.method} ${pedido.routeOptions.url} ${resposta.statusCode}`;
    conferidas.add(caso);
    if (erro) falhas.push(`${caso}: ${erro}`);
    return corpo;
  });
  return { falhas, conferidas, rotas };
}

/** @throws Error naming the answers that were not as described */
export function requireContrato({ falhas }: Conferencia): void {
  if (falhas.length) throw new Error(`answers that are not what the OpenAPI description says:\n${falhas.join('\n')}`);
}

/**
 * The description, made once per run of Jest for each set of routes (it takes half a second): whoever comes first leaves
 * it for the others.
 */
function describe(app: NestFastifyApplication, rotas: ReadonlySet<string>): No {
  const rodada = process.env.ALICIT_TESTE_PASTA;
  if (!rodada) return createOpenApi(app) as unknown as No;
  const arquivo = join(rodada, `contrato-${createHash('sha256').update([...rotas].sort().join('\n')).digest('hex').slice(0, 16)}.json`);
  if (existsSync(arquivo)) return JSON.parse(readFileSync(arquivo, 'utf8')) as No;
  const feito = JSON.stringify(createOpenApi(app));
  const parcial = `${arquivo}.${process.pid}`;
  writeFileSync(parcial, feito);
  renameSync(parcial, arquivo);
  return JSON.parse(feito) as No;
}

interface Contrato {
  find(pedido: FastifyRequest, resposta: FastifyReply, corpo: unknown): string | undefined;
}

function createContrato(documento: No): Contrato {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  (addFormats as unknown as (a: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'contrato', ...(close(documento) as No) });
  const validadores = new Map<string, ValidateFunction>();
  const validatorOf = (ponteiro: string): ValidateFunction => {
    const v = validadores.get(ponteiro) ?? ajv.compile({ $ref: `contrato#${ponteiro}` });
    validadores.set(ponteiro, v);
    return v;
  };
  return {
    find(pedido, resposta, corpo) {
      const metodo = pedido.method === 'HEAD' ? 'get' : pedido.method.toLowerCase();
      const caminho = toCaminho(pedido.routeOptions.url!);
      const status = String(resposta.statusCode);
      const operacao = at(documento, ['paths', caminho, metodo]);
      if (!operacao) return 'the operation is not described';
      const declarada = at(operacao, ['responses', status]);
      if (!declarada) return DE_TODOS.has(resposta.statusCode) ? undefined : `status not described (${preview(corpo)})`;
      const base = typeof declarada['$ref'] === 'string' ? declarada['$ref'].slice(1) : toPonteiro(['paths', caminho, metodo, 'responses', status]);
      const content = at(documento, [...fromPonteiro(base), 'content']);
      if (!content) return corpo === undefined || corpo === null || corpo === '' ? undefined : `a body where none is described (${preview(corpo)})`;
      const tipo = String(resposta.getHeader('content-type') ?? '').split(';')[0]!;
      if (isNo(content['*/*'])) return undefined;
      if (!isNo(content[tipo])) return pedido.method === 'HEAD' ? undefined : `content type ${tipo || '(none)'} not described: ${Object.keys(content).join(', ')}`;
      if (!/[/+]json$/.test(tipo) || (typeof corpo !== 'string' && !Buffer.isBuffer(corpo)) || resposta.hasHeader('content-encoding')) return undefined;
      const valida = validatorOf(`${base}/content/${escape(tipo)}/schema`);
      if (valida(JSON.parse(corpo.toString()))) return undefined;
      return valida.errors!.slice(0, 3).map((e) => `${e.instancePath || '/'} ${e.message ?? ''} ${JSON.stringify(e.params)}`).join('; ');
    },
  };
}

const toCaminho = (modelo: string): string => modelo.replace(/:(\w+)/g, '{$1}');
const at = (no: No, passos: readonly string[]): No | undefined => passos.reduce<unknown>((n, p) => (isNo(n) ? n[p] : undefined), no) as No | undefined;
const escape = (p: string): string => p.replace(/~/g, '~0').replace(/\//g, '~1');
const toPonteiro = (passos: readonly string[]): string => `/${passos.map(escape).join('/')}`;
const fromPonteiro = (p: string): string[] => p.slice(1).split('/').map((x) => x.replace(/~1/g, '/').replace(/~0/g, '~'));
const preview = (corpo: unknown): string => (typeof corpo === 'string' ? corpo.slice(0, 200) : typeof corpo);

/** Objects with declared fields take no others, so that a field nobody described is found. */
function close(no: unknown, dentroDeAllOf = false): unknown {
  if (Array.isArray(no)) return no.map((v) => close(v, dentroDeAllOf));
  if (!isNo(no)) return no;
  const copia = Object.fromEntries(Object.entries(no).map(([chave, v]) => [chave, chave === 'examples' || chave === 'example' ? v : close(v, chave === 'allOf')]));
  const aberto = isNo(no['properties']) && no['type'] === 'object' && no['additionalProperties'] === undefined && !dentroDeAllOf;
  return aberto ? { ...copia, additionalProperties: false } : copia;
}
