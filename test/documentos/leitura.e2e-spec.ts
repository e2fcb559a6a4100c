import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmpresasService } from '../../src/empresas/empresas.module.js';
import { ATESTADOS } from '../support/papeis/atestados.js';
import { balanco, cartaoCnpj } from '../support/papeis/cadastrais.js';
import { AURORA, OUTRA } from '../support/papeis/empresa.js';
import { cndFederal, cndFederalPositiva, cndt, crfFgts } from '../support/papeis/fiscais.js';
import { pdfDoPapel, type PapelDeTeste } from '../support/papeis/pdf-do-papel.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { formulario, type ParteDeTeste } from '../support/formulario.js';
import { pdfDe } from '../support/pdf.js';
import { objetosDe } from '../support/sobras.js';
import { zipDe } from '../support/zip.js';

interface Documento { id: string; tipo: string; emissao?: string; validade?: string | null; resultado?: string; situacao: string; avisos: { codigo: string; mensagem: string }[]; leitura: { confianca: number; evidencias: Record<string, { pagina: number; trecho: string }>; titular: { cnpj: string } } | null; naoLido: { codigo: string } | null; arquivo: { nome: string; sha256: string } | null }
interface Lote { arquivos: { nome: string; ok: boolean; documentos: Documento[]; naoLido: { documento: string; codigo: string }[] }[] }

