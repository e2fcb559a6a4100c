import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

type No = Record<string, unknown>;
interface Comparador {
  findQuebras(antes: unknown, depois: unknown): { onde: string; mensagem: string }[];
  findAnunciadas(texto: string, hoje: string): string[];
}

const RAIZ = join(import.meta.dirname, '..', '..');
const CONTRATO = JSON.parse(readFileSync(join(RAIZ, 'docs', 'openapi.json'), 'utf8')) as No;

/** A small API with one of each thing that can break. */
const base = () => ({
  paths: {
    '/v1/coisas': {
      post: {
        operationId: 'createCoisa', 'x-escopo': 'coisas:escrever',
        parameters: [{ name: 'cor', in: 'query', schema: { type: 'string', enum: ['azul', 'verde'] } as No, required: false }],
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Entrada' } } } as No },
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Coisa' } }, 'text/html': { schema: { type: 'string' } } } as No }, 404: { content: {} as No } } as No,
      } as No,
    } as No,
  } as No,
  components: {
    schemas: {
      Entrada: { type: 'object', required: ['nome'], properties: { nome: { type: 'string', maxLength: 50 } as No, nota: { type: ['string', 'null'] } as No } as No } as No,
      Coisa: { type: 'object', required: ['id', 'estado', 'fato'], properties: { id: { type: 'string' }, estado: { type: 'string', enum: ['a', 'b'] }, fato: { $ref: '#/components/schemas/Fato' }, filha: { $ref: '#/components/schemas/Coisa' } } as No } as No,
      Fato: { oneOf: [{ $ref: '#/components/schemas/FatoTexto' }] as unknown[] } as No,
      FatoTexto: { type: 'object', properties: { valor: { type: 'string' } } },
      FatoNumero: { type: 'object', properties: { valor: { type: 'number' } } },
    },
  },
});
type Base = ReturnType<typeof base>;
const post = (d: Base) => (d.paths['/v1/coisas'] as No)['post'] as { operationId: string; 'x-escopo': string; parameters: No[]; requestBody: { content: No }; responses: No };
const resposta = (d: Base) => (post(d).responses['200'] as { content: No }).content;
const campos = (s: No): No => s['properties'] as No;

const QUEBRAS: readonly (readonly [nome: string, quebra: (d: Base) => void, mensagem: RegExp])[] = [
  ['a path removed', (d) => void delete d.paths['/v1/coisas'], /a operação sumiu/],
  ['an operation removed', (d) => void delete (d.paths['/v1/coisas'] as No)['post'], /a operação sumiu/],
  ['an operation renamed', (d) => void (post(d).operationId = 'outra'), /operationId/],
  ['another scope', (d) => void (post(d)['x-escopo'] = 'outro'), /escopo/],
  ['a parameter removed', (d) => void (post(d).parameters = []), /parâmetro query cor sumiu/],
  ['a new required parameter', (d) => void post(d).parameters.push({ name: 'x', in: 'header', required: true, schema: { type: 'string' } }), /header x passou a ser obrigatório/],
  ['a value no longer taken', (d) => void ((post(d).parameters[0]!['schema'] as No)['enum'] = ['azul']), /deixou de aceitar "verde"/],
  ['a new required field', (d) => void (d.components.schemas.Entrada['required'] = ['nome', 'nota']), /nota passou a ser obrigatório/],
  ['a field no longer taken', (d) => void delete campos(d.components.schemas.Entrada)['nota'], /o campo nota sumiu/],
  ['null no longer taken', (d) => void (campos(d.components.schemas.Entrada)['nota'] = { type: 'string' }), /o tipo string\|null virou string/],
  ['a tighter limit', (d) => void ((campos(d.components.schemas.Entrada)['nome'] as No)['maxLength'] = 10), /maxLength 50 virou 10/],
  ['a new pattern', (d) => void ((campos(d.components.schemas.Entrada)['nome'] as No)['pattern'] = '^a'), /pattern mudou/],
  ['a body no longer taken', (d) => void (post(d).requestBody.content = {}), /application\/json deixou de ser aceito/],
  ['an answer removed', (d) => void delete post(d).responses['200'], /a resposta 200 sumiu/],
  ['a format no longer offered', (d) => void delete resposta(d)['text/html'], /text\/html deixou de ser oferecido/],
  ['a field of the answer removed', (d) => void delete campos(d.components.schemas.Coisa)['id'], /o campo id sumiu/],
  ['a field that may be absent', (d) => void (d.components.schemas.Coisa['required'] = ['estado', 'fato']), /o campo id pode faltar/],
  ['another type', (d) => void (campos(d.components.schemas.Coisa)['id'] = { type: 'integer' }), /o tipo string virou integer/],
  ['an answer that may be null', (d) => void (campos(d.components.schemas.Coisa)['id'] = { type: ['string', 'null'] }), /o tipo string virou string\|null/],
  ['a new value in the answer', (d) => void (campos(d.components.schemas.Coisa)['estado'] = { type: 'string', enum: ['a', 'b', 'c'] }), /pode trazer "c"/],
  ['a value that such a list no longer takes from clients', (d) => void (post(d).parameters[0]!['schema'] = { type: 'string', enum: ['azul'], 'x-lista-aberta': true }), /deixou de aceitar "verde"/],
  ['a new form of a union', (d) => void (d.components.schemas.Fato['oneOf'] as unknown[]).push({ $ref: '#/components/schemas/FatoNumero' }), /pode trazer FatoNumero/],
];

