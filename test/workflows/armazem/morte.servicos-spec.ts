import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { parseConfig } from '../../../src/config/index.js';
import { runMigrations } from '../../../src/storage/storage.module.js';
import { createArmazem } from '../../../src/workflows/armazem/armazens.service.js';
import { AGORA, ate, EMPRESA } from '../../analises/apoio.js';
import { createCliente } from '../../support/app.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { createFormulario } from '../../support/formulario.js';
import { pdfDasPaginas } from '../../support/licitacao.js';
import { Processo } from '../../support/processo.js';
import { createBancoDeServico, readServicos, type BancoDeServico } from '../../support/servicos.js';

const EDITAL = pdfDasPaginas(Array.from({ length: 10 }, () => paginasDeEdital()).flat());

/** An installation whose runs are kept in one place, killed at work and started again. */
class Instalacao {
  readonly pasta = mkdtempSync(join(tmpdir(), 'alicit-morte-'));
  processo!: Processo;
  id = '';
  private constructor(readonly banco: BancoDeServico, readonly outro: BancoDeServico, readonly fonte: DataSource) {}

  static async create(): Promise<Instalacao> {
    const banco = await createBancoDeServico();
    await runMigrations(banco.url, parseConfig({}, '.').banco);
    return new Instalacao(banco, await createBancoDeServico(), await new DataSource({ type: 'postgres', url: banco.url, poolSize: 2 }).initialize());
  }

  spawn(execucoes: string | null): void {
    this.processo = Processo.spawn({ DATABASE_URL: this.banco.url, ALICIT_DATA_DIR: this.pasta, ALICIT_PNCP: 'desligado', ALICIT_OCR_THREADS: '0', ALICIT_LOG: 'warn', ...(execucoes ? { MASTRA_STORAGE_URL: execucoes } : {}) });
  }

  async close(): Promise<void> {
    this.processo?.kill('SIGTERM');
    await this.processo?.exit();
    await this.fonte.destroy();
    await this.banco.drop();
    await this.outro.drop();
    rmSync(this.pasta, { recursive: true, force: true });
  }
}

interface Loja {
  readonly nome: string;
  readonly url: (i: Instalacao) => string | null;
}
const LOJAS: readonly Loja[] = [
  { nome: "the application's PostgreSQL", url: () => null },
  { nome: 'another PostgreSQL', url: (i) => i.outro.url },
  { nome: 'another PostgreSQL, a connection per transaction', url: (i) => i.outro.transacao },
  { nome: 'another PostgreSQL, a connection per session', url: (i) => i.outro.sessao },
  { nome: 'Redis', url: () => `${readServicos().redis.url}/5` },
  { nome: 'a LibSQL file', url: (i) => `file:${join(i.pasta, 'execucoes.db')}` },
];

describe('a process killed at work, whose runs are in', () => {
  const instalacoes = new Map<string, Instalacao>();
  const of = (nome: string): Instalacao => instalacoes.get(nome)!;
  const listRuns = async ({ url }: Loja, i: Instalacao): Promise<readonly string[]> => {
    const propria = url(i);
    const { execucoes } = parseConfig(propria ? { MASTRA_STORAGE_URL: propria } : {}, '.');
    const daqui = new Pool({ connectionString: i.banco.url, max: 1 });
    const armazem = createArmazem(execucoes, daqui, () => undefined);
    try {
      return await armazem.list('', 100);
    } finally {
      await armazem.close();
      await daqui.end();
    }
  };
  afterAll(async () => {
    for (const i of instalacoes.values()) await i.close();
  });

  // Each is killed alone; what waits for the lost job to be noticed waits together.
  beforeAll(async () => {
    for (const loja of LOJAS) {
      const i = await Instalacao.create();
      instalacoes.set(loja.nome, i);
      i.spawn(loja.url(i));
      const servico = await i.processo.url();
      const cliente = await createCliente(i.fonte);
      const { payload, headers } = await createFormulario([['arquivos', EDITAL, 'edital.pdf'], ['empresa', EMPRESA], ['agora', AGORA]]);
      const r = await fetch(`${servico}/v1/analises`, { method: 'POST', headers: { ...(headers as Record<string, string>), ...cliente.cabecalhos }, body: new Uint8Array(payload) });
      i.id = ((await r.json()) as { id: string }).id;
      await ate(async () => i.fonte.query<unknown[]>(`select 1 from alicit.analise_etapa where analise_id = $1 and etapa = 'reunir' and estado = 'concluida'`, [i.id]), (l) => l.length > 0, 30_000);
      await ate(() => listRuns(loja, i), (l) => l.length > 0, 30_000);
      i.processo.kill('SIGKILL');
      await i.processo.exit();
    }
    for (const loja of LOJAS) of(loja.nome).spawn(loja.url(of(loja.nome)));
  }, 400_000);

  it.each(LOJAS)('$nome: another finishes what it began, once', async (loja) => {
    const i = of(loja.nome);
    const [fim] = await ate(async () => i.fonte.query<{ estado: string; tentativas: number }[]>('select estado, tentativas from alicit.analise where id = $1', [i.id]), ([a]) => a!.estado !== 'executando' && a!.estado !== 'na_fila', 120_000);
    expect(fim).toEqual({ estado: 'concluida', tentativas: 2 });
    const eventos = await i.fonte.query<{ tipo: string; dados: { etapa?: string; situacao?: string } }[]>('select tipo, dados from alicit.evento where analise_id = $1 order by sequencia', [i.id]);
    expect(eventos.filter((e) => e.tipo === 'analise.concluida')).toHaveLength(1);
    const segunda = eventos.slice(eventos.findLastIndex((e) => e.tipo === 'analise.iniciada'));
    // From where the dead one was, not from the beginning.
    expect(segunda.filter((e) => e.dados.situacao === 'iniciada').map((e) => e.dados.etapa)).not.toContain('reunir');
    expect(await i.fonte.query(`select etapa from alicit.analise_etapa where analise_id = $1 and estado = 'concluida' order by id`, [i.id])).toEqual(['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar'].map((etapa) => ({ etapa })));
    await ate(() => listRuns(loja, i), (l) => l.length === 0, 20_000);
  }, 150_000);
});
