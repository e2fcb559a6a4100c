import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { reindexarCommand } from '../../src/cli/reindexar.command.js';
import { parseConfig, type Config } from '../../src/config/index.js';
import { startPineconeServer, type PineconeServer } from '../support/pinecone-server/index.js';
import { openBase, type BaseDeVetores } from './banco.js';
import { CONTEXTO, createProcesso, ModelosDeMentira, type Processo } from './servico.js';

const TEXTOS = Array.from({ length: 230 }, (_, i) => ({ id: `p${String(i).padStart(3, '0')}`, texto: `clausula ${i} ${'abcdefghijklmnopqrstuvwxyz'.slice(i % 20, (i % 20) + 3 + (i % 5))} ${i % 7 ? 'prazo' : 'multa'}` }));

describe('with vectors in Pinecone', () => {
  let base: BaseDeVetores;
  let servidor: PineconeServer;
  let noPinecone: Config;
  let modelos: ModelosDeMentira;
  let exact: Processo;
  let pinecone: Processo;
  let colecao: string;
  beforeAll(async () => {
    base = await openBase();
    servidor = await startPineconeServer({ atrasoMs: 60 });
    noPinecone = parseConfig({ DATABASE_URL: base.url, OPENAI_API_KEY: 'sk-teste', PINECONE_API_KEY: servidor.chave, PINECONE_CONTROLLER_URL: servidor.url, ALICIT_VETORES_TEMPO_S: '2' }, '/');
  });
  afterAll(async () => {
    await servidor.close();
    await base.close();
  });
  beforeEach(async () => {
    servidor.calm();
    for (const tabela of ['vetor_colecao', 'vetor_conjunto']) await base.fonte.query(`delete from alicit.${tabela}`);
    colecao = `trechos.${randomUUID()}`;
    modelos = new ModelosDeMentira();
    exact = createProcesso(base, base.fonte, modelos);
    pinecone = createProcesso(base, base.fonte, modelos, noPinecone);
  });

  const ensure = (p: Processo, nome = colecao) => p.vetores.ensure(nome, async () => TEXTOS, CONTEXTO);
  const idsOf = async (p: Processo, nome = colecao) => (await p.vetores.nearest(nome, [TEXTOS[40]!.texto], { top: 5, contexto: CONTEXTO }))?.[0]?.map((v) => v.id) ?? null;
  const linhaDe = async (nome = colecao) => (await base.fonte.query<Record<string, unknown>[]>('select loja, estado, total, copia_para, sobra_em from alicit.vetor_colecao where colecao = $1', [nome]))[0];

  describe('a collection', () => {
    it('is whole only when all of it is seen, and then answers the same as the exact store', async () => {
      expect(await ensure(pinecone)).toBe(true);
      expect(await linhaDe()).toEqual({ loja: 'pinecone', estado: 'inteira', total: 230, copia_para: null, sobra_em: null });
      const doPinecone = await pinecone.vetores.nearest(colecao, [TEXTOS[40]!.texto], { top: 300, contexto: CONTEXTO });
      expect(doPinecone![0]).toHaveLength(230);
      const outra = `${colecao}-exact`;
      await ensure(exact, outra);
      expect(await idsOf(pinecone)).toEqual(expect.arrayContaining((await idsOf(exact, outra))!.slice(0, 1)));
    });

    it('is paid once by two processes that ask at once', async () => {
      const outro = createProcesso(base, base.fonte, modelos, noPinecone);
      expect(await Promise.all([ensure(pinecone), ensure(outro), ensure(pinecone), ensure(outro)])).toEqual([true, true, true, true]);
      expect(new Set(modelos.pagos.values())).toEqual(new Set([1]));
    });

    it('is not there while Pinecone fails, and is left alone for a while after failing', async () => {
      servidor.next('conexao_cortada', 100);
      expect([await ensure(pinecone), await ensure(pinecone), await ensure(pinecone)]).toEqual([false, false, false]);
      const desde = servidor.ledger.length;
      expect(await ensure(pinecone)).toBe(false);
      expect(servidor.ledger.length).toBe(desde);
      expect(await linhaDe()).toMatchObject({ estado: 'fazendo' });
      servidor.calm();
      expect(await ensure(createProcesso(base, base.fonte, modelos, noPinecone))).toBe(true);
    });

    it('that an unfinished maker sent is not sent again, and one made elsewhere answers from there', async () => {
      const lento = await startPineconeServer({ atrasoMs: 2300 });
      const config = parseConfig({ DATABASE_URL: base.url, OPENAI_API_KEY: 'sk', PINECONE_API_KEY: lento.chave, PINECONE_CONTROLLER_URL: lento.url, ALICIT_VETORES_TEMPO_S: '1' }, '/');
      const p = createProcesso(base, base.fonte, modelos, config);
      expect(await ensure(p)).toBe(false);
      expect(await linhaDe()).toMatchObject({ estado: 'gravada', total: 230 });
      expect(await idsOf(p)).toBeNull();
      const ate = performance.now() + 5000;
      let inteira = await ensure(p);
      while (!inteira && performance.now() < ate && (await linhaDe())!['estado'] === 'gravada') inteira = await ensure(p);
      expect(modelos.chamadas.filter((c) => c.finalidade === 'trechos').length).toBeLessThanOrEqual(2);
      await lento.close();
      await exact.vetores.ensure(`${colecao}-x`, async () => TEXTOS, CONTEXTO);
      expect(await idsOf(pinecone, `${colecao}-x`)).toEqual(await idsOf(exact, `${colecao}-x`));
    });
  });

  describe('reindexar', () => {
    const run = (p: Processo, extra: object = {}) => p.reindexacao.run({ de: 'exact', para: 'pinecone', ...extra });

    it('moves closed and open collections, which answer the same, and pays for nothing', async () => {
      await ensure(exact);
      await exact.vetores.put('acervo.x', TEXTOS.slice(0, 150), CONTEXTO);
      const [antes, pagos] = [await idsOf(exact), modelos.chamadas.length];
      const passos: number[] = [];
      expect(await run(pinecone, { onProgresso: (p: { feitos: number }) => passos.push(p.feitos) })).toEqual({ colecoes: 2, vetores: 380, ocupadas: [], faltam: [] });
      expect(passos).toEqual([0, 100, 150, 0, 100, 200, 230]);
      expect(modelos.chamadas.length).toBe(pagos);
      expect(await linhaDe()).toEqual({ loja: 'pinecone', estado: 'inteira', total: 230, copia_para: null, sobra_em: null });
      expect(await linhaDe('acervo.x')).toMatchObject({ loja: 'pinecone', estado: 'aberta', total: null });
      expect(await idsOf(pinecone)).toEqual(antes);
      expect(await base.fonte.query('select 1 from alicit.vetor_conjunto')).toEqual([]);
      const desde = servidor.ledger.filter((p) => p.rota === 'upsert').length;
      expect(await run(pinecone)).toEqual({ colecoes: 0, vetores: 0, ocupadas: [], faltam: [] });
      expect(servidor.ledger.filter((p) => p.rota === 'upsert').length).toBe(desde);
    });

    it('goes on from the page where it was cut, and serves from the old store meanwhile', async () => {
      await ensure(exact);
      const antes = await idsOf(exact);
      const corte = new AbortController();
      await expect(run(pinecone, { sinal: corte.signal, onProgresso: (p: { feitos: number }) => p.feitos === 100 && corte.abort(new Error('cortado')) })).rejects.toThrow('cortado');
      expect(await linhaDe()).toMatchObject({ loja: 'exact', estado: 'inteira', copia_para: 'pinecone' });
      expect(await idsOf(pinecone)).toEqual(antes);
      const desde = servidor.ledger.length;
      expect(await run(pinecone)).toMatchObject({ colecoes: 1, vetores: 230, faltam: [] });
      expect(servidor.ledger.slice(desde).filter((p) => p.rota === 'upsert').map((p) => p.itens)).toEqual([100, 30]);
      expect(await idsOf(pinecone)).toEqual(antes);
    });

    it('keeps what is written to an open collection while it is copied', async () => {
      await exact.vetores.put('acervo.y', TEXTOS.slice(0, 210), CONTEXTO);
      let escrito: Promise<unknown> | null = null;
      const write = async () => {
        await pinecone.vetores.put('acervo.y', [{ id: 'p000', texto: 'zzz' }, { id: 'novo', texto: 'yyy' }], CONTEXTO);
        await pinecone.vetores.remove('acervo.y', ['p001']);
      };
      const feita = await run(pinecone, { onProgresso: (p: { feitos: number }) => void (p.feitos >= 100 && (escrito ??= write())) });
      await escrito;
      expect(feita).toMatchObject({ colecoes: 1, faltam: [] });
      const achados = (await pinecone.vetores.nearest('acervo.y', ['zzz'], { top: 500, contexto: CONTEXTO }))![0]!;
      expect(achados[0]!.id).toBe('p000');
      expect(achados.map((v) => v.id)).toContain('novo');
      expect(achados.map((v) => v.id)).not.toContain('p001');
    });

    it('leaves alone what others work on', async () => {
      await ensure(exact);
      await base.fonte.query(`update alicit.vetor_colecao set posse = 'outro', posse_ate = now() + interval '1 minute'`);
      expect(await run(pinecone)).toEqual({ colecoes: 0, vetores: 0, ocupadas: [colecao], faltam: [] });
    });

    it('moves one collection, back too, and the sweep erases a copy that was left behind', async () => {
      await ensure(exact);
      await ensure(exact, `${colecao}-2`);
      expect(await run(pinecone, { colecao })).toMatchObject({ colecoes: 1 });
      expect([(await linhaDe())!['loja'], (await linhaDe(`${colecao}-2`))!['loja']]).toEqual(['pinecone', 'exact']);
      const deVolta = createProcesso(base, base.fonte, modelos, parseConfig({ DATABASE_URL: base.url, OPENAI_API_KEY: 'sk', PINECONE_API_KEY: servidor.chave, PINECONE_CONTROLLER_URL: servidor.url, ALICIT_VETORES: 'exact' }, '/'));
      expect(await deVolta.reindexacao.run({ de: 'pinecone', para: 'exact' })).toMatchObject({ colecoes: 1, vetores: 230 });
      expect(await idsOf(exact)).toEqual(await idsOf(deVolta));
      await base.fonte.query(`update alicit.vetor_colecao set loja = 'pinecone', sobra_em = 'exact' where colecao = $1`, [colecao]);
      expect(await pinecone.varredura.sweep()).toBe(1);
      expect(await base.fonte.query('select colecao from alicit.vetor_conjunto')).toEqual([{ colecao: `${colecao}-2` }]);
      expect((await linhaDe())!['sobra_em']).toBeNull();
    });

    it('leaves what a store that fails still holds to a later sweep, and sweeps the others', async () => {
      await ensure(pinecone);
      await ensure(exact, `${colecao}-e`);
      await base.fonte.query(`update alicit.vetor_colecao set usada_em = now() - interval '91 days'`);
      servidor.next('conexao_cortada', 10);
      await expect(pinecone.varredura.sweep()).rejects.toMatchObject({ codigo: 'vetores_indisponiveis' });
      expect(await base.fonte.query('select colecao, estado, posse from alicit.vetor_colecao')).toEqual([{ colecao, estado: 'apagando', posse: null }]);
      expect(await idsOf(pinecone)).toBeNull();
      servidor.calm();
      expect(await pinecone.varredura.sweep()).toBe(1);
      expect(await base.fonte.query('select 1 from alicit.vetor_colecao')).toEqual([]);
    });

    it('refuses what would not be used', async () => {
      await expect(exact.reindexacao.run({ de: 'exact', para: 'pgvector' })).rejects.toMatchObject({ codigo: 'reindexacao_invalida', message: expect.stringContaining('ALICIT_VETORES=pgvector') });
      await expect(run(exact)).rejects.toMatchObject({ codigo: 'reindexacao_invalida', message: expect.stringContaining('PINECONE_API_KEY') });
      await expect(run(pinecone, { de: 'pinecone' })).rejects.toMatchObject({ codigo: 'reindexacao_invalida' });
    });
  });

  describe('alicit reindexar', () => {
    const call = async (p: Processo, ...args: readonly string[]) => {
      const dito = { saida: '', falhou: false, erro: null as unknown };
      const comando = reindexarCommand({
        banco: async () => ({ get: () => p.reindexacao }) as unknown as INestApplicationContext, app: () => Promise.reject(new Error('não')), entrada: (c) => c, saida: (c) => c,
        print: (t) => void (dito.saida += t), tell: () => undefined, fail: () => void (dito.falhou = true),
      });
      await comando.exitOverride().parseAsync(['node', 'alicit', ...args]).catch((e: unknown) => void (dito.erro = e));
      return dito;
    };

    it('says what it did, and that there is nothing left the second time', async () => {
      await ensure(exact);
      expect(await call(pinecone, '--de', 'exact', '--para', 'pinecone')).toEqual({ saida: '1 coleção com 230 vetores, de exact para pinecone: levada e conferida.\n', falhou: false, erro: null });
      expect(await call(pinecone, '--de', 'exact', '--para', 'pinecone')).toMatchObject({ saida: 'Nada a levar: não há coleções em exact.\n', falhou: false });
      await base.fonte.query(`update alicit.vetor_colecao set loja = 'exact', posse = 'outro', posse_ate = now() + interval '1 minute'`);
      expect(await call(pinecone, '--de', 'exact', '--para', 'pinecone')).toMatchObject({ saida: expect.stringContaining(colecao), falhou: true });
      expect((await call(pinecone, '--de', 'disco', '--para', 'pinecone')).erro).toMatchObject({ codigo: 'mau_uso' });
    });
  });
});
