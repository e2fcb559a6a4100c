import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { enviar, enviarComFalha, type Ritmo } from './enviar.ts';
import { Estado } from './estado.ts';
import { cabe, sortearFalha, type ConfigFalhas, type Falha, type Rota, type Roteiro } from './falhas.ts';
import { recusa, type Resposta } from './resposta.ts';
import { responderContratacoes, responderPeriodo } from './responder-consulta.ts';
import { responderLeitura } from './responder-leitura.ts';
import { numeroDe, type Arquivo, type Item, type Registro } from './tipos.ts';

export { carregarRegistros, type Carga } from './carregar-registros.ts';
export { completarRegistro } from './completar-registro.ts';
export { FALHAS, PESOS_REAIS, ROTAS, type ConfigFalhas, type Falha, type Rota } from './falhas.ts';
export { gerarArquivos, gerarPdf, gerarZip } from './gerar-arquivos.ts';
export { gerarItens } from './gerar-itens.ts';
export { gerarCnpj, gerarRegistros, type OpcoesGerar } from './gerar-registros.ts';
export { createSorteio, type Sorteio } from './sorteio.ts';
export type { Arquivo, Item, Registro } from './tipos.ts';

/** A request as it arrived and what it got. */
export interface PedidoPncp {
  readonly n: number;
  /** Path and query, as asked. */
  readonly endereco: string;
  readonly rota: Rota | null;
  readonly falha: Falha | null;
  /** Of the true answer, before the fault. */
  readonly status: number;
}

export interface OpcoesPncpServer {
  readonly registros?: Iterable<Registro>;
  /** A probability of any fault, or more detail; default none. */
  readonly falhas?: number | ConfigFalhas;
  readonly semente?: number;
  /** 0 (default): a free one. Always on loopback. */
  readonly porta?: number;
  readonly ritmo?: Partial<Ritmo>;
  /** Every answer is held so long, ms: a slow PNCP. */
  readonly atrasoMs?: number;
  /** What day it is, for `proposta`; default the clock's. */
  readonly agora?: () => Date;
  /** Before each request is answered: a test moves records here. */
  readonly antes?: (pedido: { readonly n: number; readonly rota: Rota | null; readonly endereco: string }, servidor: PncpServer) => void;
}

export interface PncpServer {
  /** Of the integration and reading API: PNCP_URL. */
  readonly url: string;
  /** Of the query API: PNCP_CONSULTA_URL. */
  readonly consultaUrl: string;
  readonly porta: number;
  readonly total: number;
  /** Every request, in order; the last 200,000. */
  readonly ledger: readonly PedidoPncp[];
  /** Faults from now on. */
  set(falhas: number | ConfigFalhas): void;
  /** The next requests (of a route) get this fault, before any chance. */
  next(falha: Falha, vezes?: number, rota?: Rota): void;
  publish(...registros: readonly Registro[]): void;
  change(numero: string, campos: Readonly<Record<string, unknown>>, quando?: string): Registro;
  remove(numero: string): void;
  get(numero: string): Registro | null;
  numeros(): readonly string[];
  setItens(numero: string, itens: readonly Item[]): void;
  setArquivos(numero: string, arquivos: readonly Arquivo[]): void;
  itensDe(numero: string): readonly Item[];
  arquivosDe(numero: string): readonly Arquivo[];
  close(): Promise<void>;
}

const MAX_LEDGER = 200_000;
/** PNCP answers the same under these names. */
const BASES = /^\/(?:api\/consulta|pncp-consulta)\/v1|^\/(?:api\/pncp|pncp-api)\/v1/;

interface Achada {
  readonly rota: Rota | null;
  readonly responder: () => Resposta;
}

