import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EntregadorEmailService } from '../../src/avisos/correio/entregador-email.service.js';
import { MensagensService } from '../../src/avisos/correio/mensagens.service.js';
import { PrepararService } from '../../src/avisos/correio/preparar.service.js';
import { findMensagensPerdidas } from '../../src/avisos/correio/varredura-emails.js';
import { PADRAO, type Preferencias } from '../../src/avisos/domain/preferencias.js';
import { AgendaService } from '../../src/avisos/geracao/agenda.service.js';
import { PrazosService } from '../../src/avisos/geracao/prazos.service.js';
import { RecomendacoesService } from '../../src/avisos/geracao/recomendacoes.service.js';
import { sweepAvisos } from '../../src/avisos/avisos.module.js';
import { AvisosService } from '../../src/avisos/registro/avisos.service.js';
import { HistoricoService, type AvisoNoHistorico } from '../../src/avisos/registro/historico.service.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { newId } from '../../src/storage/index.js';
import { eventoWebhookSchema } from '../../src/webhooks/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { until } from '../support/provedor.js';
import { startServidorSmtp, type ServidorSmtp } from '../support/servidor-smtp.js';
import { prazoDaAnalise, semearAcervo, semearAnalise, semearEmpresa, semearLicitacao, semearNova } from './semear.js';

const DIA = 86_400_000;
const at = (brasilia: string): Date => new Date(`${brasilia}:00-03:00`);

