import type { ConfigArquivos } from './arquivos.js';
import type { ConfigEmail } from './email.js';
import type { ConfigModelos, ConfigVetores } from './modelos.js';
import type { ConfigAlertas, ConfigExecucoes, ConfigPressao, ConfigTracos } from './producao.js';
import type { Segredo } from './segredo.js';
import type { ConfigSincronizacao } from './sincronizacao.js';

/** Everything the program takes from its surroundings. Sizes in bytes, times in milliseconds, paths absolute. */
export interface Config {
  /** Where this machine's data is: the embedded database, files, and readings (a cache). */
  readonly pastaDados: string;
  /** `diasSemUso`: readings that nobody asked for in so many days are erased, and made again when asked for. */
  readonly leitura: { readonly threads: number; readonly tempoMs: number; readonly maxPaginas: number; readonly maxBytesCache: number; readonly diasSemUso: number };
  /** Pages without readable text: `threads` recognised at once (0: none ever), so many of a document, each in so much time. */
  readonly ocr: { readonly threads: number; readonly maxPaginas: number; readonly tempoPaginaMs: number };
  /** Threads in which the stages run; 0 runs them in the main thread. */
  readonly oficina: { readonly threads: number; readonly maxFila: number; readonly memoriaMb: number; readonly tempoMs: number };
  /** Documents taken out of ZIPs, kept for the stages that follow; may be deleted at any time. */
  readonly maxBytesDocumentos: number;
  readonly reunir: { readonly maxNiveis: number; readonly maxEntradas: number; readonly maxBytesArquivo: number; readonly maxBytesTotal: number; readonly maxRazao: number };
  /** `production` demands an explicit choice of database. */
  readonly producao: boolean;
  readonly papel: 'all' | 'api' | 'worker';
  readonly http: {
    readonly porta: number; readonly host: string;
    /** False: a worker that listens on no port. */
    readonly escuta: boolean;
    /** How clients reach the service, for links; null: relative links. */
    readonly urlPublica: string | null;
    readonly maxBytesCorpo: number; readonly maxBytesArquivo: number; readonly maxArquivos: number;
    /** Requests a minute of one API key, per process. */
    readonly pedidosPorMinuto: number;
    /** Requests a minute of one address with keys that are not good, per process. */
    readonly falhasPorMinuto: number;
    /** Proxies whose `X-Forwarded-For` tells the client's address (addresses, networks); null: nobody's. */
    readonly proxies: string | null;
    /** How long requests in flight may take once the process is asked to stop. */
    readonly encerramentoMs: number;
    /** How long it goes on serving before that, so that whoever balances takes it out. */
    readonly retiradaMs: number;
  };
  readonly banco: {
    /** Null: the embedded one. */
    readonly url: string | null;
    readonly conexoes: number; readonly tempoMs: number;
    /** Behind a pooler in transaction mode: nothing may be set on a session, not even at its start. */
    readonly pooler: boolean;
    /** Another way to the same database, not through a transaction pooler: for the one connection that listens. Null: none. */
    readonly diretoUrl: string | null;
  };
  /** `ALICIT_BANCO=embutido` was given. */
  readonly bancoEmbutidoPedido: boolean;
  readonly analises: {
    /** Analyses this process works on at once. */
    readonly concorrencia: number;
    /** Accepted and not finished, of all and of one organisation: above these, 429. */
    readonly maxFila: number; readonly maxFilaOrganizacao: number;
    readonly maxTentativas: number;
  };
  /** A followed tender is asked for again at PNCP after so many minutes, when nothing else saw it meanwhile. */
  readonly acompanhamento: { readonly conferirMin: number };
  readonly recomendacoes: {
    /** Matches kept of one company, the best first, and the least topic (0 to 1) worth keeping. */
    readonly maxPorEmpresa: number; readonly minimo: number;
    /** Days a tender stays after it closed. */
    readonly diasEncerradas: number;
    /** How long a request waits for the first list of a company. */
    readonly esperaMs: number;
    /** Texts and compiled profiles a thread keeps in memory, and its JavaScript memory, MB. */
    readonly maxTextos: number; readonly maxPerfis: number; readonly memoriaMb: number;
    /** Tenders matched at once with all companies. */
    readonly lote: number;
    /** From this topic on (0 to 1) a new match is remembered for who tells of it. */
    readonly avisoMinimo: number;
  };
  /** Days for which an imported register of sanctions proves that there is nothing in it. */
  readonly sancoes: { readonly maxDias: number };
  /** Bearer token `/metrics` asks for; null: open. */
  readonly metricas: { readonly token: string | null };
  /** Of this program, from package.json. */
  readonly versao: string;
  /** Streams of events open at once: of one key, and of all. */
  readonly eventos: { readonly maxPorChave: number; readonly maxPorProcesso: number };
  readonly log: { readonly nivel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' };
  readonly openai: { readonly chave: string | null; readonly url: string };
  readonly pinecone: { readonly chave: string | null; readonly url: string };
  readonly webhooks: {
    /** Private addresses and plain http may be called: for tests and local use. */
    readonly permitePrivado: boolean;
    readonly tempoMs: number;
    /** Deliveries this process makes at once; endpoints that answer slowly have half as many, of their own. */
    readonly concorrencia: number;
    /** Days without any success after which a webhook is turned off, and days the delivery log is kept. */
    readonly diasFalha: number; readonly diasRegistro: number;
  };
  readonly email: ConfigEmail;
  /** `maxPorMensagem`: told in one e-mail, the rest behind a link; `diasRegistro`: days the record of what was told is kept. */
  readonly avisos: { readonly maxPorMensagem: number; readonly diasRegistro: number };
  /** PNCP, the federal registry of tenders. Addresses without a slash at the end. */
  readonly pncp: {
    /** False: nothing outside is ever asked. */
    readonly ligado: boolean;
    /** Of the query API, and of the integration and reading API. */
    readonly consultaUrl: string; readonly url: string;
    /** Until connected; and of each request, to its last byte. */
    readonly conexaoMs: number; readonly tempoMs: number;
    /** Requests for one call, the first included, and the first ceiling of the random wait between them. */
    readonly tentativas: number; readonly esperaMs: number;
    /** How long everything waits after a 429 that does not say how long. */
    readonly pausaMs: number;
    readonly concorrencia: { readonly minimo: number; readonly maximo: number };
    /** Calls that may wait for a place. */
    readonly maxFila: number;
    /** Share of the last requests of an endpoint that may fail, and how long it is then left alone. */
    readonly disjuntor: { readonly proporcao: number; readonly abertoMs: number };
    readonly arquivo: { readonly maxBytes: number; readonly tempoMs: number };
    readonly maxBytesResposta: number;
  };
  /** Keys of 32 bytes, base64, that seal secrets kept in the database: the first seals, all open. Null: none was given. */
  readonly segredoMestre: readonly Segredo[] | null;
  /** Folders relative paths of the command line are looked for in: where the user typed it (npm changes folder), then the current one. */
  readonly pastasDeTrabalho: readonly string[];
  /** Where the files clients send are kept. */
  readonly arquivos: ConfigArquivos;
  readonly sincronizacao: ConfigSincronizacao;
  readonly modelos: ConfigModelos;
  readonly vetores: ConfigVetores;
  readonly execucoes: ConfigExecucoes;
  readonly tracos: ConfigTracos;
  readonly alertas: ConfigAlertas;
  readonly pressao: ConfigPressao;
  /** Who migrates: each process at its start, under one lock, or `alicit migrar` alone; then a process waits for the schema. */
  readonly migrar: 'inicio' | 'comando';
  /** How many processes share the database, for the budget of connections, and how often each says that it lives. */
  readonly processos: { readonly total: number; readonly pulsoMs: number };
}
