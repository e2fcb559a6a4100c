import { applyDecorators } from '@nestjs/common';
import { ApiConsumes, ApiExtension } from '@nestjs/swagger';
import { FORMULARIO } from './openapi/formularios.js';

/** Documents an operation that takes JSON (described by its `@Body`) or a multipart form with fields of its own. */
export const ApiFormulario = (schema: object): MethodDecorator => applyDecorators(ApiConsumes('application/json', 'multipart/form-data'), ApiExtension(FORMULARIO, schema));
