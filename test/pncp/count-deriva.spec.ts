import { describe, expect, it } from '@jest/globals';
import { countDeriva, findFiltrosIgnorados } from '../../src/pncp/count-deriva.js';
import { arquivoContrato, ataContrato, contratacaoContrato, contratoContrato, itemContrato, type Contrato } from '../../src/pncp/registros.schema.js';
import { gerarAta, gerarContrato } from '../support/pncp-server/gerar-atas.ts';
import { gerarItens, gerarRegistros } from '../support/pncp-server/index.ts';

const [registro] = gerarRegistros({ quantidade: 1 });
const derivas = (contrato: Contrato, valor: unknown): string[] => {
  const achadas: string[] = [];
  countDeriva(contrato, valor, (tipo, campo) => achadas.push(`${tipo}:${campo}`));
  return achadas;
};

describe('countDeriva', () => {
  it('finds nothing in records as PNCP sends them', () => {
    const todos = gerarRegistros({ quantidade: 60 });
    expect(todos.flatMap((r) => derivas(contratacaoContrato, r))).toEqual([]);
    expect(todos.flatMap(gerarItens).flatMap((i) => derivas(itemContrato, i))).toEqual([]);
    const [atas, contratos] = [todos.map(gerarAta).filter((a) => a !== null), todos.map(gerarContrato).filter((c) => c !== null)];
    expect([atas.length > 3, contratos.length > 3]).toEqual([true, true]);
    expect([...atas.flatMap((a) => derivas(ataContrato, a)), ...contratos.flatMap((c) => derivas(contratoContrato, c))]).toEqual([]);
  });

  it('finds fields that are new, gone or of another type, also inside', () => {
    const { processo: _, ...sem } = registro!;
    expect(derivas(contratacaoContrato, { ...sem, inedito: 1, valorTotalEstimado: '10,00', unidadeOrgao: { ...(registro!['unidadeOrgao'] as object), codigoIbge: 3550308, bairro: 'Centro' } })).toEqual(
      expect.arrayContaining(['campo_novo:inedito', 'campo_ausente:processo', 'tipo_diferente:valorTotalEstimado', 'tipo_diferente:unidadeOrgao.codigoIbge', 'campo_novo:unidadeOrgao.bairro']),
    );
    expect(derivas(arquivoContrato, 'texto')).toEqual(['tipo_diferente:registro']);
    expect(derivas(contratacaoContrato, { ...registro, situacaoCompraId: '1', amparoLegal: null })).toEqual([]);
  });
});

describe('findFiltrosIgnorados', () => {
  const filtros = [['uf', ['unidadeOrgao', 'ufSigla'], 'SC'], ['modalidade', ['modalidadeId'], '6'], ['cnpj', ['orgaoEntidade', 'cnpj'], undefined]] as const;

  it('names the filters some record does not keep; a record without the field says nothing', () => {
    expect(findFiltrosIgnorados([{ modalidadeId: 6, unidadeOrgao: { ufSigla: 'SC' } }, { modalidadeId: 6 }, null], filtros)).toEqual([]);
    expect(findFiltrosIgnorados([{ modalidadeId: 6, unidadeOrgao: { ufSigla: 'SC' } }, { modalidadeId: 6, unidadeOrgao: { ufSigla: 'PR' } }], filtros)).toEqual(['uf']);
    expect(findFiltrosIgnorados([{ modalidadeId: 8 }], filtros)).toEqual(['modalidade']);
  });
});
