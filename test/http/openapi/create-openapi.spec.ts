import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describeApi } from '../../../src/http/openapi/index.js';
import { ModuloDeTeste } from './modulo-de-teste.js';

/** Deep, untyped reading of the document. */
type Doc = { openapi: string; paths: Record<string, Record<string, Record<string, unknown>>>; components: { schemas: Record<string, Record<string, unknown>>; responses: Record<string, unknown> } };

describe('the description made from routes and zod schemas', () => {
  let d: Doc;
  beforeAll(async () => {
    d = (await describeApi(ModuloDeTeste.register())) as unknown as Doc;
  });
  const ler = () => d.paths['/v1/coisas/{id}']!['get']!;

  it('is a valid OpenAPI 3.1 document', async () => {
    expect(d.openapi).toBe('3.1.0');
    const r = await new Validator().validate(structuredClone(d) as Record<string, unknown>);
    expect(r).toMatchObject({ valid: true });
  });

  it('turns a discriminated union into oneOf with a mapping, naming the options', () => {
    expect(d.components.schemas['FatoDeTeste']).toEqual({
      description: 'Fato.',
      oneOf: [{ $ref: '#/components/schemas/FatoDeTesteTexto' }, { $ref: '#/components/schemas/FatoDeTesteDataHora' }, { $ref: '#/components/schemas/NumeroDeTeste' }],
      discriminator: { propertyName: 'tipo', mapping: { texto: '#/components/schemas/FatoDeTesteTexto', data_hora: '#/components/schemas/FatoDeTesteDataHora', numero: '#/components/schemas/NumeroDeTeste' } },
    });
    expect(d.components.schemas['FatoDeTesteDataHora']).toEqual({
      description: 'Fato (tipo: data_hora).', type: 'object', required: ['tipo', 'valor', 'fuso'],
      properties: { tipo: { type: 'string', enum: ['data_hora'] }, valor: { type: 'string', format: 'date-time' }, fuso: { type: ['string', 'null'], enum: ['-03:00', '-04:00', null] } },
    });
  });

  it('names apart what is sent only where it differs from what is answered', () => {
    expect(d.components.schemas['CoisaDeTeste']).toMatchObject({ required: ['fatos', 'prova'] });
    expect(d.components.schemas['CoisaDeTesteEntrada']).toMatchObject({ required: ['prova'] });
    expect(Object.keys(d.components.schemas)).not.toContain('ProvaDeTesteEntrada');
    expect(d.paths['/v1/coisas']!['post']).toMatchObject({ requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CoisaDeTesteEntrada' } } } } });
    expect(JSON.stringify(d)).not.toMatch(/__entrada|x-discriminador/);
  });

  it('says the scope as role and in words, and errors as problems', () => {
    expect(ler()).toMatchObject({ operationId: 'readCoisa', tags: ['Leitura'], security: [{ chave: ['licitacoes:ler'] }], 'x-escopo': 'licitacoes:ler', description: 'Como está.\n\nEscopo da chave: `licitacoes:ler`.' });
    expect(ler()['responses']).toMatchObject({ 401: { $ref: '#/components/responses/Erro401' }, 404: { $ref: '#/components/responses/Erro404' } });
    expect(d.components.responses['Erro404']).toEqual({ description: 'Não existe, ou é de outra organização.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problema' } } } });
    expect(Object.keys(d.paths['/v1/coisas']!['post']!['responses'] as object)).toEqual(['200', '400', '401', '403', '413', '415', '422', '429']);
    expect(ler()['parameters']).toEqual([expect.objectContaining({ name: 'id', in: 'path', description: 'Identificador da coisa.', schema: expect.objectContaining({ type: 'string', pattern: '^coi_[0-9A-Z]{26}$' }) })]);
  });

  it('says what is public, what is on its way out, and lists each query parameter', () => {
    const lista = d.paths['/v1/coisas']!['get']!;
    expect(lista).toMatchObject({ security: [], deprecated: true, 'x-descontinuada': { desde: '2026-01-01', fim: '2026-12-31', alternativa: '/v1/outras' } });
    expect(lista['description']).toBe('**Descontinuada** desde 2026-01-01; deixa de responder em 2026-12-31. Use `/v1/outras`.');
    expect((lista['parameters'] as { name: string; required: boolean }[]).map((p) => [p.name, p.required])).toEqual([['limite', false], ['cursor', false]]);
  });
});
