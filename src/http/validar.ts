import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { z } from 'zod';
import { AlicitError, invalido } from '../kernel/index.js';
import { speakPortuguese } from './mensagens.js';
import type { ErroDeCampo } from './problema.js';

speakPortuguese();

type Problemas = readonly { readonly message: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }[];

const keyOf = (p: PropertyKey | { readonly key: PropertyKey }): PropertyKey => (typeof p === 'object' ? p.key : p);
/** RFC 6901. */
const toPonteiro = (caminho: readonly (PropertyKey | { readonly key: PropertyKey })[] = []): string =>
  caminho.map((p) => `/${String(keyOf(p)).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

const MAX_ERROS = 50;

/** Issues of a schema as one error that names each field. */
export function toErroDeCampos(issues: Problemas, codigo = 'dados_invalidos', em?: ErroDeCampo['em'], raiz = ''): AlicitError {
  const erros: ErroDeCampo[] = issues.slice(0, MAX_ERROS).map((i) => ({ ponteiro: raiz + toPonteiro(i.path), mensagem: i.message, ...(em ? { em } : {}) }));
  const resumo = erros.slice(0, 3).map((e) => `${e.ponteiro || '(corpo)'}: ${e.mensagem}`).join('; ');
  return invalido(codigo, `${issues.length === 1 ? 'Um campo não é válido' : `${issues.length} campos não são válidos`}: ${resumo}.`, { erros });
}

const LUGARES: Readonly<Partial<Record<ArgumentMetadata['type'], ErroDeCampo['em']>>> = { body: 'corpo', query: 'consulta', param: 'caminho' };

class PipeDeSchemas extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(valor: T, onde: ArgumentMetadata): Promise<T> {
    const { schema } = onde;
    if (!schema || onde.type === 'custom') return valor;
    this.stripProtoKeys(valor);
    const r = await this.validate<T>(valor, schema);
    if (r.issues) throw toErroDeCampos(r.issues, undefined, LUGARES[onde.type], onde.data ? `/${onde.data}` : '');
    return r.value;
  }
}

/** Validates whatever has a schema on its decorator (`@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`) and says where each error is. */
export const validationPipe = (): StandardSchemaValidationPipe => new PipeDeSchemas();

/** For what is not a decorator's: fields of a form, text inside another text. @throws AlicitError `dados_invalidos` */
export function parseDados<T>(schema: z.ZodType<T>, dados: unknown, codigo?: string): T {
  const r = schema.safeParse(dados);
  if (!r.success) throw toErroDeCampos(r.error.issues, codigo);
  return r.data;
}

/** A schema that documents a body and lets it through: for bodies whose own reader is more tolerant, or names its errors itself. */
export const soDocumenta = (schema: z.ZodType): z.ZodType<unknown> =>
  ({ documenta: schema, '~standard': { ...schema['~standard'], validate: (value: unknown) => ({ value }) } }) as unknown as z.ZodType<unknown>;
