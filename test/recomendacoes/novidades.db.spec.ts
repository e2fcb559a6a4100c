import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { MotorService } from '../../src/recomendacoes/motor/motor.service.js';
import { NovidadesService, RecomendacoesService, sweepRecomendacoes } from '../../src/recomendacoes/recomendacoes.module.js';
import { VERSAO_MOTOR } from '../../src/recomendacoes/motor/versao.js';
import { newId } from '../../src/storage/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { emDias, EMPRESA, licitacao, numeroDe, receive } from './apoio.js';

/** Matches as they are kept, reverse matching, and what wakes it. In a process that takes no jobs: each turn is asked for here. */
describe('new tenders meet all companies', () => {
  let t: AppDeTeste;
  let novidades: NovidadesService;
  let donos: { cliente: Cliente; asfalto: string; remedios: string }[];
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api', ALICIT_RECOMENDACOES_MAX: '10', ALICIT_RECOMENDACOES_LOTE: '3', ALICIT_RECOMENDACOES_AVISO: '36', ALICIT_RECOMENDACOES_ESPERA_S: '0' });
    novidades = t.app.get(NovidadesService);
    donos = [];
    for (let i = 0; i < 2; i++) {
      const cliente = await t.createCliente();
      donos.push({ cliente, asfalto: await create(cliente, EMPRESA), remedios: await create(cliente, { cnpj: '11444777000161', descricao: 'Distribuidora de medicamentos', produtos: [{ descricao: 'medicamentos' }] }) });
    }
    expect(await novidades.refresh()).toBe(0);
    await receive(t, [licitacao(99, 'Aquisição de cadeiras')]);
    await novidades.run();
    expect(await novidades.refresh()).toBe(4);
    expect(await novidades.refresh()).toBe(0);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    for (const tabela of ['recomendacao', 'recomendacao_nova', 'recomendacao_texto', 'acervo_licitacao']) await t.fonte.query(`delete from alicit.${tabela}`);
  });

  const create = async (cliente: Cliente, perfil: object): Promise<string> => {
    const id = newId('emp');
    await t.fonte.query('insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, $4)', [id, cliente.organizacaoId, (perfil as { cnpj: string }).cnpj, JSON.stringify(perfil)]);
    return id;
  };
  const matches = async (empresa: string) => (await t.fonte.query<{ numero: string }[]>('select numero from alicit.recomendacao where empresa_id = $1 order by numero', [empresa])).map((l) => l.numero);
  const news = async (empresa: string) => (await t.fonte.query<{ numero: string }[]>('select numero from alicit.recomendacao_nova where empresa_id = $1 order by numero', [empresa])).map((l) => l.numero);
  const later = (dias: number) => ({ dataAtualizacao: emDias(dias), dataAtualizacaoGlobal: emDias(dias) });

  it('of every organisation, in batches, and leaves nothing in the queue; what is good enough is remembered for who tells of it, once', async () => {
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas'), licitacao(2, 'Aquisição de medicamentos'), licitacao(3, 'Aquisição de cadeiras'), licitacao(4, 'Recapeamento asfáltico de avenidas'), licitacao(5, 'Pavimentação asfáltica de vias', { dataEncerramentoProposta: emDias(-60) })]);
    expect(await novidades.run()).toMatchObject({ lotes: 2, mudados: 4, casamentos: 6, novas: 6 });
    for (const { asfalto, remedios } of donos) {
      expect([await matches(asfalto), await matches(remedios)]).toEqual([[1, 4].map(numeroDe), [numeroDe(2)]]);
      expect(await news(asfalto)).toEqual([1, 4].map(numeroDe));
    }
    expect(await t.fonte.query(`select 1 from alicit.acervo_fila where consumidor = 'recomendacoes'`)).toEqual([]);
    expect(await novidades.run()).toMatchObject({ lotes: 0 });
    await t.fonte.query('delete from alicit.recomendacao_nova');
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas do centro', later(-1))]);
    expect(await novidades.run()).toMatchObject({ mudados: 1, casamentos: 2, novas: 0 });
  });

  it('a date that changes matches nothing again; words that change do, and what they no longer say is forgotten', async () => {
    const [{ asfalto }] = donos as [typeof donos[0]];
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas')]);
    await novidades.run();
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas', { dataEncerramentoProposta: emDias(30), ...later(-2) })]);
    expect(await novidades.run()).toMatchObject({ lotes: 1, mudados: 0, casamentos: 0 });
    const [texto] = await t.fonte.query<{ encerramento: Date }[]>('select encerramento from alicit.recomendacao_texto');
    expect(texto!.encerramento.toISOString().slice(0, 10)).toBe(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await receive(t, [licitacao(1, 'Aquisição de cadeiras escolares', later(-1))]);
    expect(await novidades.run()).toMatchObject({ mudados: 1, casamentos: 0 });
    expect(await matches(asfalto)).toEqual([]);
  });

  it('items that arrive later are words too', async () => {
    const [{ remedios }] = donos as [typeof donos[0]];
    await receive(t, [licitacao(1, 'Registro de preços conforme termo de referência')]);
    await novidades.run();
    expect(await matches(remedios)).toEqual([]);
    await t.app.get(AcervoService).receiveItens(numeroDe(1), ['Dipirona sódica 500 mg, medicamento', 'Medicamento amoxicilina 500 mg'].map((descricao, i) => ({ numeroItem: i + 1, descricao, quantidade: 10, unidadeMedida: 'UN', tipoBeneficio: 1, materialOuServico: 'M' })), { vistaEm: new Date() });
    expect(await novidades.run()).toMatchObject({ mudados: 1 });
    expect(await matches(remedios)).toEqual([numeroDe(1)]);
    expect(await t.fonte.query('select me_epp from alicit.recomendacao_texto')).toEqual([{ me_epp: 'exclusiva' }]);
  });

  it('a batch that fails is seen again', async () => {
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas')]);
    const motor = t.app.get(MotorService);
    const casar = motor.casar.bind(motor);
    motor.casar = () => Promise.reject(new Error('planted'));
    await expect(novidades.run()).rejects.toThrow('planted');
    motor.casar = casar;
    expect(await t.fonte.query('select count(*)::int as n from alicit.recomendacao_pendente')).toEqual([{ n: 1 }]);
    expect(await novidades.run()).toMatchObject({ mudados: 1, casamentos: 2 });
    expect(await t.fonte.query('select count(*)::int as n from alicit.recomendacao_pendente')).toEqual([{ n: 0 }]);
  });

  it('a tender that changes while it is matched is matched again', async () => {
    await receive(t, [licitacao(1, 'Aquisição de cadeiras')]);
    const motor = t.app.get(MotorService);
    const casar = motor.casar.bind(motor);
    motor.casar = async (numeros, agora) => {
      motor.casar = casar;
      const feito = await casar(numeros, agora);
      await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas', later(-1))]);
      return feito;
    };
    expect(await novidades.run()).toMatchObject({ lotes: 2, mudados: 2, casamentos: 2 });
  });

  it('a request that would wait too long is told to come again, and finds the list', async () => {
    const { cliente } = donos[0]!;
    const nova = await create(cliente, { cnpj: '33000167000101', descricao: 'Móveis escolares', produtos: [{ descricao: 'cadeiras escolares' }] });
    const list = () => t.app.get(RecomendacoesService).list(cliente.organizacaoId, nova, { limite: 20 });
    await expect(list()).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'recomendacoes_em_preparo', detalhes: { tentarEmS: 5 } });
    const limite = Date.now() + 10_000;
    for (;;) {
      const lista = await list().catch(() => null);
      if (lista) break;
      if (Date.now() > limite) throw new Error('the list was never ready');
    }
    await t.fonte.query('delete from alicit.empresa where id = $1', [nova]);
  });

  it('a company whose profile changed is left to be computed, and is, with what arrived meanwhile', async () => {
    const { cliente, remedios } = donos[1]!;
    await receive(t, [licitacao(1, 'Aquisição de medicamentos'), licitacao(2, 'Contratação de transporte escolar')]);
    await novidades.run();
    await t.fonte.query(`update alicit.empresa set versao = versao + 1, perfil = perfil || '{"descricao": "Transporte escolar", "produtos": [{"descricao": "transporte escolar"}]}' where id = $1`, [remedios]);
    await receive(t, [licitacao(3, 'Transporte escolar da rede municipal de ensino')]);
    await novidades.run();
    expect(await novidades.refresh()).toBe(1);
    expect(await matches(remedios)).toEqual([2, 3].map(numeroDe));
    const escolhidas = await t.app.get(RecomendacoesService).pick(cliente.organizacaoId, remedios, [numeroDe(3)], new Date());
    expect(escolhidas).toEqual([expect.objectContaining({ licitacao: expect.objectContaining({ objeto: 'Transporte escolar da rede municipal de ensino' }), razoes: expect.arrayContaining([expect.objectContaining({ tipo: 'produto' })]) })]);
    expect(await t.fonte.query(`select razoes is not null as ditas from alicit.recomendacao where empresa_id = $1 order by numero`, [remedios])).toEqual([{ ditas: false }, { ditas: true }]);
  });

  it('another engine makes texts and matches again', async () => {
    const [{ asfalto }] = donos as [typeof donos[0]];
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas')]);
    await novidades.run();
    await t.fonte.query(`update alicit.recomendacao_texto set motor = 'outro'`);
    await t.fonte.query(`update alicit.recomendacao_empresa set motor = 'outro' where empresa_id = $1`, [asfalto]);
    await t.fonte.query('delete from alicit.recomendacao where empresa_id = $1', [asfalto]);
    await expect(t.app.get(MotorService).calcular({ organizacaoId: donos[0]!.cliente.organizacaoId, empresaId: asfalto }, Date.now())).rejects.toMatchObject({ codigo: 'recomendacoes_em_preparo' });
    expect(await novidades.run()).toMatchObject({ lotes: 1, mudados: 1 });
    expect(await novidades.refresh()).toBe(1);
    expect(await matches(asfalto)).toEqual([numeroDe(1)]);
  });

  it('what a newer engine made is left by an older one, which serves it; when that one is gone for good it takes over', async () => {
    const [{ asfalto, cliente }] = donos as [typeof donos[0]];
    await receive(t, [licitacao(1, 'Pavimentação asfáltica de ruas')]);
    await novidades.run();
    await t.fonte.query(`insert into alicit.recomendacao_motor (motor, desde) values ($1, now() - interval '1 day'), ('novo', now())`, [VERSAO_MOTOR]);
    await t.fonte.query(`update alicit.recomendacao_texto set motor = 'novo'`);
    await t.fonte.query(`update alicit.recomendacao_empresa set motor = 'novo' where empresa_id = $1`, [asfalto]);
    const motores = () => t.fonte.query('select t.motor as texto, (select motor from alicit.recomendacao_empresa where empresa_id = $1) as empresa from alicit.recomendacao_texto t', [asfalto]);
    expect(await novidades.run()).toMatchObject({ lotes: 0 });
    expect(await novidades.refresh()).toBe(0);
    // Nor when it is asked to match that very tender, unchanged.
    expect(await t.app.get(MotorService).casar([numeroDe(1)], Date.now())).toMatchObject({ mudados: 0 });
    const lista = await t.app.get(RecomendacoesService).list(cliente.organizacaoId, asfalto, { limite: 20 });
    expect(lista.itens).toHaveLength(1);
    expect(await motores()).toEqual([{ texto: 'novo', empresa: 'novo' }]);
    await t.fonte.query(`update alicit.recomendacao_motor set visto_em = now() - interval '1 hour' where motor = 'novo'`);
    expect(await novidades.run()).toMatchObject({ lotes: 1, mudados: 1 });
    expect(await novidades.refresh()).toBe(1);
    expect(await motores()).toEqual([{ texto: VERSAO_MOTOR, empresa: VERSAO_MOTOR }]);
    await t.fonte.query('delete from alicit.recomendacao_motor');
  });

  it('keeps the best of a company, says that there is more, and the sweep takes what new tenders put above it and what closed', async () => {
    const [{ asfalto }] = donos as [typeof donos[0]];
    await receive(t, Array.from({ length: 14 }, (_, i) => licitacao(i + 1, i % 2 ? 'Pavimentação asfáltica' : 'Pavimentação asfáltica e aquisição de cadeiras, mesas e armários')));
    await novidades.run();
    expect(await matches(asfalto)).toHaveLength(14);
    await sweepRecomendacoes(t.fonte, t.config.recomendacoes);
    expect(await matches(asfalto)).toHaveLength(10);
    expect(await t.fonte.query('select cortada, corte > 0.35 as ha_corte from alicit.recomendacao_empresa where empresa_id = $1', [asfalto])).toEqual([{ cortada: true, ha_corte: true }]);
    await t.fonte.query(`update alicit.recomendacao_texto set encerramento = now() - interval '8 days' where numero in (select numero from alicit.recomendacao where empresa_id = $1 order by numero limit 4)`, [asfalto]);
    await sweepRecomendacoes(t.fonte, t.config.recomendacoes);
    expect(await matches(asfalto)).toHaveLength(6);
    await t.app.get(MotorService).calcular({ organizacaoId: donos[0]!.cliente.organizacaoId, empresaId: asfalto }, Date.now());
    expect((await matches(asfalto)).length).toBeGreaterThanOrEqual(6);
  });
});
