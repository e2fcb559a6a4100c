import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { argumentosDe, contarPrompt, contarResposta, textoDe } from './contar-tokens.ts';
import { enviar, FALHAS_DE_REDE, type Ritmo } from './enviar.ts';
import { exampleOf } from './esquema.ts';
import { falarChat } from './falar-chat.ts';
import { falarResponses } from './falar-responses.ts';
import { falarVetores } from './falar-vetores.ts';
import { cabeNaRota, camadaDe, sortearFalha, type ConfigFalhas, type NomeFalha, type NomeFalhaRede, type NomeFalhaResposta, type NomeFalhaSemantica, type NomeFalhaVetor } from './falhas.ts';
import { cortar, FALHAS_DE_RESPOSTA } from './falhas-resposta.ts';
import { FALHAS_SEMANTICAS } from './falhas-semanticas.ts';
import { FALHAS_DE_VETOR } from './falhas-vetores.ts';
import { Ledger } from './ledger.ts';
import { readPedido } from './ler-pedido.ts';
import { Recusa, saidaDeRecusa, saidaJson, type Saida } from './recusa.ts';
import { Roteiro, type Entao, type LinhaRoteiro, type Quando } from './roteiro.ts';
import type { LinhaLedger, PedidoModelo, Responder, RespostaModelo, Rota } from './tipos.ts';

export { contarTokens } from './contar-tokens.ts';
export type { Ritmo } from './enviar.ts';
export { camadaDe, FALHAS, FALHAS_COMUNS, isFalha, type CamadaFalha, type ConfigFalhas, type NomeFalha } from './falhas.ts';
export type { Entao, LinhaRoteiro, Quando } from './roteiro.ts';
export type { ChamadaDeFerramenta, Ferramenta, LinhaLedger, Mensagem, PedidoModelo, Responder, RespostaModelo, Rota } from './tipos.ts';
export { lerDossie, unescapeXml, type Dossie } from './ler-dossie.ts';
export { responderHonesto } from './simulador.ts';
export { vetorDe } from './vetor.ts';

export interface OpcoesOpenAiServer {
  /** 0 (default): a free one. Always on loopback. */
  readonly porta?: number;
  /** The only key taken; without it, any (and none). */
  readonly chave?: string;
  /** Before each answer: a number, or one for each request. */
  readonly latenciaMs?: number | ((pedido: PedidoModelo) => number);
  /** Who answers what no script does; default: the smallest JSON of the schema, or a fixed text. */
  readonly responder?: Responder;
  /** A probability of the usual faults, or more detail; default none. */
  readonly falhas?: number | ConfigFalhas;
  /** The only models there are; without it, any. */
  readonly modelos?: readonly string[];
  readonly ritmo?: Partial<Ritmo>;
  /** Each answered request is appended here as a line of JSON, without its body. */
  readonly arquivoLedger?: string;
}

export interface OpenAiServer {
  /** OPENAI_BASE_URL. */
  readonly url: string;
  readonly porta: number;
  /** Every request for an answer, in order of arrival. `GET /v1/models` and what was refused before being read are not here. */
  readonly ledger: readonly LinhaLedger[];
  /** The next requests that fit get this; scripts are looked at in order. */
  script(quando: Quando, entao: Entao): LinhaRoteiro;
  /** Forgets what was scripted. */
  clear(): void;
  /** Faults by chance from now on. */
  set(falhas: number | ConfigFalhas): void;
  setLatencia(ms: number): void;
  close(): Promise<void>;
}

const MAX_CORPO = 32 * 1024 * 1024;
/** Items of answers that a later request may refer to. */
const MAX_ITENS = 5000;
const MAX_VEZES = 100_000;
const ROTA_DE: Readonly<Record<string, Rota>> = { '/v1/chat/completions': 'chat', '/v1/responses': 'responses', '/v1/embeddings': 'embeddings', '/v1/models': 'modelos' };

const RESPOSTA_PADRAO: Responder = (p) => (p.esquema ? { json: exampleOf(p.esquema) } : { texto: 'Resposta de teste.' });
const toConfig = (f: number | ConfigFalhas): ConfigFalhas => (typeof f === 'number' ? { probabilidade: f } : f);

