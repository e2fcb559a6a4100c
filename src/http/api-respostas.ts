import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse } from '@nestjs/swagger';

/** Marks, in the description, an answer that carries an ETag. */
export const MARCA_ETAG = 'x-etag';

/** The answer carries an ETag and is 304 to whoever has it (`sendComEtag`). */
export const ApiComEtag = (): MethodDecorator => ApiExtension(MARCA_ETAG, true);

/** The answer is a stored file, of whatever type it is (`sendArquivo`). */
export const ApiArquivo = (description: string): MethodDecorator =>
  applyDecorators(ApiComEtag(), ApiOkResponse({ description, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }));