const COMPATIVEIS: readonly (readonly [nome: string, muda: (d: Base) => void])[] = [
  ['a new path', (d) => void (d.paths['/v1/novas'] = { get: { operationId: 'x', responses: {} } })],
  ['a new optional parameter', (d) => void post(d).parameters.push({ name: 'y', in: 'query', schema: { type: 'string' } })],
  ['a new optional field of the request', (d) => void (campos(d.components.schemas.Entrada)['novo'] = { type: 'string' })],
  ['a required field made optional', (d) => void (d.components.schemas.Entrada['required'] = [])],
  ['a looser limit', (d) => void ((campos(d.components.schemas.Entrada)['nome'] as No)['maxLength'] = 500)],
  ['a new field of the answer', (d) => void (campos(d.components.schemas.Coisa)['novo'] = { type: 'string' })],
  ['a new format', (d) => void (resposta(d)['text/csv'] = { schema: { type: 'string' } })],
  ['a new value of a list that says it may grow', (d) => void (campos(d.components.schemas.Coisa)['estado'] = { type: 'string', enum: ['a', 'b', 'c'], 'x-lista-aberta': true })],
  ['a new form of a union that says it may grow', (d) => void Object.assign(d.components.schemas.Fato, { 'x-lista-aberta': true, oneOf: [{ $ref: '#/components/schemas/FatoTexto' }, { $ref: '#/components/schemas/FatoNumero' }] })],
  ['another description', (d) => void (d.components.schemas.Coisa['description'] = 'Outra.')],
  ['an error removed', (d) => void delete post(d).responses['404']],
];

describe('the guard of the contract', () => {
  let c: Comparador;
  beforeAll(async () => {
    c = (await import(join(RAIZ, '.ci', 'compara-contrato.mjs'))) as Comparador;
  });
  const compare = (muda: (d: Base) => void): string[] => {
    const depois = base();
    muda(depois);
    return c.findQuebras(base(), depois).map(({ onde, mensagem }) => `${onde}: ${mensagem}`);
  };

  it.each(QUEBRAS)('bites: %s', (_nome, quebra, mensagem) => {
    const achadas = compare(quebra);
    expect(achadas).toEqual([expect.stringMatching(mensagem)]);
    expect(achadas[0]).toMatch(/^POST \/v1\/coisas: /);
  });

  it.each(COMPATIVEIS)('lets pass: %s', (_nome, muda) => {
    expect(compare(muda)).toEqual([]);
  });

  it('finds nothing between the API and itself, and a field planted out of it', () => {
    expect(c.findQuebras(CONTRATO, CONTRATO)).toEqual([]);
    const depois = structuredClone(CONTRATO) as { components: { schemas: Record<string, { properties: No }> } };
    delete depois.components.schemas['Analise']!.properties['estado'];
    expect(c.findQuebras(CONTRATO, depois).map((q) => q.onde)).toContain('GET /v1/analises/{id}');
  });

  it('lets pass what was announced, once its date has come', () => {
    const texto = '| Operação | Fim | Em vez dela |\n|---|---|---|\n| `GET /v1/velha` | 2026-12-31 | `/v1/nova` |\n';
    expect(c.findAnunciadas(texto, '2026-12-31')).toEqual(['GET /v1/velha']);
    expect(c.findAnunciadas(texto, '2026-12-30')).toEqual([]);
  });
});
