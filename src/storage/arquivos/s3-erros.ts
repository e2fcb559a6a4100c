import type { Dispatcher } from 'undici';
import type { AlicitError } from '../../kernel/index.js';
import { arquivosIndisponiveis } from './erros.js';

/** Worth another try: the network, the time limit, a 5xx. `motivo` is a short code. */
export class FalhaTransitoria extends Error {
  constructor(
    readonly motivo: string,
    options?: ErrorOptions,
  ) {
    super(`falha transitória: ${motivo}`, options);
  }

  /** What is told when no try is left. */
  toAlicit(): AlicitError {
    return arquivosIndisponiveis(`O armazenamento de arquivos não respondeu como devia (${this.motivo}). Tente de novo em instantes; se continuar, confira ALICIT_ARQUIVOS_URL e o servidor de armazenamento.`, this.motivo);
  }
}

const MAX_BYTES_CORPO = 16 * 1024;
const TENTAR_DE_NOVO: ReadonlySet<string> = new Set(['RequestTimeout', 'SlowDown', 'InternalError', 'ServiceUnavailable']);

/**
 * A refusal as an error: of the other side's text only its code (`SignatureDoesNotMatch`) is used.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export async function fromResposta(res: Dispatcher.ResponseData): Promise<Error> {
  const codigo = /<Code>([A-Za-z][A-Za-z0-9.]{1,60})<\/Code>/.exec(await readStart(res))?.[1] ?? null;
  if (res.statusCode >= 500 || res.statusCode === 408 || res.statusCode === 429 || (codigo !== null && TENTAR_DE_NOVO.has(codigo))) return new FalhaTransitoria(codigo ?? `http_${res.statusCode}`);
  const motivo = codigo ?? `http_${res.statusCode}`;
  return arquivosIndisponiveis(explain(res.statusCode, motivo), motivo);
}

function explain(status: number, motivo: string): string {
  if (status === 401 || status === 403) return `O armazenamento de arquivos recusou a chave de acesso (${motivo}). Confira ALICIT_S3_CHAVE, ALICIT_S3_SEGREDO, o relógio da máquina e as permissões da chave: ler, gravar, apagar e listar.`;
  if (status === 404) return `O armazenamento de arquivos não conhece o bucket (${motivo}). Crie o bucket ou corrija ALICIT_ARQUIVOS_URL.`;
  if (status >= 300 && status < 400) return `O armazenamento de arquivos mandou procurar em outro endereço (${motivo}). Corrija o endpoint ou a região em ALICIT_ARQUIVOS_URL.`;
  return `O armazenamento de arquivos recusou o pedido (${motivo}). Confira ALICIT_ARQUIVOS_URL.`;
}

/** The beginning of the body, if it comes; the rest is thrown away. */
async function readStart(res: Dispatcher.ResponseData): Promise<string> {
  const texto = new TextDecoder();
  let inicio = '';
  try {
    for await (const parte of res.body as AsyncIterable<Buffer>) {
      inicio += texto.decode(parte, { stream: true });
      if (inicio.length > MAX_BYTES_CORPO) break;
    }
  } catch {
    return inicio;
  }
  return inicio;
}
