import { checkEsquemaEstrito } from './esquema.ts';
import { Recusa } from './recusa.ts';
import type { ChamadaDeFerramenta, Ferramenta, Mensagem, PedidoModelo, Rota } from './tipos.ts';

type Objeto = Readonly<Record<string, unknown>>;
const objeto = (v: unknown): Objeto => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Objeto) : {});
const lista = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : []);
const texto = (v: unknown): string => (typeof v === 'string' ? v : '');

/** Text of a content that is a string or a list of parts. */
const conteudo = (v: unknown): string => (typeof v === 'string' ? v : lista(v).map((p) => texto(objeto(p)['text'])).join('\n'));

const PAPEIS: Readonly<Record<string, Mensagem['papel']>> = { system: 'system', developer: 'system', user: 'user', assistant: 'assistant', tool: 'tool', function: 'tool' };
const papelDe = (v: unknown, param: string): Mensagem['papel'] => {
  const papel = PAPEIS[texto(v)];
  if (!papel) throw new Recusa(400, `Invalid value: '${String(v)}'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.`, { param, codigo: 'invalid_value' });
  return papel;
};

function mensagensDoChat(corpo: Objeto): readonly Mensagem[] {
  if (!Array.isArray(corpo['messages'])) throw new Recusa(400, "Missing required parameter: 'messages'.", { param: 'messages', codigo: 'missing_required_parameter' });
  if (!corpo['messages'].length) throw new Recusa(400, "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", { param: 'messages', codigo: 'empty_array' });
  return corpo['messages'].map((bruta, i) => {
    const m = objeto(bruta);
    const chamadas = lista(m['tool_calls']).map((c): ChamadaDeFerramenta => {
      const f = objeto(objeto(c)['function']);
      return { id: texto(objeto(c)['id']), nome: texto(f['name']), argumentos: texto(f['arguments']) };
    });
    return { papel: papelDe(m['role'], `messages[${i}].role`), texto: conteudo(m['content']), chamadas, chamadaId: texto(m['tool_call_id']) || null };
  });
}

/** Items of `input`; those named by `item_reference` are what earlier answers said. */
function mensagensDoResponses(corpo: Objeto, itens: ReadonlyMap<string, unknown>): readonly Mensagem[] {
  const nada = { chamadas: [], chamadaId: null };
  const antes: Mensagem[] = typeof corpo['instructions'] === 'string' ? [{ papel: 'system', texto: corpo['instructions'], ...nada }] : [];
  if (typeof corpo['input'] === 'string') return [...antes, { papel: 'user', texto: corpo['input'], ...nada }];
  if (!Array.isArray(corpo['input'])) throw new Recusa(400, "Missing required parameter: 'input'.", { param: 'input', codigo: 'missing_required_parameter' });
  const daqui = corpo['input'].flatMap((bruto, i): Mensagem[] => {
    let item = objeto(bruto);
    if (item['type'] === 'item_reference') {
      const guardado = itens.get(texto(item['id']));
      if (!guardado) throw new Recusa(404, `Item with id '${texto(item['id'])}' not found.`, { param: 'input' });
      item = objeto(guardado);
    }
    if (item['type'] === 'function_call') return [{ papel: 'assistant', texto: '', chamadas: [{ id: texto(item['call_id']), nome: texto(item['name']), argumentos: texto(item['arguments']) }], chamadaId: null }];
    if (item['type'] === 'function_call_output') return [{ papel: 'tool', texto: conteudo(item['output']), chamadas: [], chamadaId: texto(item['call_id']) }];
    if (item['type'] === undefined || item['type'] === 'message') return [{ papel: papelDe(item['role'], `input[${i}].role`), texto: conteudo(item['content']), ...nada }];
    return [];
  });
  return [...antes, ...daqui];
}

function ferramentasDe(corpo: Objeto): readonly Ferramenta[] {
  return lista(corpo['tools']).map((t) => {
    const f = objeto(t)['function'] === undefined ? objeto(t) : objeto(objeto(t)['function']);
    if (f['strict'] === true) checkEsquemaEstrito(f['parameters'], `function '${texto(f['name'])}'`, 'tools');
    return { nome: texto(f['name']), descricao: texto(f['description']), parametros: f['parameters'] ?? {} };
  });
}

function escolhaDe(corpo: Objeto): string {
  const escolha = corpo['tool_choice'];
  if (typeof escolha === 'string') return escolha;
  return texto(objeto(objeto(escolha)['function'])['name']) || texto(objeto(escolha)['name']) || 'auto';
}

