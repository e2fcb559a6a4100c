import { LicitacoesService } from '../../src/licitacoes/licitacoes.module.js';
import type { AppDeTeste, Cliente } from './app.js';
import { formulario } from './formulario.js';
import { pdfDe } from './pdf.js';

/** Stages run in the test's own thread: the sources have no compiled worker beside them. */
export const SEM_THREADS = { ALICIT_OFICINA_THREADS: '0' } as const;

export interface ArquivoDeTeste {
  readonly nome: string;
  readonly conteudo: Buffer | string;
}

/** A text PDF of these pages, a line per line of text. */
export const pdfDasPaginas = (paginas: readonly string[]): Buffer => pdfDe(paginas.map((p) => p.split('\n')));

/** An empty tender of the client. */
export async function createLicitacao(t: AppDeTeste, { organizacaoId }: Cliente): Promise<string> {
  return (await t.app.get(LicitacoesService).create(organizacaoId, null)).id;
}

/** Files sent by HTTP, all of which must be taken. */
export async function sendArquivos(t: AppDeTeste, cliente: Cliente, licitacaoId: string, arquivos: readonly ArquivoDeTeste[]): Promise<void> {
  const { payload, headers } = formulario(arquivos.map((a) => ({ campo: 'arquivos', ...a })));
  const r = await t.app.inject({ method: 'POST', url: `/v1/licitacoes/${licitacaoId}/arquivos`, payload, headers: { ...cliente.cabecalhos, ...headers } });
  if (r.statusCode !== 201) throw new Error(`arquivos: ${r.statusCode} ${r.body}`);
}

/** Asks until it is no longer 202; at most some 30 s. */
export async function getQuandoPronta(t: AppDeTeste, { cabecalhos }: Cliente, url: string): Promise<Awaited<ReturnType<AppDeTeste['app']['inject']>>> {
  for (let vez = 0; vez < 600; vez++) {
    const r = await t.app.inject({ method: 'GET', url, headers: cabecalhos });
    if (r.statusCode !== 202) return r;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} ainda responde 202`);
}
