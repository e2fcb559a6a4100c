import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/storage/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { createFormulario } from '../../support/formulario.js';
import { EDITAL, EMPRESA, pedir } from '../apoio.js';

type Partes = Parameters<typeof createFormulario>[0];

describe('a form that is refused', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api' });
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());

  const edital: Partes[number] = ['arquivos', EDITAL, 'edital.pdf'];
  const post = async (quem: Cliente, partes: Partes) => {
    const { payload, headers } = await createFormulario(partes);
    return pedir(t, quem, 'POST', '/v1/analises', { payload, cabecalhos: headers });
  };
  const guardado = async (): Promise<unknown> => (await t.fonte.query('select (select count(*)::int from alicit.empresa) as empresas, (select count(*)::int from alicit.licitacao) as licitacoes, (select count(*)::int from alicit.arquivo) as arquivos'))[0];

  it.each<[string, Partes, string]>([
    ['a tender that is no JSON', [['empresa', EMPRESA], ['licitacao', '{'], edital], 'corpo_malformado'],
    ['a tender of nobody', [['empresa', EMPRESA], ['licitacaoId', newId('lic')], edital], 'licitacao_nao_encontrada'],
    ['a company of nobody', [['empresaId', newId('emp')], edital], 'empresa_nao_encontrada'],
    ['a company that is no JSON', [['empresa', '{'], edital], 'corpo_malformado'],
    ['a moment that is none', [['empresa', EMPRESA], ['agora', 'ontem'], edital], 'agora_invalido'],
  ])('leaves nothing behind: %s', async (_, partes, codigo) => {
    expect((await post(cliente, partes)).corpo).toMatchObject({ codigo });
    expect(await guardado()).toEqual({ empresas: 0, licitacoes: 0, arquivos: 0 });
  });

  it.each(['empresas:escrever', 'licitacoes:escrever', 'analises:simular'] as const)('leaves nothing behind: a key without %s', async (falta) => {
    const todos = ['analises:escrever', 'empresas:escrever', 'licitacoes:escrever', 'analises:simular'] as const;
    const outro = await t.createCliente(todos.filter((e) => e !== falta));
    expect(await post(outro, [['empresa', EMPRESA], ['agora', '2026-11-23T10:00:00-03:00'], edital])).toMatchObject({ status: 403, corpo: { codigo: 'escopo_ausente' } });
    expect(await guardado()).toEqual({ empresas: 0, licitacoes: 0, arquivos: 0 });
  });
});
