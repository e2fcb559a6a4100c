// A PostgreSQL of this run alone (the embedded programs, fsync on), stopped as an operator or a failing machine stops it.
import { chmodSync, mkdirSync } from 'node:fs';
import { setTimeout as espera } from 'node:timers/promises';
import pg from 'pg';
import { startEmbutido } from '../../dist/storage/index.js';

const vive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export class Postgres {
  constructor(pasta) {
    // Open to the user PostgreSQL runs as under root: else its data would go to a folder of the system, and stay there.
    mkdirSync(pasta);
    chmodSync(pasta, 0o755);
    this.pasta = pasta;
  }

  async start() {
    const banco = await startEmbutido({ pasta: this.pasta, maxConexoes: 100 });
    await banco.detach();
    const { password, port } = new URL(banco.url);
    Object.assign(this, { pid: banco.pid, porta: Number(port), senha: password, url: banco.url });
  }

  /** @param sinal SIGINT: fast; SIGQUIT: immediate, as if the power failed */
  async stop(sinal = 'SIGINT') {
    if (!this.pid || !vive(this.pid)) return;
    process.kill(this.pid, sinal);
    for (const fim = Date.now() + 30_000; vive(this.pid); await espera(20)) if (Date.now() > fim) throw new Error('o PostgreSQL não parou');
  }

  /** Straight to the server, on a connection of its own; tries again while it is down, for half a minute. */
  async query(texto, valores = []) {
    for (const fim = Date.now() + 30_000; ; await espera(200)) {
      const cliente = new pg.Client({ connectionString: this.url, application_name: 'caos', connectionTimeoutMillis: 5000 });
      cliente.on('error', () => undefined);
      try {
        await cliente.connect();
        return (await cliente.query(texto, valores)).rows;
      } catch (erro) {
        if (Date.now() > fim || (/^[0-9A-Z]{5}$/.test(erro.code ?? '') && !/^(?:57P|08)/.test(erro.code))) throw erro;
      } finally {
        await cliente.end().catch(() => undefined);
      }
    }
  }

  /** Ends every connection of the service. @returns how many */
  async terminate() {
    return (await this.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'alicit' and pid <> pg_backend_pid()`)).length;
  }
}
