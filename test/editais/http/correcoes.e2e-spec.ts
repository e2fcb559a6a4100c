import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correcaoSchema, correcoesSchema } from '../../../src/editais/http/correcao.schema.js';
import { fatoSchema } from '../../../src/editais/http/fato.schema.js';
import { leituraSchema } from '../../../src/editais/http/leitura.schema.js';
import { CorrecoesService, CorrigirService } from '../../../src/editais/editais.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { createLicitacao, getQuandoPronta, pdfDasPaginas, SEM_THREADS, sendArquivos } from '../../support/licitacao.js';

const EDITAL = pdfDasPaginas(paginasDeEdital());
const QUEM = { motivo: 'Confirmado por telefone com o pregoeiro.', autor: 'Ana Souza' };

describe('corrections by HTTP', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let id: string;
  const send = async (method: 'PATCH' | 'DELETE' | 'POST' | 'GET', rota: string, corpo?: object, de = id) => {
    const r = await t.app.inject({ method, url: `/v1/licitacoes/${de}/${rota}`, headers: cliente.cabecalhos, ...(corpo ? { payload: corpo } : {}) });
    return { status: r.statusCode, corpo: r.json<Record<string, unknown>>() };
  };
  const fato = async (campo: string, de = id) => fatoSchema.parse((await send('GET', `fatos/${campo}`, undefined, de)).corpo);

  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
    id = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, id, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`);
  });
  afterAll(() => t.close());

  it('keeps a corrected value beside the machine’s, and uses it at once', async () => {
    const evidencia = { documento: 'Edital.pdf', pagina: 3, trecho: 'A validade da proposta será de 60 (sessenta) dias' };
    const r = await send('PATCH', 'fatos/validade_proposta_dias', { valor: 90, evidencia, ...QUEM });
    expect(r.status).toBe(200);
    expect(correcaoSchema.parse(r.corpo)).toMatchObject({ alvo: 'fato', campo: 'validade_proposta_dias', valor: 90, estado: 'vigente', autor: 'Ana Souza', leituraDaMaquina: { valor: 60, evidencia: { pagina: 3 } } });
    expect(await fato('validade_proposta_dias')).toMatchObject({ tipo: 'numero', valor: 90, unidade: 'dias', origem: 'pessoa', evidencia, confianca: 1, correcao: { estado: 'vigente', valor: 90, autor: 'Ana Souza' }, leituraDaMaquina: { valor: 60 } });
    const { fatos } = await t.app.get(CorrecoesService).vigentes(cliente.organizacaoId, id);
    expect(fatos).toMatchObject([{ alvo: 'fato', campo: 'validade_proposta_dias', valor: 90 }]);
  });

  it('corrects an absence, and money where percentages are the rule', async () => {
    expect((await send('PATCH', 'fatos/garantia_proposta_pct', { tipo: 'dinheiro', valor: '1500.00', ...QUEM })).status).toBe(200);
    expect(await fato('garantia_proposta_pct')).toMatchObject({ tipo: 'dinheiro', valor: '1500.00', unidade: 'BRL' });
    expect((await send('PATCH', 'fatos/garantia_proposta_pct', { ausencia: 'nao_exige', ...QUEM })).status).toBe(200);
    expect(await fato('garantia_proposta_pct')).toMatchObject({ tipo: 'percentual', valor: null, ausencia: 'nao_exige', origem: 'pessoa', confianca: null });
  });

  it.each([
    ['a value of another form', 'fatos/validade_proposta_dias', { valor: 'sessenta' }, 'correcao_invalida', '/valor'],
    ['a value out of range', 'fatos/garantia_execucao_pct', { valor: '120' }, 'correcao_invalida', '/valor'],
    ['half a period', 'fatos/vigencia_contrato', { valor: { n: 0, unidade: 'meses' } }, 'correcao_invalida', '/valor/n'],
    ['an instant without zone', 'fatos/sessao_abertura', { valor: '2026-08-10T09:00:00' }, 'correcao_invalida', '/valor'],
    ['neither value nor absence', 'fatos/objeto', {}, 'correcao_invalida', '/valor'],
    ['value and absence', 'fatos/objeto', { valor: 'obra', ausencia: 'nao_exige' }, 'correcao_invalida', '/ausencia'],
    ['a quote that is not there', 'fatos/objeto', { valor: 'obra', evidencia: { documento: 'Edital.pdf', pagina: 1, trecho: 'aquisição de foguetes espaciais' } }, 'correcao_invalida', '/evidencia/trecho'],
    ['a quote of another document', 'fatos/objeto', { valor: 'obra', evidencia: { documento: 'Outro.pdf', pagina: 1, trecho: 'aquisição de mobiliário' } }, 'correcao_invalida', '/evidencia/documento'],
    ['no author', 'fatos/objeto', { valor: 'obra', autor: '' }, 'dados_invalidos', '/autor'],
    ['a property that does not exist', 'fatos/objeto', { valor: 'obra', confianca: 1 }, 'dados_invalidos', ''],
    ['a requirement that changes nothing', 'requisitos/cnd_federal', {}, 'dados_invalidos', '/status'],
    ['a day that is none', 'requisitos/cnd_federal', { validade: '31/12/2026' }, 'dados_invalidos', '/validade'],
    ['a class that does not exist', `documentos/${'0'.repeat(64)}`, { classe: 'contrato' }, 'dados_invalidos', '/classe'],
  ])('refuses %s, pointing at it', async (_, rota, corpo, codigo, ponteiro) => {
    const r = await send('PATCH', rota, { ...QUEM, ...corpo });
    expect(r.status).toBe(422);
    expect(r.corpo).toMatchObject({ codigo, erros: [{ ponteiro }] });
  });

  it('never overwrites: the later takes the place, what is taken back stays in the history', async () => {
    const lic = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, lic, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${lic}/fatos`);
    const primeira = (await send('PATCH', 'fatos/objeto', { valor: 'mobiliário', ...QUEM }, lic)).corpo;
    expect((await send('PATCH', 'fatos/objeto', { valor: 'mobiliário', ...QUEM }, lic)).corpo.id).toBe(primeira.id);
    const segunda = (await send('PATCH', 'fatos/objeto', { valor: 'carteiras', motivo: 'outra leitura', autor: 'Rui' }, lic)).corpo;
    const retirada = await send('DELETE', 'fatos/objeto', { motivo: 'engano', autor: 'Rui' }, lic);
    expect([retirada.status, retirada.corpo.estado, retirada.corpo.encerradaPor, retirada.corpo.encerradaMotivo]).toEqual([200, 'retirada', 'Rui', 'engano']);
    expect((await send('DELETE', 'fatos/objeto', QUEM, lic)).corpo).toMatchObject({ status: 404, codigo: 'correcao_nao_encontrada' });
    expect(await fato('objeto', lic)).toMatchObject({ origem: 'maquina', correcao: null });
    const { itens } = correcoesSchema.parse((await send('GET', 'correcoes', undefined, lic)).corpo);
    expect(itens.map((c) => [c.id, c.estado, c.substituidaPor])).toEqual([[segunda.id, 'retirada', null], [primeira.id, 'substituida', segunda.id]]);
    expect(itens[1]).toMatchObject({ autor: 'Ana Souza', encerradaPor: 'Rui', leituraDaMaquina: { valor: expect.stringContaining('mobiliário escolar') }, chaveApiId: expect.stringMatching(/^chv_/) });
    const pagina = correcoesSchema.parse((await send('GET', 'correcoes?limite=1', undefined, lic)).corpo);
    expect([pagina.itens.length, pagina.proximo]).toEqual([1, segunda.id]);
  });

  it('stores text that PostgreSQL would refuse without what it refuses', async () => {
    const r = await send('PATCH', 'fatos/reajuste_indice', { valor: 'IP\u0000CA', motivo: 'lido \ud800 no anexo', autor: 'Ana\u0000' });
    expect([r.status, r.corpo.valor, r.corpo.autor]).toEqual([200, 'IPCA', 'Ana']);
    expect((await send('DELETE', 'fatos/reajuste_indice', { motivo: 'enga\u0000no', autor: 'Ana' })).corpo).toMatchObject({ estado: 'retirada', encerradaMotivo: 'engano' });
  });

  it('keeps one alive when two come at once', async () => {
    const respostas = await Promise.all(['a', 'b', 'c', 'd'].map((autor) => send('PATCH', 'fatos/plataforma', { valor: 'BLL', motivo: 'ao mesmo tempo', autor })));
    expect(respostas.map((r) => r.status)).toEqual([200, 200, 200, 200]);
    const vivas = await t.fonte.query<unknown[]>(`select 1 from alicit.correcao where licitacao_id = $1 and referencia = 'plataforma' and estado = 'vigente'`, [id]);
    expect(vivas).toHaveLength(1);
  });

  it('corrects a requirement of the matrix, keeping what was judged of it', async () => {
    t.app.get(CorrigirService).useRequisitos(async (_o, _l, requisito) => (requisito === 'cnd_federal' ? { id: requisito, status: 'falta_dado' } : null));
    const r = await send('PATCH', 'requisitos/cnd_federal', { status: 'atende', validade: null, ...QUEM });
    expect(correcaoSchema.parse(r.corpo)).toMatchObject({ alvo: 'requisito', requisitoId: 'cnd_federal', status: 'atende', exigido: null, validade: null, mudaValidade: true, leituraDaMaquina: { status: 'falta_dado' } });
    const { requisitos } = await t.app.get(CorrecoesService).vigentes(cliente.organizacaoId, id);
    expect(requisitos).toEqual([{ alvo: 'requisito', id: 'cnd_federal', status: 'atende', validade: null, ...QUEM, em: expect.stringMatching(/Z$/) }]);
    expect((await send('DELETE', 'requisitos/cnd_federal', QUEM)).status).toBe(200);
  });

  it('reads the set again with the class a person gave, and back', async () => {
    const lic = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, lic, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    const ler = async () => leituraSchema.parse((await getQuandoPronta(t, cliente, `/v1/licitacoes/${lic}/leitura`)).json());
    const { sha256 } = (await ler()).documentos[0]!;
    const r = await send('PATCH', `documentos/${sha256}`, { classe: 'minuta', ...QUEM }, lic);
    expect(correcaoSchema.parse(r.corpo)).toMatchObject({ alvo: 'classe', sha256, classe: 'minuta', leituraDaMaquina: { classe: 'edital' } });
    const corrigida = await ler();
    expect(corrigida).toMatchObject({ estado: 'pronta', emVigor: null, documentos: [{ classe: 'minuta', corrigida: true }] });
    expect((await send('DELETE', `documentos/${sha256}`, QUEM, lic)).status).toBe(200);
    expect(await ler()).toMatchObject({ emVigor: { documento: 'Edital.pdf' }, documentos: [{ classe: 'edital', corrigida: false }] });
    expect((await send('PATCH', `documentos/${'0'.repeat(64)}`, { classe: 'minuta', ...QUEM }, lic)).corpo).toMatchObject({ status: 404, codigo: 'documento_nao_encontrado' });
  });

  it('is another organisation’s business to nobody, and needs its scope', async () => {
    const outro = await t.createCliente();
    const leitor = await t.createCliente(['licitacoes:ler']);
    for (const [method, rota, payload] of [['PATCH', 'fatos/objeto', { valor: 'x', ...QUEM }], ['DELETE', 'fatos/objeto', QUEM], ['PATCH', 'requisitos/x', { status: 'atende', ...QUEM }], ['DELETE', 'requisitos/x', QUEM], ['PATCH', `documentos/${'0'.repeat(64)}`, { classe: 'tr', ...QUEM }], ['DELETE', `documentos/${'0'.repeat(64)}`, QUEM], ['POST', 'correcoes/cor_01JD0000000000000000000000/confirmar', QUEM]] as const) {
      const url = `/v1/licitacoes/${id}/${rota}`;
      expect([method, rota, (await t.app.inject({ method, url, payload, headers: outro.cabecalhos })).statusCode]).toEqual([method, rota, 404]);
      expect([method, rota, (await t.app.inject({ method, url, payload, headers: leitor.cabecalhos })).statusCode]).toEqual([method, rota, 403]);
    }
  });
});