async function lerCorpo(pedido: IncomingMessage): Promise<string> {
  const partes: Buffer[] = [];
  let tamanho = 0;
  for await (const parte of pedido as AsyncIterable<Buffer>) {
    if ((tamanho += parte.length) > MAX_CORPO) throw new Recusa(413, 'Request body is too large.');
    partes.push(parte);
  }
  return Buffer.concat(partes).toString('utf8');
}

/** OpenAI on loopback: chat completions, responses and embeddings as its protocol says, with answers and faults on demand. Ends with `close`. */
export async function startOpenAiServer(opcoes: OpcoesOpenAiServer = {}): Promise<OpenAiServer> {
  const ritmo: Ritmo = { entreEventosMs: 0, lentidaoMs: 300, penduradaMs: 120_000, esperaMs: 1000, ...opcoes.ritmo };
  const ledger = new Ledger(opcoes.arquivoLedger ?? null);
  const roteiro = new Roteiro();
  const itens = new Map<string, unknown>();
  const vezes = new Map<string, number>();
  const responderPadrao = opcoes.responder ?? RESPOSTA_PADRAO;
  let falhas = toConfig(opcoes.falhas ?? 0);
  let latencia = opcoes.latenciaMs ?? 0;
  let n = 0;

  function checkAcesso(pedido: IncomingMessage): void {
    if (opcoes.chave === undefined || pedido.headers.authorization === `Bearer ${opcoes.chave}`) return;
    throw new Recusa(401, pedido.headers.authorization ? 'Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.' : "You didn't provide an API key.", { codigo: 'invalid_api_key' });
  }

  const modelo = (id: string): unknown => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'alicit' });
  function checkModelo(id: string): void {
    if (opcoes.modelos && !opcoes.modelos.includes(id)) throw new Recusa(404, `The model \`${id}\` does not exist or you do not have access to it.`, { codigo: 'model_not_found' });
  }

  function sortear(p: PedidoModelo, impressao: string, corpo: string): NomeFalha | null {
    if (falhas.probabilidade <= 0) return null;
    if (vezes.size > MAX_VEZES) vezes.clear();
    const vez = (vezes.get(impressao) ?? 0) + 1;
    vezes.set(impressao, vez);
    return sortearFalha(falhas, p.rota, corpo, vez);
  }

  /** What the model says, after the fault when it is one of form or of meaning. `falha` is null when it could not be applied. */
  async function dizer(p: PedidoModelo, entao: Entao | null): Promise<{ resposta: RespostaModelo; falha: NomeFalha | null }> {
    const honesta = typeof entao === 'function' ? await entao(p) : typeof entao === 'object' && entao !== null ? entao : await responderPadrao(p);
    if (typeof entao !== 'string') return { resposta: cortar(honesta, p.maxTokens), falha: null };
    const camada = camadaDe(entao);
    if (camada === 'rede') return { resposta: cortar(honesta, p.maxTokens), falha: entao };
    const falsa: RespostaModelo | null = camada === 'semantica'
      ? (FALHAS_SEMANTICAS as Record<string, (r: RespostaModelo, p: PedidoModelo) => RespostaModelo | null>)[entao as NomeFalhaSemantica]!(honesta, p)
      : FALHAS_DE_RESPOSTA[entao as NomeFalhaResposta](honesta, p);
    return falsa ? { resposta: falsa, falha: entao } : { resposta: cortar(honesta, p.maxTokens), falha: null };
  }

  async function responder(p: PedidoModelo, entao: Entao | null, linha: LinhaLedger): Promise<{ saida: Saida; latenciaMs: number }> {
    const latenciaMs = typeof latencia === 'number' ? latencia : latencia(p);
    linha.promptTokens = contarPrompt(p);
    if (p.rota === 'embeddings') {
      const corpo = falarVetores(p, linha.promptTokens);
      const nome = typeof entao === 'string' ? entao : null;
      linha.falha = nome;
      if (nome === null || camadaDe(nome) !== 'vetor') return { saida: saidaJson(200, corpo), latenciaMs };
      return { saida: { status: 200, cabecalhos: { 'content-type': 'application/json' }, partes: [FALHAS_DE_VETOR[nome as NomeFalhaVetor](corpo)] }, latenciaMs };
    }
    const { resposta, falha } = await dizer(p, entao);
    linha.falha = falha;
    linha.completionTokens = contarResposta(resposta);
    linha.resposta = resposta.recusa ?? [textoDe(resposta), ...(resposta.ferramentas ?? []).map((f) => `${f.nome}(${argumentosDe(f.argumentos)})`)].filter(Boolean).join('\n');
    const uso = { prompt: linha.promptTokens, resposta: linha.completionTokens };
    if (p.rota === 'chat') return { saida: falarChat(p, resposta, uso), latenciaMs: resposta.latenciaMs ?? latenciaMs };
    const dita = falarResponses(p, resposta, uso);
    for (const item of dita.itens) itens.set(item.id, item);
    for (const id of itens.keys()) if (itens.size > MAX_ITENS) itens.delete(id);
    return { saida: dita.saida, latenciaMs: resposta.latenciaMs ?? latenciaMs };
  }

  async function atender(pedido: IncomingMessage, res: ServerResponse): Promise<void> {
    const envio = { pedido, res, ritmo };
    const caminho = (pedido.url ?? '/').split('?')[0]!.replace(/\/+$/, '');
    checkAcesso(pedido);
    if (pedido.method === 'GET' && caminho.startsWith('/v1/models')) {
      const id = decodeURIComponent(caminho.slice('/v1/models/'.length));
      if (id) checkModelo(id);
      return enviar(envio, saidaJson(200, id ? modelo(id) : { object: 'list', data: (opcoes.modelos ?? ['gpt-5-mini', 'text-embedding-3-small']).map(modelo) }));
    }
    const rota = ROTA_DE[caminho];
    if (!rota || rota === 'modelos' || pedido.method !== 'POST') throw new Recusa(404, `Invalid URL (${pedido.method ?? ''} ${caminho})`);
    const corpo = await lerCorpo(pedido);
    const p = readPedido(++n, rota, corpo, itens);
    checkModelo(p.modelo);
    res.setHeader('x-request-id', `req_${String(p.n).padStart(10, '0')}`);
    res.setHeader('openai-version', '2020-10-01');
    res.setHeader('openai-processing-ms', '1');
    const linha = ledger.open(p.n, rota, corpo, p.modelo, p.textos.length, (pedido.headers.authorization ?? '').slice(-12));
    const { traceparent } = pedido.headers;
    if (typeof traceparent === 'string') linha.traceparent = traceparent;
    res.on('close', () => ledger.end(linha, res.headersSent ? res.statusCode : 0, !res.writableFinished));
    const entao = roteiro.find(p) ?? sortear(p, linha.impressao, corpo);
    const { saida, latenciaMs } = await responder(p, typeof entao === 'string' && !cabeNaRota(entao, rota) ? null : entao, linha);
    const rede = linha.falha !== null && camadaDe(linha.falha as NomeFalha) === 'rede' ? FALHAS_DE_REDE[linha.falha as NomeFalhaRede] : null;
    const enviarAgora = (): void => {
      if (res.destroyed) return;
      if (rede) rede(envio, saida);
      else enviar(envio, saida);
    };
    if (latenciaMs <= 0) return enviarAgora();
    const relogio = setTimeout(enviarAgora, latenciaMs);
    res.on('close', () => clearTimeout(relogio));
  }

  const http = createServer((pedido, res) => {
    res.on('error', () => undefined);
    pedido.on('error', () => undefined);
    atender(pedido, res).catch((erro: unknown) => {
      if (res.headersSent || res.destroyed) return void pedido.socket.destroy();
      pedido.resume();
      const recusa = erro instanceof Recusa ? erro : new Recusa(500, String(erro), { tipo: 'server_error' });
      enviar({ pedido, res, ritmo }, saidaDeRecusa(recusa));
    });
  });
  http.maxConnections = 1024;
  await new Promise<void>((pronto, falhou) => {
    http.once('error', falhou);
    http.listen(opcoes.porta ?? 0, '127.0.0.1', pronto);
  });
  const { port: porta } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${porta}/v1`, porta, ledger: ledger.linhas,
    script: (quando, entao) => roteiro.add(quando, entao),
    clear: () => roteiro.clear(),
    set: (novas) => void (falhas = toConfig(novas)),
    setLatencia: (ms) => void (latencia = ms),
    close: () => new Promise((pronto) => {
      http.close(() => pronto());
      http.closeAllConnections();
    }),
  };
}
