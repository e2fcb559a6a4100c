import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { parseConfig } from '../../src/config/index.js';
import type { LicitacoesService } from '../../src/licitacoes/licitacoes.module.js';
import type { Turno } from '../../src/perguntas/conversa/resposta.js';
import { ConversaEntity } from '../../src/perguntas/memoria/conversa.entity.js';
import { ConversasService, MAX_TURNOS } from '../../src/perguntas/memoria/conversas.service.js';
import { DIAS_SEM_USO, sweepConversas } from '../../src/perguntas/memoria/sweep-conversas.js';
import { TurnoEntity } from '../../src/perguntas/memoria/turno.entity.js';
import { newId } from '../../src/storage/index.js';
import { DaOrganizacao } from '../../src/storage/storage.module.js';
import { createOpcoes } from '../../src/storage/data-source.js';
import { MIGRADO } from '../support/app.js';
import { createBanco } from '../support/postgres.js';

describe('what is remembered of questions', () => {
  let banco: Awaited<ReturnType<typeof createBanco>>;
  let fonte: DataSource;
  let conversas: ConversasService;
  let [org, lic] = ['', ''];

  beforeAll(async () => {
    banco = await createBanco('conversas', MIGRADO);
    fonte = await new DataSource({ ...createOpcoes(banco.url, parseConfig({}, '.').banco, () => undefined), entities: [ConversaEntity, TurnoEntity] }).initialize();
    // Whether the tender is theirs is another service's business: here it always is.
    conversas = new ConversasService(new DaOrganizacao(fonte), { get: async () => ({}) } as unknown as LicitacoesService);
  });
  afterAll(async () => {
    await fonte.destroy();
    await banco.drop();
  });
  beforeEach(async () => {
    [org, lic] = await seed();
  });

  const seed = async (): Promise<[string, string]> => {
    const [o, l] = [newId('org'), newId('lic')];
    await fonte.query('insert into alicit.organizacao (id, nome) values ($1, $1)', [o]);
    await fonte.query(`insert into alicit.licitacao (id, organizacao_id, origem) values ($1, $2, 'arquivos')`, [l, o]);
    return [o, l];
  };
  const turno = (conversaId: string, mudanca: Partial<Turno> = {}): Turno => ({
    id: newId('per'), conversaId, empresaId: null, pergunta: 'Qual o prazo?', perguntaEntendida: null, encontrado: false, confianca: 0.1, resposta: 'Não encontrado no edital.', afirmacoes: [], citacoes: [], trechos: [],
    modelo: null, motivoSemModelo: 'sem chave', descartadas: [], uso: null, criadaEm: new Date().toISOString(), ...mudanca,
  });
  const begin = async (mudanca: Partial<Turno> = {}): Promise<string> => (await conversas.add(org, lic, turno(newId('cnv'), mudanca), true)).conversaId;
  const count = async (tabela: string): Promise<number> => (await fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.${tabela} where organizacao_id = $1`, [org]))[0]!.n;

  it('numbers turns in order, also those that come at once, and gives them back as they were', async () => {
    const id = await begin({ pergunta: 'primeira \u0000 \ud800?', perguntaEntendida: 'Primeira' });
    const outros = await Promise.all([1, 2, 3, 4].map((n) => conversas.add(org, lic, turno(id, { pergunta: `pergunta ${n}` }), false)));
    const { conversa, turnos } = await conversas.get(org, lic, id);
    expect([conversa.turnos, conversa.titulo, turnos.length]).toEqual([5, turnos[0]!.pergunta, 5]);
    expect(turnos[0]!.pergunta).not.toMatch(/[\u0000\ud800]/);
    expect([...turnos.slice(1)].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...outros].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(Object.keys(turnos[1]!)).toEqual(Object.keys(outros[0]!));
  });

  it('ends a conversation that is too long, whoever asks', async () => {
    const id = await begin();
    await fonte.query('update alicit.conversa set turnos = $2 where id = $1 and organizacao_id = $3', [id, MAX_TURNOS - 1, org]);
    await conversas.join(org, lic, id);
    const juntos = await Promise.allSettled([1, 2].map(() => conversas.add(org, lic, turno(id), false)));
    expect(juntos.map((r) => (r.status === 'fulfilled' ? 'ok' : (r.reason as { codigo: string }).codigo)).sort()).toEqual(['conversa_cheia', 'ok']);
    await expect(conversas.join(org, lic, id)).rejects.toMatchObject({ codigo: 'conversa_cheia' });
  });

  it('is one tender’s of one organisation: for others it does not exist', async () => {
    const id = await begin();
    const [outraOrg, outraLic] = await seed();
    for (const [o, l] of [[outraOrg, lic], [org, outraLic], [outraOrg, outraLic]] as const) {
      await expect(conversas.get(o, l, id)).rejects.toMatchObject({ codigo: 'conversa_nao_encontrada' });
      await expect(conversas.erase(o, l, id)).rejects.toMatchObject({ codigo: 'conversa_nao_encontrada' });
      await expect(conversas.add(o, l, turno(id), false)).rejects.toMatchObject({ tipo: 'nao_encontrado' });
      expect((await conversas.list(o, l, { limite: 10 })).itens).toEqual([]);
    }
    await expect(conversas.get(org, lic, 'cnv_x')).rejects.toMatchObject({ codigo: 'conversa_nao_encontrada' });
    expect((await conversas.get(org, lic, id)).turnos).toHaveLength(1);
  });

  it('is not written where what it was asked about was erased meanwhile', async () => {
    await fonte.query('delete from alicit.licitacao where id = $1 and organizacao_id = $2', [lic, org]);
    await expect(begin()).rejects.toMatchObject({ codigo: 'licitacao_nao_encontrada' });
    [org, lic] = await seed();
    await expect(begin({ empresaId: newId('emp') })).rejects.toMatchObject({ codigo: 'empresa_nao_encontrada' });
    expect([await count('conversa'), await count('conversa_turno')]).toEqual([0, 0]);
  });

  it('goes with its tender, and when nobody asks for long', async () => {
    const [velha, nova] = [await begin(), await begin()];
    await fonte.query(`update alicit.conversa set atualizada_em = now() - $2 * interval '1 day' where id = $1 and organizacao_id = $3`, [velha, DIAS_SEM_USO + 1, org]);
    await sweepConversas(fonte);
    expect((await conversas.list(org, lic, { limite: 10 })).itens.map((c) => c.id)).toEqual([nova]);
    await fonte.query('delete from alicit.licitacao where id = $1 and organizacao_id = $2', [lic, org]);
    expect([await count('conversa'), await count('conversa_turno')]).toEqual([0, 0]);
  });
});
