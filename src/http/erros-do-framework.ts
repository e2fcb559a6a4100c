/** What Nest and Fastify refuse, in our words. Forms have a reader of their own (multipart.ts). */
export interface Recusa {
  readonly status: number;
  readonly codigo: string;
  readonly mensagem: string;
}

const recusa = (status: number, codigo: string, mensagem: string): Recusa => ({ status, codigo, mensagem });

const MALFORMADO = recusa(400, 'corpo_malformado', 'O corpo do pedido não pôde ser lido: confira o JSON e o Content-Type.');
const TIPO = recusa(415, 'tipo_de_corpo_nao_aceito', 'O Content-Type do pedido não é aceito aqui: use application/json ou multipart/form-data, como /docs indica.');

const POR_STATUS: Readonly<Record<number, Recusa>> = {
  400: MALFORMADO,
  404: recusa(404, 'rota_nao_encontrada', 'Não há nada neste endereço. A lista dos endereços está em /docs.'),
  405: recusa(405, 'metodo_nao_permitido', 'Este endereço não aceita este método.'),
  413: recusa(413, 'corpo_grande', 'O corpo do pedido passa do limite.'),
  414: recusa(414, 'endereco_grande', 'O endereço pedido é longo demais.'),
  415: TIPO,
  429: recusa(429, 'muitos_pedidos', 'Pedidos demais em pouco tempo: espere e tente de novo.'),
  503: recusa(503, 'encerrando', 'O serviço está encerrando: tente de novo em instantes.'),
};

const POR_CODIGO: Readonly<Record<string, Recusa>> = {
  FST_ERR_BAD_URL: recusa(400, 'endereco_malformado', 'O endereço pedido não pôde ser lido: confira os caracteres com %.'),
  FST_ERR_MAX_PARAM_LENGTH: POR_STATUS[414]!,
  FST_ERR_ASYNC_CONSTRAINT: MALFORMADO,
};

/** The refusal an error of the framework stands for; undefined when the error is not one. `status`: of Nest's exception, when it is one. */
export function findRecusa(erro: unknown, status: number | undefined): Recusa | undefined {
  const { code, statusCode } = (typeof erro === 'object' && erro !== null ? erro : {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && POR_CODIGO[code]) return POR_CODIGO[code];
  const s = status ?? statusCode;
  return typeof s === 'number' ? POR_STATUS[s] : undefined;
}

/** What node's own reader of requests refuses, before Fastify knows there is one. */
const POR_CONEXAO: Readonly<Record<string, Recusa>> = {
  HPE_HEADER_OVERFLOW: recusa(431, 'cabecalhos_grandes', 'Os cabeçalhos do pedido passam de 16 KB.'),
  ERR_HTTP_REQUEST_TIMEOUT: recusa(408, 'pedido_lento', 'O pedido demorou demais a chegar inteiro: tente de novo.'),
};

/** The refusal of a connection's error. */
export const recusaDaConexao = (codigo: unknown): Recusa => (typeof codigo === 'string' ? POR_CONEXAO[codigo] : undefined) ?? recusa(400, 'pedido_malformado', 'O que veio nesta conexão não é um pedido HTTP.');
