import { describe, expect, it } from '@jest/globals';
import { classifyErroDeEnvio } from '../../../src/avisos/domain/falha-smtp.js';
import { refuseRecomendacao, type Candidata } from '../../../src/avisos/domain/filtro.js';
import { formatQuando } from '../../../src/avisos/domain/formatar.js';
import { linkPncp } from '../../../src/avisos/domain/link-pncp.js';
import { motivosDe } from '../../../src/avisos/domain/motivos.js';
import { groupMudancas } from '../../../src/avisos/domain/mudancas.js';
import { planEnderecos, type EnderecoGuardado } from '../../../src/avisos/domain/plan-enderecos.js';
import { PADRAO } from '../../../src/avisos/domain/preferencias.js';
import { createSegredo, hashSegredo, isSegredo } from '../../../src/avisos/domain/segredo-link.js';
import { createOcultador } from '../../../src/kernel/index.js';

const AGORA = new Date('2026-03-02T12:00:00Z');
const DIA = 86_400_000;

describe('which recommendations are told', () => {
  const boa: Candidata = { topico: 0.5, uf: 'SP', modalidadeId: 6, valor: '15000.00', situacao: 'divulgada', encerramento: '2026-03-20T09:00:00-03:00' };
  const { filtros } = PADRAO.recomendacao;
  const com = (mudanca: Partial<typeof filtros>, resto: object = {}) => ({ recomendacao: { ...PADRAO.recomendacao, ...resto, filtros: { ...filtros, ...mudanca } } });
  it.each([
    ['no condition', com({}), boa, null], ['turned off', com({}, { modo: 'desligado' }), boa, 'desligada'], ['below the least score', com({}, { minimo: 0.51 }), boa, 'abaixo_do_minimo'], ['at the least score', com({}, { minimo: 0.5 }), boa, null],
    ['suspended', com({}), { ...boa, situacao: 'suspensa' }, 'fora_de_situacao'], ['situation unknown', com({}), { ...boa, situacao: null }, null],
    ['closed', com({}), { ...boa, encerramento: '2026-03-02T09:00:00-03:00' }, 'encerrada'], ['end unknown', com({}), { ...boa, encerramento: null }, null],
    ['State asked for', com({ ufs: ['SP'] }), boa, null], ['another State', com({ ufs: ['RJ', 'MG'] }), boa, 'uf'], ['State unknown', com({ ufs: ['RJ'] }), { ...boa, uf: null }, null],
    ['another modalidade', com({ modalidades: [8] }), boa, 'modalidade'], ['too small', com({ valorMinimo: '15000.01' }), boa, 'valor'], ['too large', com({ valorMaximo: '14999.99' }), boa, 'valor'],
    ['at both ends', com({ valorMinimo: '15000', valorMaximo: '15000.00' }), boa, null], ['value unknown', com({ valorMinimo: '99999' }), { ...boa, valor: null }, null],
  ] as const)('%s', (_, preferencias, candidata, esperado) => expect(refuseRecomendacao(preferencias as Parameters<typeof refuseRecomendacao>[0], candidata, AGORA)).toBe(esperado));
});

describe('what a failure to send means', () => {
  it.each([
    [{ code: 'ECONNECTION' }, 'tentar_de_novo', 'smtp_indisponivel', false], [{ code: 'ETIMEDOUT', command: 'CONN' }, 'tentar_de_novo', 'tempo_esgotado', false], [{ code: 'EDNS' }, 'tentar_de_novo', 'smtp_nome_nao_encontrado', false], [{}, 'tentar_de_novo', 'smtp_indisponivel', false],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'tentar_de_novo', 'smtp_450', false], [{ code: 'EMESSAGE', responseCode: 421, command: 'DATA' }, 'tentar_de_novo', 'smtp_421', false],
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'recusada', 'smtp_550', true], [{ code: 'EENVELOPE', responseCode: 552, command: 'RCPT TO' }, 'recusada', 'smtp_552', false],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'recusada', 'smtp_554', false],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'tentar_de_novo', 'smtp_554', false], [{ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'tentar_de_novo', 'smtp_550', false],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'tentar_de_novo', 'smtp_senha_recusada', false],
  ])('%j', (erro, desfecho, codigo, enderecoRecusado) => expect(classifyErroDeEnvio(erro)).toMatchObject({ desfecho, codigo, enderecoRecusado }));
});

