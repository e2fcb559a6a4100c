import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse } from '@nestjs/swagger';
import { z, type ZodType } from 'zod';

/** Marks, in the description, an answer that carries an ETag. */
export const MARCA_ETAG = 'x-etag';

/** The answer carries an ETag and is 304 to whoever has it (`sendComEtag`). */
export const ApiComEtag = (): MethodDecorator => ApiExtension(MARCA_ETAG, true);

/** The answer is a stored file, of whatever type it is (`sendArquivo`). */
export const ApiArquivo = (description: string): MethodDecorator =>
  applyDecorators(ApiComEtag(), ApiOkResponse({ description, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }));

/** Where the description keeps the bodies of `ApiCorpos` until they become schemas: by name, since what a decorator is given is copied on its way. */
export const MARCA_CORPOS = 'x-corpos';

type PorTipo = Readonly<Record<string, ZodType>>;
const guardados: PorTipo[] = [];
const keep = (porTipo: PorTipo): number => guardados.push(porTipo) - 1;

/** The schemas, by content type, that a mark stands for; undefined when it is not one. */
export const findPorTipo = (marca: unknown): PorTipo | undefined => (typeof marca === 'number' ? guardados[marca] : undefined);

/** Bodies of different shapes by content type, each with its schema. A form's fields that are objects go as JSON (OpenAPI 3.1). */
export const ApiCorpos = (corpos: PorTipo): MethodDecorator => ApiExtension(MARCA_CORPOS, keep(corpos));

/** Bytes of a file in a form's schema. */
export const arquivoDoFormulario = (description: string): ZodType => z.any().meta({ type: 'string', format: 'binary', description });

/** Where the description keeps the contents of `ApiConteudos` until they become schemas. */
export const MARCA_CONTEUDOS = 'x-conteudos';

/** An answer of different shapes by content type (`Accept`), each with its schema. */
export const ApiConteudos = (description: string, conteudos: PorTipo): MethodDecorator => applyDecorators(ApiOkResponse({ description }), ApiExtension(MARCA_CONTEUDOS, keep(conteudos)));