describe('documents that tell what they are', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let empresaId: string;
  let base: string;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
    const r = await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: { cnpj: AURORA.cnpj, descricao: 'Informática', porte: 'me' }, headers: cliente.cabecalhos });
    empresaId = r.json<{ id: string }>().id;
    base = `/v1/empresas/${empresaId}/documentos`;
  });
  afterAll(() => t.close());

  const arquivo = async (papel: PapelDeTeste | Buffer, nome = 'a.pdf', campo = 'arquivo'): Promise<ParteDeTeste> => ({ campo, nome, conteudo: Buffer.isBuffer(papel) ? papel : await pdfDoPapel(papel) });
  const dados = (valor: object): ParteDeTeste => ({ campo: 'dados', valor: JSON.stringify(valor), tipo: 'application/json' });
  const send = (partes: readonly ParteDeTeste[], url = base, method: 'POST' | 'PUT' = 'POST') => {
    const { payload, headers } = formulario(partes);
    return t.app.inject({ method, url, payload, headers: { ...cliente.cabecalhos, ...headers } });
  };
  const apagar = (id: string) => t.app.inject({ method: 'DELETE', url: `${base}/${id}`, headers: cliente.cabecalhos });
  const codigos = (d: Documento): string[] => d.avisos.map((a) => a.codigo);
  const daqui = (dias: number): string => new Date(Date.now() + dias * 86_400_000).toISOString().slice(0, 10);
  const br = (iso: string): string => iso.split('-').reverse().join('/');

  it('need no data: the file is read, proved, and stays read', async () => {
    const r = await send([await arquivo(cndFederal(AURORA, br(daqui(-30)), br(daqui(150))), 'federal.pdf')]);
    const d = r.json<Documento>();
    expect([r.statusCode, d]).toEqual([201, expect.objectContaining({ tipo: 'cnd_federal', emissao: daqui(-30), validade: daqui(150), resultado: 'negativa', situacao: 'vigente', naoLido: null })]);
    expect(d.leitura!.evidencias['validade']).toMatchObject({ documento: 'federal.pdf', pagina: 1, trecho: expect.stringContaining(`Válida até ${br(daqui(150))}`) });
    expect(codigos(d)).toEqual([]);
    const lido = await t.app.inject({ method: 'GET', url: `${base}/${d.id}`, headers: cliente.cabecalhos });
    expect(lido.json()).toEqual(r.json());
    await apagar(d.id);
    expect(objetosDe(t)).toEqual([]);
  });

  it('what is given wins; what the file says otherwise is a warning', async () => {
    const r = await send([dados({ tipo: 'cnd_federal', validade: daqui(10) }), await arquivo(cndFederal(AURORA, br(daqui(-30)), br(daqui(150))))]);
    const d = r.json<Documento>();
    expect(d).toMatchObject({ validade: daqui(10), emissao: daqui(-30), situacao: 'vence_em_breve' });
    expect(d.avisos).toEqual([expect.objectContaining({ codigo: 'diverge_validade', mensagem: expect.stringContaining(br(daqui(150))) })]);
    await apagar(d.id);
  });

  it('a positive certidão, one of another company and an expired one are kept and do not count', async () => {
    const positiva = (await send([await arquivo(cndFederalPositiva())])).json<Documento>();
    const deOutra = (await send([await arquivo(cndt(OUTRA))])).json<Documento>();
    const vencida = (await send([await arquivo(crfFgts(AURORA, '01/01/2026', '30/01/2026'))])).json<Documento>();
    expect([positiva.situacao, deOutra.situacao, vencida.situacao]).toEqual(['positiva', 'de_outro_titular', 'vencida']);
    expect([codigos(positiva), codigos(deOutra), codigos(vencida)]).toEqual([expect.arrayContaining(['certidao_positiva']), expect.arrayContaining(['de_outra_empresa']), expect.arrayContaining(['documento_vencido'])]);
    const { empresa } = await t.app.get(EmpresasService).snapshot(cliente.organizacaoId, empresaId);
    expect(empresa.documentos?.map((d) => [d.tipo, d.resultado])).toEqual([['cnd_federal', 'positiva'], ['crf_fgts', 'negativa']]);
    // A new date does not make it negative.
    await t.app.inject({ method: 'PUT', url: `${base}/${positiva.id}`, payload: { tipo: 'cnd_federal', validade: daqui(90) }, headers: cliente.cabecalhos });
    const depois = await t.app.get(EmpresasService).snapshot(cliente.organizacaoId, empresaId);
    expect(depois.empresa.documentos?.find((d) => d.tipo === 'cnd_federal')?.resultado).toBe('positiva');
    for (const d of [positiva, deOutra, vencida]) await apagar(d.id);
  });

  it('feed what the profile leaves out, never what it says', async () => {
    const ids: string[] = [];
    for (const papel of [cartaoCnpj(), balanco(), ATESTADOS['servicos']!]) ids.push((await send([await arquivo(papel)])).json<Documento>().id);
    const { empresa } = await t.app.get(EmpresasService).snapshot(cliente.organizacaoId, empresaId);
    expect(empresa).toMatchObject({ descricao: 'Informática', porte: 'me', uf: 'PR', municipio: 'Curitiba', patrimonioLiquido: '1000000.00', balancos: [2025], indices: { liquidezGeral: '1.52' }, atestados: [{ quantidade: '12500' }, { quantidade: '1200' }] });
    const guardado = await t.app.inject({ method: 'GET', url: `/v1/empresas/${empresaId}`, headers: cliente.cabecalhos });
    expect(guardado.json<{ perfil: object }>().perfil).toEqual({ cnpj: AURORA.cnpj, descricao: 'Informática', porte: 'me' });
    for (const id of ids) await apagar(id);
  });

  it('a file that cannot be read is kept when the kind is told, and says why it was not read', async () => {
    const r = await send([dados({ tipo: 'cndt', validade: daqui(30) }), await arquivo(pdfDe([null]), 'imagem.pdf')]);
    const d = r.json<Documento>();
    expect([r.statusCode, d.situacao, d.leitura, d.naoLido?.codigo, codigos(d)]).toEqual([201, 'vigente', null, 'sem_texto', ['sem_texto']]);
    await apagar(d.id);
  });

  it.each<[string, () => Promise<ParteDeTeste[]>, number, string]>([
    ['an image', async () => [await arquivo(pdfDe([null]))], 422, 'sem_texto'],
    ['an archive of two', async () => [await arquivo(await zipDe({ 'a.pdf': await pdfDoPapel(cndt()), 'b.pdf': await pdfDoPapel(crfFgts()) }), 'a.zip')], 422, 'varios_documentos'],
    ['a PDF of two papers', async () => [await arquivo({ origem: 'duas certidões num arquivo', paginas: [cndt().paginas[0]!, cndFederal().paginas[0]!] })], 422, 'varios_documentos'],
    ['bad data', async () => [dados({ validade: 'amanhã' }), await arquivo(cndt())], 422, 'documento_invalido'],
  ])('alone, %s is refused and nothing of it is kept', async (_nome, partes, status, codigo) => {
    const r = await send(await partes());
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([status, codigo]);
    expect(objetosDe(t)).toEqual([]);
  });

  it('many at once: each paper its own document and file, each file its result', async () => {
    const zip = await zipDe({ 'pasta/cndt.pdf': await pdfDoPapel(cndt()), 'foto.bin': Buffer.from([0, 1, 2, 3, 255, 254]) });
    const duas = { origem: 'duas certidões num arquivo', paginas: [crfFgts().paginas[0]!, cndFederal().paginas[0]!] };
    const r = await send([await arquivo(zip, 'certidoes.zip', 'arquivos'), await arquivo(duas, 'duas.pdf', 'arquivos'), await arquivo(Buffer.from('%PDF-1.4 nada'), 'ruim.pdf', 'arquivos')], `${base}/lote`);
    const { arquivos } = r.json<Lote>();
    expect([r.statusCode, arquivos.map((a) => [a.nome, a.ok, a.documentos.map((d) => d.tipo), a.naoLido.map((n) => n.codigo)])]).toEqual([207, [
      ['certidoes.zip', true, ['cndt'], ['formato_nao_suportado']], ['duas.pdf', true, ['crf_fgts', 'cnd_federal'], []], ['ruim.pdf', false, [], ['pdf_corrompido']],
    ]]);
    const [cndtDoZip, crf, federal] = arquivos.flatMap((a) => a.documentos);
    expect(cndtDoZip!.arquivo!.nome).toBe('cndt.pdf');
    expect(crf!.arquivo!.sha256).toBe(federal!.arquivo!.sha256);
    const baixado = await t.app.inject({ method: 'GET', url: `${base}/${cndtDoZip!.id}/arquivo`, headers: cliente.cabecalhos });
    expect(baixado.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await t.fonte.query<unknown[]>('select 1 from alicit.arquivo_em_transito')).length).toBe(0);
    for (const d of [cndtDoZip!, crf!]) await apagar(d.id);
    expect(objetosDe(t)).toEqual([federal!.arquivo!.sha256]);
    await apagar(federal!.id);
    expect(objetosDe(t)).toEqual([]);
  });

  it('many at once of which none can be read is an error that tells each', async () => {
    const r = await send([await arquivo(Buffer.from('%PDF-1.4 nada'), 'ruim.pdf', 'arquivos')], `${base}/lote`);
    expect([r.statusCode, r.json()]).toEqual([422, expect.objectContaining({ codigo: 'pdf_corrompido', detalhes: { arquivos: [{ nome: 'ruim.pdf', naoLido: [expect.objectContaining({ codigo: 'pdf_corrompido' })] }] } })]);
    expect((await send([], `${base}/lote`)).json()).toMatchObject({ codigo: 'sem_arquivos' });
    expect(objetosDe(t)).toEqual([]);
  });

  it('another organisation sends nothing here', async () => {
    const outro = await t.createCliente();
    const { payload, headers } = formulario([await arquivo(cndt(), 'a.pdf', 'arquivos')]);
    const r = await t.app.inject({ method: 'POST', url: `${base}/lote`, payload, headers: { ...outro.cabecalhos, ...headers } });
    expect(r.statusCode).toBe(404);
    expect(objetosDe(t)).toEqual([]);
  });

  it('erasing the company leaves nothing of what was read', async () => {
    const outro = await t.createCliente();
    const { id } = (await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: { cnpj: AURORA.cnpj, descricao: 'x' }, headers: outro.cabecalhos })).json<{ id: string }>();
    const { payload, headers } = formulario([await arquivo(cndFederal())]);
    await t.app.inject({ method: 'POST', url: `/v1/empresas/${id}/documentos`, payload, headers: { ...outro.cabecalhos, ...headers } });
    const linha = await t.fonte.query<{ leitura: { leitura: { titular: { nome: string } } } }[]>('select leitura from alicit.empresa_documento where organizacao_id = $1', [outro.organizacaoId]);
    expect(linha[0]!.leitura.leitura.titular.nome).toBe(AURORA.nome);
    await t.app.inject({ method: 'DELETE', url: `/v1/empresas/${id}`, headers: outro.cabecalhos });
    expect(await t.fonte.query<unknown[]>('select 1 from alicit.empresa_documento where organizacao_id = $1', [outro.organizacaoId])).toEqual([]);
    expect(objetosDe(t)).toEqual([]);
  });
});
