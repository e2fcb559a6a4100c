import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readServicos } from '../support/servicos.js';

/** A statement as PostgreSQL logged it (`log_statement = all`): how it came, by whom, what it says. */
export interface Comando {
  /** `statement` (simple protocol) or the name of a prepared one, `<unnamed>` when it has none. */
  readonly forma: string;
  readonly aplicacao: string;
  readonly sql: string;
}

/** Everything that reaches a database from now on, as the server itself writes it. */
export class Registro {
  private constructor(private readonly arquivo: string, private readonly banco: string, private readonly inicio: number) {}

  static async open(url: string): Promise<Registro> {
    const banco = new URL(url).pathname.slice(1);
    const cliente = new pg.Client({ connectionString: url });
    await cliente.connect();
    // Of sessions that begin after it: poolers have opened none yet to a new database.
    await cliente.query(`alter database ${banco} set log_statement = 'all'`);
    await cliente.end();
    const arquivo = join(readServicos().postgres.pasta, '..', 'postgres.log');
    return new Registro(arquivo, banco, statSync(arquivo).size);
  }

  /** One entry by statement; several of one message are one entry. */
  comandos(): readonly Comando[] {
    const fd = openSync(this.arquivo, 'r');
    const texto = Buffer.alloc(statSync(this.arquivo).size - this.inicio);
    readSync(fd, texto, 0, texto.length, this.inicio);
    closeSync(fd);
    const linha = new RegExp(`^\\S+ \\S+ UTC \\[\\d+\\] alicit@${this.banco} (\\S*) LOG:  (?:execute ([^:]+)|(statement)): ([\\s\\S]*)$`);
    // An entry goes on in lines that begin with a tab.
    return texto.toString().split(/\n(?!\t)/).flatMap((entrada) => {
      const [, aplicacao, nome, simples, sql] = linha.exec(entrada) ?? [];
      return sql === undefined ? [] : [{ forma: simples ?? nome ?? '', aplicacao: aplicacao ?? '', sql }];
    });
  }
}

/** What outlives a transaction in a session, and so is lost, or left to others, behind a pooler in transaction mode. */
export const DE_SESSAO = /^\s*(?:set (?!local\b|transaction\b)|reset\b|listen\b|unlisten\b|prepare\b(?! transaction)|discard\b)|\bpg_(?:try_)?advisory_(?:lock|unlock)|\bcreate\s+(?:local\s+)?temp|\bwith hold\b|\bset session\b|set_config\([^)]*,\s*false\)/i;
