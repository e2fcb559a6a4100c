import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The library, loaded by the first request out: many processes never make one, and it is a hundred files. */
export const undici = (): typeof import('undici') => require('undici') as typeof import('undici');
