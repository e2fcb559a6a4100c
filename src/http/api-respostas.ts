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

/** Where the description keeps the bodies of `ApiCorpos` until they become schemas: in a function, since what is not one is copied on its way. */
export const MARCA_CORPOS = 'x-corpos';

/** Bodies of different shapes by content type, each with its schema. A form's fields that are objects go as JSON (OpenAPI 3.1). */
export const ApiCorpos = (corpos: Readonly<Record<string, ZodType>>): MethodDecorator => ApiExtension(MARCA_CORPOS, () => corpos);

/** Bytes of a file in a form's schema. */
export const arquivoDoFormulario = (description: string): ZodType => z.any().meta({ type: 'string', format: 'binary', description });

/** Where the description keeps the contents of `ApiConteudos` until they become schemas. */
export const MARCA_CONTEUDOS = 'x-conteudos';

/** An answer of different shapes by content type (`Accept`), each with its schema. */
export const ApiConteudos = (description: string, conteudos: Readonly<Record<string, ZodType>>): MethodDecorator => applyDecorators(ApiOkResponse({ description }), ApiExtension(MARCA_CONTEUDOS, () => conteudos));
