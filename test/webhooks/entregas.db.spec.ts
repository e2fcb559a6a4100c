import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventosService } from '../../src/eventos/eventos.module.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { CofreService } from '../../src/webhooks/cofre.service.js';
import { seal, toChaveMestra } from '../../src/webhooks/domain/selo.js';
import { contextoWebhook, EntregasService } from '../../src/webhooks/entregas.service.js';
import { createSegredo, ESPERAS_MS, SOBREPOSICAO_MS, verifySignature, type EventoWebhook } from '../../src/webhooks/index.js';
import { ReservasService } from '../../src/webhooks/reservas.service.js';
import { VarreduraService } from '../../src/webhooks/varredura.service.js';
import { WebhooksService } from '../../src/webhooks/webhooks.service.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';
import { conclude, createAnalise, entregador, until } from './support.js';

/** No worker runs here: each attempt is made by the test, at the moment it says. Moments are after now, which the database stamps. */
describe('deliveries, attempt by attempt', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let servidor: ServidorHttp;
  let responder: Parameters<typeof startServidorHttp>[0];
  let id: string;
  let segredo: string;
  const INICIO = Date.now() + 60_000;
  const em = (ms: number): Date => new Date(INICIO + ms);

  beforeAll(async () => {
    t = await startApp({ ALICIT_WEBHOOK_PERMITE_PRIVADO: '1', ALICIT_ROLE: 'api', ALICIT_SEGREDO_MESTRE: Buffer.alloc(32, 5).toString('base64') });
    await t.app.get(JobsService).ready();
    servidor = await startServidorHttp((...a) => responder(...a));
  });
  afterAll(async () => {
    await servidor.fechar();
    await t.close();
  });
  afterEach(() => void jest.restoreAllMocks());
  beforeEach(async () => {
    responder = (r) => r.writeHead(200).end();
    cliente = await t.createCliente();
    const criado = await t.app.get(WebhooksService).create(cliente.organizacaoId, { url: `${servidor.url}/${cliente.organizacaoId}`, eventos: ['analise.concluida', 'analise.falhou'] });
    ({ segredo, webhook: { id } } = criado);
  });

  const recebidos = () => servidor.recebidos.filter((p) => p.caminho === `/${cliente.organizacaoId}`);
  const entregas = async () => (await t.app.get(EntregasService).page(cliente.organizacaoId, id, { limite: 100 })).itens;
  const tentativas = async (entregaId: string) => (await t.app.get(EntregasService).get(cliente.organizacaoId, id, entregaId)).tentativas;
  const webhook = () => t.app.get(WebhooksService).get(cliente.organizacaoId, id);
  const trabalhos = (entregaId: string) => t.fonte.query<{ name: string }[]>(`select name from pgboss.job where data->>'entregaId' = $1 order by created_on`, [entregaId]);
  const concluir = async () => {
    await conclude(t, cliente);
    return (await entregas())[0]!.id;
  };
  const deliver = (entregaId: string, agora: Date, lenta = false) => entregador(t).deliver(entregaId, { agora, sorteio: 0.5, lenta });

  it('a rollback leaves neither delivery nor job', async () => {
    const antes = await t.fonte.query<{ n: number }[]>(`select count(*)::int as n from pgboss.job where name like 'webhook-entrega%'`);
    await expect(conclude(t, cliente, () => { throw new Error('desfeito'); })).rejects.toThrow('desfeito');
    expect(await entregas()).toEqual([]);
    expect(await t.fonte.query(`select count(*)::int as n from pgboss.job where name like 'webhook-entrega%'`)).toEqual(antes);
    await concluir();
    expect(await entregas()).toHaveLength(1);
  });

  it('an event that does not fit the format keeps no analysis from ending', async () => {
    const analiseId = await createAnalise(t, cliente);
    await t.fonte.transaction((m) => t.app.get(EventosService).record(m, { organizacaoId: cliente.organizacaoId, analiseId, tipo: 'analise.falhou', dados: {} }));
    expect(await entregas()).toEqual([]);
    expect(await t.fonte.query('select tipo from alicit.evento where analise_id = $1', [analiseId])).toEqual([{ tipo: 'analise.falhou' }]);
  });

  it('tries until it succeeds, when its time comes, always with the same id', async () => {
    responder = (r) => r.writeHead(recebidos().length < 3 ? 500 : 200).end(`vez ${recebidos().length}`);
    const entregaId = await concluir();
    await deliver(entregaId, em(0));
    expect((await webhook()).falhandoDesde).not.toBeNull();
    for (const espera of ESPERAS_MS.slice(0, 2)) {
      const { proximaEm, estado } = (await entregas())[0]!;
      const ultima = (await tentativas(entregaId)).at(-1)!;
      expect([estado, proximaEm!.getTime() - ultima.em.getTime() - ultima.ms!]).toEqual(['pendente', espera]);
      await deliver(entregaId, new Date(proximaEm!.getTime() - 5000));
      await deliver(entregaId, proximaEm!);
    }
    expect((await entregas())[0]).toMatchObject({ estado: 'entregue', tentativas: 3, proximaEm: null });
    expect((await tentativas(entregaId)).map((x) => [x.numero, x.status, x.resultado, x.resposta])).toEqual([[1, 500, 'tentar_de_novo', 'vez 1'], [2, 500, 'tentar_de_novo', 'vez 2'], [3, 200, 'entregue', 'vez 3']]);
    expect(new Set(recebidos().map((p) => p.cabecalhos['webhook-id'])).size).toBe(1);
    expect(recebidos().map((p) => verifySignature(p.cabecalhos, p.corpo, [segredo], new Date(Number(p.cabecalhos['webhook-timestamp']) * 1000)))).toEqual(['ok', 'ok', 'ok']);
    expect((await webhook()).falhandoDesde).toBeNull();
    await deliver(entregaId, em(1e9));
    expect(recebidos()).toHaveLength(3);
  });

  it('gives up after nine attempts; days without success turn the webhook off, not before', async () => {
    responder = (r) => r.writeHead(503).end();
    const entregaId = await concluir();
    let agora = em(0);
    for (let i = 0; i < 9; i++) {
      await deliver(entregaId, agora);
      agora = (await entregas())[0]!.proximaEm ?? agora;
    }
    expect((await entregas())[0]).toMatchObject({ estado: 'desistiu', tentativas: 9 });
    const desde = (await webhook()).falhandoDesde!.getTime() - INICIO;
    expect([(await webhook()).ativo, desde >= 0 && desde < 5000]).toEqual([true, true]);
    responder = (r) => r.writeHead(404).end();
    const quarto = await concluir();
    await deliver(quarto, em(4.9 * 86_400_000));
    expect((await webhook()).ativo).toBe(true);
    const pendente = await concluir();
    const quinto = await concluir();
    await deliver(quinto, em(5.1 * 86_400_000));
    expect(await webhook()).toMatchObject({ ativo: false, motivoDesativado: expect.stringMatching(/^Nenhuma entrega deu certo em 5 dias ou mais\. A última falha: O servidor respondeu 404/) });
    await deliver(pendente, em(5.2 * 86_400_000));
    expect((await entregas()).find((e) => e.id === pendente)).toMatchObject({ estado: 'cancelada', tentativas: 0 });
  });

  it('killed between sending and writing down: nobody else meanwhile, then sent again with the same id', async () => {
    const entregaId = await concluir();
    jest.spyOn(t.app.get(ReservasService), 'record').mockRejectedValueOnce(new Error('processo morto'));
    await expect(deliver(entregaId, em(0))).rejects.toThrow('processo morto');
    expect(recebidos()).toHaveLength(1);
    await deliver(entregaId, em(29_000));
    expect(recebidos()).toHaveLength(1);
    expect((await t.app.get(VarreduraService).sweep(em(31_000))).achadas).not.toContain(entregaId);
    const { achadas } = await t.app.get(VarreduraService).sweep(em(200_000));
    expect(achadas).toContain(entregaId);
    await deliver(entregaId, em(200_000));
    expect(recebidos().map((p) => p.cabecalhos['webhook-id'])).toEqual([recebidos()[0]!.cabecalhos['webhook-id'], recebidos()[0]!.cabecalhos['webhook-id']]);
    expect((await tentativas(entregaId)).map((x) => [x.numero, x.resultado, x.ms === null])).toEqual([[1, 'interrompida', true], [2, 'entregue', false]]);
    expect((await entregas())[0]).toMatchObject({ estado: 'entregue', tentativas: 2 });
  });

  it('at most two at once to one destination; who finishes wakes the next', async () => {
    const presas: (() => void)[] = [];
    responder = (r) => void presas.push(() => r.writeHead(200).end());
    const ids = [await concluir(), await concluir(), await concluir()];
    const primeiras = ids.slice(0, 2).map((x) => deliver(x, em(0)));
    await until(async () => presas.length, (n) => n === 2);
    await deliver(ids[2]!, em(0));
    expect([presas.length, (await trabalhos(ids[2]!)).length]).toEqual([2, 1]);
    presas[0]!();
    presas[1]!();
    await Promise.all(primeiras);
    expect((await trabalhos(ids[2]!)).length).toBeGreaterThan(1);
    responder = (r) => r.end();
    await deliver(ids[2]!, em(1000));
    expect((await entregas()).map((e) => e.estado)).toEqual(['entregue', 'entregue', 'entregue']);
  });

  it('a slow destination waits in a queue of its own', async () => {
    await t.fonte.query('update alicit.webhook set lento = true where id = $1', [id]);
    const entregaId = await concluir();
    await deliver(entregaId, em(0));
    expect([recebidos().length, (await trabalhos(entregaId)).map((j) => j.name)]).toEqual([0, ['webhook-entrega', 'webhook-entrega-lenta']]);
    await deliver(entregaId, em(0), true);
    expect([recebidos().length, (await webhook()).lento]).toEqual([1, false]);
  });

  it('after a rotation both sign for 24 hours, then the new one alone', async () => {
    const { segredo: novo } = await t.app.get(WebhooksService).rotate(cliente.organizacaoId, id, em(0));
    for (const quando of [em(SOBREPOSICAO_MS - 1), em(SOBREPOSICAO_MS)]) await deliver(await concluir(), quando);
    const confere = (s: string) => recebidos().map((p) => verifySignature(p.cabecalhos, p.corpo, [s], new Date(Number(p.cabecalhos['webhook-timestamp']) * 1000)));
    expect([confere(novo), confere(segredo)]).toEqual([['ok', 'ok'], ['ok', 'assinatura_invalida']]);
  });

  it('a secret that this process cannot open sends nothing, says so, and is no fault of the endpoint', async () => {
    const outra = toChaveMestra(Buffer.alloc(32, 9).toString('base64'));
    await t.fonte.query('update alicit.webhook set segredo = $2 where id = $1', [id, seal(segredo, contextoWebhook(id), outra, new Uint8Array(12))]);
    const entregaId = await concluir();
    await deliver(entregaId, em(0));
    expect(recebidos()).toEqual([]);
    expect(await tentativas(entregaId)).toEqual([expect.objectContaining({ resultado: 'tentar_de_novo', codigo: 'segredo_ilegivel', status: null })]);
    expect((await webhook()).falhandoDesde).toBeNull();
  });

  it('resending what waits brings it forward; what ended is delivered anew', async () => {
    responder = (r) => r.writeHead(500).end();
    const entregaId = await concluir();
    await deliver(entregaId, em(0));
    const { proximaEm } = (await entregas())[0]!;
    const mesma = await t.app.get(EntregasService).resend(cliente.organizacaoId, id, entregaId);
    expect([mesma, (await entregas())[0]!.proximaEm! < proximaEm!]).toEqual([entregaId, true]);
    responder = (r) => r.end();
    await deliver(entregaId, em(1));
    const outra = await t.app.get(EntregasService).resend(cliente.organizacaoId, id, entregaId);
    await deliver(outra, em(2));
    expect((await entregas()).map((e) => [e.id, e.estado, e.reenvioDe])).toEqual([[outra, 'entregue', entregaId], [entregaId, 'entregue', null]]);
    expect(new Set(recebidos().map((p) => p.cabecalhos['webhook-id'] + p.corpo)).size).toBe(1);
  });

  it('delivers to an address with a secret of its own, kept sealed', async () => {
    const proprio = createSegredo(new Uint8Array(32).fill(3));
    const evento: EventoWebhook = { id: 'evt_1', tipo: 'webhook.teste', criadoEm: '2026-03-02T13:00:00Z', organizacaoId: cliente.organizacaoId, dados: { webhookId: 'nenhum', mensagem: 'oi' } };
    const entregaId = await t.fonte.transaction((m) => t.app.get(EntregasService).enqueue(m, { destino: { url: `${servidor.url}/${cliente.organizacaoId}`, segredo: proprio }, evento }));
    await deliver(entregaId, em(0));
    expect(recebidos().map((p) => verifySignature(p.cabecalhos, p.corpo, [proprio], em(0)))).toEqual(['ok']);
    const [linha] = await t.fonte.query<{ segredo: string; estado: string }[]>('select segredo, estado from alicit.webhook_entrega where id = $1', [entregaId]);
    expect([linha!.estado, linha!.segredo.includes(proprio.slice(6))]).toEqual(['entregue', false]);
    await expect(t.fonte.transaction((m) => t.app.get(EntregasService).enqueue(m, { destino: { url: 'https://169.254.169.254/', segredo: proprio }, evento }))).rejects.toMatchObject({ codigo: 'endereco_nao_permitido' });
  });

  it('the sweep finds the lost ones, two of each destination, and erases what is old', async () => {
    const ids = [await concluir(), await concluir(), await concluir()];
    expect((await t.app.get(VarreduraService).sweep(em(200_000))).achadas.filter((x) => ids.includes(x))).toEqual(ids.slice(0, 2));
    await deliver(ids[0]!, em(0));
    await t.app.get(VarreduraService).sweep(em(29 * 86_400_000));
    expect(await entregas()).toHaveLength(3);
    const { apagadas } = await t.app.get(VarreduraService).sweep(em(31 * 86_400_000));
    expect([apagadas > 0, (await entregas()).map((e) => e.id)]).toEqual([true, [ids[2], ids[1]]]);
  });

  it('the vault opens only with its key and for its owner', () => {
    const cofre = t.app.get(CofreService);
    const selado = cofre.seal('whsec_x', 'webhook:1');
    expect([cofre.unseal(selado, 'webhook:1'), cofre.unseal(selado, 'webhook:2'), cofre.unseal(selado, 'webhook:1') === cofre.seal('whsec_x', 'webhook:1')]).toEqual(['whsec_x', null, false]);
  });
});

describe('an address that leads inside', () => {
  it('is refused at the connection, though it was stored', async () => {
    const t = await startApp({ ALICIT_ROLE: 'api' });
    try {
      const servidor = await startServidorHttp((r) => r.end('segredo interno'));
      const cliente = await t.createCliente();
      const { webhook } = await t.app.get(WebhooksService).create(cliente.organizacaoId, { url: 'https://exemplo.com.br/', eventos: ['analise.concluida'] });
      await t.fonte.query('update alicit.webhook set url = $2 where id = $1', [webhook.id, servidor.url.replace('http:', 'https:')]);
      await conclude(t, cliente);
      const { id } = (await t.app.get(EntregasService).page(cliente.organizacaoId, webhook.id, { limite: 1 })).itens[0]!;
      await entregador(t).deliver(id, { agora: new Date(Date.now() + 60_000) });
      const { entrega, tentativas } = await t.app.get(EntregasService).get(cliente.organizacaoId, webhook.id, id);
      expect([entrega.estado, tentativas[0]!.codigo, tentativas[0]!.resposta, servidor.recebidos.length]).toEqual(['recusada', 'endereco_nao_permitido', null, 0]);
      await servidor.fechar();
    } finally {
      await t.close();
    }
  });
});
