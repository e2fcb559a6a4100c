import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExecucoesService, PossePerdida, type Posse } from '../../../src/analises/analises.module.js';
import type { ResumoAnalise } from '../../../src/analises/index.js';
import { JobsService } from '../../../src/jobs/jobs.module.js';
import { TrabalhosService } from '../../../src/storage/storage.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { enviar } from '../apoio.js';

const RESUMO: ResumoAnalise = { desfecho: 'GO', pode: 'sim', valeAPena: 'sim', estado: 'ABERTA', score: 80, validoAte: null, validoAteMotivo: null, orgao: null, objeto: null, numeroEdital: null, proximoPrazo: null, perguntas: 0 };
const ERRO = { codigo: 'arquivos_indisponiveis', mensagem: 'O disco falhou.' };
const FEITA = { inicio: new Date(), ms: 12, reaproveitada: false, trabalho: 'ler:1' };

/** A process that answers HTTP and runs nothing: the runs are the test's. */
describe('the lease of a run', () => {
  let app: AppDeTeste;
  let cliente: Cliente;
  let execucoes: ExecucoesService;
  let velha: Posse;
  let nova: Posse;
  beforeAll(async () => {
    app = await startApp({ ALICIT_ROLE: 'api' });
    execucoes = app.app.get(ExecucoesService);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    cliente = await app.createCliente();
    const { corpo } = await enviar(app, cliente);
    velha = (await execucoes.claim(corpo.id, 'a:1'))!;
    nova = (await execucoes.claim(corpo.id, 'b:2'))!;
  });

  const retrato = async (): Promise<string> => {
    const id = velha.analiseId;
    const partes = await Promise.all([
      app.fonte.query('select * from alicit.analise where id = $1', [id]), app.fonte.query('select * from alicit.analise_etapa where analise_id = $1 order by id', [id]), app.fonte.query('select * from alicit.analise_tentativa where analise_id = $1 order by id', [id]),
      app.fonte.query('select * from alicit.evento where analise_id = $1 order by sequencia', [id]), app.fonte.query(`select id from pgboss.job where data ->> 'analiseId' = $1`, [id]), app.fonte.query('select chave from alicit.trabalho where analise_id = $1', [id]),
    ]);
    return JSON.stringify(partes);
  };

  const ESCRITAS: Readonly<Record<string, (p: Posse) => Promise<unknown>>> = {
    startEtapa: (p) => execucoes.startEtapa(p, 'ler'),
    showProgresso: (p) => execucoes.showProgresso(p, 33),
    tellOcr: (p) => execucoes.tellOcr(p, 34, { feitas: 2, total: 9 }),
    finishEtapa: (p) => execucoes.finishEtapa(p, 'ler', FEITA),
    failEtapa: (p) => execucoes.failEtapa(p, 'ler', new Date(), 3, ERRO),
    fixAgora: (p) => execucoes.fixAgora({ ...p, agora: null }),
    conclude: (p) => execucoes.conclude(p, { resumo: RESUMO, resultado: 'julgar:1', relatorio: 'relatar:1' }),
    fail: (p) => execucoes.fail(p, ERRO),
    postpone: (p) => execucoes.postpone(p, ERRO, 5),
    handBack: (p) => execucoes.handBack(p),
  };

  it.each(Object.keys(ESCRITAS))('%s: an old token writes nothing, the live one writes', async (nome) => {
    const antes = await retrato();
    await expect(ESCRITAS[nome]!(velha)).rejects.toBeInstanceOf(PossePerdida);
    expect(await retrato()).toBe(antes);
    await ESCRITAS[nome]!(nova);
    expect(await retrato()).not.toBe(antes);
  });

  it('finished work is stored under the live token only', async () => {
    const trabalhos = app.app.get(TrabalhosService);
    const trabalho = { chave: `julgar:${velha.analiseId}`, etapa: 'julgar', organizacaoId: velha.organizacaoId, resultado: Buffer.from('x'), arquivos: [] };
    expect(await trabalhos.put(trabalho, velha)).toBe('sem_posse');
    expect(await trabalhos.find(trabalho.chave)).toBeNull();
    expect(await trabalhos.put(trabalho, nova)).toBe('gravado');
    expect(await trabalhos.put(trabalho, nova)).toBe('ja_existia');
  });

  it('a run that is taken over ends the attempt before as interrupted, and counts', async () => {
    expect(nova).toMatchObject({ tentativa: 2, analiseId: velha.analiseId });
    expect(BigInt(nova.token)).toBeGreaterThan(BigInt(velha.token));
    const tentativas = await app.fonte.query<{ numero: number; desfecho: string | null }[]>('select numero, desfecho from alicit.analise_tentativa where analise_id = $1 order by id', [velha.analiseId]);
    expect(tentativas).toEqual([{ numero: 1, desfecho: 'interrompida' }, { numero: 2, desfecho: null }]);
  });

  it('a stage ends once, even when it is finished twice under the live token', async () => {
    await execucoes.finishEtapa(nova, 'ler', FEITA);
    await execucoes.finishEtapa(nova, 'ler', { ...FEITA, ms: 99 });
    const etapas = await app.fonte.query<{ ms: number }[]>(`select ms from alicit.analise_etapa where analise_id = $1 and estado = 'concluida'`, [nova.analiseId]);
    expect(etapas).toEqual([{ ms: 12 }]);
    const eventos = await app.fonte.query<unknown[]>(`select 1 from alicit.evento where analise_id = $1 and dados ->> 'situacao' = 'concluida'`, [nova.analiseId]);
    expect(eventos).toHaveLength(1);
  });

  it('an ended analysis is claimed by nobody, and its moment of judgement stays', async () => {
    const semSimular = { ...nova, agora: null };
    const agora = await execucoes.fixAgora(semSimular);
    expect(await execucoes.fixAgora(semSimular)).toBe(agora);
    await execucoes.conclude(nova, { resumo: RESUMO, resultado: 'julgar:1', relatorio: 'relatar:1' });
    expect(await execucoes.claim(nova.analiseId, 'c:3')).toBeNull();
  });

  it('a handed back run does not count as an attempt and has a job of its own; a postponed one waits', async () => {
    await execucoes.handBack(nova);
    const devolvida = await app.fonte.query<{ estado: string; tentativas: number }[]>('select estado, tentativas from alicit.analise where id = $1', [nova.analiseId]);
    expect(devolvida).toEqual([{ estado: 'na_fila', tentativas: 1 }]);
    const outra = (await execucoes.claim(nova.analiseId, 'c:3'))!;
    await execucoes.postpone(outra, ERRO, 60);
    const jobs = await app.fonte.query<{ espera: number }[]>(`select extract(epoch from start_after - created_on)::int as espera from pgboss.job where data ->> 'analiseId' = $1 order by created_on`, [nova.analiseId]);
    expect(jobs.map((j) => j.espera)).toEqual([0, 0, 60]);
  });

  it('an accepted analysis that no job will ever take gets one again', async () => {
    await app.app.get(JobsService).ready();
    await app.fonte.query(`delete from pgboss.job where data ->> 'analiseId' = $1`, [nova.analiseId]);
    expect(await execucoes.rescue()).toBe(0);
    await app.fonte.query(`update alicit.analise set criada_em = now() - interval '2 minutes' where id = $1`, [nova.analiseId]);
    expect(await execucoes.rescue()).toBe(1);
    expect(await execucoes.rescue()).toBe(0);
  });
});
