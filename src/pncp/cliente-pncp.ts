import { finished } from 'node:stream/promises';
import { AlicitError } from '../kernel/index.js';
import { readCorpo } from '../saida/index.js';
import { countDeriva, findFiltrosIgnorados } from './count-deriva.js';
import { requireNumero, TAMANHO_CONTRATACOES, TAMANHO_PERIODO, urlContratacoes, urlDetalhe, urlLeitura, urlPeriodo, type Bases } from './domain/enderecos.js';
import { parseNumeroControle, type NumeroControle } from './domain/parse-numero-controle.js';
import type { ArquivoPncp, ConsultaContratacoes, ConsultaPeriodo, DownloadPncp, Endpoint, EstadoPncp, PaginaPncp, Pncp } from './domain/pncp.js';
import { pncpAindaSemArquivos, pncpAindaSemItens, pncpListaIncompleta, pncpRespostaGrande, toErroPncp, type Falha } from './erros.js';
import type { Executor } from './executor.js';
import { readJson } from './read-json.js';
import { isArquivo, toDownload } from './read-download.js';
import { readListaCompleta } from './read-lista-completa.js';
import { readLista, readPagina, readQuantidade, type Lido } from './read-pagina.js';
import { arquivoContrato, ataContrato, contratacaoContrato, contratoContrato, detalheContrato, historicoContrato, itemContrato, resultadoContrato, type Contrato } from './registros.schema.js';
import { toArquivo } from './to-arquivo.js';
import type { RespostaCrua, Transporte } from './transporte.js';

export interface OpcoesCliente {
  readonly bases: Bases;
  readonly tempoMs: number;
  readonly arquivo: { readonly maxBytes: number; readonly tempoMs: number };
  /** Largest JSON answer that is read. */
  readonly maxBytesResposta: number;
}

interface PedidoJson<T> {
  readonly endpoint: Endpoint;
  readonly url: string;
  readonly sinal: AbortSignal | undefined;
  validate(json: unknown): Lido<T>;
  /** What a 204 that holds stands for. */
  readonly vazio: T;
  readonly repete404?: boolean;
  /** How often a 204 is asked again; default by how the endpoint has been. */
  readonly confirmacoes?: number;
}

/** Entries of a list asked at a time. */
const TAMANHO_LISTA = 50;
/** How often an answer 204 is asked again before it is believed; PNCP gives it by mistake too. */
const CONFIRMACOES = { calma: 1, instavel: 2, detalhe: 3 } as const;

const invalida = (motivo: string, status: number): Falha => ({ desfecho: 'resposta_invalida', status, causa: motivo, mensagem: null, esperarMs: null });
const campo = (v: unknown, nome: string): unknown => (typeof v === 'object' && v !== null ? (v as Readonly<Record<string, unknown>>)[nome] : undefined);

/** PNCP's protocol over an executor (when to ask) and a transport (how). */
export class ClientePncp implements Pncp {
  constructor(private readonly opcoes: OpcoesCliente, private readonly executor: Executor, private readonly transporte: Transporte) {}

  async contratacoes(c: ConsultaContratacoes, sinal?: AbortSignal): Promise<PaginaPncp> {
    const unidade = 'unidadeOrgao';
    return this.readPeriodo(c.rota, urlContratacoes(this.opcoes.bases, c), c.pagina, c.tamanhoPagina ?? TAMANHO_CONTRATACOES.maximo, contratacaoContrato, sinal, [
      ['modalidade', ['modalidadeId'], c.modalidade?.toString()], ['uf', [unidade, 'ufSigla'], c.uf], ['codigoIbge', [unidade, 'codigoIbge'], c.codigoIbge], ['cnpj', ['orgaoEntidade', 'cnpj'], c.cnpj],
    ]);
  }

  async atas(c: ConsultaPeriodo, sinal?: AbortSignal): Promise<PaginaPncp> {
    return this.readPeriodo('atas', urlPeriodo(this.opcoes.bases, 'atas', c), c.pagina, c.tamanhoPagina ?? TAMANHO_PERIODO.maximo, ataContrato, sinal, [['cnpj', ['cnpjOrgao'], c.cnpj]]);
  }

  async contratos(c: ConsultaPeriodo, sinal?: AbortSignal): Promise<PaginaPncp> {
    return this.readPeriodo('contratos', urlPeriodo(this.opcoes.bases, 'contratos', c), c.pagina, c.tamanhoPagina ?? TAMANHO_PERIODO.maximo, contratoContrato, sinal, [['cnpj', ['orgaoEntidade', 'cnpj'], c.cnpj]]);
  }

