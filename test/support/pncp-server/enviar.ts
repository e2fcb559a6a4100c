import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Falha } from './falhas.ts';
import type { Resposta } from './resposta.ts';

export interface Ritmo {
  /** How long `sem_resposta` stays silent before its socket dies, ms. */
  readonly semRespostaMs: number;
  /** How long `corpo_lento` takes, ms. */
  readonly lentidaoMs: number;
  /** Seconds `limite_com_espera` asks for. */
  readonly esperaS: number;
}

/** The page of PNCP's gateway, as it was seen. */
const HTML_LIMITE = '<html>\n<head>\n    <meta charset="UTF-8">\n    <title>Limite de Requisições Excedido</title>\n</head>\n<body>\n    <h2>Limite de requisições excedido</h2>\n\n    <p>Tente novamente mais tarde.</p>\n</body>\n</html>\n';
const HTML_200 = '<!DOCTYPE html><html lang="pt-BR"><head><title>Portal Nacional de Contratações Públicas</title></head><body><app-root></app-root></body></html>';

function simples(res: ServerResponse, status: number, tipo: string, corpo: string | Buffer, cabecalhos: Readonly<Record<string, string>> = {}): void {
  res.writeHead(status, { 'content-type': tipo, 'content-length': Buffer.byteLength(corpo), ...cabecalhos });
  res.end(corpo);
}

/** Sends the true answer. */
export function enviar(res: ServerResponse, { status, tipo, corpo, cabecalhos }: Resposta): void {
  res.writeHead(status, { ...(tipo === null ? {} : { 'content-type': tipo }), ...(status === 204 ? {} : { 'content-length': corpo.length }), ...cabecalhos });
  res.end(corpo);
}

/** In pieces, over the time given; ends when the client leaves. */
function gotejar(res: ServerResponse, { status, tipo, corpo, cabecalhos }: Resposta, ms: number): void {
  res.writeHead(status, { ...(tipo === null ? {} : { 'content-type': tipo }), 'content-length': corpo.length, ...cabecalhos });
  const passos = 8;
  const tamanho = Math.ceil(corpo.length / passos) || 1;
  let posto = 0;
  const passo = setInterval(() => {
    res.write(corpo.subarray(posto, (posto += tamanho)));
    if (posto < corpo.length) return;
    clearInterval(passo);
    res.end();
  }, ms / passos);
  res.on('close', () => clearInterval(passo));
}

function totaisMovidos({ corpo, ...resto }: Resposta, sinal: number): Resposta {
  if (resto.status !== 200) return { ...resto, corpo };
  const texto = corpo.toString().replace(/"totalRegistros":(\d+)/, (_, n: string) => `"totalRegistros":${Math.max(1, Number(n) + sinal)}`);
  return { ...resto, corpo: Buffer.from(texto) };
}

/** Answers as the fault wants. What must be true (`tipo_errado`, `latin1`, `corpo_lento`) carries the true answer. */
export function enviarComFalha(pedido: IncomingMessage, res: ServerResponse, falha: Falha, verdade: Resposta, { semRespostaMs, lentidaoMs, esperaS }: Ritmo): void {
  const { socket } = pedido;
  switch (falha) {
    case 'limite': return simples(res, 429, 'text/html', HTML_LIMITE);
    case 'limite_com_espera': return simples(res, 429, 'text/html', HTML_LIMITE, { 'retry-after': String(esperaS) });
    case 'erro_500_texto': return simples(res, 500, 'application/json', 'Erro na comunicação com o banco de dados.');
    case 'erro_500_json': return simples(res, 500, 'application/json', '{"timestamp":"2026-06-16T23:30:40.339+00:00","status":500,"error":"Internal Server Error","message":"Failed to obtain JDBC Connection","path":"/"}');
    case 'erro_503': return simples(res, 503, 'text/html', '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>');
    case 'vazio_errado': res.writeHead(204); res.end(); return;
    case 'html_200': return simples(res, 200, 'text/html;charset=UTF-8', HTML_200);
    case 'lista_404': return simples(res, 404, 'application/json', '{"status":"404","error":"Not Found","message":"Nenhum registro encontrado."}');
    case 'falso_422': return simples(res, 422, 'application/json', '{"message":"Período inicial e final maior que 365 dias."}');
    case 'tipo_errado': return enviar(res, { ...verdade, tipo: 'text/plain' });
    case 'latin1': return enviar(res, { ...verdade, tipo: 'application/json;charset=ISO-8859-1', corpo: Buffer.from(verdade.corpo.toString(), 'latin1') });
    case 'totais_movem': return enviar(res, totaisMovidos(verdade, verdade.corpo.length % 2 ? 3 : -2));
    case 'json_cortado': return enviar(res, { ...verdade, corpo: verdade.corpo.subarray(0, Math.floor(verdade.corpo.length / 2)) });
    case 'corpo_lento': return gotejar(res, verdade, lentidaoMs);
    case 'conexao_cortada': socket.resetAndDestroy(); return;
    case 'corpo_interrompido':
      res.writeHead(200, { 'content-type': verdade.tipo ?? 'application/json', 'content-length': verdade.corpo.length + 10 });
      res.write(verdade.corpo.subarray(0, Math.floor(verdade.corpo.length / 2)), () => socket.destroy());
      return;
    case 'sem_resposta': {
      const fim = setTimeout(() => socket.destroy(), semRespostaMs);
      socket.once('close', () => clearTimeout(fim));
    }
  }
}
