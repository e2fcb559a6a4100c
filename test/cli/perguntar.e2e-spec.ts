import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRADO } from '../support/app.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { pdfDasPaginas } from '../support/licitacao.js';
import { responderHonesto, startOpenAiServer, type OpenAiServer } from '../support/openai-server/index.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { ambienteDoPrograma } from '../support/programa.js';

/** The built program: `npm run build` comes first. */
const CLI = join(process.cwd(), 'dist', 'cli.js');

describe('alicit perguntar, with a model', () => {
  let banco: BancoDeTeste;
  let servidor: OpenAiServer;
  let pasta = '';
  beforeAll(async () => {
    [banco, servidor] = await Promise.all([createBanco('perguntar', MIGRADO), startOpenAiServer({ responder: responderHonesto })]);
    pasta = mkdtempSync(join(tmpdir(), 'alicit-perguntar-'));
    writeFileSync(join(pasta, 'Edital.pdf'), pdfDasPaginas(paginasDeEdital()));
  });
  afterAll(async () => {
    await Promise.all([banco.drop(), servidor.close()]);
    rmSync(pasta, { recursive: true, force: true });
  });
  /** Not synchronous: the model answers from this very process. */
  const ask = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const env = ambienteDoPrograma({ ALICIT_DATA_DIR: join(pasta, 'dados'), DATABASE_URL: banco.url, OPENAI_API_KEY: 'chave-de-teste', OPENAI_BASE_URL: servidor.url, ALICIT_MODEL: 'principal' });
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'perguntar', join(pasta, 'Edital.pdf'), ...args, '--json'], { cwd: pasta, env });
    return JSON.parse(stdout) as Record<string, unknown>[];
  };

  it('answers with what it says and the pages prove, and asks nobody when told so', async () => {
    const perguntas = ['Qual a validade da proposta em dias?', 'Quem pintou a Mona Lisa?'];
    const [sim, nao] = await ask(...perguntas);
    expect(sim).toMatchObject({ pergunta: perguntas[0], encontrado: true, modelo: 'principal', motivoSemModelo: null, citacoes: expect.arrayContaining([expect.objectContaining({ documento: 'Edital.pdf', pagina: 3 })]) });
    expect(nao).toMatchObject({ encontrado: false, citacoes: [], trechos: [], afirmacoes: [], modelo: null });
    const pagas = servidor.ledger.length;
    expect((await ask(perguntas[0]!, '--sem-modelo'))[0]).toMatchObject({ encontrado: true, modelo: null });
    expect(servidor.ledger.length).toBe(pagas);
  });
});
