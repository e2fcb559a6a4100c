import { MARCA_CONTEUDOS, MARCA_CORPOS } from '../api-respostas.js';
import { noAt, type No } from './no.js';
import { mapOperacoes } from './operacoes.js';
import { convertZod } from './zod-schema.js';

/** Bodies and answers given by content type (`ApiCorpos`, `ApiConteudos`), in the description's words; their named schemas join `schemas`. */
export function addCorpos(paths: No, schemas: Record<string, No>): No {
  const toContent = (give: () => No, tipo: 'input' | 'output', operacao: unknown): No =>
    Object.fromEntries(
      Object.entries(give()).map(([mime, zod]) => {
        const convertido = convertZod(zod, tipo);
        if (!convertido) throw new Error(`${String(operacao)}: ${mime} is not a zod schema`);
        Object.assign(schemas, convertido.components);
        return [mime, { schema: convertido.schema }];
      }),
    );
  return mapOperacoes(paths, ({ [MARCA_CORPOS]: corpos, [MARCA_CONTEUDOS]: conteudos, ...o }) => {
    const responses = noAt(o, 'responses');
    return {
      ...o,
      ...(isGive(corpos) ? { requestBody: { required: true, content: toContent(corpos, 'input', o['operationId']) } } : {}),
      ...(isGive(conteudos) ? { responses: { ...responses, 200: { ...noAt(responses, '200'), content: toContent(conteudos, 'output', o['operationId']) } } } : {}),
    };
  });
}

const isGive = (v: unknown): v is () => No => typeof v === 'function';
