export { ApiErros } from './api-erros.js';
export { Descontinuada, type Descontinuacao } from './descontinuada.js';
export { etagOf, hasEtag, listsEtag, sendComEtag } from './etag.js';
export { paginacaoSchema, paginaDe, type Paginacao } from './paginacao.js';
export { erroDeCampoSchema, problemaSchema, type ErroDeCampo, type Problema } from './problema.js';
export { ProblemaFilter } from './problema.filter.js';
export { parseDados, toErroDeCampos, validationPipe } from './validar.js';
