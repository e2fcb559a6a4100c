import { describe, expect, it } from '@jest/globals';
import { conferir, type CitacaoProposta } from '../../../../src/agentes/index.js';
import { base, PAGINAS } from './edital.js';

const TEXTO = 'A contratada prestará garantia de execução de 5% do valor do contrato.';
const TRECHO = 'garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato';
const quote = (trecho: string, pagina = 6, documento = 'edital.pdf'): CitacaoProposta => ({ documento, pagina, trecho });
const check = (...citacoes: CitacaoProposta[]) => conferir({ texto: TEXTO, tipo: 'exigencia', citacoes }, base());
const kept = (...citacoes: CitacaoProposta[]) => { const r = check(...citacoes); return r.ok ? r.afirmacao.citacoes : r.motivo; };

describe('quotes', () => {
  it('keeps the text of the page, not the spelling of the model', () => {
    expect(kept(quote(TRECHO))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: TRECHO }]);
    expect(kept(quote('GARANTIA DE EXECUCAO  correspondente a\n5% (cinco por cento) do valor inicial do contrato'))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: TRECHO }]);
    expect(kept(quote('“garantia de execu-\nção correspondente a 5% (cinco por cento) do valor inicial do contrato”'))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: TRECHO }]);
  });
  it('crosses the line breaks of the page', () => {
    expect(kept(quote('do valor inicial do contrato, no prazo de 10 (dez) dias úteis após a assinatura'), quote(TRECHO))).toHaveLength(2);
  });
  it('corrects the page when the quote stands on one other page only', () => {
    expect(kept(quote(TRECHO, 2))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: TRECHO }]);
    const duas = base({}, [...PAGINAS, PAGINAS[5]!]);
    expect(conferir({ texto: TEXTO, tipo: 'exigencia', citacoes: [quote(TRECHO, 2)] }, duas)).toMatchObject({ ok: false, motivo: 'citacao_ausente' });
  });
  it('opens a cut quote to whole words and numbers, and to the negation before it', () => {
    expect(kept(quote('arantia de execução correspondente a 5% (cinco por cento) do valor inicial do contr'))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: TRECHO }]);
    expect(conferir({ texto: 'Não será exigida garantia de proposta.', tipo: 'observacao', citacoes: [quote('será exigida garantia de proposta', 9)] }, base())).toMatchObject({ ok: true, afirmacao: { citacoes: [{ trecho: 'Não será exigida garantia de proposta' }] } });
    expect(conferir({ texto: 'O valor estimado é de R$ 486.', tipo: 'observacao', citacoes: [quote('O valor total estimado da contratação é de R$ 486', 1)] }, base())).toMatchObject({ ok: false });
  });
  it('follows a quote that jumps', () => {
    expect(kept(quote('A contratada prestará garantia de execução [...] do valor inicial do contrato'))).toEqual([{ documento: 'edital.pdf', pagina: 6, trecho: 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato' }]);
    expect(kept(quote('do valor inicial do contrato … garantia de execução'))).toBe('citacao_ausente');
  });
  it('unescapes what the prompt escaped', () => {
    const p = base({}, ['O critério de julgamento é o de "menor preço" global & único para a obra toda.']);
    expect(conferir({ texto: 'O critério de julgamento é o de menor preço global.', tipo: 'exigencia', citacoes: [quote('O critério de julgamento é o de &quot;menor preço&quot; global &amp; único', 1)] }, p).ok).toBe(true);
  });
  it.each<[string, string, CitacaoProposta[]]>([
    ['no quote', 'sem_citacao', []],
    ['a word changed', 'citacao_ausente', [quote('garantia de proposta correspondente a 5% (cinco por cento) do valor inicial do contrato')]],
    ['a digit changed', 'citacao_ausente', [quote('garantia de execução correspondente a 6% (cinco por cento) do valor inicial do contrato')]],
    ['a comma moved', 'citacao_ausente', [quote('multa de mora de 05% (cinco décimos por cento) por dia', 8), quote(TRECHO)]],
    ['a dot moved', 'citacao_ausente', [quote('O valor total estimado da contratação é de R$ 48.632.050', 1), quote(TRECHO)]],
    ['a negation dropped', 'citacao_ausente', [quote('As impugnações suspendem os prazos previstos no certame', 3), quote(TRECHO)]],
    ['a true one and a false one', 'citacao_ausente', [quote(TRECHO), quote('a contratada deverá possuir certificado ambiental')]],
    ['another document', 'documento_desconhecido', [quote(TRECHO, 6, 'outro.pdf')]],
    ['a page that is not there', 'pagina_inexistente', [quote(TRECHO, 99)]],
    ['page zero', 'pagina_inexistente', [quote(TRECHO, 0)]],
    ['half a page', 'pagina_inexistente', [quote(TRECHO, 6.5)]],
    ['a short one', 'citacao_curta', [quote('5% (cinco')]],
    ['dots alone', 'citacao_ausente', [quote('............................')]],
  ])('refuses %s', (_, motivo, citacoes) => {
    expect(check(...citacoes)).toMatchObject({ ok: false, motivo });
  });
});
