import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createParser } from 'eventsource-parser';
import { ExecucoesService, type Posse } from '../../src/analises/analises.module.js';
import { EventosService, FluxosService } from '../../src/eventos/eventos.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { ate, enviar } from '../analises/apoio.js';

interface Recebido {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: Record<string, unknown>;
}

interface Acompanhamento {
  readonly recebidos: Recebido[];
  readonly status: number;
  readonly fim: Promise<void>;
  close(): void;
}

/** The runs are the test's: nothing happens but what it does. */
describe('events of an analysis', () => {
  let app: AppDeTeste;
  let outro: AppDeTeste;
  let cliente: Cliente;
  let url: string;
  const abertos: Acompanhamento[] = [];
  beforeAll(async () => {
    app = await startApp({ ALICIT_ROLE: 'api', ALICIT_EVENTOS_POR_CHAVE: '3' });
    outro = await startApp({ ALICIT_ROLE: 'api', DATABASE_URL: app.urlBanco, ALICIT_DATA_DIR: app.pasta });
    cliente = await app.createCliente();
    url = await app.listen();
  });
  afterEach(async () => {
    for (const a of abertos.splice(0)) a.close();
    await ate(async () => app.app.get(FluxosService).abertos, (n) => n === 0);
  });
  afterAll(async () => {
    await outro.close();
    await app.close();
  });

  async function follow(id: string, ultimo?: string): Promise<Acompanhamento> {
    const controle = new AbortController();
    const r = await fetch(`${url}/v1/analises/${id}/eventos`, { headers: { ...cliente.cabecalhos, ...(ultimo === undefined ? {} : { 'last-event-id': ultimo }) }, signal: controle.signal });
    const recebidos: Recebido[] = [];
    const parser = createParser({ onEvent: (e) => recebidos.push({ id: e.id, event: e.event, data: JSON.parse(e.data) as Record<string, unknown> }) });
    const fim = (async () => {
      const texto = new TextDecoder();
      try {
        for await (const pedaco of r.body ?? []) parser.feed(texto.decode(pedaco, { stream: true }));
      } catch (erro) {
        if (!controle.signal.aborted) throw erro;
      }
    })();
    const a = { recebidos, status: r.status, fim, close: () => controle.abort() };
    abertos.push(a);
    return a;
  }
  let n = 0;
  const nova = async (): Promise<Posse> => {
    const { corpo: { id } } = await enviar(app, cliente, { agora: `2026-11-14T10:00:${String(n++).padStart(2, '0')}-03:00` });
    return (await outro.app.get(ExecucoesService).claim(id, 'outro:1'))!;
  };

  it('are told to who says to have seen one that is yet to come', async () => {
    const posse = await nova();
    const a = await follow(posse.analiseId, '999999999');
    await outro.app.get(ExecucoesService).fail(posse, { codigo: 'x', mensagem: 'Acabou.' });
    await a.fim;
    expect(a.recebidos.map((e) => e.event)).toEqual(['analise.falhou']);
  });

  it('are told in order as they happen in another process, and the stream ends with the last', async () => {
    const posse = await nova();
    const execucoes = outro.app.get(ExecucoesService);
    const a = await follow(posse.analiseId);
    await ate(async () => a.recebidos.length, (k) => k === 2);
    await execucoes.startEtapa(posse, 'reunir');
    await execucoes.finishEtapa(posse, 'reunir', { inicio: new Date(), ms: 5, reaproveitada: false, trabalho: 'reunir:1' });
    await execucoes.fail(posse, { codigo: 'sem_edital', mensagem: 'Não há edital.' });
    await a.fim;
    expect(a.recebidos.map((e) => [e.id, e.event])).toEqual([['1', 'analise.na_fila'], ['2', 'analise.iniciada'], ['3', 'analise.etapa'], ['4', 'analise.etapa'], ['5', 'analise.falhou']]);
    expect(a.recebidos[3]!.data).toMatchObject({ etapa: 'reunir', situacao: 'concluida', progresso: 10 });
    expect(a.recebidos[4]!.data).toMatchObject({ analiseId: posse.analiseId, erro: { codigo: 'sem_edital' }, tentativas: 1 });
  });

  it('go on after the last one a client has; who has them all is told not to come back', async () => {
    const posse = await nova();
    const execucoes = outro.app.get(ExecucoesService);
    await execucoes.startEtapa(posse, 'reunir');
    const a = await follow(posse.analiseId, '2');
    await ate(async () => a.recebidos.length, (k) => k === 1);
    a.close();
    await execucoes.fail(posse, { codigo: 'sem_edital', mensagem: 'Não há edital.' });
    const b = await follow(posse.analiseId, '3');
    await b.fim;
    expect([...a.recebidos, ...b.recebidos].map((e) => e.id)).toEqual(['3', '4']);
    expect((await follow(posse.analiseId, '4')).status).toBe(204);
  });

  it('a stream opened after the end closes with the last there is, also when that is not the end', async () => {
    const posse = await nova();
    await outro.app.get(ExecucoesService).fail(posse, { codigo: 'x', mensagem: 'Acabou.' });
    await outro.fonte.transaction((m) => outro.app.get(EventosService).record(m, { organizacaoId: cliente.organizacaoId, analiseId: posse.analiseId, tipo: 'analise.desatualizada', dados: {} }));
    const a = await follow(posse.analiseId);
    await a.fim;
    expect(a.recebidos.map((e) => e.event).slice(-2)).toEqual(['analise.falhou', 'analise.desatualizada']);
    expect((await follow(posse.analiseId, '4')).status).toBe(204);
  });

  it('end when the analysis is erased, and when the key is revoked', async () => {
    const [apagada, outra] = [await nova(), await nova()];
    const [a, b] = [await follow(apagada.analiseId), await follow(outra.analiseId)];
    await outro.fonte.query('delete from alicit.analise where id = $1', [apagada.analiseId]);
    await a.fim;
    expect(app.app.get(FluxosService).abertos).toBe(1);
    await outro.fonte.query('update alicit.chave_api set revogada_em = now() where organizacao_id = $1', [cliente.organizacaoId]);
    try {
      await b.fim;
    } finally {
      await outro.fonte.query('update alicit.chave_api set revogada_em = null where organizacao_id = $1', [cliente.organizacaoId]);
    }
  });

  it('a key follows a bounded number at once', async () => {
    const posse = await nova();
    for (let i = 0; i < 3; i++) expect((await follow(posse.analiseId)).status).toBe(200);
    expect((await follow(posse.analiseId)).status).toBe(429);
  });

  it('what a listener writes exists only if the event does', async () => {
    const posse = await nova();
    const eventos = outro.app.get(EventosService);
    let vistos: string[] = [];
    let falha = true;
    eventos.onRegistro(async (_, e) => {
      if (!('analiseId' in e) || e.analiseId !== posse.analiseId) return;
      vistos = [...vistos, e.tipo];
      if (falha) throw new Error('ouvinte falhou');
    });
    const execucoes = outro.app.get(ExecucoesService);
    const contar = async (): Promise<number> => (await app.fonte.query<unknown[]>('select 1 from alicit.evento where analise_id = $1', [posse.analiseId])).length;
    const antes = await contar();
    await expect(execucoes.fail(posse, { codigo: 'sem_edital', mensagem: 'Não há edital.' })).rejects.toThrow('ouvinte falhou');
    expect(await contar()).toBe(antes);
    falha = false;
    await execucoes.fail(posse, { codigo: 'sem_edital', mensagem: 'Não há edital.' });
    expect(await contar()).toBe(antes + 1);
    expect(vistos).toEqual(['analise.falhou', 'analise.falhou']);
  });

  it('streams end when the process stops', async () => {
    const posse = await nova();
    const a = await follow(posse.analiseId);
    app.app.get(FluxosService).beforeApplicationShutdown();
    await a.fim;
    expect(a.status).toBe(200);
  });
});
