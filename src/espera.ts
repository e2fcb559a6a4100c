import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Config } from './config/index.js';
import { indisponivel } from './kernel/index.js';

/** Requests here carry nothing worth waiting for. */
const PEDIDO_MS = 5000;

/** Why the address cannot be listened on, when it is the person's to solve. */
export function throwEscuta(erro: unknown, { porta, host }: Config['http']): never {
  const code = (erro as NodeJS.ErrnoException | null)?.code;
  if (code === 'EADDRINUSE') throw indisponivel('porta_em_uso', `A porta ${porta} já está em uso nesta máquina. Encerre o programa que a usa ou escolha outra: PORT=${porta < 65_535 ? porta + 1 : 3000} npm start.`);
  if (code === 'EACCES' || code === 'EPERM') throw indisponivel('porta_proibida', `Este usuário não pode escutar na porta ${porta}. Escolha uma a partir de 1024 em PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw indisponivel('endereco_de_escuta', `O endereço ${host} não é desta máquina. Corrija ALICIT_HOST, ou retire-o para escutar em todos.`);
  throw erro;
}

/**
 * While `fazer` runs (a migration, made here or waited for), the address answers that the process lives and is not ready, so that
 * whoever watches it neither kills it nor sends it requests. Where nobody listens, or on no port in particular (`PORT=0`), it only runs it.
 * @throws AlicitError when the address cannot be listened on; what `fazer` throws
 */
export async function withEspera<T>(config: Pick<Config, 'http' | 'versao' | 'papel'>, fazer: () => Promise<T>): Promise<T> {
  if (!config.http.escuta || config.http.porta === 0) return fazer();
  const servidor = createServer({ requestTimeout: PEDIDO_MS, headersTimeout: PEDIDO_MS }, (pedido, resposta) => {
    pedido.resume();
    answer(pedido.url ?? '', resposta, config);
  });
  servidor.listen(config.http.porta, config.http.host);
  await once(servidor, 'listening').catch((erro: unknown) => throwEscuta(erro, config.http));
  try {
    return await fazer();
  } finally {
    await close(servidor);
  }
}

/** The shapes of /health/live, of /health and of a problem, as the service gives them. */
function answer(endereco: string, resposta: ServerResponse, { versao, papel }: Pick<Config, 'versao' | 'papel'>): void {
  const rota = endereco.split('?')[0];
  const write = (status: number, tipo: string, corpo: object): void => {
    resposta.writeHead(status, { 'content-type': `${tipo}; charset=utf-8`, 'cache-control': 'no-store', connection: 'close', ...(status === 503 ? { 'retry-after': '5' } : {}) }).end(JSON.stringify(corpo));
  };
  if (rota === '/health/live') return write(200, 'application/json', { estado: 'ok', ativoS: Math.round(process.uptime()), atrasoMs: 0 });
  if (rota === '/health/ready' || rota === '/health') return write(503, 'application/json', { estado: 'iniciando', codigo: 'iniciando', versao, papel, itens: {} });
  write(503, 'application/problem+json', { type: 'urn:alicit:erro:iniciando', title: 'Indisponível no momento', status: 503, detail: 'O serviço está iniciando: o banco ainda não tem o esquema desta versão. Tente de novo em instantes.', instance: 'iniciando', codigo: 'iniciando' });
}

function close(servidor: Server): Promise<void> {
  servidor.closeAllConnections();
  return new Promise((resolve) => servidor.close(() => resolve()));
}
