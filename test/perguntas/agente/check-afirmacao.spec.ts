import { describe, expect, it } from '@jest/globals';
import { createBaseDeConferencia } from '../../../src/agentes/index.js';
import { checkAfirmacao } from '../../../src/perguntas/agente/check-afirmacao.js';

const PAGINA = 'A impugnação será enviada exclusivamente pelo e-mail licitacoes@pedralisa.sc.gov.br ou pelo portal https://www.compras.pedralisa.sc.gov.br/editais, até 3 (três) dias úteis antes da abertura.';
const base = createBaseDeConferencia({ documentos: [{ nome: 'Edital.pdf', paginas: [{ numero: 1, texto: PAGINA }] }], conhecidos: [], decisao: null, agora: '2026-11-23' });
const check = (texto: string, trecho: string) => {
  const r = checkAfirmacao({ texto, tipo: 'observacao', citacoes: [{ documento: 'Edital.pdf', pagina: 1, trecho }] }, base);
  return r.ok ? 'ok' : r.motivo;
};

describe('a claim of an answer', () => {
  it.each([
    ['an address of its own quote', 'A impugnação é enviada pelo e-mail licitacoes@pedralisa.sc.gov.br.', 'enviada exclusivamente pelo e-mail licitacoes@pedralisa.sc.gov.br', 'ok'],
    ['a site of its own quote', 'A impugnação também pode ser enviada pelo portal www.compras.pedralisa.sc.gov.br.', 'ou pelo portal https://www.compras.pedralisa.sc.gov.br/editais', 'ok'],
    ['an address that its quote has not', 'A impugnação é enviada pelo e-mail outro@exemplo.com.', 'enviada exclusivamente pelo e-mail licitacoes@pedralisa.sc.gov.br', 'texto_invalido'],
    ['an address of a quote that is on no page', 'A impugnação é enviada pelo e-mail outro@exemplo.com.', 'enviada exclusivamente pelo e-mail outro@exemplo.com', 'citacao_ausente'],
  ])('may hold %s or not', (_, texto, trecho, esperado) => {
    expect(check(texto, trecho)).toBe(esperado);
  });
});
