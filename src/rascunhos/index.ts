import type { Rascunho } from './domain/documento.js';

export { buildRascunho, VERSAO_RASCUNHO } from './domain/build-rascunho.js';
export type { Caso } from './domain/caso.js';
export { TIPOS_RASCUNHO, type Rascunho, type TipoRascunho } from './domain/documento.js';
export { renderMarkdown as renderRascunhoMarkdown } from './render-markdown.js';

/** The draft as DOCX; the library that writes it is loaded when the first one is asked for. */
export const renderRascunhoDocx = async (r: Rascunho): Promise<Buffer> => (await import('./docx/render-docx.js')).renderDocx(r);
