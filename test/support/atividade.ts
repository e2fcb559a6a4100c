import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFormulario } from './formulario.js';
import { digitaliza, pngDe } from './pdf-digitalizado.js';

const EXEMPLOS = join(process.cwd(), 'exemplos');

/** A client of a service in another process. */
export class ClienteHttp {
  constructor(private readonly url: string, private readonly chave: string) {}

  /** JSON in, JSON out. @throws Error with the answer, when its status is not one of the 2xx */
  async call<T = Record<string, unknown>>(metodo: string, caminho: string, corpo?: object | { readonly payload: Buffer; readonly headers: Record<string, string> }): Promise<{ readonly status: number; readonly corpo: T }> {
    const pronto = corpo && 'payload' in corpo ? { body: new Uint8Array(corpo.payload as Buffer), headers: corpo.headers as Record<string, string> } : corpo ? { body: JSON.stringify(corpo), headers: { 'content-type': 'application/json' } } : { headers: {} };
    const r = await fetch(`${this.url}${caminho}`, { method: metodo, ...pronto, headers: { ...pronto.headers, authorization: `Bearer ${this.chave}` } });
    const texto = await r.text();
    if (!r.ok) throw new Error(`${metodo} ${caminho}: ${r.status} ${texto.slice(0, 500)}`);
    return { status: r.status, corpo: (/json/.test(r.headers.get('content-type') ?? '') ? JSON.parse(texto) : {}) as T };
  }

  /** Asks until it is so. @throws Error when it never is, within `ms` */
  async until<T>(caminho: string, pronto: (status: number, corpo: T) => boolean, ms = 90_000): Promise<T> {
    for (const fim = performance.now() + ms; ; await sleep(250)) {
      const { status, corpo } = await this.call<T>('GET', caminho);
      if (pronto(status, corpo)) return corpo;
      if (performance.now() > fim) throw new Error(`GET ${caminho} não chegou a tempo: ${JSON.stringify(corpo).slice(0, 500)}`);
    }
  }
}

interface AnaliseVista { readonly id: string; readonly estado: string; readonly licitacaoId: string; readonly empresaId: string }

/** One of each thing a client does: an analysis of a PDF and of a scanned page, and, of what was read, a question and a search. `n` makes it another company and another page. */
export async function doTudo(cliente: ClienteHttp, n: number): Promise<AnaliseVista> {
  const empresa = JSON.stringify({ ...(JSON.parse(readFileSync(join(EXEMPLOS, 'empresa.json'), 'utf8')) as object), descricao: `Revenda de equipamentos de informática, unidade ${n}.` });
  const [pagina] = await digitaliza([[`AVISO NÚMERO ${n}`, 'A sessão será aberta no auditório da prefeitura municipal.', 'Informações pelo telefone da comissão de contratação.']]);
  const edital = readFileSync(join(EXEMPLOS, 'edital-exemplo.pdf'));
  const formulario = await createFormulario([['arquivos', edital, 'edital.pdf'], ['arquivos', pngDe(pagina!), `aviso-${n}.png`], ['empresa', empresa]]);
  const { corpo: { id } } = await cliente.call<AnaliseVista>('POST', '/v1/analises', formulario);
  const vista = await cliente.until<AnaliseVista>(`/v1/analises/${id}`, (_, a) => ['concluida', 'falhou', 'cancelada'].includes(a.estado));
  if (vista.estado !== 'concluida') throw new Error(`análise: ${JSON.stringify(vista)}`);
  await cliente.until(`/v1/licitacoes/${vista.licitacaoId}/leitura`, (status) => status === 200);
  await cliente.call('POST', `/v1/licitacoes/${vista.licitacaoId}/perguntas`, { pergunta: `Qual é o prazo de entrega da unidade ${n}?` });
  await cliente.call('GET', `/v1/empresas/${vista.empresaId}/recomendacoes`);
  return vista;
}
