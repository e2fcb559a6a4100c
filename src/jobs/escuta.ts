import { Client } from 'pg';

/** What pg-boss asks of whoever listens for it. */
export interface Escuta {
  close(): Promise<void>;
}

export interface OpcoesEscuta {
  /** Of a server, or of a pooler in session mode: a transaction pooler forgets who listens. */
  readonly url: string;
  readonly canal: string;
  readonly onAviso: (conteudo: string) => void;
  /** After each (re)connection: notices may have been missed. */
  readonly onConexao: () => void;
  readonly onErro: (erro: unknown) => void;
}

const ESPERA_MIN_MS = 1000;
const ESPERA_MAX_MS = 30_000;
/** A silent connection is asked whether it lives: below the polling that makes up for lost notices. */
const PULSO_MS = 15_000;

/**
 * The process's one connection outside the pools, named `alicit-escuta`. A lost connection is opened again; meanwhile
 * polling finds the work. @throws when the first connection fails
 */
export async function openEscuta(opcoes: OpcoesEscuta): Promise<Escuta> {
  let fechada = false;
  let cliente: Client | null = null;
  let relogio: NodeJS.Timeout | undefined;
  let falhas = 0;

  const lose = (dele: Client, erro: unknown): void => {
    if (cliente !== dele) return;
    cliente = null;
    dele.removeAllListeners();
    // A socket error after this must not end the process.
    dele.on('error', () => undefined);
    void dele.end().catch(() => undefined);
    opcoes.onErro(erro);
    plan(reconnect, Math.min(ESPERA_MAX_MS, ESPERA_MIN_MS * 2 ** falhas++));
  };
  const plan = (fazer: () => void, ms: number): void => {
    clearTimeout(relogio);
    if (!fechada) relogio = setTimeout(fazer, ms);
  };
  const reconnect = (): void => void connect().catch(() => plan(reconnect, Math.min(ESPERA_MAX_MS, ESPERA_MIN_MS * 2 ** falhas++)));
  const pulse = (dele: Client): void => void dele.query('select 1').then(() => plan(() => pulse(dele), PULSO_MS), (erro: unknown) => lose(dele, erro));

  async function connect(): Promise<void> {
    const novo = new Client({ connectionString: opcoes.url, application_name: 'alicit-escuta', keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    novo.on('error', (erro) => lose(novo, erro));
    novo.on('end', () => lose(novo, new Error('conexão encerrada')));
    novo.on('notification', ({ payload }) => payload !== undefined && opcoes.onAviso(payload));
    try {
      await novo.connect();
      await novo.query(`listen "${opcoes.canal.replace(/"/g, '""')}"`);
    } catch (erro) {
      await novo.end().catch(() => undefined);
      throw erro;
    }
    if (fechada) return novo.end();
    cliente = novo;
    falhas = 0;
    plan(() => pulse(novo), PULSO_MS);
    opcoes.onConexao();
  }

  await connect();
  return {
    async close() {
      fechada = true;
      clearTimeout(relogio);
      const aberto = cliente;
      cliente = null;
      await aberto?.end().catch(() => undefined);
    },
  };
}