describe('addresses of a company', () => {
  const guardado = (endereco: string, estado: EnderecoGuardado['estado'], mais: Partial<EnderecoGuardado> = {}): EnderecoGuardado => ({ id: `id-${endereco}`, endereco, estado, confirmacaoEm: AGORA, canceladoEm: null, ...mais });
  const ha = (dias: number): Date => new Date(AGORA.getTime() - dias * DIA);
  it.each([
    ['a new one', [], ['a'], { criar: ['a'], remover: [], voltar: [], confirmar: [] }],
    ['the same again', [guardado('a', 'confirmado')], ['a'], { criar: [], remover: [], voltar: [], confirmar: [] }],
    ['one taken out', [guardado('a', 'confirmado'), guardado('b', 'pendente')], ['a'], { criar: [], remover: ['id-b'], voltar: [], confirmar: [] }],
    ['one that waits is not asked twice a day', [guardado('a', 'pendente', { confirmacaoEm: ha(0.9) })], ['a'], { criar: [], remover: [], voltar: [], confirmar: [] }],
    ['one that waits is asked again after a day', [guardado('a', 'pendente', { confirmacaoEm: ha(1) })], ['a'], { criar: [], remover: [], voltar: [], confirmar: ['id-a'] }],
    ['one never asked (there was no server) is asked', [guardado('a', 'pendente', { confirmacaoEm: null })], ['a'], { criar: [], remover: [], voltar: [], confirmar: ['id-a'] }],
    ['one that comes back confirms again', [guardado('a', 'removido', { confirmacaoEm: ha(3) })], ['a'], { criar: [], remover: [], voltar: [{ id: 'id-a', estado: 'pendente' }], confirmar: ['id-a'] }],
    ['in and out in a day is not asked twice', [guardado('a', 'removido', { confirmacaoEm: ha(0.1) })], ['a'], { criar: [], remover: [], voltar: [{ id: 'id-a', estado: 'pendente' }], confirmar: [] }],
    ['whoever left stays out', [guardado('a', 'cancelado', { canceladoEm: ha(50), confirmacaoEm: ha(60) })], ['a'], { criar: [], remover: [], voltar: [], confirmar: [] }],
    ['whoever left is not asked by being put in again', [guardado('a', 'removido', { canceladoEm: ha(29), confirmacaoEm: ha(60) })], ['a'], { criar: [], remover: [], voltar: [{ id: 'id-a', estado: 'cancelado' }], confirmar: [] }],
    ['but may be after a month', [guardado('a', 'removido', { canceladoEm: ha(30), confirmacaoEm: ha(60) })], ['a'], { criar: [], remover: [], voltar: [{ id: 'id-a', estado: 'pendente' }], confirmar: ['id-a'] }],
    ['a refused one stays refused', [guardado('a', 'recusado', { confirmacaoEm: ha(9) })], ['a'], { criar: [], remover: [], voltar: [], confirmar: [] }],
  ] as const)('%s', (_, guardados, lista, esperado) => expect(planEnderecos(guardados, lista, AGORA)).toEqual(esperado));
});

