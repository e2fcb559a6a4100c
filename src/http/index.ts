export { ApiErros } from './api-erros.js';
export { etagOf, hasEtag, sendComEtag } from './etag.js';
export { CABECALHO_IDEMPOTENCIA, RespostaPronta, type PedidoIdempotente } from './idempotencia.js';
export { paginacaoSchema, paginaDe, type Paginacao } from './paginacao.js';
export { erroDeCampoSchema, problemaSchema, type ErroDeCampo, type Problema } from './problema.js';
export { ProblemaFilter } from './problema.filter.js';
export { parseDados, toErroDeCampos, validationPipe } from './validar.js';
