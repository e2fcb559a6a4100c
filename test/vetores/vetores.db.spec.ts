import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { parseConfig } from '../../src/config/index.js';
import { AlicitError } from '../../src/kernel/index.js';
import { ModelosService } from '../../src/modelos/modelos.module.js';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { startOpenAiServer } from '../support/openai-server/index.js';
import { openBase, type BaseDeVetores } from './banco.js';
import { CONTEXTO, createProcesso, ModelosDeMentira, type Processo } from './servico.js';

const TEXTOS = ['garantia de execucao', 'prazo de entrega', 'visita tecnica', 'habilitacao juridica', 'multa por atraso'].map((texto, i) => ({ id: `p${i}`, texto }));
const SEM_ORCAMENTO = new AlicitError('indisponivel', 'orcamento_esgotado', 'O orçamento acabou.');

describe('vectors of a collection', () => {
  let base: BaseDeVetores;
  let modelos: ModelosDeMentira;
  let a: Processo;
  let b: Processo;
  let colecao: string;
  let outra: DataSource;
  beforeAll(async () => {
    base = await openBase({ ALICIT_EMBEDDING_LOTE: '2' });
    outra = await base.another();
  });
  afterAll(() => base.close());
  beforeEach(async () => {
    modelos = new ModelosDeMentira();
    colecao = `trechos.${randomUUID()}`;
    a = createProcesso(base, base.fonte, modelos);
    b = createProcesso(base, outra, modelos);
  });

  const ensure = (p: Processo, nome = colecao, textos = TEXTOS) => p.vetores.ensure(nome, async () => textos, CONTEXTO);
  const nearest = (p: Processo, perguntas: readonly string[], top = 2) => p.vetores.nearest(colecao, perguntas, { top, contexto: CONTEXTO });
  const linhaDe = async () => (await base.fonte.query<Record<string, unknown>[]>('select estado, total, dimensoes, loja, modelo, posse from alicit.vetor_colecao where colecao = $1', [colecao]))[0];
  const change = (set: string) => base.fonte.query(`update alicit.vetor_colecao set ${set} where colecao = $1`, [colecao]);

  it('are made once, a lot at a time, and asked with one call for all questions', async () => {
    expect(await nearest(a, ['garantia'])).toBeNull();
    expect(await ensure(a)).toBe(true);
    expect(modelos.chamadas.map((c) => c.textos.length)).toEqual([2, 2, 1]);
    expect(await linhaDe()).toEqual({ estado: 'inteira', total: 5, dimensoes: 26, loja: 'exact', modelo: 'text-embedding-3-small', posse: null });
    const textos = jest.fn(async () => TEXTOS);
    expect(await b.vetores.ensure(colecao, textos, CONTEXTO)).toBe(true);
    expect(textos).not.toHaveBeenCalled();
    const achados = await nearest(b, ['prazo de entrega', 'multa por atraso']);
    expect(achados!.map((v) => v[0]!.id)).toEqual(['p1', 'p4']);
    expect(achados!.map((v) => v.length)).toEqual([2, 2]);
    expect(achados![0]![0]!.nota).toBeCloseTo(1, 5);
    expect(modelos.chamadas.slice(3)).toEqual([{ textos: ['prazo de entrega', 'multa por atraso'], finalidade: 'consulta' }]);
  });

  it('are paid once by many who ask at once, in this process and in others', async () => {
    const pedidos = await Promise.all([a, b, a, b, a, b].map((p) => ensure(p)));
    expect(pedidos).toEqual(Array(6).fill(true));
    expect([...modelos.pagos.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  it('are gone on with after a maker that died, and by whoever waited for one that failed', async () => {
    modelos.antes = () => new Promise(() => undefined);
    void ensure(a);
    while ((await linhaDe())?.['posse'] == null) await new Promise((segue) => setTimeout(segue, 5));
    modelos.antes = () => Promise.resolve();
    const outro = ensure(b);
    await change(`posse_ate = now() - interval '1 second'`);
    expect(await outro).toBe(true);
    expect(await linhaDe()).toMatchObject({ estado: 'inteira', total: 5 });
  });

  it('are not there when there is no money, and are when there is again', async () => {
    modelos.falha = SEM_ORCAMENTO;
    expect(await Promise.all([ensure(a), ensure(a)])).toEqual([false, false]);
    expect(await nearest(a, ['x'])).toBeNull();
    expect(await linhaDe()).toMatchObject({ estado: 'fazendo', posse: null });
    modelos.falha = null;
    expect(await ensure(a)).toBe(true);
    modelos.falha = SEM_ORCAMENTO;
    expect(await nearest(a, ['x'])).toBeNull();
  });

  it('are not asked for without a key', async () => {
    modelos.configurado = false;
    expect([a.vetores.ligado, await ensure(a), await nearest(a, ['x']), await a.vetores.put(colecao, TEXTOS, CONTEXTO)]).toEqual([false, false, null, false]);
    expect(await linhaDe()).toBeUndefined();
  });

  it('end with who gave up, who leaves them to be made by others', async () => {
    const desiste = new AbortController();
    modelos.antes = async () => desiste.abort(new Error('desistiu'));
    await expect(a.vetores.ensure(colecao, async () => TEXTOS, { ...CONTEXTO, sinal: desiste.signal })).rejects.toThrow('desistiu');
    await expect(a.vetores.nearest(colecao, ['x'], { top: 1, contexto: { ...CONTEXTO, sinal: AbortSignal.abort(new Error('desistiu')) } })).resolves.toBeNull();
    modelos.antes = () => Promise.resolve();
    expect(await ensure(b)).toBe(true);
    await expect(a.vetores.nearest(colecao, ['x'], { top: 1, contexto: { ...CONTEXTO, sinal: AbortSignal.abort(new Error('desistiu')) } })).rejects.toThrow('desistiu');
  });

  it('of no text at all cost nothing', async () => {
    expect(await ensure(a, colecao, [])).toBe(true);
    expect(await nearest(a, ['x', 'y'])).toEqual([[], []]);
    expect(modelos.chamadas).toEqual([]);
  });

  it('of another model are made again', async () => {
    expect(await ensure(a)).toBe(true);
    await change(`modelo = 'outro', dimensoes = 26`);
    expect(await nearest(a, ['x'])).toBeNull();
    expect(await ensure(a, colecao, TEXTOS.slice(0, 2))).toBe(true);
    expect(await linhaDe()).toMatchObject({ estado: 'inteira', total: 2, modelo: 'text-embedding-3-small' });
    expect((await nearest(a, ['visita tecnica'], 9))![0]).toHaveLength(2);
  });

  it('in a store this process cannot use are made again in its own', async () => {
    expect(await ensure(a)).toBe(true);
    await change(`loja = 'pinecone'`);
    expect(await nearest(a, ['visita'])).toBeNull();
    expect(await ensure(a)).toBe(true);
    expect(await linhaDe()).toMatchObject({ estado: 'inteira', loja: 'exact' });
  });

  it('that somebody erased from the store are made again', async () => {
    expect(await ensure(a)).toBe(true);
    await base.fonte.query('delete from alicit.vetor_conjunto where colecao = $1', [colecao]);
    expect(await nearest(a, ['visita tecnica'])).toBeNull();
    expect(await ensure(b)).toBe(true);
    expect((await nearest(a, ['visita tecnica']))![0]![0]!.id).toBe('p2');
  });

  it('grow and shrink where the collection is open', async () => {
    expect(await a.vetores.put(colecao, TEXTOS.slice(0, 3), CONTEXTO)).toBe(true);
    expect(await b.vetores.put(colecao, [{ id: 'p0', texto: 'outra coisa' }, TEXTOS[3]!], CONTEXTO)).toBe(true);
    expect(await linhaDe()).toMatchObject({ estado: 'aberta', total: null });
    expect((await nearest(a, ['outra coisa']))![0]![0]!.id).toBe('p0');
    await a.vetores.remove(colecao, ['p0', 'p1']);
    expect((await nearest(b, ['outra coisa'], 9))![0]!.map((v) => v.id).sort()).toEqual(['p2', 'p3']);
    await a.vetores.remove(`trechos.${randomUUID()}`, ['p0']);
  });

  it('go with an erased file: what is made of it is not marked whole', async () => {
    const [fica, sai] = ['1'.repeat(64), '2'.repeat(64)];
    await base.fonte.query('insert into alicit.arquivo (sha256, bytes) values ($1, 1), ($2, 1) on conflict do nothing', [fica, sai]);
    const opcoes = { arquivos: [fica, sai, '3'.repeat(64)] };
    expect(await a.vetores.ensure(colecao, async () => TEXTOS, CONTEXTO, opcoes)).toBe(true);
    expect(await base.fonte.query('select arquivos from alicit.vetor_colecao where colecao = $1', [colecao])).toEqual([{ arquivos: [fica, sai] }]);
    const segunda = `${colecao}-2`;
    const whileErased = async () => {
      await base.fonte.query('delete from alicit.arquivo where sha256 = $1', [sai]);
      return TEXTOS;
    };
    expect(await a.vetores.ensure(segunda, whileErased, CONTEXTO, opcoes)).toBe(false);
    expect(await base.fonte.query('select estado from alicit.vetor_colecao where colecao = $1', [segunda])).toEqual([{ estado: 'apagando' }]);
    await base.fonte.query('delete from alicit.arquivo');
  });

  it('tell what was done, by store and outcome', async () => {
    await ensure(a);
    await nearest(a, ['x']);
    const linhas = (await a.metricas.registro.metrics()).split('\n');
    expect(linhas).toContain('alicit_vetores_operacoes_total{loja="exact",operacao="query",resultado="ok"} 1');
    expect(linhas).toContain('alicit_vetores_operacoes_total{loja="exact",operacao="upsert",resultado="ok"} 3');
    expect(a.lojas.lastOf('exact')).toMatchObject({ operacao: 'query', resultado: 'ok' });
    expect(a.lojas.lastOf('pinecone')).toBeNull();
  });
});

describe('vectors paid to a model', () => {
  it('are paid once ever, whatever becomes of the collection', async () => {
    const base = await openBase();
    const servidor = await startOpenAiServer();
    const config = parseConfig({ DATABASE_URL: base.url, OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: servidor.url }, '/');
    const modelos = new ModelosService(config, base.fonte, new MetricasService());
    try {
      const um = createProcesso(base, base.fonte, modelos, config);
      const ensure = (p: Processo) => p.vetores.ensure('trechos.pagos', async () => TEXTOS, CONTEXTO);
      expect(await ensure(um)).toBe(true);
      const pagos = servidor.ledger.length;
      expect(pagos).toBe(1);
      for (const tabela of ['vetor_colecao', 'vetor_conjunto']) await base.fonte.query(`delete from alicit.${tabela}`);
      const outro = createProcesso(base, await base.another(), modelos, config);
      expect(await ensure(outro)).toBe(true);
      expect((await outro.vetores.nearest('trechos.pagos', [TEXTOS[2]!.texto], { top: 1, contexto: CONTEXTO }))![0]![0]).toMatchObject({ id: 'p2' });
      expect(servidor.ledger.length).toBe(pagos);
      servidor.set({ probabilidade: 1 });
      expect(await outro.vetores.nearest('trechos.pagos', [TEXTOS[2]!.texto], { top: 1, contexto: CONTEXTO })).not.toBeNull();
    } finally {
      await modelos.onApplicationShutdown();
      await servidor.close();
      await base.close();
    }
  });
});
