import type { INestApplicationContext, INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { COMPONENTES } from './cabecalhos.js';
import { addCorpos } from './corpos.js';
import { addDiscriminadores } from './discriminadores.js';
import { mergeEntradas } from './merge-entradas.js';
import { mapNo, sortKeys, type No } from './no.js';
import { nameCorpos } from './nomear-corpos.js';
import { createRespostas, finishOperacao, mapOperacoes } from './operacoes.js';
import { TAGS } from './tags.js';
import { moveExemplos } from './exemplos.js';
import { mapSchemasOfPaths } from './walk-schemas.js';
import { convertZod } from './zod-schema.js';

const DESCRICAO = [
  'Lê editais de licitação e responde, com a prova na página: **podemos participar, vale a pena, até quando fazer o quê**.',
  'Autentique cada pedido com `Authorization: Bearer alicit_…`. A chave pertence a uma organização e só alcança o que é dela; o que é de outra responde 404. Cada operação diz o escopo de que precisa.',
  'Erros seguem a RFC 9457 (`application/problem+json`), em português: apoie-se em `codigo`, que não muda, e não no texto. Listas trazem `{ itens, proximo }`: repita com `?cursor=` até `proximo` ser nulo. Instantes são ISO 8601 em UTC; valores em dinheiro são textos decimais.',
  'Campos novos podem aparecer nas respostas a qualquer momento: ignore os que não conhece. O que mais pode mudar, e com que aviso, está em docs/versoes-da-api.md.',
].join('\n\n');

/** The API's description (OpenAPI 3.1), made from the routes and their schemas. The same text on every machine. */
export function createOpenApi(app: INestApplication | INestApplicationContext): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('ALICIT')
    .setDescription(DESCRICAO)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'alicit_…', description: 'Chave de API da organização.' }, 'chave')
    .addSecurityRequirements('chave')
    .build();
  const documento = SwaggerModule.createDocument(app as INestApplication, base, { operationIdFactory: (_, metodo) => metodo, standardSchemaConverter: (schema, { schemaType }) => convertZod(schema, schemaType) });
  const convertidos = { ...documento.components?.schemas } as unknown as Record<string, No>;
  const lidos = mergeEntradas(addCorpos(documento.paths as unknown as No, convertidos), convertidos);
  const schemas = mapNo(addDiscriminadores(lidos.schemas), (s) => moveExemplos(s as No)) as Record<string, No>;
  const paths = mapOperacoes(mapSchemasOfPaths(lidos.paths, moveExemplos) as No, (o, metodo, caminho) => nameCorpos(finishOperacao(o, metodo, caminho), schemas));
  const usadas = new Set(Object.values(paths).flatMap((rota) => Object.values(rota as No)).flatMap((o) => (o as { tags?: string[] }).tags ?? []));
  return {
    ...documento,
    tags: TAGS.filter((t) => usadas.has(t.name)),
    paths: sortKeys(paths) as unknown as OpenAPIObject['paths'],
    components: { ...documento.components, ...COMPONENTES, responses: { ...COMPONENTES.responses, ...createRespostas(paths) } as NonNullable<OpenAPIObject['components']>['responses'], schemas: sortKeys(schemas) as NonNullable<OpenAPIObject['components']>['schemas'] },
  } as unknown as OpenAPIObject;
}
