import { describe, expect, it } from '@jest/globals';
import { requireNumero, urlContratacoes, urlDetalhe, urlLeitura, urlPeriodo } from '../../../src/pncp/domain/enderecos.js';
import type { ConsultaContratacoes } from '../../../src/pncp/index.js';

const BASES = { consultaUrl: 'https://c', url: 'https://p' };
const consulta = (mais: Partial<ConsultaContratacoes> = {}): ConsultaContratacoes => ({ rota: 'publicacao', de: '2026-01-01', ate: '2026-01-31', modalidade: 6, pagina: 1, ...mais });

describe('addresses of PNCP', () => {
  it('carry the filters each route knows, by the name it gives them', () => {
    expect(urlContratacoes(BASES, consulta({ uf: 'SC', codigoIbge: '4209300', cnpj: '82777301000190', pagina: 3, tamanhoPagina: 10 }))).toBe(
      'https://c/v1/contratacoes/publicacao?dataInicial=20260101&dataFinal=20260131&codigoModalidadeContratacao=6&uf=SC&codigoMunicipioIbge=4209300&cnpj=82777301000190&pagina=3&tamanhoPagina=10',
    );
    expect(urlContratacoes(BASES, { rota: 'proposta', ate: '2026-01-31', pagina: 1 })).toBe('https://c/v1/contratacoes/proposta?dataFinal=20260131&pagina=1&tamanhoPagina=50');
    const periodo = { de: '2026-01-01', ate: '2026-12-31', cnpj: '1', pagina: 1 } as const;
    expect(urlPeriodo(BASES, 'atas', { por: 'periodo', ...periodo })).toBe('https://c/v1/atas?dataInicial=20260101&dataFinal=20261231&cnpj=1&pagina=1&tamanhoPagina=500');
    expect(urlPeriodo(BASES, 'contratos', { por: 'atualizacao', ...periodo })).toBe('https://c/v1/contratos/atualizacao?dataInicial=20260101&dataFinal=20261231&cnpjOrgao=1&pagina=1&tamanhoPagina=500');
  });

  it('ask the detail of the query API and all else of the other', () => {
    const n = requireNumero('18715383000140-1-000346/2025');
    expect([urlDetalhe(BASES, n), urlLeitura(BASES, n, 'itens/2/resultados')]).toEqual(['https://c/v1/orgaos/18715383000140/compras/2025/346', 'https://p/v1/orgaos/18715383000140/compras/2025/346/itens/2/resultados']);
    expect(() => requireNumero('qualquer coisa')).toThrow(expect.objectContaining({ codigo: 'pncp_numero_invalido' }));
  });

  it('are not made for what PNCP would refuse', () => {
    const recusa = (mais: Partial<ConsultaContratacoes>, campo: string): void => {
      expect(() => urlContratacoes(BASES, consulta(mais))).toThrow(expect.objectContaining({ codigo: 'pncp_consulta_invalida', detalhes: { campo } }));
    };
    recusa({ de: undefined }, 'de');
    recusa({ de: '2026-02-30' }, 'de');
    recusa({ ate: '31/01/2026' }, 'ate');
    recusa({ de: '2026-02-01' }, 'de');
    recusa({ de: '2025-01-30' }, 'ate');
    recusa({ modalidade: undefined }, 'modalidade');
    recusa({ pagina: 0 }, 'pagina');
    recusa({ tamanhoPagina: 51 }, 'tamanhoPagina');
    recusa({ tamanhoPagina: 9 }, 'tamanhoPagina');
    expect(urlContratacoes(BASES, consulta({ de: '2025-01-31' }))).toContain('dataInicial=20250131');
  });
});
