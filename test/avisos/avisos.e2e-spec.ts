import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrazosService } from '../../src/avisos/geracao/prazos.service.js';
import { AgendaService } from '../../src/avisos/geracao/agenda.service.js';
import { RodadaService } from '../../src/avisos/geracao/rodada.service.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { until } from '../support/provedor.js';
import { rowsWith } from '../support/sobras.js';
import { startServidorSmtp, type ServidorSmtp } from '../support/servidor-smtp.js';
import { prazoDaAnalise, semearAcervo, semearAnalise, semearEmpresa, semearLicitacao, semearNova } from './semear.js';
import { eventosDe } from './feeds/ler-ics.js';

const URL_PUBLICA = 'https://alicit.exemplo.com.br';
const DIA = 86_400_000;

describe('avisos, as clients and people meet them', () => {
  let t: AppDeTeste;
  let smtp: ServidorSmtp;
  let cliente: Cliente;
  let empresaId: string;
  const linhas: string[] = [];

  beforeAll(async () => {
    smtp = await startServidorSmtp();
    t = await startApp({ SMTP_URL: smtp.url, ALICIT_EMAIL_REMETENTE: 'avisos@alicit.exemplo.com.br', ALICIT_URL_PUBLICA: URL_PUBLICA, ALICIT_EMAIL_TEMPO_S: '2', ALICIT_EMAIL_POR_MINUTO: '100000', ALICIT_LOG: 'debug' }, undefined, [], { write: (l) => void linhas.push(l) });
    cliente = await t.createCliente();
    empresaId = await semearEmpresa(t, cliente, { documentos: [{ tipo: 'cndt', validade: '2099-05-04' }] });
  });
  afterAll(async () => {
    await t.close();
    await smtp.close();
  });

  const ask = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = cliente.cabecalhos) => t.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  /** As a person's browser, or a mail program: no key. */
  const open = async (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) => t.app.inject({ method, url: url.replace(URL_PUBLICA, ''), headers, ...(method === 'POST' ? { payload: headers['content-type'] ? 'List-Unsubscribe=One-Click' : '' } : {}) });
  const para = (endereco: string) => smtp.recebidas.filter((r) => r.para === endereco).map((r) => r.mensagem);
  const linkIn = (texto: string | undefined, pagina: string): string => new RegExp(`${URL_PUBLICA}/avisos/${pagina}/\\S+`).exec(texto ?? '')?.[0] ?? `sem link ${pagina}`;
  const emails = async () => (await ask('GET', `/v1/empresas/${empresaId}/avisos`)).json<{ emails: { endereco: string; estado: string }[] }>().emails.map((e) => `${e.endereco} ${e.estado}`);
  const FORMULARIO = { 'content-type': 'application/x-www-form-urlencoded' };

  it('has defaults, and says that mail is there', async () => {
    const r = await ask('GET', `/v1/empresas/${empresaId}/avisos`);
    expect([r.statusCode, r.json()]).toMatchObject([200, { emails: [], correio: 'configurado', atualizadaEm: null, prazo: { diasUteisAntes: [5, 2, 1] }, resumo: { hora: '08:00' } }]);
  });

  it.each([
    [{ emails: ['não é'] }], [{ emails: ['a@exemplo.com.br\r\nBcc: b@exemplo.com.br'] }], [{ emails: Array.from({ length: 11 }, (_, i) => `a${i}@exemplo.com.br`) }], [{ resumo: { hora: '24:00' } }], [{ resumo: { dias: [] } }],
    [{ recomendacao: { minimo: 2 } }], [{ recomendacao: { filtros: { valorMinimo: '10', valorMaximo: '9' } } }], [{ prazo: { diasUteisAntes: [-1] } }], [{ outra: 1 }],
  ])('refuses %j', async (corpo) => expect((await ask('PUT', `/v1/empresas/${empresaId}/avisos`, corpo)).statusCode).toBe(422));

  it('writes to an address only after its owner said so, and no more after they left', async () => {
    const recomendacao = { modo: 'instantaneo', filtros: { ufs: ['SP', 'SP'] } };
    const r = await ask('PUT', `/v1/empresas/${empresaId}/avisos`, { emails: ['Fulana@Exemplo.com.br', 'fulana@exemplo.com.br', 'beltrano@exemplo.com.br'], recomendacao, silencio: null });
    expect([r.statusCode, r.json()]).toMatchObject([200, { emails: [{ endereco: 'beltrano@exemplo.com.br', estado: 'pendente' }, { endereco: 'fulana@exemplo.com.br', estado: 'pendente' }], recomendacao: { filtros: { ufs: ['SP'] } } }]);
    await until(() => para('fulana@exemplo.com.br').length + para('beltrano@exemplo.com.br').length === 2, 'as confirmações chegarem', 25_000);
    const [pedido] = para('fulana@exemplo.com.br');
    expect([pedido!.subject, pedido!.headers.has('list')]).toEqual(['Confirme seu e-mail para receber avisos de licitações', false]);
    expect(pedido!.text).not.toContain('Móveis');
    const confirmar = linkIn(pedido!.text, 'confirmar');

    // Following the link changes nothing: programs do it too.
    const pagina = await open('GET', confirmar);
    expect([pagina.statusCode, pagina.headers['content-type'], pagina.headers['cache-control'], pagina.body.includes('<form method="post">')]).toEqual([200, 'text/html; charset=utf-8', 'no-store', true]);
    expect(await emails()).toEqual(['beltrano@exemplo.com.br pendente', 'fulana@exemplo.com.br pendente']);
    expect((await open('POST', confirmar, FORMULARIO)).statusCode).toBe(200);
    expect(await emails()).toEqual(['beltrano@exemplo.com.br pendente', 'fulana@exemplo.com.br confirmado']);
    expect([(await open('POST', confirmar.slice(0, -3) + 'xyz')).statusCode, (await open('GET', confirmar.replace('confirmar', 'descadastrar'))).statusCode]).toEqual([404, 404]);

    const agora = new Date();
    const numero = await semearAcervo(t, 1, agora, { dataEncerramentoProposta: new Date(agora.getTime() + 20 * DIA).toISOString().slice(0, 19) });
    await semearNova(t, cliente, empresaId, numero);
    await t.app.get(RodadaService).run(agora);
    await until(() => para('fulana@exemplo.com.br').length === 2, 'o aviso chegar', 25_000);
    const aviso = para('fulana@exemplo.com.br')[1]!;
    expect([aviso.subject, para('beltrano@exemplo.com.br').length]).toEqual(['Licitação nova: Aquisição de cadeiras escolares, lote 1', 1]);
    await until(async () => (await ask('GET', `/v1/empresas/${empresaId}/avisos/historico?tipo=recomendacao`)).json<{ itens: { canais: { email: { enviados: number } } }[] }>().itens[0]?.canais.email.enviados === 1, 'o histórico dizer que chegou', 25_000);
    expect((await ask('GET', `/v1/empresas/${empresaId}/avisos/historico?tipo=prazo`)).json()).toEqual({ itens: [], proximo: null });

    // One click of a mail program.
    expect((await open('POST', linkIn(aviso.text, 'descadastrar'), FORMULARIO)).statusCode).toBe(200);
    expect(await emails()).toEqual(['beltrano@exemplo.com.br pendente', 'fulana@exemplo.com.br cancelado']);
    expect((await open('POST', confirmar)).statusCode).toBe(404);
    await ask('PUT', `/v1/empresas/${empresaId}/avisos`, { emails: ['fulana@exemplo.com.br'], recomendacao, silencio: null });
    expect([await emails(), para('fulana@exemplo.com.br').length, para('beltrano@exemplo.com.br').length]).toEqual([['fulana@exemplo.com.br cancelado'], 2, 1]);
  });

  it('a plain form is taken nowhere else', async () => expect((await t.app.inject({ method: 'POST', url: '/v1/empresas', headers: { ...cliente.cabecalhos, ...FORMULARIO }, payload: 'a=b' })).statusCode).toBe(415));

  it('asks only so many confirmations a day', async () => {
    const outro = await t.createCliente();
    const put = async (lote: number) => (await ask('PUT', `/v1/empresas/${await semearEmpresa(t, outro)}/avisos`, { emails: Array.from({ length: 10 }, (_, i) => `l${lote}n${i}@exemplo.org`) }, outro.cabecalhos)).statusCode;
    expect([await put(1), await put(2), await put(3), await put(4), await put(5), await put(6)]).toEqual([200, 200, 200, 200, 200, 429]);
  });

  describe('secret addresses', () => {
    const create = async (tipo: string) => {
      const r = await ask('POST', `/v1/empresas/${empresaId}/feeds`, { tipo });
      expect([r.statusCode, r.headers['cache-control']]).toEqual([201, 'no-store']);
      return r.json<{ id: string; url: string }>();
    };

    it('a feed: read without a key, 304 when the same, gone when revoked', async () => {
      const { id, url } = await create('atom');
      expect(url).toMatch(/^https:\/\/alicit\.exemplo\.com\.br\/v1\/feeds\/alicit_[\w-]{32}\.atom$/);
      const r = await open('GET', url);
      expect([r.statusCode, r.headers['content-type'], r.headers['cache-control'], r.headers['x-robots-tag']]).toEqual([200, 'application/atom+xml; charset=utf-8', 'private, no-cache', 'noindex']);
      expect(r.body).toContain('Aquisição de cadeiras escolares, lote 1');
      expect((await open('GET', url, { 'if-none-match': String(r.headers.etag) })).statusCode).toBe(304);
      const lista = await ask('GET', `/v1/empresas/${empresaId}/feeds`);
      expect(lista.json()).toMatchObject({ itens: [{ id, tipo: 'atom', usadoEm: expect.any(String) }] });
      expect(lista.body).not.toContain(url.slice(-20));
      const [guardado] = await t.fonte.query<Record<string, unknown>[]>('select * from alicit.aviso_feed where organizacao_id = $1', [cliente.organizacaoId]);
      expect(JSON.stringify(guardado)).not.toContain(/alicit_[\w-]{32}/.exec(url)![0]);
      expect((await ask('DELETE', `/v1/empresas/${empresaId}/feeds/${id}`)).statusCode).toBe(204);
      const [revogado, errado, deOutroTipo] = [await open('GET', url), await open('GET', url.replace(/.{8}\.atom$/, 'xxxxxxxx.atom')), await open('GET', (await create('ics')).url.replace('calendarios', 'feeds').replace('.ics', '.atom'))];
      const told = (x: typeof revogado) => [x.statusCode, { ...x.json<Record<string, unknown>>(), instance: '' }];
      expect(told(revogado)).toEqual([404, expect.objectContaining({ codigo: 'feed_nao_encontrado' })]);
      expect([told(errado), told(deOutroTipo)]).toEqual([told(revogado), told(revogado)]);
    });

    it('a calendar: deadlines of what was analysed, moved when they move, cancelled when it stops', async () => {
      const agora = new Date();
      const dia = (n: number): string => new Date(agora.getTime() + n * DIA).toISOString().slice(0, 10);
      const numero = await semearAcervo(t, 2, agora, { dataEncerramentoProposta: `${dia(20)}T09:00:00` });
      await semearAnalise(t, cliente, { empresaId, licitacaoId: await semearLicitacao(t, cliente, numero, agora), em: agora, prazos: [prazoDaAnalise('impugnacao', `${dia(15)}T23:59:59-03:00`), prazoDaAnalise('propostas', `${dia(20)}T09:00:00-03:00`)] });
      await t.app.get(AgendaService).take(10);
      const { url } = await create('ics');
      const read = async () => {
        const r = await open('GET', url);
        expect([r.statusCode, r.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
        return { etag: String(r.headers.etag), eventos: new Map(eventosDe(r.body).map((e) => [/\.(\w+)@|certidao/.exec(e.propriedades['UID']!)![1] ?? 'certidao', e.propriedades])) };
      };
      const antes = await read();
      expect([...antes.eventos.keys()]).toEqual(['impugnacao', 'propostas', 'certidao']);
      expect(antes.eventos.get('propostas')!['DTEND']).toBe(`${dia(20).replaceAll('-', '')}T120000Z`);
      expect((await open('GET', url, { 'if-none-match': antes.etag })).statusCode).toBe(304);

      const depois = new Date(agora.getTime() + 60_000);
      await semearAcervo(t, 2, depois, { dataEncerramentoProposta: `${dia(30)}T10:00:00` });
      const movido = (await read()).eventos.get('propostas')!;
      expect([movido['UID'], movido['DTEND'], Number(movido['SEQUENCE']) > Number(antes.eventos.get('propostas')!['SEQUENCE'])]).toEqual([antes.eventos.get('propostas')!['UID'], `${dia(30).replaceAll('-', '')}T130000Z`, true]);
      await semearAcervo(t, 2, new Date(agora.getTime() + 120_000), { dataEncerramentoProposta: `${dia(30)}T10:00:00`, situacaoCompraId: 2 });
      expect((await read()).eventos.get('propostas')!['STATUS']).toBe('CANCELLED');
      await t.app.get(PrazosService).run(new Date(agora.getTime() + 180_000));
      const { itens } = (await ask('GET', `/v1/empresas/${empresaId}/avisos/historico?tipo=mudanca`)).json<{ itens: { dados: { mudancas: { titulo: string }[] } }[] }>();
      expect(itens.map((i) => i.dados.mudancas.map((m) => m.titulo)).reverse()).toEqual([['Fim do recebimento das propostas'], ['Situação']]);
    });

    it('is read only so often', async () => {
      const { url } = await create('atom');
      const status = [];
      for (let i = 0; i < 31; i++) status.push((await open('GET', url)).statusCode);
      expect([status.slice(0, 30).every((s) => s === 200), status[30]]).toEqual([true, 429]);
    });

    it('cannot be tried in bulk', async () => {
      const status = new Set<number>();
      for (let i = 0; i < 40; i++) status.add((await t.app.inject({ url: `/v1/calendarios/alicit_${'x'.repeat(32)}.ics`, remoteAddress: '198.51.100.7' })).statusCode);
      expect([...status]).toEqual([404, 429]);
    });
  });

  it('tells how much was told, and how long e-mails wait', async () => {
    const { body } = await t.app.inject('/metrics');
    expect(body).toMatch(/alicit_avisos_total\{tipo="recomendacao",canal="registro",resultado="novo"\} 1/);
    expect(body).toMatch(/alicit_avisos_total\{tipo="recomendacao",canal="email",resultado="entregue"\} 1/);
    expect(body).toMatch(/alicit_avisos_email_mais_antigo_segundos \d/);
    expect((await t.app.inject('/health')).json()).toMatchObject({ itens: { email: { estado: 'ok', obrigatorio: false } } });
  });

  it('goes with the company, whole', async () => {
    expect((await rowsWith(t, empresaId)).length).toBeGreaterThan(5);
    expect((await ask('DELETE', `/v1/empresas/${empresaId}`)).statusCode).toBe(204);
    for (const rastro of [empresaId, '@exemplo.com.br']) expect([rastro, await rowsWith(t, rastro)]).toEqual([rastro, []]);
  });

  it('no secret of a link, no address and no server text is in the log', () => {
    const tudo = linhas.join('');
    expect(tudo).toContain('/v1/feeds/:segredo.atom');
    expect(tudo).not.toMatch(/alicit_[\w-]{20,}|@exemplo\.(?:com\.br|org)|texto do servidor/);
  });
});
