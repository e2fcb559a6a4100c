import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflito } from '../../kernel/index.js';
import { detectTipo, keepInicio } from './detect-tipo.js';
import { FILE_STORE, type FileStore } from './file-store.js';

/** A file that was received and is not yet referred to: to be linked within the hour. */
export interface ArquivoRecebido {
  readonly transito: string;
  readonly sha256: string;
  readonly bytes: number;
  /** By its first bytes: "pdf", "docx"…; null when they do not tell. */
  readonly tipo: string | null;
}

/** How long a received file waits for its reference. */
const VIVO = `interval '1 hour'`;
const LOTE = 200;
const MAX_LOTES = 50;
const SEM_REFERENCIA = `not exists (select 1 from alicit.licitacao_arquivo r where r.sha256 = a.sha256)
  and not exists (select 1 from alicit.empresa_documento r where r.sha256 = a.sha256)
  and not exists (select 1 from alicit.arquivo_em_transito r where r.sha256 = a.sha256 and r.criado_em >= now() - ${VIVO})`;

/**
 * Files and who refers to them. An object exists only while a row of `arquivo` does: the row, with a reference in transit, is written
 * before the object, and erasing holds the row's lock until the object is gone. So the same content may be sent and erased at once.
 */
@Injectable()
export class ArquivosService {
  private readonly log = new Logger('arquivos');

  constructor(private readonly fonte: DataSource, @Inject(FILE_STORE) private readonly store: FileStore) {}

  /**
   * Streams a file in; it must be linked or discarded.
   * @throws AlicitError `arquivo_grande`, `arquivo_vazio`, `arquivos_indisponiveis`; the stream's own errors
   */
  async receive(origem: Readable, maxBytes: number): Promise<ArquivoRecebido> {
    const transito = randomUUID();
    const inicio: Buffer[] = [];
    const entrada = Readable.from(keepInicio(origem, (trecho) => inicio.push(trecho)), { objectMode: false });
    try {
      const { sha256, bytes } = await this.store.put(entrada, { maxBytes, antes: (sha, tamanho) => this.announce(transito, sha, tamanho) });
      return { transito, sha256, bytes, tipo: await detectTipo(Buffer.concat(inicio)) };
    } catch (erro) {
      await this.discard([transito]).catch(() => undefined);
      throw erro;
    }
  }

  /**
   * Gives up the temporary reference inside the transaction that makes the real one, before making it.
   * @throws AlicitError `arquivo_expirado` when it waited too long
   */
  async link(m: EntityManager, transito: string): Promise<{ sha256: string; bytes: number }> {
    const [linha] = await m.query<{ sha256: string; bytes: string }[]>(
      `select a.sha256, a.bytes from alicit.arquivo a join alicit.arquivo_em_transito t on t.sha256 = a.sha256 where t.id = $1 for key share of a`, [transito],
    );
    const [, apagadas] = linha ? await m.query<[unknown, number]>('delete from alicit.arquivo_em_transito where id = $1', [transito]) : [null, 0];
    if (!linha || apagadas === 0) throw conflito('arquivo_expirado', 'O arquivo recebido esperou demais e foi descartado. Envie o arquivo de novo.');
    return { sha256: linha.sha256, bytes: Number(linha.bytes) };
  }

  /** Gives up received files that nobody will refer to. */
  async discard(transitos: readonly string[]): Promise<void> {
    const [linhas] = await this.fonte.query<[{ sha256: string }[], number]>('delete from alicit.arquivo_em_transito where id = any($1) returning sha256', [[...transitos]]);
    await this.collect(linhas.map((l) => l.sha256));
  }

  /**
   * Erases the files that nobody refers to any more, with the shared work and vectors that were made from them (an organisation's own goes with its analyses). What the store refuses now is left to `sweep`.
   * @returns how many were erased
   */
  async collect(shas: readonly string[]): Promise<number> {
    let apagados = 0;
    for (const sha256 of new Set(shas)) {
      try {
        if (await this.fonte.transaction((m) => this.erase(m, sha256))) apagados += 1;
      } catch (erro) {
        this.log.warn({ err: erro, sha256 }, 'arquivo não apagado agora: a faxina tentará de novo');
      }
    }
    return apagados;
  }

  /** Erases what was received and never referred to, and what an interrupted erasure left. @returns how many files were erased */
  async sweep(): Promise<number> {
    await this.fonte.query(`delete from alicit.arquivo_em_transito where criado_em < now() - ${VIVO}`);
    let apagados = 0;
    let depois = '';
    for (let lote = 0; lote < MAX_LOTES; lote++) {
      const linhas = await this.fonte.query<{ sha256: string }[]>(`select a.sha256 from alicit.arquivo a where a.sha256 > $1 and ${SEM_REFERENCIA} order by a.sha256 limit ${LOTE}`, [depois]);
      apagados += await this.collect(linhas.map((l) => l.sha256));
      if (linhas.length < LOTE) break;
      depois = linhas.at(-1)!.sha256;
    }
    return apagados;
  }

  /** @throws AlicitError `arquivo_ausente` */
  read(sha256: string): Promise<Readable> {
    return this.store.read(sha256);
  }

  private async announce(transito: string, sha256: string, bytes: number): Promise<void> {
    await this.fonte.transaction(async (m) => {
      // An update, even to the same value, locks the row: an erasure under way ends first.
      await m.query('insert into alicit.arquivo (sha256, bytes) values ($1, $2) on conflict (sha256) do update set bytes = excluded.bytes', [sha256, bytes]);
      await m.query('insert into alicit.arquivo_em_transito (id, sha256) values ($1, $2)', [transito, sha256]);
    });
  }

  /** The lock first, the question after: what committed meanwhile is seen. The object goes before the row's lock does. */
  private async erase(m: EntityManager, sha256: string): Promise<boolean> {
    // The store's own tries may take longer than a transaction may be idle: cut meanwhile, it would lose the lock with the erasure still on its way.
    await m.query(`set local idle_in_transaction_session_timeout = '2min'`);
    const existe = await m.query<unknown[]>('select 1 from alicit.arquivo where sha256 = $1 for update', [sha256]);
    if (!existe.length) return false;
    const livre = await m.query<unknown[]>(`select 1 from alicit.arquivo a where a.sha256 = $1 and ${SEM_REFERENCIA}`, [sha256]);
    if (!livre.length) return false;
    await m.query('delete from alicit.arquivo_em_transito where sha256 = $1', [sha256]);
    await m.query('delete from alicit.trabalho where organizacao_id is null and arquivos @> array[$1]::text[]', [sha256]);
    // Vectors of its passages go with it: those in this database now, those elsewhere with the sweep, which finds the row.
    await m.query(`update alicit.vetor_colecao set estado = 'apagando', posse = null, posse_ate = null where arquivos @> array[$1]::text[]`, [sha256]);
    await m.query('delete from alicit.vetor_conjunto where colecao in (select colecao from alicit.vetor_colecao where arquivos @> array[$1]::text[])', [sha256]);
    await m.query('delete from alicit.arquivo where sha256 = $1', [sha256]);
    await this.store.delete(sha256);
    return true;
  }
}
