import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { newId } from '../../src/storage/index.js';
import { TrabalhosService } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { until } from '../support/provedor.js';
import { readExposicao, type Exposicao } from '../support/exposicao.js';
import { metricasDocumentadas, metricasUsadas } from '../deploy/promql.js';

const TOKEN = 'um-token-de-metricas-bem-comprido';

describe('/metrics', () => {
  let t: AppDeTeste;
  const read = async (): Promise<Exposicao> => {
    const r = await t.app.inject({ method: 'GET', url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } });
    expect([r.statusCode, r.headers['content-type']]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
    return readExposicao(r.body);
  };
  beforeAll(async () => {
    // With a model and a collector, whose metrics exist only then; the one is asked for nothing, the other sent nothing.
    t = await startApp({ ALICIT_METRICS_TOKEN: TOKEN, OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_SAMPLER_ARG: '0', ALERTA_WEBHOOK_URL: 'http://127.0.0.1:9/', ALICIT_WEBHOOK_PERMITE_PRIVADO: '1' });
    const { organizacaoId } = await t.createCliente();
    const [empresa, licitacao] = [newId('emp'), newId('lic')];
    await t.fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, '11222333000181', '{}')`, [empresa, organizacaoId]);
    await t.fonte.query(`insert into alicit.licitacao (id, organizacao_id, origem, dados) values ($1, $2, 'manual', '{}')`, [licitacao, organizacaoId]);
    for (const [estado, atras] of [['na_fila', '90 seconds'], ['executando', '10 seconds'], ['concluida', '1 hour']] as const) {
      await t.fonte.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, criada_em) values ($1, $2, $3, $4, $5, '{}', $6, '1', now() - $7::interval)`, [newId('ana'), organizacaoId, empresa, licitacao, estado, estado, atras]);
    }
  });
  afterAll(() => t.close());

  it('asks for its token when there is one', async () => {
    for (const authorization of [undefined, 'Bearer errado', TOKEN]) {
      const r = await t.app.inject({ method: 'GET', url: '/metrics', headers: authorization ? { authorization } : {} });
      expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([401, 'token_invalido']);
    }
  });

  it('is well formed and has what the operator watches', async () => {
    const m = await read();
    for (const nome of ['process_resident_memory_bytes', 'nodejs_gc_duration_seconds', 'alicit_laco_eventos_atraso_segundos', 'alicit_etapa_duracao_segundos', 'alicit_tarefa_duracao_segundos']) expect(m.tipos.has(nome)).toBe(true);
    expect(m.find('alicit_info', { papel: 'all', regras: expect.any(String) as unknown as string })).toEqual([1]);
    expect(m.find('alicit_pool_conexoes', { estado: 'total' })[0]).toBeGreaterThan(0);
    expect(m.find('alicit_oficina', { estado: 'na_fila' })).toEqual([0]);
  });

  it('counts requests by template, never by address', async () => {
    // Whoever would take a stream, and got none, is counted like the others.
    for (const accept of ['*/*', 'application/json', 'text/event-stream']) await t.app.inject({ method: 'GET', url: `/v1/nada/${accept.length}?chave=x`, headers: { accept } });
    const m = await read();
    expect(m.find('alicit_http_duracao_segundos_count', { rota: 'desconhecida', status: '4xx', metodo: 'GET' })).toEqual([3]);
    expect(m.texto).not.toContain('/v1/nada');
  });

  it('knows what is open in the database, asking it once for many readings', async () => {
    const m = await read();
    expect(m.find('alicit_analises_abertas', { estado: 'na_fila' })).toEqual([1]);
    expect(m.find('alicit_analises_abertas', { estado: 'executando' })).toEqual([1]);
    expect(m.find('alicit_analises_24h', { estado: 'concluida' })).toEqual([1]);
    const idade = m.find('alicit_analise_aberta_mais_antiga_segundos')[0]!;
    expect(idade).toBeGreaterThanOrEqual(89);
    expect(idade).toBeLessThan(200);
    await t.fonte.query(`update alicit.analise set estado = 'concluida' where estado = 'na_fila'`);
    expect((await read()).find('alicit_analises_abertas', { estado: 'na_fila' })).toEqual([1]);
  });

  it('tells what was found kept from what was not', async () => {
    const trabalhos = t.app.get(TrabalhosService);
    expect(await trabalhos.find('extrair:nada')).toBeNull();
    await trabalhos.put({ chave: 'extrair:algo', etapa: 'extrair', organizacaoId: null, resultado: new Uint8Array([1]), arquivos: [] }, null);
    expect(await trabalhos.find('extrair:algo')).not.toBeNull();
    const { cabecalhos } = await t.createCliente();
    for (let i = 0; i < 3; i++) await t.app.inject({ method: 'GET', url: '/v1/empresas', headers: cabecalhos });
    const m = await read();
    expect(['achado', 'faltou'].map((resultado) => m.find('alicit_cache_total', { cache: 'trabalho_extrair', resultado }))).toEqual([[1], [1]]);
    // Keys are remembered for seconds: on a busy machine one may be asked for again.
    const [achadas, faltaram] = ['achado', 'faltou'].map((resultado) => m.find('alicit_cache_total', { cache: 'chaves', resultado })[0] ?? 0);
    expect([achadas! + faltaram!, achadas! > 0, faltaram! > 0]).toEqual([3, true, true]);
  });

  it('counts what the runs tell, with labels that cannot grow without end', async () => {
    const metricas = t.app.get(MetricasService);
    metricas.contarAnalise('concluida');
    metricas.contarAnalise('falhou', 'pdf_corrompido');
    metricas.contarAnalise('falhou', 'Segredo: alicit_abcdef');
    for (let i = 0; i < 200; i++) metricas.contarAnalise('falhou', `codigo_${i}`);
    metricas.observarEtapa('extrair', 1500, false);
    const m = await read();
    expect(m.find('alicit_analises_total', { desfecho: 'concluida', erro: '' })).toEqual([1]);
    expect(m.find('alicit_analises_total', { desfecho: 'falhou', erro: 'pdf_corrompido' })).toEqual([1]);
    expect(m.find('alicit_analises_total', { desfecho: 'falhou' }).length).toBeLessThanOrEqual(42);
    expect(m.find('alicit_analises_total', { desfecho: 'falhou', erro: 'outro' })[0]).toBeGreaterThan(150);
    expect(m.find('alicit_etapa_duracao_segundos_sum', { etapa: 'extrair', reaproveitada: 'false' })).toEqual([1.5]);
  });

  it('answers in time when the database does not, without its numbers', async () => {
    const outro = t.fonte.createQueryRunner();
    await outro.connect();
    const agora = performance.now.bind(performance);
    // Whatever was read before is old.
    let salto = 5000;
    const relogio = jest.spyOn(performance, 'now').mockImplementation(() => agora() + salto);
    try {
      try {
        expect((await read()).find('alicit_analises_abertas')).not.toEqual([]);
        await outro.query('begin');
        await outro.query('lock table alicit.analise in access exclusive mode');
        const inicio = agora();
        let m = await read();
        // What was read in the last 5 s still counts.
        expect(m.find('alicit_analises_abertas')).not.toEqual([]);
        salto += 5000;
        await until(async () => !(m = await read()).find('alicit_analises_abertas').length, 'a coleta falhar', 15_000);
        // The reading waits 2.5 s at most, and nothing else waits for it.
        expect(agora() - inicio).toBeLessThan(8000);
        expect(m.find('alicit_analise_aberta_mais_antiga_segundos')).toEqual([]);
        expect(m.find('alicit_pool_conexoes', { estado: 'total' })[0]).toBeGreaterThan(0);
        expect((await read()).find('alicit_coleta_falhas_total', { coletor: 'analises_abertas' })[0]).toBeGreaterThan(0);
      } finally {
        await outro.query('rollback');
        await outro.release();
        // The failure counts for 5 s too.
        salto += 5000;
      }
      await until(async () => (await read()).find('alicit_analises_abertas').length > 0, 'a coleta voltar', 15_000);
    } finally {
      relogio.mockRestore();
    }
  });

  it('has all that alerts and dashboard ask for, and the guide explains each, as what it is', async () => {
    const { tipos } = await read();
    const exportadas = [...tipos.keys()].filter((n) => n.startsWith('alicit_')).sort();
    for (const nome of metricasUsadas()) expect([nome, tipos.has(nome.replace(/_sum$/, '')) || tipos.has(nome)]).toEqual([nome, true]);
    const documentadas = metricasDocumentadas();
    expect([...documentadas.keys()].sort()).toEqual(exportadas);
    const TIPOS: Readonly<Record<string, string>> = { contador: 'counter', gauge: 'gauge', histograma: 'histogram' };
    expect([...documentadas].map(([nome, { tipo }]) => [nome, TIPOS[tipo]])).toEqual([...documentadas.keys()].map((nome) => [nome, tipos.get(nome)]));
    expect([...documentadas].filter(([, { banco }]) => banco).map(([nome]) => nome).sort()).toEqual([...t.app.get(MetricasService).doBanco].sort());
  });

  it('gives its metrics Portuguese help, a unit in the name, and labels of few values', async () => {
    const m = await read();
    const ajudas = new Map([...m.texto.matchAll(/^# HELP (alicit_\w+) (.*)$/gm)].map((h) => [h[1]!, h[2]!]));
    for (const [nome, ajuda] of ajudas) {
      expect([nome, /[a-zà-ú]{3}.*\.$/i.test(ajuda)]).toEqual([nome, true]);
      if (m.tipos.get(nome) === 'counter') expect(nome).toMatch(/_total$/);
      if (/dura|espera|idade|atraso/i.test(ajuda.split(/[.:;,]/)[0]!) && m.tipos.get(nome) === 'histogram') expect(nome).toMatch(/_segundos$/);
    }
    const { banco } = { banco: t.app.get(MetricasService).doBanco };
    for (const nome of banco) expect([nome, ajudas.get(nome)]).toEqual([nome, expect.stringContaining('use max()') as unknown]);
    const documentadas = metricasDocumentadas();
    for (const [, nome, rotulos] of m.texto.matchAll(/^(alicit_\w+?)(?:_bucket|_sum|_count)?\{([^}]*)\}/gm)) {
      const nomes = [...rotulos!.matchAll(/(\w+)="/g)].map((r) => r[1]!).filter((r) => r !== 'le');
      expect([nome, nomes.filter((r) => !documentadas.get(nome!)?.rotulos.includes(r))]).toEqual([nome, []]);
    }
  });

  it('leaves out a gauge that cannot be read, and counts it', async () => {
    t.app.get(MetricasService).gauge('alicit_teste_quebrado', 'quebra', [], () => Promise.reject(new Error('não')));
    const m = await read();
    expect(m.find('alicit_teste_quebrado')).toEqual([]);
    expect((await read()).find('alicit_coleta_falhas_total', { coletor: 'teste_quebrado' })[0]).toBeGreaterThan(0);
  });
});
