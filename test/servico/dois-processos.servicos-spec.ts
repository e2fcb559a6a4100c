import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { EDITAL } from '../analises/apoio.js';
import { startServidorS3 } from '../storage/arquivos/servidor-s3.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { pdfDasPaginas } from '../support/licitacao.js';
import { ClienteDeRede as Cliente } from '../support/cliente-rede.js';
import { createBanco } from '../support/postgres.js';
import { Processo } from '../support/processo.js';

/** Hundreds of pages: reading them takes seconds. */
const GRANDE = pdfDasPaginas([...paginasDeEdital(), ...Array.from({ length: 500 }, (_, n) => Array.from({ length: 40 }, (__, l) => `${n}.${l}. A contratada manterá, durante a execução, as condições de habilitação exigidas na licitação.`).join('\n'))]);

const pastas: string[] = [];
const openPasta = (): string => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-dois-'));
  // Open to the user PostgreSQL runs as under root: else its data would go to, and stay in, a folder of the system.
  chmodSync(pasta, 0o755);
  pastas.push(pasta);
  return pasta;
};
const abertos: Processo[] = [];
const spawn = (ambiente: Record<string, string>): Processo => {
  const p = Processo.spawn({ ALICIT_OFICINA_THREADS: '1', ALICIT_THREADS: '1', ALICIT_ENCERRAMENTO_S: '2', ...ambiente });
  abertos.push(p);
  return p;
};
/** The API first, so that the database is there; then who works. */
async function start(api: Record<string, string>, worker: Record<string, string>): Promise<Cliente> {
  const cliente = await Cliente.de(spawn({ ALICIT_ROLE: 'api', ...api }));
  await spawn({ ALICIT_ROLE: 'worker', ...worker }).url();
  return cliente;
}
afterEach(async () => {
  const todos = abertos.splice(0).reverse();
  for (const p of todos) {
    p.kill('SIGTERM');
    await p.exit();
  }
});
afterAll(() => {
  for (const pasta of pastas) rmSync(pasta, { recursive: true, force: true });
});

describe('an api and a worker over one embedded database', () => {
  it('analyse together: the answer is waited for, told as it goes, and cancelled across', async () => {
    const pasta = { ALICIT_DATA_DIR: openPasta() };
    const cliente = await start(pasta, pasta);
    const feita = await cliente.enviar(EDITAL, 60);
    expect(feita).toMatchObject({ status: 200, corpo: { estado: 'concluida', resumo: { desfecho: expect.any(String) } } });
    const tipos: string[] = [];
    for await (const { tipo } of cliente.eventos(feita.corpo.id)) tipos.push(tipo);
    expect([tipos[0], tipos.at(-1)]).toEqual(['analise.na_fila', 'analise.concluida']);

    const { corpo: { id } } = await cliente.enviar(GRANDE);
    const vistos: string[] = [];
    for await (const { tipo, dados } of cliente.eventos(id)) {
      vistos.push(tipo);
      if (tipo === 'analise.etapa' && dados['etapa'] === 'ler' && dados['situacao'] === 'iniciada') expect((await cliente.fetch(`/v1/analises/${id}/cancelar`, { method: 'POST' })).status).toBe(200);
    }
    expect([vistos[1], vistos.at(-1)]).toEqual(['analise.iniciada', 'analise.cancelada']);
    // The worker lets go of it: another is taken at once and ends.
    expect(await cliente.enviar(pdfDasPaginas(paginasDeEdital()), 60)).toMatchObject({ status: 200, corpo: { estado: 'concluida' } });
    expect(await (await cliente.fetch(`/v1/analises/${id}`)).json()).toMatchObject({ estado: 'cancelada', resumo: null });
  }, 120_000);
});

describe('an api and a worker on machines of their own, over one database and one bucket', () => {
  it('read on one what was sent to the other', async () => {
    const [banco, s3] = [await createBanco('dois'), await startServidorS3(openPasta(), ['editais'])];
    try {
      const comum = { DATABASE_URL: banco.url, ALICIT_ARQUIVOS_URL: `s3://S3RVER:S3RVER@${new URL(s3.endpoint).host}/editais?tls=0` };
      const cliente = await start({ ...comum, ALICIT_DATA_DIR: openPasta() }, { ...comum, ALICIT_DATA_DIR: openPasta() });
      const feita = await cliente.enviar(EDITAL, 60);
      expect(feita).toMatchObject({ status: 200, corpo: { estado: 'concluida' } });
      expect(s3.objetos('editais')).toHaveLength(1);
      const html = await cliente.fetch(`/v1/analises/${feita.corpo.id}/relatorio`, { headers: { accept: 'text/html' } });
      expect([html.status, (await html.text()).includes('<html')]).toEqual([200, true]);
      // A search is made by who is asked: the api fetches the file and reads its pages itself.
      const { licitacaoId } = (await (await cliente.fetch(`/v1/analises/${feita.corpo.id}`)).json()) as { licitacaoId: string };
      const busca = await cliente.fetch(`/v1/licitacoes/${licitacaoId}/trechos?q=garantia`);
      expect([busca.status, ((await busca.json()) as { trechos: unknown[] }).trechos.length > 0]).toEqual([200, true]);
    } finally {
      await Promise.all(abertos.splice(0).map((p) => (p.kill('SIGTERM'), p.exit())));
      await s3.close();
      await banco.drop();
    }
  }, 120_000);
});