/** PNCP on loopback: the real routes and shapes over records that may change while it runs, with faults on demand. Ends with `close`. */
export async function startPncpServer(opcoes: OpcoesPncpServer = {}): Promise<PncpServer> {
  const { semente = 1, agora = () => new Date(), atrasoMs = 0 } = opcoes;
  const ritmo: Ritmo = { semRespostaMs: 2000, lentidaoMs: 300, esperaS: 1, ...opcoes.ritmo };
  const estado = new Estado(opcoes.registros ?? []);
  const ledger: PedidoPncp[] = [];
  const vezes = new Map<string, number>();
  const roteiros: Roteiro[] = [];
  let falhas = toConfig(opcoes.falhas ?? 0);
  let n = 0;

  function achar(url: URL, base: string): Achada {
    const caminho = url.pathname;
    const p = url.searchParams;
    const consulta = /^\/(?:api\/consulta|pncp-consulta)\//.test(caminho);
    const resto = caminho.replace(BASES, '').split('/').filter(Boolean).map(decodeURIComponent);
    const [a, b] = resto;
    if (consulta && a === 'contratacoes' && (b === 'publicacao' || b === 'atualizacao' || b === 'proposta')) return { rota: b, responder: () => responderContratacoes(estado, b, p, caminho, agora()) };
    if (consulta && (a === 'atas' || a === 'contratos') && (b === undefined || b === 'atualizacao')) return { rota: a, responder: () => responderPeriodo(estado, a, b === 'atualizacao', p, caminho) };
    if (a === 'orgaos' && resto[2] === 'compras' && resto.length >= 5 && BASES.test(caminho)) {
      const partes = resto.slice(5);
      // The detail is only in the query API, all else only in the other.
      if (consulta === (partes.length === 0)) {
        const rota: Rota = partes.length === 0 ? 'detalhe' : partes[2] === 'resultados' ? 'resultados' : partes[0] === 'arquivos' && partes[1] !== undefined && partes[1] !== 'quantidade' ? 'arquivo' : (partes[0] as Rota);
        const registro = estado.get(numeroDe({ cnpj: b!, ano: Number(resto[3]), sequencial: Number(resto[4]) }));
        return { rota, responder: () => responderLeitura(estado, registro, partes, p, caminho, base) ?? recusa(404, 'No static resource.', caminho) };
      }
    }
    return { rota: null, responder: () => recusa(404, 'No static resource.', caminho) };
  }

  function escolher(rota: Rota | null, endereco: string): Falha | null {
    if (rota === null) return null;
    const i = roteiros.findIndex((r) => r.vezes > 0 && (r.rota ? r.rota === rota : cabe(r.falha, rota)));
    if (i >= 0) {
      const achado = roteiros[i]!;
      if (--achado.vezes === 0) roteiros.splice(i, 1);
      return achado.falha;
    }
    if (falhas.probabilidade <= 0 && !falhas.porRota) return null;
    const vez = (vezes.get(endereco) ?? 0) + 1;
    vezes.set(endereco, vez);
    return sortearFalha(falhas, semente, rota, endereco, vez);
  }

  function atender(pedido: IncomingMessage, res: ServerResponse): void {
    const endereco = pedido.url ?? '/';
    const base = `http://127.0.0.1:${porta}`;
    const { rota, responder } = achar(new URL(endereco, base), base);
    opcoes.antes?.({ n: ++n, rota, endereco }, servidor);
    const verdade = pedido.method === 'GET' ? responder() : recusa(405, 'Method Not Allowed', endereco);
    const falha = escolher(rota, endereco);
    if (ledger.length >= MAX_LEDGER) ledger.splice(0, MAX_LEDGER / 10);
    ledger.push({ n, endereco, rota, falha, status: verdade.status });
    const responderAgora = (): void => (falha ? enviarComFalha(pedido, res, falha, verdade, ritmo) : enviar(res, verdade));
    if (atrasoMs > 0) setTimeout(responderAgora, atrasoMs);
    else responderAgora();
  }

  const http = createServer((pedido, res) => {
    pedido.resume();
    res.on('error', () => undefined);
    try {
      atender(pedido, res);
    } catch (erro) {
      res.writeHead(500, { 'content-type': 'text/plain' });
      res.end(String(erro));
    }
  });
  await new Promise<void>((pronto, falhou) => {
    http.once('error', falhou);
    http.listen(opcoes.porta ?? 0, '127.0.0.1', pronto);
  });
  const { port: porta } = http.address() as AddressInfo;
  const registroDe = (numero: string): Registro => {
    const registro = estado.get(numero);
    if (!registro) throw new Error(`registro desconhecido: ${numero}`);
    return registro;
  };

  const servidor: PncpServer = {
    url: `http://127.0.0.1:${porta}/api/pncp`, consultaUrl: `http://127.0.0.1:${porta}/api/consulta`, porta, ledger,
    get total() {
      return estado.total;
    },
    set: (novas) => void (falhas = toConfig(novas)),
    next: (falha, quantas = 1, rota) => void roteiros.push({ falha, vezes: quantas, ...(rota ? { rota } : {}) }),
    publish: (...registros) => registros.forEach((r) => estado.publish(r)),
    change: (numero, campos, quando) => estado.change(numero, campos, quando),
    remove: (numero) => estado.remove(numero),
    get: (numero) => estado.get(numero),
    numeros: () => [...estado.all()].map((g) => g.registro.numeroControlePNCP),
    setItens: (numero, itens) => estado.setItens(numero, itens),
    setArquivos: (numero, arquivos) => estado.setArquivos(numero, arquivos),
    itensDe: (numero) => estado.itensDe(registroDe(numero)),
    arquivosDe: (numero) => estado.arquivosDe(registroDe(numero)),
    close: () => new Promise((pronto) => {
      http.close(() => pronto());
      http.closeAllConnections();
    }),
  };
  return servidor;
}

const toConfig = (f: number | ConfigFalhas): ConfigFalhas => (typeof f === 'number' ? { probabilidade: f } : f);
