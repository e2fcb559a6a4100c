import { describe, expect, it } from '@jest/globals';
import type { RequisitoHabilitacao } from '../../../src/analises/domain/analise.js';
import { matrizDeHabilitacao } from '../../../src/analises/habilitacao/index.js';
import type { DocumentoEmpresa, Empresa } from '../../../src/empresas/index.js';
import { contextoCom } from '../../support/fatos.js';

const TEXTO = '9. DA HABILITAÇÃO\n9.1. Prova de regularidade com a Fazenda Federal.\n9.2. Certificado de regularidade do FGTS.\n9.3. Certidão negativa de falência expedida pelo distribuidor da sede.';
const PROVA = { documento: 'crf.pdf', pagina: 1, trecho: 'Validade: 01/11/2026 a 30/11/2026' };
const linha = (id: string, documentos: readonly DocumentoEmpresa[], sessao = '2026-12-15T10:00:00-03:00'): RequisitoHabilitacao => {
  const base = contextoCom({ fatos: { sessao_abertura: sessao }, texto: TEXTO });
  const empresa: Empresa = { cnpj: '11222333000181', descricao: 'x', documentos };
  return matrizDeHabilitacao({ ...base, empresa }).find((r) => r.id === id)!;
};

describe('papers that were read, in the matrix', () => {
  it('show where the company\'s file says so', () => {
    expect(linha('crf_fgts', [{ tipo: 'crf_fgts', validade: '2027-01-30', resultado: 'negativa', prova: PROVA }])).toMatchObject({ status: 'atende', validade: '2027-01-30', provaEmpresa: PROVA });
    expect(linha('crf_fgts', [{ tipo: 'crf_fgts', validade: '2027-01-30' }])).not.toHaveProperty('provaEmpresa');
  });
  it('an expired CRF is to be had, with the file that shows it', () => {
    expect(linha('crf_fgts', [{ tipo: 'crf_fgts', validade: '2026-11-20', prova: PROVA }])).toMatchObject({ status: 'a_providenciar', validade: '2026-11-20', provaEmpresa: PROVA });
  });
  it('a positive certidão does not do, however long it lasts', () => {
    const r = linha('cnd_federal', [{ tipo: 'cnd_federal', validade: '2027-06-30', resultado: 'positiva' }]);
    expect(r).toMatchObject({ status: 'a_providenciar', motivo: expect.stringMatching(/é positiva \(há débitos\) e não atende/), acao: expect.stringMatching(/Pagar, parcelar ou suspender/) });
  });
  it('with effects of a negative one it does', () => {
    expect(linha('cnd_federal', [{ tipo: 'cnd_federal', validade: '2027-06-30', resultado: 'positiva_com_efeitos_de_negativa' }]).status).toBe('atende');
  });
  it('a negative one counts beside a positive one', () => {
    expect(linha('cnd_federal', [{ tipo: 'cnd_federal', validade: '2027-06-30', resultado: 'positiva' }, { tipo: 'cnd_federal', validade: '2027-01-30', resultado: 'negativa' }])).toMatchObject({ status: 'atende', validade: '2027-01-30' });
  });
  it('a court\'s record is for people to judge', () => {
    expect(linha('certidao_falencia', [{ tipo: 'certidao_falencia', emissao: '2026-12-01', resultado: 'positiva' }])).toMatchObject({ status: 'a_esclarecer' });
  });
});