/** Schema of the answer, refused where the strict mode of OpenAI would. */
function esquemaDe(formato: Objeto, param: string): Objeto | null {
  if (formato['type'] === 'json_object') return {};
  if (formato['type'] !== 'json_schema') return null;
  const f = formato['json_schema'] === undefined ? formato : objeto(formato['json_schema']);
  if (f['strict'] === true) checkEsquemaEstrito(f['schema'], `response_format '${texto(f['name'])}'`, param);
  return objeto(f['schema']);
}

const numero = (v: unknown): number | null => (typeof v === 'number' && Number.isInteger(v) && v > 0 ? v : null);

/** What a reasoning model refuses: the caller must use the other name. */
function checkParametros(corpo: Objeto, modelo: string): void {
  if (!/^(?:o\d|gpt-5(?!.*chat))/.test(modelo)) return;
  if (corpo['max_tokens'] !== undefined) throw new Recusa(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", { param: 'max_tokens', codigo: 'unsupported_parameter' });
  if (corpo['temperature'] !== undefined && corpo['temperature'] !== 1) throw new Recusa(400, `Unsupported value: 'temperature' does not support ${String(corpo['temperature'])} with this model. Only the default (1) value is supported.`, { param: 'temperature', codigo: 'unsupported_value' });
}

/** Most of OpenAI: texts of a request, tokens of a text, tokens of a request. */
const MAX_TEXTOS = 2048;
const MAX_TOKENS_TEXTO = 8192;
const MAX_TOKENS_PEDIDO = 300_000;

function textosDe(corpo: Objeto): readonly string[] {
  const entrada = typeof corpo['input'] === 'string' ? [corpo['input']] : corpo['input'];
  if (!Array.isArray(entrada) || !entrada.length || !entrada.every((t): t is string => typeof t === 'string' && t !== '')) throw new Recusa(400, "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.", { param: 'input' });
  if (entrada.length > MAX_TEXTOS) throw new Recusa(400, `Invalid 'input': array too long. Expected an array with maximum length ${MAX_TEXTOS}, but got an array with length ${entrada.length} instead.`, { param: 'input', codigo: 'array_above_max_length' });
  const tokens = entrada.map((t) => Math.ceil(t.length / 4));
  const maior = Math.max(...tokens);
  if (maior > MAX_TOKENS_TEXTO) throw new Recusa(400, `This model's maximum context length is ${MAX_TOKENS_TEXTO} tokens, however you requested ${maior} tokens.`, { param: 'input', codigo: 'context_length_exceeded' });
  const total = tokens.reduce((a, b) => a + b, 0);
  if (total > MAX_TOKENS_PEDIDO) throw new Recusa(400, `Requested ${total} tokens, max ${MAX_TOKENS_PEDIDO} tokens per request`, { tipo: 'max_tokens_per_request', param: 'input', codigo: 'max_tokens_per_request' });
  return entrada;
}

/** Reads a body of either protocol into one shape. Throws `Recusa` with OpenAI's words. */
export function readPedido(n: number, rota: Rota, bruto: string, itens: ReadonlyMap<string, unknown>): PedidoModelo {
  let lido: unknown;
  try {
    lido = JSON.parse(bruto);
  } catch {
    throw new Recusa(400, 'We could not parse the JSON body of your request.');
  }
  const corpo = objeto(lido);
  const modelo = texto(corpo['model']);
  if (!modelo) throw new Recusa(400, 'you must provide a model parameter');
  const nada = { mensagens: [], ferramentas: [], escolha: 'none', esquema: null, maxTokens: null, stream: false, usoNoStream: false, textos: [], dimensoes: null, base64: false };
  if (rota === 'embeddings') return { ...nada, n, rota, modelo, textos: textosDe(corpo), dimensoes: numero(corpo['dimensions']), base64: corpo['encoding_format'] === 'base64' };
  checkParametros(corpo, modelo);
  const comum = { n, rota, modelo, ferramentas: ferramentasDe(corpo), escolha: escolhaDe(corpo), stream: corpo['stream'] === true, textos: [], dimensoes: null, base64: false };
  return rota === 'chat'
    ? { ...comum, mensagens: mensagensDoChat(corpo), esquema: esquemaDe(objeto(corpo['response_format']), 'response_format'), maxTokens: numero(corpo['max_completion_tokens']) ?? numero(corpo['max_tokens']), usoNoStream: objeto(corpo['stream_options'])['include_usage'] === true }
    : { ...comum, mensagens: mensagensDoResponses(corpo, itens), esquema: esquemaDe(objeto(objeto(corpo['text'])['format']), 'text.format.schema'), maxTokens: numero(corpo['max_output_tokens']), usoNoStream: true };
}
