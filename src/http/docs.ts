import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createOpenApi } from './openapi/index.js';

/** `/docs` for people, `/docs/openapi.json` for programs, `/` leads there. Made when first asked for: the start does not wait for it. */
export async function mountDocs(app: NestFastifyApplication): Promise<void> {
  SwaggerModule.setup('docs', app, () => createOpenApi(app), {
    jsonDocumentUrl: 'docs/openapi.json', yamlDocumentUrl: 'docs/openapi.yaml', customSiteTitle: 'ALICIT · API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null },
  });
  app.getHttpAdapter().getInstance().get('/', async (_, resposta) => resposta.redirect('/docs', 302));
}
