import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createOpenApi } from './create-openapi.js';

/** The description of a module's API without running it: nothing is constructed (Nest's preview), so no database, no files, no network. */
export async function describeApi(modulo: DynamicModule): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(modulo, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  try {
    return createOpenApi(app);
  } finally {
    await app.close();
  }
}

/** As it is committed: readable in a diff. */
export const formatOpenApi = (documento: OpenAPIObject): string => `${JSON.stringify(documento, null, 2)}\n`;