describe('what changed', () => {
  const m = (campo: string, antes: unknown, depois: unknown, versao = 2) => ({ numero: 'n', versao, campo, antes, depois });
  it('by version, with texts for people', () => {
    expect(groupMudancas([m('encerramentoPropostas', '2026-03-20T09:00:00-03:00', '2026-03-27T10:30:00-03:00'), m('valorEstimado', null, '1000.5'), m('situacao', 'divulgada', 'suspensa', 3)])).toEqual([
      { chave: 'mudanca:n:v2', numero: 'n', mudancas: [{ campo: 'encerramentoPropostas', titulo: 'Fim do recebimento das propostas', antes: '20/03/2026 às 09:00', depois: '27/03/2026 às 10:30' }, { campo: 'valorEstimado', titulo: 'Valor estimado', antes: null, depois: 'R$ 1.000,50' }] },
      { chave: 'mudanca:n:v3', numero: 'n', mudancas: [{ campo: 'situacao', titulo: 'Situação', antes: 'divulgada', depois: 'suspensa' }] },
    ]);
  });
  it('items and files as a number', () => {
    expect(groupMudancas([m('itens/3/quantidade', '1', '2'), m('itens/3/descricao', 'a', 'b'), m('itens/4', null, {}), m('arquivos/2', null, {})])[0]!.mudancas.map((x) => x.depois)).toEqual(['2 itens mudaram', '1 arquivo mudou']);
  });
  it.each([['a field of no interest', 'atualizacao', '2026-01-01', '2026-01-02'], ['what looks the same', 'objeto', 'Cadeiras  de escola', 'Cadeiras de escola'], ['what is no value', 'valorEstimado', { a: 1 }, ['x']]])('nothing to tell: %s', (_, campo, antes, depois) => expect(groupMudancas([m(campo, antes, depois)])).toEqual([]));
  it('long texts are cut', () => expect(groupMudancas([m('objeto', null, 'x'.repeat(5000))])[0]!.mudancas[0]!.depois).toHaveLength(300));
});

describe('why a tender suits', () => {
  const razao = (peso: number, mais: object = {}) => ({ produto: 'cadeira escolar', fonte: 'produto' as const, trecho: 'cadeiras  escolares', item: null, peso, ...mais });
  it('the weightiest first, three at most, each once, in plain text', () => {
    expect(motivosDe([razao(0.1, { fonte: 'cnae', produto: null }), razao(0.5), razao(0.5), razao(0.9, { item: 3, trecho: 'mesa\u202e' }), razao(0.2, { fonte: 'descricao', produto: null }), razao(0.05)])).toEqual([
      '“cadeira escolar” casa com “mesa” no item 3', '“cadeira escolar” casa com “cadeiras escolares” no objeto', 'A descrição da empresa casa com “cadeiras escolares” no objeto',
    ]);
    expect(motivosDe([])).toEqual([]);
  });
});

describe('small things', () => {
  it.each([
    ['2026-03-20T09:00:00-03:00', '20/03/2026 às 09:00'], ['2026-03-20T12:00:00Z', '20/03/2026 às 09:00'], ['2026-03-20T08:00:00-04:00', '20/03/2026 às 08:00 (UTC-04:00)'], ['2026-03-20T23:59:59-03:00', '20/03/2026, até o fim do dia'], ['2026-03-20T09:00:00', '20/03/2026 às 09:00'], ['logo', 'logo'],
  ])('%s is read as %s', (iso, texto) => expect(formatQuando(iso)).toBe(texto));
  it.each([
    ['11222333000181-1-000007/2026', 'https://pncp.gov.br/app/editais/11222333000181/2026/7'], ['12ABC34501DE35-1-000123/2026', 'https://pncp.gov.br/app/editais/12ABC34501DE35/2026/123'], ['11222333000181-2-000007/2026', null], ['javascript:alert(1)', null], [null, null],
  ])('page of %s: %s', (numero, link) => expect(linkPncp(numero)).toBe(link));
  it('secrets have 192 bits, a form of their own, and are hidden from logs', () => {
    const segredo = createSegredo(new Uint8Array(24).fill(7));
    expect([isSegredo(segredo), isSegredo(`${segredo}x`), isSegredo(''), isSegredo('../x')]).toEqual([true, false, false, false]);
    expect(hashSegredo(segredo)).toMatch(/^[0-9a-f]{64}$/);
    expect(createOcultador()(`GET /v1/feeds/${segredo}.atom`)).not.toContain(segredo.slice(7));
    expect(() => createSegredo(new Uint8Array(8))).toThrow(RangeError);
  });
});
