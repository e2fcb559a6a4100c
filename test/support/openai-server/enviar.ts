import type { IncomingMessage, ServerResponse } from 'node:http';
import { corpoDeErro, saidaJson, type Saida } from './recusa.ts';

/** How the network of the server behaves. Times in milliseconds. */
export interface Ritmo {
  /** Between the events of a stream; 0: at once. */
  readonly entreEventosMs: number;
  /** What `lenta` adds to the latency. */
  readonly lentidaoMs: number;
  /** How long `pendurada` and `stream_sem_fim` are held before their socket dies, if the client does not leave first. */
  readonly penduradaMs: number;
  /** What 429 asks for. */
  readonly esperaMs: number;
}

/** Where a fault of the network acts. */
export interface Envio {
  readonly pedido: IncomingMessage;
  readonly res: ServerResponse;
  readonly ritmo: Ritmo;
}

/** Sends an answer, a stream event by event. */
export function enviar({ res, ritmo }: Envio, { status, cabecalhos, partes }: Saida): void {
  const umaSo = !String(cabecalhos['content-type']).startsWith('text/event-stream');
  res.writeHead(status, { ...cabecalhos, ...(umaSo ? { 'content-length': Buffer.byteLength(partes.join('')) } : {}) });
  if (umaSo || ritmo.entreEventosMs <= 0) return void res.end(partes.join(''));
  let i = 0;
  const relogio = setInterval(() => {
    if (i < partes.length) res.write(partes[i++]!);
    else {
      clearInterval(relogio);
      res.end();
    }
  }, ritmo.entreEventosMs);
  res.on('close', () => clearInterval(relogio));
}

/** Writes these parts and leaves the socket as `depois` says. */
const enviarEntao = ({ res }: Envio, { status, cabecalhos }: Saida, texto: string, depois: () => void): void => {
  res.writeHead(status, cabecalhos);
  res.write(texto, depois);
};

const ateOTempo = ({ pedido, ritmo }: Envio): void => {
  const fim = setTimeout(() => pedido.socket.destroy(), ritmo.penduradaMs);
  pedido.socket.once('close', () => clearTimeout(fim));
};

const metade = (s: Saida): string => {
  const texto = s.partes.join('');
  return texto.slice(0, Math.floor(texto.length / 2));
};
const HTML_502 = '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n';
const html = (status: number, corpo: string): Saida => ({ status, cabecalhos: { 'content-type': 'text/html; charset=utf-8' }, partes: [corpo] });
const LIMITE = corpoDeErro('Rate limit reached for requests. Please try again later.', 'requests', 'rate_limit_exceeded');
const servidor = (status: number, mensagem: string, codigo: string | null = null): Saida => saidaJson(status, corpoDeErro(mensagem, 'server_error', codigo));

/** What each fault of the network does with the true answer. */
export const FALHAS_DE_REDE = {
  limite_segundos: (e: Envio) => enviar(e, saidaJson(429, LIMITE, { 'retry-after': String(Math.max(1, Math.ceil(e.ritmo.esperaMs / 1000))) })),
  limite_ms: (e: Envio) => enviar(e, saidaJson(429, LIMITE, { 'retry-after-ms': String(e.ritmo.esperaMs), 'retry-after': String(Math.max(1, Math.ceil(e.ritmo.esperaMs / 1000))) })),
  limite_data: (e: Envio) => enviar(e, saidaJson(429, LIMITE, { 'retry-after': new Date(Date.now() + e.ritmo.esperaMs).toUTCString() })),
  limite_sem_espera: (e: Envio) => enviar(e, saidaJson(429, LIMITE)),
  sem_credito: (e: Envio) => enviar(e, saidaJson(429, corpoDeErro('You exceeded your current quota, please check your plan and billing details.', 'insufficient_quota', 'insufficient_quota'))),
  erro_500: (e: Envio) => enviar(e, servidor(500, 'The server had an error while processing your request. Sorry about that!')),
  erro_502_html: (e: Envio) => enviar(e, html(502, HTML_502)),
  erro_503: (e: Envio) => enviar(e, servidor(503, 'The engine is currently overloaded, please try again later', 'overloaded')),
  html_200: (e: Envio) => enviar(e, html(200, '<!DOCTYPE html><html><body>Sign in to the network</body></html>')),
  contexto_excedido: (e: Envio) => enviar(e, saidaJson(400, corpoDeErro("This model's maximum context length is 4096 tokens. Please reduce the length of the messages.", 'invalid_request_error', 'context_length_exceeded', 'messages'))),
  conexao_cortada: (e: Envio) => void e.pedido.socket.resetAndDestroy(),
  lenta: (e: Envio, s: Saida) => {
    const fim = setTimeout(() => enviar(e, s), e.ritmo.lentidaoMs);
    e.res.on('close', () => clearTimeout(fim));
  },
  pendurada: (e: Envio) => ateOTempo(e),
  /** Half of the answer, then the socket dies. */
  cortada_no_meio: (e: Envio, s: Saida) => enviarEntao(e, s, metade(s), () => e.pedido.socket.destroy()),
  /** Half of it (all but the end, of a stream), then silence. */
  stream_sem_fim: (e: Envio, s: Saida) => enviarEntao(e, s, s.partes.length > 1 ? s.partes.slice(0, -2).join('') : metade(s), () => ateOTempo(e)),
  /** A proper end of HTTP after half of the answer. */
  corpo_truncado: (e: Envio, s: Saida) => enviar(e, { ...s, partes: [metade(s)] }),
  json_invalido: (e: Envio, s: Saida) => enviar(e, { ...s, partes: [s.partes.length > 1 ? `data: {"id": nada disso\n\n${s.partes.at(-1)!}` : '{"id": "x", "choices": [ {nada disso'] }),
  /** A stream that starts well and then says there was an error; without stream, a plain 500. */
  erro_no_stream: (e: Envio, s: Saida) => (s.partes.length > 1
    ? enviar(e, { ...s, partes: [...s.partes.slice(0, Math.ceil(s.partes.length / 2)), 'data: {"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":null}}\n\n'] })
    : FALHAS_DE_REDE.erro_500(e)),
} as const satisfies Record<string, (envio: Envio, saida: Saida) => void>;
