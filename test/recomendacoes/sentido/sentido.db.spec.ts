import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NovidadesService } from '../../../src/recomendacoes/recomendacoes.module.js';
import { SentidoService } from '../../../src/recomendacoes/sentido/sentido.service.js';
import { VetoresDoAcervo } from '../../../src/recomendacoes/sentido/vetores-do-acervo.service.js';
import { newId } from '../../../src/storage/index.js';
import { startApp, type AppDeTeste } from '../../support/app.js';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/index.js';
import { licitacao, numeroDe, receive } from '../apoio.js';

/** In a process that takes no jobs: each turn is asked for here. */
describe('recommendations by meaning', () => {
  let t: AppDeTeste;
  let openai: OpenAiServer;
  let vetores: VetoresDoAcervo;
  let quem: { organizacaoId: string; empresaId: string };
  beforeAll(async () => {
    openai = await startOpenAiServer({ chave: 'sk-teste' });
    t = await startApp({ ALICIT_ROLE: 'api', OPENAI_API_KEY: 'sk-teste', OPENAI_BASE_URL: openai.url, ALICIT_EMBEDDING_DIMENSOES: '256', ALICIT_VETORES_ACERVO: '1', ALICIT_MODEL_TENTATIVAS: '1' });
    vetores = t.app.get(VetoresDoAcervo);
    const { organizacaoId } = await t.createCliente();
    quem = { organizacaoId, empresaId: newId('emp') };
    await t.fonte.query('insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, $4)', [quem.empresaId, organizacaoId, '11222333000181', JSON.stringify({ cnpj: '11222333000181', descricao: 'Pavimentação asfáltica e recapeamento de ruas e avenidas' })]);
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas do bairro'), licitacao(2, 'Aquisição de medicamentos para a farmácia básica'), licitacao(3, 'Recapeamento asfáltico de avenidas')]);
    await t.app.get(NovidadesService).run();
  });
  afterAll(async () => {
    await t.close();
    await openai.close();
  });
  const pedidos = () => openai.ledger.filter((l) => l.rota === 'embeddings').length;

  it('makes a vector of every tender once, and says which are nearest to a company', async () => {
    expect(await vetores.run()).toEqual({ feitos: 3, tirados: 0 });
    const depois = pedidos();
    expect(await vetores.run()).toEqual({ feitos: 0, tirados: 0 });
    expect(pedidos()).toBe(depois);
    const perto = await t.app.get(SentidoService).nearest(quem);
    expect(new Set(perto.slice(0, 2))).toEqual(new Set([numeroDe(1), numeroDe(3)]));
    expect(JSON.stringify(openai.ledger)).not.toContain('11222333000181');
  });

  it('matches with what is near, whatever the words alone would give', async () => {
    const topicos = async () => Object.fromEntries((await t.fonte.query<{ numero: string; topico: number }[]>('select numero, topico from alicit.recomendacao where empresa_id = $1', [quem.empresaId])).map((l) => [l.numero, l.topico]));
    await t.app.get(NovidadesService).refresh();
    const com = await topicos();
    openai.script({ rota: 'embeddings', vezes: Infinity }, 'erro_500');
    await t.fonte.query(`update alicit.empresa set perfil = jsonb_set(perfil, '{descricao}', '"Pavimentação asfáltica e recapeamento de ruas e avenidas."'), versao = versao + 1 where id = $1`, [quem.empresaId]);
    await t.app.get(NovidadesService).refresh();
    const sem = await topicos();
    expect(Object.keys(com).sort()).toEqual([numeroDe(1), numeroDe(3)].sort());
    for (const numero of Object.keys(com)) expect(com[numero]).toBeGreaterThan(sem[numero]!);
  });

  it('takes out what recommendations no longer look at', async () => {
    await t.fonte.query('delete from alicit.recomendacao_texto where numero = $1', [numeroDe(2)]);
    expect(await vetores.run()).toEqual({ feitos: 0, tirados: 1 });
    expect(await vetores.run()).toEqual({ feitos: 0, tirados: 0 });
  });
});