  async detalhe(numero: string, sinal?: AbortSignal): Promise<unknown> {
    const n = requireNumero(numero);
    const lido = await this.json<unknown>({
      endpoint: 'detalhe', url: urlDetalhe(this.opcoes.bases, n), sinal, vazio: null, confirmacoes: CONFIRMACOES.detalhe,
      validate: (json) => {
        const dito = campo(json, 'numeroControlePNCP');
        if (typeof dito !== 'string') return { motivo: 'forma' };
        return parseNumeroControle(dito)?.numero === n.numero ? { valor: json } : { motivo: 'outro_registro' };
      },
    });
    if (lido === null) throw toErroPncp('detalhe', { desfecho: 'nao_encontrado', status: 204, causa: 'http_204', mensagem: null, esperarMs: null }, 1, 0);
    this.count('detalhe', detalheContrato, [lido]);
    return lido;
  }

  async itens(numero: string, sinal?: AbortSignal): Promise<readonly unknown[]> {
    const itens = await this.readCompleta('itens', 'itens', requireNumero(numero), itemContrato, (i) => campo(i, 'numeroItem'), pncpAindaSemItens, sinal);
    return [...itens].sort((a, b) => Number(campo(a, 'numeroItem') ?? 0) - Number(campo(b, 'numeroItem') ?? 0));
  }

  async arquivos(numero: string, sinal?: AbortSignal): Promise<readonly ArquivoPncp[]> {
    const arquivos = await this.readCompleta('arquivos', 'arquivos', requireNumero(numero), arquivoContrato, (a) => campo(a, 'sequencialDocumento'), pncpAindaSemArquivos, sinal);
    return arquivos.map(toArquivo).filter((a) => a !== null).sort((a, b) => a.sequencial - b.sequencial);
  }

  async historico(numero: string, sinal?: AbortSignal): Promise<readonly unknown[]> {
    return this.readCompleta('historico', 'historico', requireNumero(numero), historicoContrato, () => null, null, sinal);
  }

  async resultados(numero: string, item: number, sinal?: AbortSignal): Promise<readonly unknown[]> {
    const url = urlLeitura(this.opcoes.bases, requireNumero(numero), `itens/${Math.trunc(item)}/resultados`);
    const lista = await this.json({ endpoint: 'resultados', url, sinal, validate: readLista, vazio: [] });
    this.count('resultados', resultadoContrato, lista);
    return lista;
  }

  async baixar(numero: string, sequencial: number, sinal?: AbortSignal): Promise<DownloadPncp> {
    const { bases, arquivo, tempoMs } = this.opcoes;
    const url = urlLeitura(bases, requireNumero(numero), `arquivos/${Math.trunc(sequencial)}`);
    const { valor } = await this.executor.run<DownloadPncp>({
      endpoint: 'arquivo', sinal, tempoMs: arquivo.tempoMs, seguraVaga: true,
      pedir: (s) => this.transporte.seguir(url, s, tempoMs),
      ler: async (resposta, vaga) => {
        if (!isArquivo(resposta)) {
          resposta.corpo.destroy();
          return invalida(resposta.status === 204 ? 'vazio' : 'html', resposta.status);
        }
        const valor = toDownload(resposta, { maxBytes: arquivo.maxBytes, cancelado: () => sinal?.aborted ?? false, esgotado: () => vaga.esgotado() });
        void finished(resposta.corpo).catch(() => undefined).finally(() => vaga.soltar());
        return { valor };
      },
    });
    return valor;
  }

  estado(): EstadoPncp {
    const { concorrencia } = this.executor;
    return { ...this.opcoes.bases, concorrencia: { limite: concorrencia.limite, emCurso: concorrencia.emCurso, naFila: concorrencia.naFila }, pausadoAte: this.executor.pausadoAte, endpoints: this.executor.estado() };
  }

  async close(): Promise<void> {
    this.executor.close();
    await this.transporte.close();
  }

  private async readPeriodo(
    endpoint: Endpoint, url: string, pagina: number, tamanho: number, contrato: Contrato, sinal: AbortSignal | undefined, filtros: Parameters<typeof findFiltrosIgnorados>[1],
  ): Promise<PaginaPncp> {
    const medidas = this.executor.medidasDe(endpoint);
    const lida = await this.json({
      endpoint, url, sinal, vazio: { registros: [], totalRegistros: 0, totalPaginas: 0, numeroPagina: pagina }, validate: (json) => readPagina(json, pagina, tamanho, (tipo, nome) => medidas.deriva(tipo, nome)),
    });
    this.count(endpoint, contrato, lida.registros);
    const filtrosIgnorados = findFiltrosIgnorados(lida.registros, filtros);
    for (const filtro of filtrosIgnorados) medidas.deriva('filtro_ignorado', filtro);
    return { ...lida, filtrosIgnorados };
  }

