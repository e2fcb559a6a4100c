import { hashDe } from '../../kernel/index.js';

/** Name of what was asked, query and body, whatever the order of its fields. */
export const hashCorpo = (query: unknown, corpo: unknown): string => hashDe({ query, corpo });
