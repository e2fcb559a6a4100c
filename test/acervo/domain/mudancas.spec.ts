import { describe, expect, it } from '@jest/globals';
import { compareIdade, diffArquivos, diffItens, diffRegistro, mergeArquivos, mergeBruto, type Bruto } from '../../../src/acervo/domain/mudancas/index.js';
import { isMesmo } from '../../../src/acervo/domain/mudancas/forma.js';
import { readArquivos, readItens } from '../../../src/acervo/read-complementos.js';
import { readRegistro, toLicitacaoDe, type RegistroLido } from '../../../src/acervo/read-registro.js';
import { registro } from '../apoio.js';

const read = (cru: unknown): RegistroLido => {
  const lido = readRegistro(cru);
  if ('motivo' in lido) throw new Error(lido.motivo);
  return lido;
};
/** What `depois` changes of `antes`, as the collection would tell: field → [before, after]. */
function changes(antes: Bruto, depois: Bruto): Record<string, readonly [unknown, unknown]> {
  const [a, d] = [read(antes), read(depois)];
  const bruto = mergeBruto(a.bruto, d.bruto);
  return Object.fromEntries(diffRegistro(a, { bruto, licitacao: toLicitacaoDe(a.controle, bruto) }).map((c) => [c.campo, [c.antes, c.depois] as const]));
}

describe('the same, written in another way', () => {
  it.each<[unknown, unknown, boolean]>([
    ['2026-01-02T08:00', '2026-01-02T08:00:00', true], ['2026-01-02T08:00:00.123', '2026-01-02T08:00:00', true], ['2026-01-02T08:00:00', '2026-01-02T11:00:00Z', true],
    ['2026-01-02', '2026-01-02T00:00:00', true], ['2026-01-02T08:00:00', '2026-01-02T08:00:01', false], [100, 100.0, true], [100, '100.0', true], ['100.00', '100', true],
    [100, 100.01, false], ['90853', '090853', false], [90853, '90853', true], [null, '', true], [null, [], true], [undefined, null, true], [0, null, false], [false, null, false],
    [true, 'true', true], ['a  b\r\n', 'a b', true], ['a b', 'A b', false], [[1, { x: '2026-01-02T08:00' }], ['1', { x: '2026-01-02T08:00:00' }], true], [{ a: 1, b: null }, { a: 1 }, true], [[], [1], false], [{}, 1, false],
  ])('%j and %j: %s', (a, b, mesmo) => {
    expect(isMesmo(a, b)).toBe(mesmo);
    expect(isMesmo(b, a)).toBe(mesmo);
  });
});