/** No worker runs here: each step is made by the test, at the moment it says. */
describe('avisos, step by step', () => {
  let t: AppDeTeste;
  let smtp: ServidorSmtp;
  let cliente: Cliente;
  let empresaId: string;
  let sequencial = 100;

  beforeAll(async () => {
    smtp = await startServidorSmtp();
    t = await startApp({ ALICIT_ROLE: 'api', SMTP_URL: smtp.url, ALICIT_EMAIL_REMETENTE: 'avisos@alicit.exemplo.com.br', ALICIT_URL_PUBLICA: 'https://alicit.exemplo.com.br', ALICIT_EMAIL_TEMPO_S: '1', ALICIT_EMAIL_POR_MINUTO: '100000', ALICIT_AVISOS_POR_EMAIL: '3' });
    await t.app.get(JobsService).ready();
  });
  afterAll(async () => {
    await t.close();
    await until(() => smtp.abertas === 0, 'as conexões fecharem');
    await smtp.close();
  });
  beforeEach(async () => {
    cliente = await t.createCliente();
    empresaId = await semearEmpresa(t, cliente);
  });

  const prefer = (p: Partial<Preferencias>) =>
    t.fonte.query('insert into alicit.aviso_preferencia (empresa_id, organizacao_id, dados) values ($1, $2, $3) on conflict (empresa_id) do update set dados = excluded.dados', [empresaId, cliente.organizacaoId, JSON.stringify({ ...PADRAO, ...p })]);
  const addEmail = async (estado = 'confirmado'): Promise<string> => {
    const id = newId('aml');
    await t.fonte.query('insert into alicit.aviso_email (id, organizacao_id, empresa_id, endereco, estado) values ($1, $2, $3, $4, $5)', [id, cliente.organizacaoId, empresaId, `${id.toLowerCase()}@exemplo.com.br`, estado]);
    return id;
  };
  const enderecoDe = (id: string): string => `${id.toLowerCase()}@exemplo.com.br`;
  const historico = async (): Promise<readonly AvisoNoHistorico[]> => (await t.app.get(HistoricoService).page(cliente.organizacaoId, empresaId, { limite: 100 })).itens;
  const titulos = async (): Promise<string[]> => (await historico()).map((a) => (a.dados.tipo === 'prazo' ? `prazo ${a.dados.prazo.id} -${a.dados.prazo.diasUteisRestantes}` : a.dados.tipo === 'certidao' ? `certidao ${a.dados.certidao.tipo}` : a.dados.tipo)).reverse();
  const arrive = async (agora: Date, mudanca: Readonly<Record<string, unknown>> = {}, topico = 0.8): Promise<string> => {
    const numero = await semearAcervo(t, ++sequencial, agora, { dataEncerramentoProposta: new Date(agora.getTime() + 20 * DIA).toISOString().slice(0, 19), ...mudanca });
    await semearNova(t, cliente, empresaId, numero, topico);
    return numero;
  };
  const take = (agora: Date) => t.app.get(RecomendacoesService).take(agora);
  const prepare = (agora: Date) => t.app.get(PrepararService).prepare(agora);
  const mensagens = () => t.fonte.query<{ id: string; estado: string; tentativas: number; codigo: string | null; proxima_em: Date | null }[]>('select id, estado, tentativas, codigo, proxima_em from alicit.aviso_mensagem where organizacao_id = $1 order by id', [cliente.organizacaoId]);
  const deliver = (id: string, agora: Date) => t.app.get(EntregadorEmailService).deliver(id, { agora, sorteio: 0.5 });
  const recebidas = (id: string) => smtp.recebidas.filter((r) => r.para === enderecoDe(id)).map((r) => r.mensagem);

  describe('recommendations', () => {
    const AGORA = at('2026-03-16T10:00');

    it('become avisos of who wants them, once, and are taken', async () => {
      await prefer({ recomendacao: { ...PADRAO.recomendacao, minimo: 0.5, filtros: { ...PADRAO.recomendacao.filtros, ufs: ['SP'] } } });
      const numero = await arrive(AGORA);
      await t.fonte.query(`insert into alicit.recomendacao (empresa_id, numero, organizacao_id, topico, ordem, razoes, revisao, estatistica) values ($1, $2, $3, 0.8, 0.8, $4, 1, 1)`, [empresaId, numero, cliente.organizacaoId, JSON.stringify([{ produto: 'cadeira', fonte: 'produto', trecho: 'cadeiras escolares', item: null, peso: 1 }])]);
      await arrive(AGORA, {}, 0.4);
      await arrive(AGORA, { unidadeOrgao: { ufSigla: 'AC', municipioNome: 'Rio Branco', nomeUnidade: 'X', codigoIbge: '1200401' } });
      await arrive(AGORA, { situacaoCompraId: 4 });
      expect(await take(AGORA)).toEqual({ vistas: 4, contadas: 1 });
      expect(await t.fonte.query('select 1 from alicit.recomendacao_nova where organizacao_id = $1', [cliente.organizacaoId])).toEqual([]);
      await semearNova(t, cliente, empresaId, numero);
      expect(await take(AGORA)).toEqual({ vistas: 1, contadas: 0 });
      const [aviso, ...outros] = await historico();
      expect([outros, aviso!.dados]).toEqual([[], { tipo: 'recomendacao', score: 0.8, motivos: ['“cadeira” casa com “cadeiras escolares” no objeto'], licitacao: expect.objectContaining({ numeroControlePNCP: numero, objeto: `Aquisição de cadeiras escolares, lote ${sequencial - 3}`, uf: 'SP', modalidade: 'Pregão eletrônico', valorEstimado: '1000.5' }) }]);
      expect([aviso!.modo_email, aviso!.enviar_em]).toEqual([null, null]);
    });

    it('reach webhooks that asked, in the same transaction or not at all', async () => {
      const webhook = newId('whk');
      await t.fonte.query(`insert into alicit.webhook (id, organizacao_id, url, eventos, segredo) values ($1, $2, 'https://exemplo.invalid', '{aviso.recomendacao}', 's')`, [webhook, cliente.organizacaoId]);
      const entregas = () => t.fonte.query<{ corpo: string; tipo: string }[]>('select corpo, tipo from alicit.webhook_entrega where organizacao_id = $1', [cliente.organizacaoId]);
      await arrive(AGORA);
      const original = AvisosService.prototype.record;
      const espia = jest.spyOn(AvisosService.prototype, 'record').mockImplementationOnce(async function (this: AvisosService, ...a) {
        await original.apply(this, a);
        throw new Error('processo morto');
      });
      await expect(take(AGORA)).rejects.toThrow('processo morto');
      espia.mockRestore();
      expect([await entregas(), await historico()]).toEqual([[], []]);
      await take(AGORA);
      const [entrega, ...outras] = await entregas();
      const [aviso] = await historico();
      expect([outras, aviso!.entregas]).toEqual([[], 1]);
      expect(eventoWebhookSchema.parse(JSON.parse(entrega!.corpo))).toMatchObject({ id: aviso!.evento_id, tipo: 'aviso.recomendacao', dados: { avisoId: aviso!.id, empresaId, score: 0.8, links: { historico: `https://alicit.exemplo.com.br/v1/empresas/${empresaId}/avisos/historico` } } });
    });
  });

  describe('deadlines', () => {
    /** Friday 20 March 2026, 9:00, judged on the 2nd. */
    const ENCERRA = '2026-03-20T09:00:00';
    const JULGADA = at('2026-03-02T09:00');
    const run = (brasilia: string) => t.app.get(PrazosService).run(at(brasilia));
    let numero: string;
    const change = (brasilia: string, mudanca: Readonly<Record<string, unknown>>) => semearAcervo(t, sequencial, at(brasilia), { dataEncerramentoProposta: ENCERRA, ...mudanca });
    beforeEach(async () => {
      numero = await semearAcervo(t, ++sequencial, at('2026-03-01T09:00'), { dataEncerramentoProposta: ENCERRA });
    });
    const analyse = async (): Promise<string> => {
      const licitacaoId = await semearLicitacao(t, cliente, numero, JULGADA);
      await semearAnalise(t, cliente, { empresaId, licitacaoId, em: JULGADA, prazos: [prazoDaAnalise('impugnacao', '2026-03-17T17:00:00-03:00'), prazoDaAnalise('propostas', `${ENCERRA}-03:00`), prazoDaAnalise('sessao', '2026-03-20T10:00:00-03:00'), prazoDaAnalise('recurso', '2026-03-25T10:00:00-03:00')] });
      expect(await t.app.get(AgendaService).take(10)).toBe(1);
      expect(await t.app.get(AgendaService).take(10)).toBe(0);
      return licitacaoId;
    };

    it('of an analysis are told in time, each once; after a pause the nearest only', async () => {
      await analyse();
      await run('2026-03-10T07:59');
      expect(await titulos()).toEqual([]);
      await run('2026-03-10T08:00');
      await run('2026-03-10T08:15');
      expect(await titulos()).toEqual(['prazo impugnacao -5']);
      await run('2026-03-18T09:00');
      expect(await titulos()).toEqual(['prazo impugnacao -5', 'prazo propostas -2', 'prazo sessao -2']);
    });

    it('that moved are told again by the new date, and what the analysis says no longer counts', async () => {
      await prefer({ prazo: { diasUteisAntes: [2] }, mudanca: { modo: 'instantaneo' } });
      await analyse();
      await run('2026-03-18T09:00');
      await change('2026-03-18T10:00', { dataEncerramentoProposta: '2026-03-30T09:00:00' });
      await run('2026-03-18T10:15');
      expect(await titulos()).toEqual(['prazo propostas -2', 'prazo sessao -2', 'mudanca']);
      await run('2026-03-26T09:00');
      expect((await titulos()).slice(3)).toEqual(['prazo propostas -2']);
      const [ultimo] = await historico();
      expect(ultimo!.dados).toMatchObject({ prazo: { vinculante: '2026-03-30T09:00:00-03:00', fonte: 'pncp' } });
    });

    it('what changed is told also to who had the analysis made again meanwhile', async () => {
      const licitacaoId = await analyse();
      await change('2026-03-09T10:00', { valorTotalEstimado: 2000 });
      await semearAnalise(t, cliente, { empresaId, licitacaoId, em: at('2026-03-09T10:05'), prazos: [] });
      await t.app.get(AgendaService).take(10);
      await run('2026-03-09T10:15');
      expect((await historico()).map((a) => a.dados)).toMatchObject([{ mudancas: [{ titulo: 'Valor estimado', antes: 'R$ 1.000,50', depois: 'R$ 2.000,00' }] }]);
    });

    it('of a tender that stopped are not told; that it stopped is', async () => {
      await analyse();
      await change('2026-03-09T10:00', { situacaoCompraId: 4 });
      await run('2026-03-18T09:00');
      expect(await titulos()).toEqual([]);
      await run('2026-03-11T09:00');
      expect(await titulos()).toEqual(['mudanca']);
      expect((await historico())[0]!.dados).toMatchObject({ mudancas: [{ titulo: 'Situação', antes: 'divulgada', depois: 'suspensa' }] });
    });

    it('certidões that will not last are told, until a new one comes', async () => {
      await t.fonte.query(`update alicit.empresa set perfil = perfil || '{"documentos": [{"tipo": "cndt", "validade": "2026-03-15"}, {"tipo": "crf_fgts", "validade": "2026-06-01"}]}' where id = $1 and organizacao_id = $2`, [empresaId, cliente.organizacaoId]);
      await analyse();
      await run('2026-03-03T09:00');
      await run('2026-03-03T09:15');
      expect(await titulos()).toEqual(['certidao cndt']);
    });

    it('of a followed tender without an analysis: the record\'s, and what the law counts; of who it is followed for', async () => {
      const outra = await semearEmpresa(t, cliente);
      const licitacaoId = await semearLicitacao(t, cliente, numero, JULGADA);
      const [{ id }] = await t.fonte.query<[{ id: string }]>('insert into alicit.acompanhamento (organizacao_id, licitacao_id, criado_em) values ($1, $2, $3) returning id', [cliente.organizacaoId, licitacaoId, JULGADA]);
      await t.fonte.query('insert into alicit.acompanhamento_empresa (organizacao_id, acompanhamento_id, empresa_id) values ($1, $2, $3)', [cliente.organizacaoId, id, empresaId]);
      await run('2026-03-13T09:00');
      expect(await titulos()).toEqual(['prazo impugnacao -2', 'prazo esclarecimento -2', 'prazo propostas -5']);
      expect((await t.app.get(HistoricoService).page(cliente.organizacaoId, outra, { limite: 10 })).itens).toEqual([]);
      await t.fonte.query('delete from alicit.acompanhamento_empresa where organizacao_id = $1', [cliente.organizacaoId]);
      await run('2026-03-13T09:15');
      expect((await t.app.get(HistoricoService).page(cliente.organizacaoId, outra, { limite: 10 })).itens).toHaveLength(3);
    });
  });

  describe('e-mails', () => {
    const AGORA = new Date();
    const em = (ms: number): Date => new Date(AGORA.getTime() + ms);
    let email: string;
    beforeEach(async () => {
      await prefer({ recomendacao: { ...PADRAO.recomendacao, modo: 'instantaneo' }, silencio: null });
      email = await addEmail();
    });
    const send = async (quantas = 1): Promise<string> => {
      for (let i = 0; i < quantas; i++) await arrive(AGORA);
      await take(AGORA);
      expect(await prepare(AGORA)).toBe(1);
      return (await mensagens()).at(-1)!.id;
    };

    it('go to confirmed addresses only, all that is due in one, with a link to what does not fit; nothing new, nothing sent', async () => {
      await addEmail('pendente');
      await addEmail('cancelado');
      const id = await send(5);
      await deliver(id, AGORA);
      expect(await mensagens()).toMatchObject([{ estado: 'entregue', tentativas: 1 }]);
      const [mensagem, ...outras] = recebidas(email);
      expect([outras, mensagem!.subject, mensagem!.from!.value[0]!.address]).toEqual([[], '5 licitações novas – Móveis & Cia', 'avisos@alicit.exemplo.com.br']);
      expect(mensagem!.text!.match(/^\* /gm)).toHaveLength(3);
      expect(mensagem!.text).toMatch(/E mais 2 avisos\.\nVeja todos: https:\/\/alicit\.exemplo\.com\.br\/avisos\/ver\/alicit_[\w-]{32}\n/);
      expect(mensagem!.messageId).toBe(`<${id}@alicit.exemplo.com.br>`);
      const lista = (nome: string) => mensagem!.headerLines.find((h) => h.key === nome)!.line.replace(/\s+/g, ' ');
      expect(lista('list-unsubscribe')).toMatch(/^List-Unsubscribe: <https:\/\/alicit\.exemplo\.com\.br\/avisos\/descadastrar\/alicit_[\w-]{32}>$/);
      expect(lista('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      expect(await prepare(em(DIA))).toBe(0);
      expect((await historico()).map((a) => [a.emails, a.email_em !== null, a.enviar_em])).toEqual(Array(5).fill([1, true, null]));
      await deliver(id, em(DIA));
      expect(recebidas(email)).toHaveLength(1);
    });

    it('wait for the hour of the digest, and drop what closed meanwhile', async () => {
      await prefer({ recomendacao: { ...PADRAO.recomendacao, modo: 'resumo' }, resumo: { hora: '08:00', dias: ['seg'] } });
      const quinta = at('2026-03-12T10:00');
      const fica = await arrive(quinta, { dataEncerramentoProposta: '2026-03-20T09:00:00' });
      await arrive(quinta, { dataEncerramentoProposta: '2026-03-14T09:00:00' });
      await take(quinta);
      expect([await prepare(at('2026-03-16T07:59')), await prepare(at('2026-03-16T08:00'))]).toEqual([0, 1]);
      const [{ id } = { id: '' }] = await mensagens();
      await deliver(id, at('2026-03-16T08:01'));
      expect(recebidas(email)[0]!.subject).toBe(`Licitação nova: Aquisição de cadeiras escolares, lote ${Number(fica.slice(17, 23))}`);
    });

    it.each([['a 4xx', { em: 'rcpt', codigo: 450 }, 'smtp_450'], ['a cut connection', 'corta', /^smtp_indisponivel$/], ['a server that says nothing', 'cala', /^(?:tempo_esgotado|smtp_indisponivel)$/]] as const)('%s is tried again, later, with the same Message-ID', async (_, falha, codigo) => {
      const id = await send();
      smtp.fail(enderecoDe(email), falha);
      await deliver(id, AGORA);
      const [antes] = await mensagens();
      expect(antes).toMatchObject({ estado: 'pendente', tentativas: 1, codigo: expect.stringMatching(codigo) });
      expect(antes!.proxima_em!.getTime()).toBeGreaterThanOrEqual(AGORA.getTime() + 10_000);
      smtp.fail(enderecoDe(email), null);
      await deliver(id, em(5000));
      expect(recebidas(email)).toHaveLength(0);
      await deliver(id, antes!.proxima_em!);
      expect([await mensagens(), recebidas(email).map((m) => m.messageId)]).toMatchObject([[{ estado: 'entregue', tentativas: 2 }], [`<${id}@alicit.exemplo.com.br>`]]);
    });

    it('a 5xx of the message ends it; of the address, also what would go to it', async () => {
      const primeira = await send();
      smtp.fail(enderecoDe(email), { em: 'data', codigo: 554 });
      await deliver(primeira, AGORA);
      expect(await mensagens()).toMatchObject([{ estado: 'recusada', codigo: 'smtp_554', proxima_em: null }]);
      expect((await historico()).map((a) => [a.emails, a.recusados, a.email_em])).toEqual([[0, 1, null]]);
      const segunda = await send();
      smtp.fail(enderecoDe(email), { em: 'rcpt', codigo: 550 });
      await deliver(segunda, AGORA);
      const [{ estado, motivo } = { estado: '', motivo: '' }] = await t.fonte.query<{ estado: string; motivo: string }[]>('select estado, motivo from alicit.aviso_email where organizacao_id = $1', [cliente.organizacaoId]);
      expect([estado, motivo]).toEqual(['recusado', 'O servidor de e-mail recusou o endereço (550).']);
      smtp.fail(enderecoDe(email), null);
      await arrive(AGORA);
      await take(AGORA);
      expect(await prepare(AGORA)).toBe(0);
    });

    it('whoever left between the making and the sending is not written to', async () => {
      const id = await send();
      await t.fonte.query(`update alicit.aviso_email set estado = 'cancelado' where organizacao_id = $1`, [cliente.organizacaoId]);
      await deliver(id, AGORA);
      expect([await mensagens(), recebidas(email)]).toMatchObject([[{ estado: 'cancelada', tentativas: 0 }], []]);
    });

    it('two processes at once send one', async () => {
      const id = await send();
      await Promise.all([deliver(id, AGORA), deliver(id, AGORA), deliver(id, AGORA)]);
      expect(recebidas(email)).toHaveLength(1);
    });

    it('killed between sending and writing down: found again later, sent with the same Message-ID', async () => {
      const id = await send();
      jest.spyOn(t.app.get(MensagensService), 'record').mockRejectedValueOnce(new Error('processo morto'));
      await expect(deliver(id, AGORA)).rejects.toThrow('processo morto');
      await deliver(id, em(1000));
      expect(await findMensagensPerdidas(t.fonte, em(3_000))).not.toContain(id);
      expect(await findMensagensPerdidas(t.fonte, em(600_000))).toContain(id);
      await deliver(id, em(600_000));
      expect([await mensagens(), recebidas(email).map((m) => m.messageId)]).toMatchObject([[{ estado: 'entregue', tentativas: 2 }], [`<${id}@alicit.exemplo.com.br>`, `<${id}@alicit.exemplo.com.br>`]]);
    });

    it('old ones leave the record; what is still to be sent stays', async () => {
      const id = await send();
      await t.fonte.query(`update alicit.aviso_email set criado_em = $2 where id = $1 and organizacao_id = $3`, [await addEmail('removido'), AGORA, cliente.organizacaoId]);
      expect((await sweepAvisos(t.fonte, 30, em(31 * DIA))) > 0).toBe(true);
      expect([(await mensagens()).map((m) => m.id), await historico()]).toEqual([[id], []]);
      expect(await t.fonte.query('select id from alicit.aviso_email where organizacao_id = $1', [cliente.organizacaoId])).toEqual([{ id: email }]);
      await deliver(id, em(31 * DIA));
      expect([await mensagens(), recebidas(email)]).toMatchObject([[{ estado: 'cancelada' }], []]);
    });
  });
});
