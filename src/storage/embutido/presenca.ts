import type { Client } from 'pg';
import { indisponivel } from '../../kernel/index.js';
import { USUARIO } from './init-dados.js';

/** Arbitrary and fixed: the lock every process that uses the server holds, shared, on a connection of its own. */
const TRAVA = 4_216_847_301;
/** Connections that are closing take a moment to leave pg_stat_activity. */
const ESPERA_SAIDA_MS = 1000;
const CONECTAR_MS = 15_000;

/** pg has these two; its types do not. */
type ClienteComRef = Client & { ref(): void; unref(): void };

/** What PostgreSQL (SQLSTATE) or the socket (no SQLSTATE) say while a server starts, stops, dies or is full: try again. */
const isPassageiro = (codigo: string): boolean => !/^[0-9A-Z]{5}$/.test(codigo) || codigo === 'EPIPE' || codigo.startsWith('57P') || codigo === '53300';

/**
 * A connection that tells other processes that this one uses the server; it ends with the process, whatever kills
 * it. It is direct, never from a pool: the lock is of the session.
 */
export class Presenca {
  #caiu = false;

  private constructor(private readonly cliente: ClienteComRef) {
    cliente.on('error', () => (this.#caiu = true)).on('end', () => (this.#caiu = true));
  }

  /**
   * Null when the server went away meanwhile (one that is stopping, for example).
   * @throws AlicitError `banco_embutido_senha` when the kept password is not the server's
   */
  static async enter(porta: number, senha: string): Promise<Presenca | null> {
    const { default: pg } = await import('pg');
    const cliente = new pg.Client({
      host: '127.0.0.1', port: porta, user: USUARIO, password: senha, database: 'postgres', ssl: false,
      application_name: 'alicit presenca', connectionTimeoutMillis: CONECTAR_MS, query_timeout: CONECTAR_MS,
    }) as ClienteComRef;
    const presenca = new Presenca(cliente);
    try {
      await cliente.connect();
      await cliente.query('SELECT pg_advisory_lock_shared($1)', [TRAVA]);
      return presenca;
    } catch (erro) {
      await presenca.leave();
      const codigo = (erro as { code?: string }).code ?? '';
      if (codigo === '28P01') throw indisponivel('banco_embutido_senha', 'A senha guardada em alicit.senha não é a do banco embutido. Restaure o arquivo da pasta de dados, ou apague a pasta do banco para começar com um vazio.');
      if (isPassageiro(codigo) || presenca.#caiu) return null;
      throw erro;
    }
  }

  /** Creates the database unless it exists, also when another process creates it now. */
  async ensureBanco(nome: string): Promise<void> {
    const { rowCount } = await this.cliente.query('SELECT 1 FROM pg_database WHERE datname = $1', [nome]);
    if (rowCount) return;
    try {
      await this.cliente.query(`CREATE DATABASE ${this.cliente.escapeIdentifier(nome)}`);
    } catch (erro) {
      if (!['42P04', '23505'].includes((erro as { code?: string }).code ?? '')) throw erro;
    }
  }

  /** From now on the connection does not keep this process alive. */
  rest(): void {
    this.cliente.unref();
  }

  /**
   * Whether nobody else uses the server. True leaves the lock taken, so that whoever arrives waits until the server
   * has stopped, or until `leave`.
   */
  async isUltima(): Promise<boolean> {
    if (this.#caiu) return false;
    this.cliente.ref();
    try {
      await this.cliente.query('SELECT pg_advisory_unlock_shared($1)', [TRAVA]);
      const { rows } = await this.cliente.query<{ so: boolean }>('SELECT pg_try_advisory_lock($1) AS so', [TRAVA]);
      return rows[0]?.so === true && (await this.#isSo());
    } catch {
      return false;
    }
  }

  /** No other client is connected. One that waits for a lock works, or waits for ours to come in: it is not leaving. */
  async #isSo(): Promise<boolean> {
    for (const fim = performance.now() + ESPERA_SAIDA_MS; performance.now() < fim; ) {
      const { rows } = await this.cliente.query<{ espera: boolean | null }>(
        "SELECT bool_or(wait_event_type = 'Lock') AS espera FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() HAVING count(*) > 0",
      );
      if (rows.length === 0) return true;
      if (rows[0]?.espera) return false;
      await new Promise((r) => setTimeout(r, 20));
    }
    return false;
  }

  /** Closes the connection; never throws. */
  async leave(): Promise<void> {
    await this.cliente.end().catch(() => undefined);
  }
}
