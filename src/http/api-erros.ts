import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problemaSchema } from './problema.js';

const DESCRICOES: Readonly<Record<number, string>> = {
  400: 'O pedido está malformado.', 401: 'Falta a chave de API, ou ela não vale.', 403: 'A chave não tem o escopo.', 404: 'Não existe, ou é de outra organização.', 406: 'O formato pedido em Accept não é oferecido.', 409: 'O estado atual não permite.',
  412: 'Mudou desde que foi lido (If-Match).', 413: 'Passa do tamanho aceito.', 415: 'Content-Type não aceito.', 422: 'Um ou mais campos não são válidos: `erros` diz quais.', 429: 'Limite atingido: veja Retry-After.', 503: 'Indisponível no momento: veja Retry-After.',
};

/** What an error status says in the description. */
export const descricaoDeErro = (status: number): string => DESCRICOES[status] ?? 'Erro.';

/** Documents the errors an operation may answer, besides 401, 403 and 429, which all do. */
export const ApiErros = (...status: number[]): MethodDecorator & ClassDecorator => ApiErrosPublicos(401, 403, ...status);

/** The same for an operation that asks for no key: besides 429, only these. */
export const ApiErrosPublicos = (...status: number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(...[...new Set([429, ...status])].sort().map((s) => ApiResponse({ status: s, description: descricaoDeErro(s), standardSchema: problemaSchema })));
