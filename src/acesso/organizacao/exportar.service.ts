import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { cleanNomeArquivo } from '../../http/index.js';
import { AlicitError, asErroPublico } from '../../kernel/index.js';
import { ArquivosService, POOL } from '../../storage/storage.module.js';
import { leiaMe } from './leia-me.js';
import { readLinhas } from './read-linhas.js';
import { listTabelasDoCliente, nameOf, quote, type Consulta, type TabelaDoCliente } from './tabelas-do-cliente.js';
import { ZipEmFluxo } from './zip-em-fluxo.js';

/** Exports of this process at once: each holds a connection while rows are read. */
const MAX_SIMULTANEAS = 2;
/** How long rows may be read, ms: a snapshot that is held keeps the database from cleaning. */
const MAX_LINHAS_MS = 15 * 60_000;
const LOTE_ARQUIVOS = 200;
const MAX_FALTAM = 10_000;

interface Referencia { readonly id: string; readonly nome: string; readonly sha256: string; readonly bytes: string }

/** Everything of a client as one ZIP, made while it is read (LGPD: portability). */
@Injectable()
export class ExportarService {
  private readonly emCurso = new Set<string>();
  private readonly log = new Logger('exportar');

  constructor(@Inject(POOL) private readonly pool: Pool, private readonly arquivos: ArquivosService) {}

  /** @throws AlicitError `exportacao_em_andamento` (429) */
  async open(organizacaoId: string, em = new Date()): Promise<Readable> {
    if (this.emCurso.has(organizacaoId) || this.emCurso.size >= MAX_SIMULTANEAS) throw new AlicitError('limite', 'exportacao_em_andamento', 'Já há uma exportação em andamento: espere que termine.', { tentarEmS: 30 });
    this.emCurso.add(organizacaoId);
    try {
      const cliente = await this.pool.connect();
      const zip = new ZipEmFluxo();
      void this.write(zip, cliente, organizacaoId, em)
        .catch((erro: unknown) => {
          this.log.warn(`exportação não terminou: ${erro instanceof AlicitError ? asErroPublico(erro).codigo : String((erro as Error).message)}`);
          zip.fail(erro as Error);
        })
        .finally(() => this.emCurso.delete(organizacaoId));
      return zip.saida;
    } catch (erro) {
      this.emCurso.delete(organizacaoId);
      throw erro;
    }
  }

  private async write(zip: ZipEmFluxo, cliente: PoolClient, organizacaoId: string, em: Date): Promise<void> {
    const tabelas = await this.withSnapshot(zip, cliente, async (consulta) => {
      const todas = await listTabelasDoCliente(consulta);
      const [organizacao] = await consulta<{ id: string; nome: string }>('select id, nome, criada_em from alicit.organizacao where id = $1', [organizacaoId]);
      if (!organizacao) throw new Error('organização apagada');
      zip.addTexto('LEIA-ME.txt', leiaMe(organizacao, em, todas.map(fileOf).sort()), em);
      zip.addTexto('dados/organizacao.ndjson', `${JSON.stringify(organizacao)}\n`, em);
      for (const t of todas) await zip.add(`dados/${fileOf(t)}.ndjson`, readLinhas(consulta, t, organizacaoId), { mtime: em });
      return todas;
    });
    await this.writeArquivos(zip, tabelas, organizacaoId, em);
    zip.end();
  }

  /** One read-only transaction over one instant; nothing of it outlives it, so that a pooler may be between. */
  private async withSnapshot<R>(zip: ZipEmFluxo, cliente: PoolClient, read: (consulta: Consulta) => Promise<R>): Promise<R> {
    const consulta: Consulta = async <T>(sql: string, parametros: readonly unknown[] = []) => {
      zip.sinal.throwIfAborted();
      return (await cliente.query(sql, [...parametros])).rows as T[];
    };
    const prazo = setTimeout(() => zip.fail(new Error('exportação longa demais')), MAX_LINHAS_MS).unref();
    let quebrada: Error | undefined;
    try {
      await cliente.query('begin isolation level repeatable read read only');
      await cliente.query(`set local idle_in_transaction_session_timeout = '120s'`);
      const r = await read(consulta);
      await cliente.query('commit');
      return r;
    } catch (erro) {
      await cliente.query('rollback').catch((e: Error) => (quebrada = e));
      throw erro;
    } finally {
      clearTimeout(prazo);
      cliente.release(quebrada);
    }
  }

  /** The files, after the rows: a file never changes, and no connection is held while one is sent. */
  private async writeArquivos(zip: ZipEmFluxo, tabelas: readonly TabelaDoCliente[], organizacaoId: string, mtime: Date): Promise<void> {
    const faltam: string[] = [];
    for (const tabela of tabelas) {
      for await (const { id, nome, sha256, bytes } of this.listArquivos(tabela, organizacaoId)) {
        zip.sinal.throwIfAborted();
        const conteudo = await this.arquivos.read(sha256).catch(() => null);
        if (conteudo) await zip.add(`arquivos/${id}-${cleanNomeArquivo(nome)}`, conteudo as AsyncIterable<Buffer>, { mtime, compress: false, size: Number(bytes) });
        else if (faltam.length < MAX_FALTAM) faltam.push(`${id} ${sha256} ${cleanNomeArquivo(nome)}`);
      }
    }
    if (faltam.length) zip.addTexto('arquivos-que-faltam.txt', `${faltam.join('\n')}\n`, mtime);
  }

  private async *listArquivos(tabela: TabelaDoCliente, organizacaoId: string): AsyncGenerator<Referencia> {
    if (!tabela.colunaArquivo) return;
    const coluna = quote(tabela.colunaArquivo);
    const nome = ['nome_arquivo', 'nome'].find((n) => tabela.colunas.some((c) => c.nome === n));
    for (let depois = ''; ; ) {
      const { rows } = await this.pool.query<Referencia>(
        `select t.id, ${nome ? `t.${quote(nome)}` : 'null'} as nome, t.${coluna} as sha256, a.bytes from ${nameOf(tabela)} t join alicit.arquivo a on a.sha256 = t.${coluna}
         where t.organizacao_id = $1 and t.id > $2 order by t.id limit ${LOTE_ARQUIVOS}`, [organizacaoId, depois],
      );
      yield* rows;
      if (rows.length < LOTE_ARQUIVOS) return;
      depois = rows.at(-1)!.id;
    }
  }
}

const fileOf = ({ esquema, nome }: TabelaDoCliente): string => (esquema === 'alicit' ? nome : `${esquema}.${nome}`);
