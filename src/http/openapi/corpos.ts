import type { ZodType } from 'zod';
import { findPorTipo, MARCA_CONTEUDOS, MARCA_CORPOS } from '../api-respostas.js';
import { noAt, type No } from './no.js';
import { mapOperacoes } from './operacoes.js';
import { convertZod } from './zod-schema.js';

/** Bodies and answers given by content type (`ApiCorpos`, `ApiConteudos`), in the description's words; their named schemas join `schemas`. */
export function addCorpos(paths: No, schemas: Record<string, No>): No {
  const toContent = (porTipo: Readonly<Record<string, ZodType>>, tipo: 'input' | 'output'): No =>
    Object.fromEntries(
      Object.entries(porTipo).map(([mime, zod]) => {
        const convertido = convertZod(zod, tipo);
        Object.assign(schemas, convertido?.components);
        return [mime, { schema: convertido?.schema ?? {} }];
      }),
    );
  return mapOperacoes(paths, ({ [MARCA_CORPOS]: marcaCorpos, [MARCA_CONTEUDOS]: marcaConteudos, ...o }) => {
    const [corpos, conteudos, responses] = [findPorTipo(marcaCorpos), findPorTipo(marcaConteudos), noAt(o, 'responses')];
    return {
      ...o,
      ...(corpos ? { requestBody: { required: true, content: toContent(corpos, 'input') } } : {}),
      ...(conteudos ? { responses: { ...responses, 200: { ...noAt(responses, '200'), content: toContent(conteudos, 'output') } } } : {}),
    };
  });
}