describe('an amendment that touches a corrected fact', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  const patch = (id: string, campo: string, valor: unknown) => t.app.inject({ method: 'PATCH', url: `/v1/licitacoes/${id}/fatos/${campo}`, headers: cliente.cabecalhos, payload: { valor, ...QUEM } });
  const fato = async (id: string, campo: string) => fatoSchema.parse((await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos/${campo}`)).json());
  const open = async (): Promise<string> => {
    const id = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, id, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`);
    return id;
  };
  const RETIFICADO = pdfDasPaginas(paginasDeEdital({ titulo: 'EDITAL RETIFICADO', valor: '310.000,00', sessao: '24/08/2026' }));

  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());

  it('asks again, uses the new reading meanwhile, and takes a confirmation', async () => {
    const id = await open();
    const corrigida = (await patch(id, 'valor_estimado_total', '255000.00')).json<{ id: string }>();
    await patch(id, 'validade_proposta_dias', 90);
    await sendArquivos(t, cliente, id, [{ nome: 'Edital retificado.pdf', conteudo: RETIFICADO }]);

    expect(await fato(id, 'valor_estimado_total')).toMatchObject({
      valor: '310000.00', origem: 'maquina', nota: expect.stringContaining('espera confirmação'), correcao: { id: corrigida.id, estado: 'a_confirmar', valor: '255000.00', pergunta: expect.stringContaining('continua valendo?') },
    });
    expect(await fato(id, 'validade_proposta_dias')).toMatchObject({ valor: 90, origem: 'pessoa' });
    const correcoes = t.app.get(CorrecoesService);
    const antes = await correcoes.vigentes(cliente.organizacaoId, id);
    expect([antes.fatos.map((c) => c.campo), antes.aConfirmar.map((c) => c.campo)]).toEqual([['validade_proposta_dias'], ['valor_estimado_total']]);
    expect(antes.aConfirmar[0]).toMatchObject({ leituraEntao: { valor: '250000.00' }, pergunta: expect.stringContaining('R$ 255.000,00') });
    expect((await t.app.inject({ method: 'GET', url: `/v1/licitacoes/${id}/leitura`, headers: cliente.cabecalhos })).json()).toMatchObject({ aConfirmar: 1, emVigor: { documento: 'Edital retificado.pdf', mudancas: expect.arrayContaining([expect.objectContaining({ campo: 'valor_estimado_total' })]) } });

    const confirmar = (cor: string) => t.app.inject({ method: 'POST', url: `/v1/licitacoes/${id}/correcoes/${cor}/confirmar`, headers: cliente.cabecalhos, payload: { autor: 'Rui', motivo: 'o órgão confirmou' } });
    const r = await confirmar(corrigida.id);
    expect(r.statusCode).toBe(200);
    expect(correcaoSchema.parse(r.json())).toMatchObject({ alvo: 'fato', estado: 'vigente', valor: '255000.00', autor: 'Rui', leituraDaMaquina: { valor: '310000.00' } });
    expect(await fato(id, 'valor_estimado_total')).toMatchObject({ valor: '255000.00', origem: 'pessoa', correcao: { autor: 'Rui' } });
    expect((await confirmar(corrigida.id)).json()).toMatchObject({ status: 409, codigo: 'correcao_nao_pendente' });
  });

  it('does not ask when the machine came to agree, nor of what did not change', async () => {
    const id = await open();
    await patch(id, 'valor_estimado_total', '310000.00');
    await sendArquivos(t, cliente, id, [{ nome: 'Edital retificado.pdf', conteudo: RETIFICADO }]);
    expect(await fato(id, 'valor_estimado_total')).toMatchObject({ valor: '310000.00', origem: 'pessoa', correcao: { estado: 'vigente' }, leituraDaMaquina: { valor: '310000.00' } });
  });

  it('may be withdrawn, or counts again when the files are as they were', async () => {
    const id = await open();
    await patch(id, 'valor_estimado_total', '255000.00');
    await patch(id, 'sessao_abertura', '2026-08-12T09:00:00-03:00');
    await sendArquivos(t, cliente, id, [{ nome: 'Edital retificado.pdf', conteudo: RETIFICADO }]);
    expect(await fato(id, 'sessao_abertura')).toMatchObject({ valor: '2026-08-24T09:00:00-03:00', correcao: { estado: 'a_confirmar' } });
    const r = await t.app.inject({ method: 'DELETE', url: `/v1/licitacoes/${id}/fatos/sessao_abertura`, headers: cliente.cabecalhos, payload: QUEM });
    expect(r.json()).toMatchObject({ estado: 'retirada' });
    const { itens } = (await t.app.inject({ method: 'GET', url: `/v1/licitacoes/${id}/arquivos`, headers: cliente.cabecalhos })).json<{ itens: { id: string; nome: string }[] }>();
    await t.app.inject({ method: 'DELETE', url: `/v1/licitacoes/${id}/arquivos/${itens.find((a) => a.nome === 'Edital retificado.pdf')!.id}`, headers: cliente.cabecalhos });
    expect(await fato(id, 'valor_estimado_total')).toMatchObject({ valor: '255000.00', origem: 'pessoa', correcao: { estado: 'vigente', pergunta: null } });
    expect(await fato(id, 'sessao_abertura')).toMatchObject({ valor: '2026-08-10T09:00:00-03:00', correcao: null });
  });
});
