import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiErros } from '../../http/index.js';
import { leituraEmCursoSchema } from './leitura.schema.js';

/** `{id}` of the tender. */
export const ApiLicitacaoId = (): MethodDecorator & ClassDecorator => applyDecorators(ApiParam({ name: 'id', description: 'Identificador da licitação: lic_…', schema: { type: 'string' } }));

/** An operation that needs the reading: 200 when it is there, 202 while it is made, 409 when it cannot be. */
export const ApiDaLeitura = (summary: string, description: string, ok: z.ZodType, ...erros: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary, description }), ApiLicitacaoId(), ApiOkResponse({ standardSchema: ok }),
    ApiResponse({ status: 202, description: 'Os documentos ainda estão sendo lidos: repita depois de Retry-After.', headers: { 'Retry-After': { description: 'Segundos.', schema: { type: 'integer' } } }, standardSchema: leituraEmCursoSchema }),
    ApiErros(404, 409, ...erros),
  );
