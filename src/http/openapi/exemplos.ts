import type { No } from './no.js';
import { mapSchema } from './walk-schemas.js';

/** `example` of a schema is the old word of OpenAPI 3.0; JSON Schema says `examples`, a list. */
export const moveExemplos = (schema: No): No =>
  mapSchema(schema, ({ example, ...s }) => (example === undefined ? s : { ...s, examples: [example] }));