describe('what changed of a record', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, readonly [unknown, unknown]>]>([
    ['nothing', {}, {}, {}],
    ['nothing, written in another way', {}, { dataEncerramentoProposta: '2026-01-20T09:00', valorTotalEstimado: '1000.50', modalidadeId: '6', linkSistemaOrigem: null, fontesOrcamentarias: null }, {}],
    ['a date', {}, { dataEncerramentoProposta: '2026-02-01T09:00:00' }, { encerramentoPropostas: ['2026-01-20T09:00:00-03:00', '2026-02-01T09:00:00-03:00'] }],
    ['an estimate that becomes known', { valorTotalEstimado: 0 }, { valorTotalEstimado: 76059 }, { valorEstimado: [null, '76059'] }],
    ['an estimate that becomes unknown', {}, { valorTotalEstimado: 0 }, { valorEstimado: ['1000.5', null] }],
    ['unknown said in another way: only of the raw record', { valorTotalEstimado: 0 }, { valorTotalEstimado: 9999999999999.99 }, { 'pncp/valorTotalEstimado': [0, 9999999999999.99] }],
    ['status: id and name are one change', {}, { situacaoCompraId: 3, situacaoCompraNome: 'Anulada' }, { situacao: ['divulgada', 'anulada'] }],
    ['object', {}, { objetoCompra: 'Outro objeto' }, { objeto: ['Aquisição de cadeiras escolares, lote 1', 'Outro objeto'] }],
    ['modality', {}, { modalidadeId: 4, modalidadeNome: 'Concorrência - Eletrônica' }, { modalidadeId: [6, 4] }],
    ['a field that has no name of ours', {}, { informacaoComplementar: 'Veja a errata' }, { 'pncp/informacaoComplementar': [null, 'Veja a errata'] }],
    ['the platform\'s prefix alone leaves the object as it was', {}, { objetoCompra: '[Portal X] - Aquisição de cadeiras escolares, lote 1' }, { 'pncp/objetoCompra': ['Aquisição de cadeiras escolares, lote 1', '[Portal X] - Aquisição de cadeiras escolares, lote 1'] }],
    ['explicit null of a field that may be empty', { informacaoComplementar: 'x' }, { informacaoComplementar: null }, { 'pncp/informacaoComplementar': ['x', null] }],
    ['an address removed', { linkSistemaOrigem: 'https://exemplo.gov.br/1' }, { linkSistemaOrigem: '' }, { linkSistemaOrigem: ['https://exemplo.gov.br/1', null] }],
    ['the place', {}, { unidadeOrgao: { codigoIbge: '3304557', ufSigla: 'RJ', ufNome: 'Rio de Janeiro', municipioNome: 'Rio de Janeiro' } }, { codigoIbge: ['3550308', '3304557'], municipio: ['São Paulo', 'Rio de Janeiro'], uf: ['SP', 'RJ'] }],
    ['only the clock', {}, { dataAtualizacao: '2026-01-03T08:00:00', dataAtualizacaoGlobal: '2026-01-04T08:00:00' }, { atualizacao: ['2026-01-02T08:00:00-03:00', '2026-01-04T08:00:00-03:00'] }],
  ])('%s', (_nome, antes, depois, esperado) => {
    expect(changes(registro(1, antes), registro(1, depois))).toEqual(esperado);
  });

  it.each<[string, (r: Record<string, unknown>) => Record<string, unknown>]>([
    ['a list that lacks what the detail has', ({ amparoLegal: _a, informacaoComplementar: _i, ...r }) => r],
    ['a page without the buyer', ({ orgaoEntidade: _o, ...r }) => r],
    ['a page that blanks what every record has', (r) => ({ ...r, objetoCompra: null, modalidadeId: null, situacaoCompraId: null, orgaoEntidade: null, unidadeOrgao: {} , dataAtualizacao: '2026-01-02T08:00:00' })],
    ['a date that is no date', (r) => ({ ...r, dataEncerramentoProposta: '20/01/2026 09:00' })],
    ['a value that is no number', (r) => ({ ...r, valorTotalEstimado: 'R$ 1.000,50' })],
    ['an id that is a name', (r) => ({ ...r, modalidadeId: 'Pregão' })],
    ['a list where an object was', (r) => ({ ...r, unidadeOrgao: ['3550308'], amparoLegal: 'Lei 14.133' })],
  ])('%s is no change', (_nome, drift) => {
    const lidoAntes = read(registro(1, { informacaoComplementar: 'x' }));
    const bruto = mergeBruto(lidoAntes.bruto, drift(registro(1, { informacaoComplementar: 'x' })));
    expect(diffRegistro(lidoAntes, { bruto, licitacao: toLicitacaoDe(lidoAntes.controle, bruto) })).toEqual([]);
  });

  it('what a fuller shape tells for the first time is known, and no change', () => {
    const antes = read(registro(1));
    const bruto = mergeBruto(antes.bruto, registro(1, { orcamentoSigilosoCodigo: 3, existeResultado: false }));
    const licitacao = toLicitacaoDe(antes.controle, bruto);
    expect(diffRegistro(antes, { bruto, licitacao })).toEqual([]);
    expect(licitacao.orcamentoSigiloso).toBe(true);
  });
});