  private async readCompleta(
    endpoint: Endpoint, parte: string, n: NumeroControle, contrato: Contrato, chave: (entrada: unknown) => unknown, ainda: (() => AlicitError) | null, sinal: AbortSignal | undefined,
  ): Promise<readonly unknown[]> {
    const url = (resto: string): string => urlLeitura(this.opcoes.bases, n, `${parte}${resto}`);
    const { entradas, faltam, quantidade } = await readListaCompleta({
      tamanho: TAMANHO_LISTA,
      pagina: (p) => this.json({ endpoint, url: url(`?pagina=${p}&tamanhoPagina=${TAMANHO_LISTA}`), sinal, validate: readLista, vazio: [], repete404: true }),
      quantidade: () => this.json<number | null>({ endpoint, url: url('/quantidade'), sinal, validate: readQuantidade, vazio: null, repete404: true }).catch((erro: unknown) => {
        if (!isCodigo(erro, 'pncp_nao_encontrado')) throw erro;
        this.executor.medidasDe(endpoint).deriva('envelope', 'sem_quantidade');
        return null;
      }),
      chave: (entrada) => {
        const k = chave(entrada);
        return typeof k === 'string' || typeof k === 'number' ? k : null;
      },
      esperar: (passada) => this.executor.wait(passada, sinal),
    }).catch((erro: unknown) => {
      throw ainda && isCodigo(erro, 'pncp_nao_encontrado') ? ainda() : erro;
    });
    if (faltam !== null) throw pncpListaIncompleta(endpoint, quantidade!, entradas.length);
    this.count(endpoint, contrato, entradas);
    return entradas;
  }

  /** JSON that passes its validation; a 204 is asked again before it counts. */
  private async json<T>({ endpoint, url, sinal, validate, vazio, repete404, confirmacoes }: PedidoJson<T>): Promise<T> {
    const { tempoMs } = this.opcoes;
    const medidas = this.executor.medidasDe(endpoint);
    for (let vazias = 0; ; ) {
      const lido = await this.executor.run<T>({ endpoint, sinal, repete404, pedir: (s) => this.transporte.pedir(url, s, tempoMs), ler: (resposta) => this.readResposta(endpoint, resposta, validate, vazio) });
      if (!lido.vazio) {
        if (vazias > 0) medidas.deriva('envelope', 'vazio_desmentido');
        return lido.valor;
      }
      if (++vazias > (confirmacoes ?? (medidas.instavel ? CONFIRMACOES.instavel : CONFIRMACOES.calma))) return vazio;
    }
  }

  private async readResposta<T>(endpoint: Endpoint, { status, cabecalhos, corpo }: RespostaCrua, validate: (json: unknown) => Lido<T>, vazio: T): Promise<{ readonly valor: T; readonly vazio?: boolean } | Falha> {
    const { maxBytesResposta } = this.opcoes;
    const { corpo: bytes } = await readCorpo(corpo, maxBytesResposta, 'falhar').catch((erro: unknown) => {
      throw isCodigo(erro, 'resposta_grande') ? pncpRespostaGrande(endpoint, maxBytesResposta) : erro;
    });
    if (status === 204) return { valor: vazio, vazio: true };
    const tipo = cabecalhos['content-type'];
    const json = readJson(bytes, Array.isArray(tipo) ? tipo[0] : tipo);
    if (!json.ok) return invalida(json.motivo, status);
    const lido = validate(json.valor);
    if ('motivo' in lido) return invalida(lido.motivo, status);
    for (const [tipoDeriva, nome] of json.derivas) this.executor.medidasDe(endpoint).deriva(tipoDeriva, nome);
    return lido;
  }

  private count(endpoint: Endpoint, contrato: Contrato, registros: readonly unknown[]): void {
    const medidas = this.executor.medidasDe(endpoint);
    for (const registro of registros) countDeriva(contrato, registro, (tipo, nome) => medidas.deriva(tipo, nome));
  }
}

const isCodigo = (erro: unknown, codigo: string): boolean => erro instanceof AlicitError && erro.codigo === codigo;
