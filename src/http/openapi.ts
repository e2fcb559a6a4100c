import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The API's description, made from the routes and their schemas. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('ALICIT')
    .setDescription('Lê editais de licitação e responde, com a prova na página: podemos participar, vale a pena, até quando fazer o quê. Erros seguem a RFC 9457; apoie-se em `codigo`.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'alicit_…', description: 'Chave de API da organização.' }, 'chave')
    .addSecurityRequirements('chave')
    .build();
  const documento = SwaggerModule.createDocument(app, base, { operationIdFactory: (_, metodo) => metodo });
  for (const rota of Object.values(documento.paths)) for (const operacao of Object.values(rota as object)) renameProblemas(operacao);
  return sortComponents(documento);
}

interface Operacao {
  readonly responses?: Record<string, { content?: Record<string, unknown> }>;
}

/** Errors are `application/problem+json`, which the decorators cannot say together with a schema. */
function renameProblemas(operacao: Operacao): void {
  for (const [status, r] of Object.entries(operacao.responses ?? {})) {
    const json = r.content?.['application/json'];
    if (Number(status) >= 400 && json) r.content = { 'application/problem+json': json };
  }
}

/** The same text on every machine, so that it can be compared. */
function sortComponents(documento: OpenAPIObject): OpenAPIObject {
  const schemas = Object.fromEntries(Object.entries(documento.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...documento, components: { ...documento.components, schemas } };
}
