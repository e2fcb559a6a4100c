import { isNo, noAt, type No } from './no.js';

/** Marks an operation that takes JSON (its `@Body`) or this form. */
export const FORMULARIO = 'x-formulario';

/** The form in its own content type, where JSON alone was said: the two have different fields. */
export function separateFormulario({ [FORMULARIO]: formulario, ...o }: No): No {
  const corpo = o['requestBody'];
  if (!isNo(formulario) || !isNo(corpo)) return o;
  return { ...o, requestBody: { ...corpo, content: { ...noAt(corpo, 'content'), 'multipart/form-data': { schema: formulario } } } };
}
