import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromBufferPromise, type Entry } from 'yauzl';
import { AoApagar } from '../../src/acesso/acesso.module.js';
import { ExportarService } from '../../src/acesso/organizacao/exportar.service.js';
import { FILA_ANALISES } from '../../src/analises/execucao/fila.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { FILE_STORE, type FileStore } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { plant, type Planta } from '../support/planta.js';

/** Columns no client is given. */
const SEGREDOS = /^(?:hash|segredo|segredo_anterior|segredo_hash|corpo_bytes)$/;

async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const entradas: Record<string, string> = {};
  const aberto = await fromBufferPromise(zip);
  for await (const e of aberto.eachEntry() as AsyncIterable<Entry>) entradas[e.fileName] = await text(await aberto.openReadStreamPromise(e));
  return entradas;
}

describe('the organisation', () => {
  let t: AppDeTeste;
  let store: FileStore;
  beforeAll(async () => {
    t = await startApp();
    store = t.app.get<FileStore>(FILE_STORE);
  });
  afterAll(() => t.close());

  const call = (quem: Cliente, method: 'GET' | 'PATCH' | 'DELETE', url = '', payload?: object) => t.app.inject({ method, url: `/v1/organizacao${url}`, headers: quem.cabecalhos, ...(payload ? { payload } : {}) });
  const exportAll = async (quem: Cliente): Promise<Record<string, string>> => {
    const r = await call(quem, 'GET', '/exportar');
    expect([r.statusCode, r.headers['content-type']]).toEqual([200, 'application/zip']);
    return unzip(r.rawPayload);
  };
  const createPlanta = async (conteudo?: string): Promise<[Cliente, Planta]> => {
    const quem = await t.createCliente();
    return [quem, await plant(t.fonte, store, quem.organizacaoId, conteudo)];
  };

  it('tells its name, how much it keeps, and takes another name', async () => {
    const [quem] = await createPlanta();
    expect((await call(quem, 'GET')).json()).toMatchObject({ id: quem.organizacaoId, nome: 'Organização de teste', uso: { empresas: 1, licitacoes: 1, analises: 1, webhooks: 1, chavesAtivas: 1, arquivos: 1, bytesArquivos: 41 } });
    expect((await call(quem, 'PATCH', '', { nome: ' Construtora Ação ' })).json()).toMatchObject({ nome: 'Construtora Ação' });
    for (const nome of ['', 'duas\nlinhas', 1]) expect((await call(quem, 'PATCH', '', { nome })).statusCode).toBe(422);
  });

  describe('export', () => {
    it('has the row of every table, the files and an explanation', async () => {
      const [quem, planta] = await createPlanta();
      const zip = await exportAll(quem);
      expect(zip['LEIA-ME.txt']).toContain(quem.organizacaoId);
      expect(zip['dados/organizacao.ndjson']).toContain(quem.organizacaoId);
      expect(Object.keys(planta.linhas).length).toBeGreaterThan(10);
      for (const [tabela, linha] of Object.entries(planta.linhas)) {
        const linhas = (zip[`dados/${tabela.replace('alicit.', '')}.ndjson`] ?? '').trim().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>);
        const chave = 'id' in linha ? 'id' : 'chave';
        const achada = linhas.find((l) => String(l[chave]) === String(linha[chave]));
        expect([tabela, achada]).toEqual([tabela, expect.objectContaining({ organizacao_id: quem.organizacaoId })]);
        const visiveis = Object.keys(linha).filter((c) => !SEGREDOS.test(c) && !Buffer.isBuffer(linha[c]));
        expect([tabela, Object.keys(achada!)]).toEqual([tabela, expect.arrayContaining(visiveis)]);
        if (tabela === 'alicit.trabalho') expect(achada!['resultado']).toEqual({ planta: `planta-resultado-${quem.organizacaoId}` });
      }
      const { id } = planta.linhas['alicit.licitacao_arquivo']!;
      expect(zip[`arquivos/${String(id)}-planta-nome-${quem.organizacaoId}`]).toBe(planta.arquivo.conteudo);
      expect(Object.keys(zip).filter((n) => n.startsWith('arquivos/'))).toHaveLength(2);
    });

    it('has no secret and nothing of another organisation', async () => {
      const [[quem, minha], [, alheia]] = [await createPlanta(), await createPlanta()];
      const tudo = Object.entries(await exportAll(quem)).flat().join('\n');
      expect(tudo).toContain(quem.organizacaoId);
      const ids = Object.values(alheia.linhas).map((l) => l['id']).filter((id): id is string => typeof id === 'string' && id.length > 20);
      for (const id of [alheia.organizacaoId, alheia.arquivo.sha256, ...ids]) expect(tudo).not.toContain(id);
      for (const linha of Object.values(minha.linhas)) {
        for (const [coluna, valor] of Object.entries(linha)) {
          if (typeof valor === 'string' && /^segredo/.test(coluna)) expect(tudo).not.toContain(valor);
          if (Buffer.isBuffer(valor)) for (const forma of ['hex', 'base64'] as const) expect(tudo).not.toContain(valor.toString(forma));
        }
      }
      expect(tudo).not.toContain(createHash('sha256').update(quem.chave).digest('hex'));
    });

    it('shows one instant, however slowly it is read', async () => {
      const [quem, planta] = await createPlanta();
      const modelo = planta.linhas['alicit.empresa']!;
      const fill = (quantas: number, marca: string) =>
        t.fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) select $2 || n, $1, $2 || n, jsonb_build_object('x', (select string_agg(md5(random()::text), '') from generate_series(1, 200))) from generate_series(1, $3::int) n`, [quem.organizacaoId, marca, quantas]);
      await fill(1500, 'antes-');
      const saida = await t.app.get(ExportarService).open(quem.organizacaoId);
      const trechos: Buffer[] = [];
      for await (const trecho of saida as AsyncIterable<Buffer>) {
        if (!trechos.length) {
          await fill(5, 'depois-');
          await t.fonte.query('update alicit.empresa set versao = 99 where organizacao_id = $1', [quem.organizacaoId]);
        }
        trechos.push(trecho);
      }
      const empresas = (await unzip(Buffer.concat(trechos)))['dados/empresa.ndjson']!.trim().split('\n').map((l) => JSON.parse(l) as { id: string; versao: number });
      expect(empresas).toHaveLength(1501);
      expect(empresas.some((e) => e.id.startsWith('depois-') || e.versao === 99)).toBe(false);
      expect(empresas.some((e) => e.id === modelo['id'])).toBe(true);
    });

    it('ends with its reader, and gives back what it held; one at a time', async () => {
      const [quem] = await createPlanta();
      await t.fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) select 'muitas-' || n, $1, n::text, jsonb_build_object('x', (select string_agg(md5(random()::text), '') from generate_series(1, 200) where n > 0)) from generate_series(1, 2000) n`, [quem.organizacaoId]);
      const saida = await t.app.get(ExportarService).open(quem.organizacaoId);
      expect((await call(quem, 'GET', '/exportar')).json()).toMatchObject({ status: 429, codigo: 'exportacao_em_andamento' });
      saida.destroy();
      const livre = async () => (await call(quem, 'GET', '/exportar')).statusCode === 200;
      let liberada = false;
      for (const prazo = Date.now() + 10_000; !liberada && Date.now() < prazo; await new Promise(setImmediate)) liberada = await livre();
      expect(liberada).toBe(true);
      const [{ abertas }] = await t.fonte.query<[{ abertas: string }]>(`select count(*) as abertas from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`);
      expect(Number(abertas)).toBe(0);
    });

    it('says which files were not there', async () => {
      const [quem, planta] = await createPlanta();
      await store.delete(planta.arquivo.sha256);
      const zip = await exportAll(quem);
      expect(zip['arquivos-que-faltam.txt']).toContain(`${String(planta.linhas['alicit.licitacao_arquivo']!['id'])} ${planta.arquivo.sha256}`);
    });
  });

  describe('its end', () => {
    it('asks for its name', async () => {
      const [quem] = await createPlanta();
      for (const confirmar of ['', 'organização de teste', 'Outra']) expect((await call(quem, 'DELETE', '', { confirmar })).json()).toMatchObject({ status: 422, codigo: 'confirmacao_diferente' });
      expect((await call(quem, 'DELETE')).statusCode).toBe(422);
      expect((await call(quem, 'GET')).statusCode).toBe(200);
    });

    it('leaves no trace of it in any table, and all of the others', async () => {
      const [[quem, planta], [outra, alheia]] = [await createPlanta(), await createPlanta()];
      const [[vizinha, comum], comigo] = [await createPlanta('arquivo comum'), await t.createCliente()];
      const mesma = await plant(t.fonte, store, comigo.organizacaoId, 'arquivo comum');
      const avisados: string[] = [];
      t.app.get(AoApagar).add(async (m, id) => void avisados.push(id, ...(await m.query<{ id: string }[]>('select id from alicit.analise where organizacao_id = $1', [id])).map((l) => l.id)));
      const jobs = t.app.get(JobsService);
      const naFila = (p: Planta) => [{ organizacaoId: p.organizacaoId }, { analiseId: p.linhas['alicit.analise']!['id'] }, { entregaId: p.linhas['alicit.webhook_entrega']!['id'] }];
      for (const dados of [...naFila(planta), ...naFila(alheia)]) await jobs.send(null, FILA_ANALISES, dados, { depoisDeS: 600 });
      for (const q of [quem, vizinha]) expect((await call(q, 'DELETE', '', { confirmar: 'Organização de teste' })).statusCode).toBe(204);
      expect(avisados).toEqual([quem.organizacaoId, planta.linhas['alicit.analise']!['id'], vizinha.organizacaoId, comum.linhas['alicit.analise']!['id']]);
      const tabelas = await t.fonte.query<{ nome: string }[]>(`select format('%I.%I', n.nspname, c.relname) as nome from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'`);
      expect(tabelas.length).toBeGreaterThan(15);
      const count = async (texto: string) => {
        const onde: string[] = [];
        for (const { nome } of tabelas) if ((await t.fonte.query<unknown[]>(`select 1 from ${nome} x where strpos(x::text, $1) > 0 limit 1`, [texto])).length) onde.push(nome);
        return onde;
      };
      for (const texto of [quem.organizacaoId, vizinha.organizacaoId, planta.arquivo.sha256]) expect([texto, await count(texto)]).toEqual([texto, []]);
      for (const dados of naFila(planta)) expect([dados, await count(String(Object.values(dados)[0]))]).toEqual([dados, []]);
      for (const dados of naFila(alheia)) expect(await count(String(Object.values(dados)[0]))).toContain('pgboss.job');
      expect((await count(outra.organizacaoId)).length).toBeGreaterThanOrEqual(Object.keys(alheia.linhas).length);
      expect([await store.has(planta.arquivo.sha256), await store.has(alheia.arquivo.sha256), await store.has(mesma.arquivo.sha256)]).toEqual([false, true, true]);
      expect((await call(quem, 'GET')).json()).toMatchObject({ status: 401, codigo: 'chave_invalida' });
      expect((await call(outra, 'GET')).statusCode).toBe(200);
    });
  });
});
