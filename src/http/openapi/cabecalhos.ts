import { MARCA_ETAG } from '../api-respostas.js';
import { isNo, mapNo, noAt, type No } from './no.js';

const texto = (extra: No = {}): No => ({ type: 'string', ...extra });

/** Headers of requests that many operations take. */
const PARAMETROS: Readonly<Record<string, No>> = {
  IdempotencyKey: { name: 'Idempotency-Key', in: 'header', required: false, description: 'Nome deste pedido, escolhido por quem pede. Por 24 horas, repetir o pedido com o mesmo nome e o mesmo corpo devolve a primeira resposta e nada faz; com outro corpo, 422 `idempotencia_conflitante`.', schema: texto({ minLength: 1, maxLength: 255 }), example: '3f6f7c1e-pedido-12' },
  IfMatch: { name: 'If-Match', in: 'header', required: false, description: 'O ETag que foi lido: se mudou desde então, 412 `precondicao_falhou` e nada é feito. Sem ele, não há condição.', schema: texto() },
  IfNoneMatch: { name: 'If-None-Match', in: 'header', required: false, description: 'O ETag da cópia que o cliente tem: se ainda é a atual, 304 sem corpo.', schema: texto() },
};

/** Headers of answers that many operations give. */
const CABECALHOS: Readonly<Record<string, No>> = {
  ETag: { description: 'Versão do que foi respondido (fraca): para If-None-Match e If-Match.', schema: texto() },
  Location: { description: 'Endereço do que foi criado ou aceito.', schema: texto() },
};

const NAO_MUDOU = { NaoMudou: { description: 'A cópia do cliente ainda é a atual.', headers: { ETag: { $ref: '#/components/headers/ETag' } } } };

/** The components `withCabecalhos` refers to. */
export const COMPONENTES = { parameters: PARAMETROS, headers: CABECALHOS, responses: NAO_MUDOU };

const ref = (onde: 'parameters' | 'headers' | 'responses', nome: string): No => ({ $ref: `#/components/${onde}/${nome}` });

/** An operation with the headers its kind implies: conditional reading and writing, repeatable creation, the address of what was made. */
export function withCabecalhos({ [MARCA_ETAG]: etag, ...o }: No, metodo: string): No {
  const responses = noAt(o, 'responses');
  const fechada = !Array.isArray(o['security']) || o['security'].length > 0;
  const extras = [...(etag === true ? ['IfNoneMatch'] : []), ...(responses['412'] === undefined ? [] : ['IfMatch']), ...(metodo === 'post' && fechada ? ['IdempotencyKey'] : [])];
  const parameters = [...(Array.isArray(o['parameters']) ? (o['parameters'] as unknown[]) : []), ...extras.map((nome) => ref('parameters', nome))];
  const comCabecalhos = mapNo(responses, (r, status) => (isNo(r) ? addHeaders(r, [...(etag === true && status === '200' ? ['ETag'] : []), ...(status === '201' || status === '202' ? ['Location'] : [])]) : r));
  return { ...o, parameters, responses: etag === true ? { ...comCabecalhos, 304: ref('responses', 'NaoMudou') } : comCabecalhos };
}

const addHeaders = (r: No, nomes: readonly string[]): No => (nomes.length === 0 ? r : { ...r, headers: { ...Object.fromEntries(nomes.map((n) => [n, ref('headers', n)])), ...noAt(r, 'headers') } });
