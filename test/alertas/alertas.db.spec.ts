import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import { createCarteiro } from '../../src/alertas/carteiro.js';
import type { Formato } from '../../src/alertas/domain/formatos.js';
import type { Observacao } from '../../src/alertas/domain/observacao.js';
import { sendTeste } from '../../src/alertas/index.js';
import { Livro } from '../../src/alertas/livro.js';
import { createObservar } from '../../src/alertas/observar.js';
import { Vigia, type Resultado } from '../../src/alertas/vigia.js';
import { parseConfig, type Config } from '../../src/config/index.js';
import { MetricasService, SaudeService } from '../../src/observacao/observacao.module.js';
import { createSaida, type Saida } from '../../src/saida/index.js';
import { createOpcoes } from '../../src/storage/data-source.js';
import { MIGRADO } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';

const INICIO = Date.parse('2026-11-25T14:00:00Z');
const MIN = 60_000;
const CAMINHO = '/services/T0/B0/endereco-secreto';
const OPENAI: Observacao = { chave: 'dependencia:openai', ruim: true, detalhe: 'O item openai de /health está chave_invalida (http_401).' };
const bem = (o: Observacao): Observacao => ({ ...o, ruim: false });

describe('alerts of several processes', () => {
  let banco: BancoDeTeste;
  let fonte: DataSource;
  let servidor: ServidorHttp;
  let saida: Saida;
  let responder: (r: ServerResponse) => void;
  let envios: (readonly [string, Resultado, string | null])[] = [];
  beforeAll(async () => {
    banco = await createBanco('alertas', MIGRADO);
    fonte = await new DataSource(createOpcoes(banco.url, parseConfig({}, '.').banco, () => undefined)).initialize();
    servidor = await startServidorHttp((r) => responder(r));
    saida = createSaida({ permitePrivado: true });
  });
  afterAll(async () => {
    await Promise.all([saida.fechar(), servidor.fechar(), fonte.destroy()]);
    await banco.drop();
  });
  beforeEach(async () => {
    responder = (r) => void r.writeHead(200).end('ok');
    envios = [];
    await fonte.query('truncate alicit.alerta, alicit.alerta_hora');
    (servidor.recebidos as unknown[]).length = 0;
  });

  const corpos = (): Record<string, unknown>[] => servidor.recebidos.map((r) => JSON.parse(r.corpo) as Record<string, unknown>);
  const tipos = (): unknown[] => corpos().map((c) => c['tipo']);

  /** One process: what it sees is set by the test; it looks when told, at that minute. */
  function openProcesso(nome: string, { formato = 'generico', maxPorHora, banco: daqui = fonte }: { formato?: Formato; maxPorHora?: number; banco?: Pick<DataSource, 'query'> } = {}) {
    let visto: readonly Observacao[] = [];
    const vigia = new Vigia({
      observar: async () => visto, livro: new Livro(daqui), carteiro: createCarteiro({ saida, url: `${servidor.url}${CAMINHO}`, formato, versao: '1.2.3', esperasMs: [1, 1] }), processo: nome, repetirMs: 240 * MIN, ...(maxPorHora === undefined ? {} : { maxPorHora }),
      onEnvio: (resultado, { tipo }, codigo) => void envios.push([tipo, resultado, codigo]),
    });
    return { sees: (...o: readonly Observacao[]) => void (visto = o), at: (minuto: number) => vigia.tick(new Date(INICIO + minuto * MIN)), vigia };
  }
  type Processo = ReturnType<typeof openProcesso>;
  const todos = async (processos: readonly Processo[], de: number, ate: number, ...o: readonly Observacao[]): Promise<void> => {
    for (const p of processos) p.sees(...o);
    for (let minuto = de; minuto <= ate; minuto++) await Promise.all(processos.map((p) => p.at(minuto)));
  };

  it('one of them tells that it began, that it lasts, and that it is over; the others are silent', async () => {
    const processos = ['a:1', 'b:2', 'c:3'].map((n) => openProcesso(n));
    await todos(processos, 0, 4, OPENAI);
    expect(servidor.recebidos).toEqual([]);
    await todos(processos, 5, 8, OPENAI);
    expect(corpos()).toMatchObject([{ tipo: 'alerta.aberto', chave: 'dependencia:openai', desde: '2026-11-25T14:00:00.000Z', vezes: 0, processo: null }]);
    await todos(processos, 246, 247, OPENAI);
    expect(corpos()[1]).toMatchObject({ tipo: 'alerta.repetido', vezes: 1 });
    await todos(processos, 248, 260, bem(OPENAI));
    expect(tipos()).toEqual(['alerta.aberto', 'alerta.repetido', 'alerta.recuperado']);
    expect(corpos()[2]).toMatchObject({ desde: '2026-11-25T14:00:00.000Z', duracaoS: expect.any(Number) });
    expect(await fonte.query('select * from alicit.alerta')).toEqual([]);
    expect(servidor.recebidos[0]).toMatchObject({ metodo: 'POST', caminho: CAMINHO, cabecalhos: { 'content-type': 'application/json; charset=utf-8', 'webhook-id': 'alerta.dependencia_openai.1795615200000.0' } });
    expect(servidor.recebidos[0]!.cabecalhos).not.toHaveProperty('traceparent');
  });

  it('is open while any of them sees it', async () => {
    const [um, outro] = [openProcesso('a:1'), openProcesso('b:2')];
    await todos([um, outro], 0, 6, OPENAI);
    um.sees(bem(OPENAI));
    for (let m = 7; m < 30; m++) await Promise.all([um.at(m), outro.at(m)]);
    expect(tipos()).toEqual(['alerta.aberto']);
    await todos([um, outro], 30, 42, bem(OPENAI));
    expect(tipos()).toEqual(['alerta.aberto', 'alerta.recuperado']);
  });

  it('what nobody looks at any more is forgotten after a day, without a word', async () => {
    const p = openProcesso('a:1');
    await todos([p], 0, 6, OPENAI);
    p.sees({ ...bem(OPENAI), chave: 'dependencia:pinecone' });
    const abertas = async (): Promise<unknown[]> => fonte.query('select chave from alicit.alerta');
    await p.at(6 + 24 * 60 - 1);
    expect(await abertas()).toEqual([{ chave: OPENAI.chave }]);
    await p.at(6 + 24 * 60);
    expect([await abertas(), tipos()]).toEqual([[], ['alerta.aberto']]);
  });

  it('a process that dies with the message in its hands is followed by another', async () => {
    const livro = new Livro(fonte);
    await livro.see(OPENAI.chave, { desde: new Date(INICIO), agora: new Date(INICIO), detalhe: OPENAI.detalhe, processo: null });
    expect(await livro.takeAviso(OPENAI.chave, 'morto', { agora: new Date(INICIO + 5 * MIN), ate: new Date(INICIO + 6.5 * MIN), repetirMs: 240 * MIN })).toMatchObject({ avisos: 0 });
    const vivo = openProcesso('b:2');
    await todos([vivo], 0, 6, OPENAI);
    expect(servidor.recebidos).toEqual([]);
    await vivo.at(7);
    expect(tipos()).toEqual(['alerta.aberto']);
  });

  it('what could not be told is tried again, ever more seldom, and told in the end', async () => {
    responder = (r) => void r.writeHead(500).end();
    const p = openProcesso('a:1');
    await todos([p], 0, 6, OPENAI);
    expect([servidor.recebidos.length, new Set(servidor.recebidos.map((r) => r.cabecalhos['webhook-id'])).size, envios]).toEqual([6, 1, [['aberto', 'falhou', 'http_500'], ['aberto', 'falhou', 'http_500']]]);
    responder = (r) => void r.writeHead(204).end();
    await todos([p], 7, 8, OPENAI);
    expect(envios.at(-1)).toEqual(['aberto', 'entregue', null]);
    expect(await fonte.query('select envios from alicit.alerta_hora')).toEqual([{ envios: 1 }]);
  });

  it('an address that refuses is not asked three times at once', async () => {
    responder = (r) => void r.writeHead(404).end();
    await todos([openProcesso('a:1')], 0, 5, OPENAI);
    expect([servidor.recebidos.length, envios]).toEqual([1, [['aberto', 'falhou', 'http_404']]]);
  });

  it('so many in an hour, of all processes; the last one says that it is', async () => {
    const muitas = Array.from({ length: 5 }, (_, i): Observacao => ({ ...OPENAI, chave: `dependencia:coisa${i}` }));
    const processos = [openProcesso('a:1', { maxPorHora: 3 }), openProcesso('b:2', { maxPorHora: 3 })];
    await todos(processos, 0, 20, ...muitas);
    expect(servidor.recebidos).toHaveLength(3);
    expect(corpos().filter((c) => String(c['texto']).includes('último aviso desta hora'))).toHaveLength(1);
    await todos(processos, 61, 62, ...muitas);
    expect(servidor.recebidos).toHaveLength(5);
  });

  it('without its database a process tells that by itself, and nothing else', async () => {
    const semBanco = { query: () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })) };
    const BANCO: Observacao = { chave: 'dependencia:banco', ruim: true, detalhe: 'O item banco de /health está indisponivel (conexao_recusada).' };
    const p = openProcesso('a:1', { banco: semBanco });
    p.sees(BANCO, OPENAI);
    for (let m = 0; m <= 10; m++) await p.at(m);
    expect(corpos()).toMatchObject([{ tipo: 'alerta.aberto', chave: 'dependencia:banco', processo: 'a:1', desde: '2026-11-25T14:00:00.000Z' }]);
    expect(p.vigia.bancoAberto).toBe(true);
    p.sees({ ...bem(BANCO), detalhe: 'O item banco de /health está ok.' });
    for (let m = 11; m <= 13; m++) await p.at(m).catch(() => undefined);
    expect(corpos()[1]).toMatchObject({ tipo: 'alerta.recuperado', detalhe: 'O banco de dados não respondia.', duracaoS: 720 });
    expect(p.vigia.bancoAberto).toBe(false);
  });

  it.each([
    ['slack', { text: expect.stringMatching(/^\*ALERTA: Servidor de modelos com problema\*\nO item openai/), unfurl_links: false }],
    ['discord', { embeds: [{ title: 'ALERTA: Servidor de modelos com problema', description: expect.stringContaining('O que fazer: '), color: expect.any(Number), timestamp: '2026-11-25T14:05:00.000Z' }], allowed_mentions: { parse: [] } }],
  ] as const)('%s gets its own form', async (formato, corpo) => {
    await todos([openProcesso('a:1', { formato })], 0, 5, OPENAI);
    expect(corpos()).toEqual([corpo]);
  });

  it('looks at the items of health and at the database, and at nothing behind a database that is away', async () => {
    const config = parseConfig({ DATABASE_URL: banco.url, SMTP_URL: 'smtp://127.0.0.1:9', ALICIT_EMAIL_REMETENTE: 'avisos@exemplo.com.br', ALICIT_URL_PUBLICA: 'https://exemplo.com.br' }, '.');
    const saude = new SaudeService();
    const itens = { banco: 'ok', openai: 'chave_invalida' };
    for (const nome of ['banco', 'openai'] as const) saude.register({ nome, obrigatorio: false, validadeMs: 0, check: async () => ({ estado: itens[nome] as 'ok', erro: itens[nome] === 'ok' ? null : 'http_401' }) });
    const observar = createObservar({ saude, metricas: new MetricasService(), fonte, config, processo: 'a:1' });
    const ruins = async (): Promise<string[]> => (await observar(new Date(INICIO))).filter((o) => o.ruim).map((o) => o.chave);
    expect(await ruins()).toEqual(['dependencia:openai']);
    // Only what is counted: the rows' companies and tenders do not matter here.
    await fonte.transaction(async (m) => {
      await m.query('set local session_replication_role = replica');
      await m.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, criada_em) values ('ana_1', 'org_1', 'emp_1', 'lic_1', 'a', '{}', 'na_fila', '1', $1), ('ana_2', 'org_1', 'emp_1', 'lic_1', 'b', '{}', 'concluida', '1', $1)`, [new Date(INICIO - 11 * MIN)]);
      await m.query(`insert into alicit.aviso (id, organizacao_id, empresa_id, tipo, chave, dados, evento_id, enviar_em) values ('avi_1', 'org_1', 'emp_1', 'x', 'a', '{}', 'evt_1', now() - interval '40 minutes'), ('avi_2', 'org_1', 'emp_1', 'x', 'b', '{}', 'evt_2', now() + interval '1 day')`);
    });
    expect((await observar(new Date(INICIO))).filter((o) => o.ruim)).toMatchObject([{ chave: 'dependencia:openai' }, { chave: 'analises:paradas', detalhe: '1 análise aceita além do tempo; a mais antiga há 11 min.' }, { chave: 'avisos:parados', detalhe: '1 por entregar; o mais antigo espera há 40 min.' }]);
    await fonte.query('delete from alicit.analise /* sistema: a test */');
    await fonte.query('delete from alicit.aviso /* sistema: a test */');
    await fonte.query(`insert into alicit.modelo_consumo (chave, tokens) values ('d:2026-11-25', $1)`, [config.modelos.orcamento.dia]);
    expect(await ruins()).toEqual(['dependencia:openai']);
    const comModelo = createObservar({ saude, metricas: new MetricasService(), fonte, config: { ...config, openai: { ...config.openai, chave: 'sk-1' } } as Config, processo: 'a:1' });
    expect((await comModelo(new Date(INICIO))).filter((o) => o.ruim).map((o) => o.chave)).toEqual(['dependencia:openai', 'modelos:orcamento_80', 'modelos:orcamento_esgotado']);
    itens.banco = 'indisponivel';
    expect(await ruins()).toEqual(['dependencia:banco', 'dependencia:openai']);
  });

  it('a test message says what became of it, and never where it went', async () => {
    const config = (mais: Readonly<Record<string, string>> = {}): Config => parseConfig({ ALERTA_WEBHOOK_URL: `${servidor.url}${CAMINHO}`, ALICIT_WEBHOOK_PERMITE_PRIVADO: '1', ...mais }, '.');
    expect(await sendTeste(config({ ALERTA_WEBHOOK_FORMATO: 'slack' }), new Date(INICIO))).toEqual({ status: 200, formato: 'slack', tentativas: 1 });
    expect(corpos()).toMatchObject([{ text: expect.stringMatching(/^\*TESTE: /) }]);
    responder = (r) => void r.writeHead(404).end(CAMINHO);
    const erros = await Promise.all([config(), config({ ALICIT_WEBHOOK_PERMITE_PRIVADO: '0' }), parseConfig({}, '.')].map((c) => sendTeste(c, new Date(INICIO)).then(() => 'entregue', (e: { codigo: string; message: string }) => `${e.codigo}: ${e.message}`)));
    expect(erros).toMatchObject([expect.stringContaining('alerta_nao_entregue: O alerta de teste não foi entregue (http_404, formato generico, 1 tentativa).'), expect.stringContaining('ALICIT_WEBHOOK_PERMITE_PRIVADO=1'), expect.stringMatching(/^alerta_nao_configurado: /)]);
    expect(erros.join('')).not.toContain('endereco-secreto');
  });
});