describe('which sighting is the later', () => {
  it.each<[Bruto, Bruto, 'later' | 'older' | 'same' | 'unknown']>([
    [{ dataAtualizacaoGlobal: '2026-01-02T08:00:00' }, { dataAtualizacaoGlobal: '2026-01-03T08:00:00' }, 'later'],
    [{ dataAtualizacaoGlobal: '2026-01-02T08:00:00' }, { dataAtualizacaoGlobal: '2026-01-01T08:00:00', dataAtualizacao: '2026-01-09T08:00:00' }, 'older'],
    [{ dataAtualizacaoGlobal: '2026-01-02T08:00' }, { dataAtualizacaoGlobal: '2026-01-02T11:00:00Z' }, 'same'],
    [{ dataAtualizacaoGlobal: '2026-01-05T08:00:00', dataAtualizacao: '2026-01-02T08:00:00' }, { dataAtualizacao: '2026-01-03T08:00:00' }, 'later'],
    [{ dataAtualizacaoGlobal: '2026-01-05T08:00:00', dataAtualizacao: '2026-01-02T08:00:00' }, { dataAtualizacao: '2026-01-02T08:00:00' }, 'unknown'],
    [{ dataAtualizacaoGlobal: '2026-01-05T08:00:00' }, {}, 'unknown'], [{ dataAtualizacaoGlobal: 'ontem' }, { dataAtualizacaoGlobal: '2026-01-05T08:00:00' }, 'unknown'],
  ])('%j then %j: %s', (antes, novo, esperado) => {
    const idade = compareIdade(antes, novo);
    expect(idade === null ? 'unknown' : idade > 0 ? 'later' : idade < 0 ? 'older' : 'same').toBe(esperado);
  });
});

describe('what changed of lists', () => {
  const item = (numeroItem: number, mais: Bruto = {}): Bruto => ({ numeroItem, descricao: `Item ${numeroItem}`, quantidade: 10, valorUnitarioEstimado: 5, valorTotal: 50, situacaoCompraItem: 1, dataAtualizacao: '2026-01-02T08:00:00', ...mais });
  it.each<[string, Bruto[], Bruto[], string[]]>([
    ['nothing', [item(1), item(2)], [item(2), item(1, { quantidade: '10.00' })], []],
    ['added and removed', [item(1), item(2)], [item(2), item(3)], ['itens/1', 'itens/3']],
    ['fields of ours and of the raw item; its clock alone is none', [item(1), item(2)], [item(1, { quantidade: 12, situacaoCompraItem: 2 }), item(2, { dataAtualizacao: '2026-02-02T08:00:00' })], ['itens/1/pncp/situacaoCompraItem', 'itens/1/quantidade']],
    ['a shape with fewer fields', [item(1)], [{ numeroItem: 1, descricao: 'Item 1' }], []],
    ['a list that moved while it was paged: the last of two counts', [item(1)], [item(1, { quantidade: 9 }), item(1)], []],
    ['an amount that becomes unknown', [item(1)], [item(1, { valorUnitarioEstimado: 0 })], ['itens/1/valorUnitario']],
  ])('items: %s', (_nome, antes, depois, campos) => {
    const velhos = readItens(antes);
    expect(diffItens(velhos, readItens(depois, new Map([...velhos].map(([n, i]) => [n, i.bruto])))).map((c) => c.campo)).toEqual(campos);
  });

  const arquivo = (sequencialDocumento: number, mais: Bruto = {}): Bruto => ({ sequencialDocumento, titulo: 'Edital', tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', statusAtivo: true, dataPublicacaoPncp: '2026-01-02T08:00:00', ...mais });
  it.each<[string, Bruto[], Bruto[], string[]]>([
    ['nothing', [arquivo(1)], [arquivo(1, { dataPublicacaoPncp: '2026-01-02T08:00' })], []],
    ['added', [arquivo(1)], [arquivo(1), arquivo(2)], ['arquivos/2']],
    ['withdrawn: said, or no longer listed', [arquivo(1), arquivo(2)], [arquivo(1, { statusAtivo: false })], ['arquivos/1/ativo', 'arquivos/2/ativo']],
    ['title', [arquivo(1)], [arquivo(1, { titulo: 'Edital retificado' })], ['arquivos/1/titulo']],
    ['what cannot be fetched is no file', [arquivo(1)], [arquivo(1), { titulo: 'sem número' }, 'x' as unknown as Bruto], []],
  ])('files: %s', (_nome, antes, depois, campos) => {
    const velhos = mergeArquivos([], readArquivos(antes));
    expect(diffArquivos(velhos, mergeArquivos(velhos, readArquivos(depois))).map((c) => c.campo)).toEqual(campos);
  });
});
