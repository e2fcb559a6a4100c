import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseTraceparent } from '../../../src/observacao/index.js';
import { acompanhar, ate, EDITAL, EMPRESA, pedir } from '../../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { startColetorOtlp, type ColetorOtlp, type SpanRecebido } from '../../support/coletor-otlp.js';
import { createFormulario } from '../../support/formulario.js';
import { responderHonesto, startOpenAiServer, type OpenAiServer } from '../../support/openai-server/index.js';

const TRACO = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRECHO = '00f067aa0ba902b7';
const SENHA_DO_COLETOR = 'Zx9-senha-do-coletor';
/** In the company's data, and so in statements' values and in prompts. */
const MARCA = 'Quixeramobim Teares Finos';

describe('traces', () => {
  let coletor: ColetorOtlp;
  let modelo: OpenAiServer;
  let app: AppDeTeste;
  let cliente: Cliente;
  const log: string[] = [];
  beforeAll(async () => {
    [coletor, modelo] = await Promise.all([startColetorOtlp(), startOpenAiServer({ responder: responderHonesto })]);
    app = await startApp({
      OTEL_EXPORTER_OTLP_ENDPOINT: coletor.url, OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${SENHA_DO_COLETOR}`, OTEL_SERVICE_NAME: 'alicit-teste', ALICIT_LOG: 'info',
      OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: modelo.url, ALICIT_MODEL_ESPERA_MS: '1', ALICIT_MODEL_TENTATIVAS: '1',
    }, undefined, [], { write: (linha) => void log.push(linha) });
    cliente = await app.createCliente();
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([coletor.close(), modelo.close()]);
  });

  const enviar = async (cabecalhos: Readonly<Record<string, string>>, empresa: object) => {
    const { payload, headers } = await createFormulario([['arquivos', EDITAL, 'edital.pdf'], ['empresa', JSON.stringify({ ...(JSON.parse(EMPRESA) as object), ...empresa })], ['agora', '2026-11-23T10:00:00-03:00']]);
    return pedir(app, cliente, 'POST', '/v1/analises', { payload, cabecalhos: { ...headers, ...cabecalhos } });
  };
  const linhas = (): Record<string, unknown>[] => log.flatMap((t) => t.trim().split('\n')).map((t) => JSON.parse(t) as Record<string, unknown>);

  describe('of an analysis asked for inside a trace', () => {
    let doTraco: readonly SpanRecebido[];
    let id: string;
    const nomeados = (nome: RegExp): SpanRecebido[] => doTraco.filter((s) => nome.test(s.nome));
    /** Names from a span up to the caller's. */
    const acima = (s: SpanRecebido): string[] => {
      const pai = doTraco.find((p) => p.spanId === s.pai);
      return pai ? [pai.nome, ...acima(pai)] : [s.pai === TRECHO ? 'quem pediu' : `perdido ${String(s.pai)}`];
    };
    beforeAll(async () => {
      const r = await enviar({ traceparent: `00-${TRACO}-${TRECHO}-01` }, { descricao: `${MARCA}: equipamentos de informática.` });
      expect(r.status).toBe(202);
      expect(parseTraceparent(r.cabecalhos['traceparent'])).toMatchObject({ traceId: TRACO, amostrado: true });
      ({ id } = r.corpo);
      expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'concluida' });
      await ate(async () => coletor.spans.filter((s) => s.traceId === TRACO), (spans) => spans.some((s) => s.nome === 'fila analises'));
      doTraco = coletor.spans.filter((s) => s.traceId === TRACO);
    });

    it('goes from the request through the queue to every stage', () => {
      const [pedido, ...outros] = nomeados(/^POST /);
      expect(outros).toEqual([]);
      expect(pedido).toMatchObject({ nome: 'POST /v1/analises', papel: 2, pai: TRECHO, erro: false, atributos: { 'http.route': '/v1/analises', 'http.response.status_code': 202 }, recurso: { 'service.name': 'alicit-teste' } });
      expect(nomeados(/^fila /).map((s) => [s.nome, s.papel, acima(s)])).toEqual([['fila analises', 5, ['POST /v1/analises', 'quem pediu']]]);
      const etapas = nomeados(/^etapa /);
      expect(etapas.map((s) => s.nome).sort()).toEqual(['aconselhar', 'extrair', 'julgar', 'ler', 'relatar', 'reunir'].map((e) => `etapa ${e}`));
      for (const e of etapas) expect([acima(e), e.atributos['alicit.id_analise']]).toEqual([['fila analises', 'POST /v1/analises', 'quem pediu'], id]);
    });

    it('holds the statements where they were made, and nothing is without its parent', () => {
      const sql = doTraco.filter((s) => s.atributos['db.system.name'] === 'postgresql');
      expect(sql.find((s) => s.nome === 'INSERT alicit.analise' && acima(s)[0] === 'POST /v1/analises')).toBeDefined();
      expect(sql.find((s) => s.nome === 'INSERT alicit.trabalho' && acima(s)[0] === 'etapa julgar')).toBeDefined();
      expect(doTraco.map((s) => acima(s).at(-1)).filter((fim) => fim !== 'quem pediu')).toEqual([]);
    });

    it('holds the model calls, and the model was told the span that asked', () => {
      const chamadas = nomeados(/^chat /);
      expect(chamadas.length).toBeGreaterThan(0);
      for (const c of chamadas) {
        expect(acima(c)).toContain('etapa aconselhar');
        expect(c.atributos).toMatchObject({ 'gen_ai.operation.name': 'chat', 'alicit.desfecho': 'ok', 'gen_ai.usage.input_tokens': expect.any(Number), 'gen_ai.usage.output_tokens': expect.any(Number) });
      }
      const ditos = modelo.ledger.filter((l) => l.rota === 'chat').map((l) => parseTraceparent(l.traceparent)?.spanId).sort();
      expect(ditos).toEqual(chamadas.map((c) => c.spanId).sort());
    });

    it('tells nothing of the company, of values or of secrets, and the collector was given its own', () => {
      expect(modelo.ledger.some((l) => l.corpo?.includes('Quixeramobim'))).toBe(true);
      expect(coletor.bruto()).not.toMatch(/Quixeramobim|sk-teste|Zx9/);
      expect(coletor.bruto()).not.toContain(cliente.chave);
      expect(coletor.cabecalhos[0]).toMatchObject({ authorization: `Bearer ${SENHA_DO_COLETOR}` });
    });

    it('is named on the lines of the log that belong to it', () => {
      const pedido = linhas().find((l) => l['msg'] === 'pedido' && l['rota'] === '/v1/analises');
      expect(pedido).toMatchObject({ traceId: TRACO, spanId: nomeados(/^POST /)[0]!.spanId });
      expect(linhas().find((l) => l['msg'] === 'análise concluída' && l['analiseId'] === id)).toMatchObject({ traceId: TRACO });
      expect(log.join('')).not.toContain(SENHA_DO_COLETOR);
    });
  });

  it('a caller that does not record is followed: nothing is sent; what is no traceparent begins a trace', async () => {
    const outro = 'a'.repeat(32);
    const mudo = await pedir(app, cliente, 'GET', '/v1/empresas', { cabecalhos: { traceparent: `00-${outro}-${TRECHO}-00` } });
    const torto = await pedir(app, cliente, 'GET', '/v1/empresas', { cabecalhos: { traceparent: `00-${outro}-zz-01` } });
    const novo = parseTraceparent(torto.cabecalhos['traceparent']);
    expect([mudo.status, torto.status, parseTraceparent(mudo.cabecalhos['traceparent'])?.amostrado]).toEqual([200, 200, false]);
    await ate(async () => coletor.spans.filter((s) => s.traceId === novo!.traceId && s.pai === null), (s) => s.length === 1);
    expect(coletor.spans.filter((s) => s.traceId === outro)).toEqual([]);
  });

  it('a collector that is down costs requests nothing: it is counted, and told once', async () => {
    coletor.answer(400);
    const antes = coletor.pedidos;
    const respostas = await Promise.all(Array.from({ length: 20 }, () => pedir(app, cliente, 'GET', '/v1/empresas')));
    expect(respostas.every((r) => r.status === 200)).toBe(true);
    await ate(async () => coletor.pedidos, (n) => n > antes);
    const perdidos = await ate(async () => Number(/^alicit_tracos_total\{resultado="perdido"\} (\d+)/m.exec((await app.app.inject('/metrics')).payload)?.[1]), (n) => n > 0);
    expect(perdidos).toBeGreaterThanOrEqual(20);
    expect(linhas().filter((l) => l['context'] === 'tracos')).toMatchObject([{ resultado: 'perdido', erro: 'http_400' }]);
  });
});
