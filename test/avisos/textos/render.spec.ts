import { describe, expect, it } from '@jest/globals';
import { assuntoDe } from '../../../src/avisos/textos/assunto.js';
import { escapeHtml } from '../../../src/kernel/index.js';
import { escapeHref } from '../../../src/avisos/textos/html.js';
import { renderAvisos, renderPaginaDeAvisos, type EntradaAvisos } from '../../../src/avisos/textos/render-avisos.js';
import { renderConfirmacao } from '../../../src/avisos/textos/render-confirmacao.js';
import type { AvisoDados } from '../../../src/avisos/domain/aviso.js';
import { certidao, HOSTIL, LICITACAO, mudanca, prazo, recomendacao } from '../apoio.js';

const render = (avisos: readonly AvisoDados[], mais: Partial<EntradaAvisos> = {}) =>
  renderAvisos({ razaoSocial: 'Móveis & Cia', cnpj: '11222333000181', avisos, maximo: 20, verTudo: 'https://alicit.exemplo/avisos/ver/x', descadastrar: 'https://alicit.exemplo/avisos/descadastrar/y', ...mais });
const TODOS = [recomendacao(), certidao(), prazo(), mudanca()];

describe('an e-mail of avisos', () => {
  it('says the same in both forms, the most urgent first', () => {
    const { texto, html } = render(TODOS);
    expect(texto.match(/^[A-ZÇÃÕÀ ]+$/gm)).toEqual(['PRAZOS', 'LICITAÇÕES QUE MUDARAM', 'CERTIDÕES QUE VENCEM ANTES', 'LICITAÇÕES QUE SERVEM À EMPRESA']);
    expect([...html.matchAll(/<h2[^>]*>([^<]*)/g)].map((m) => m[1]!.toUpperCase())).toEqual(texto.match(/^[A-ZÇÃÕÀ ]+$/gm));
    for (const trecho of ['Limite para impugnar o edital: 16/03/2026, até o fim do dia (em 2 dias úteis)', 'Fonte: edital.pdf, página 4', 'Situação: divulgada → suspensa', 'CNDT: válida só até 10/03/2026', 'Pregão eletrônico · R$ 15.000,50 · propostas até 20/03/2026 às 09:00', 'Afinidade com a empresa: 87%', '“cadeira escolar” casa com “cadeiras escolares” no objeto']) {
      expect(texto).toContain(trecho);
      expect(html).toContain(trecho);
    }
    expect(texto).toContain('https://pncp.gov.br/app/editais/11222333000181/2026/7');
  });
  it.each([
    [[prazo()], 'Limite para impugnar o edital em 2 dias úteis: Aquisição de cadeiras escolares'], [[recomendacao()], 'Licitação nova: Aquisição de cadeiras escolares'], [[mudanca()], 'Mudou: Aquisição de cadeiras escolares'],
    [[certidao()], 'CNDT vence antes de ser pedida: Aquisição de cadeiras escolares'],
    [TODOS, '1 prazo perto, 1 licitação mudou, 1 certidão a vencer e 1 licitação nova – Móveis & Cia'], [[recomendacao(), recomendacao()], '2 licitações novas – Móveis & Cia'],
  ] as const)('its subject %#', (avisos, esperado) => expect(render(avisos).assunto).toBe(esperado));
  it('shows so many, and a link to the rest', () => {
    const muitos = Array.from({ length: 25 }, (_, i) => recomendacao({ objeto: `Objeto ${i}` }));
    const { texto, html } = render(muitos, { maximo: 10 });
    expect(texto.match(/\* Objeto \d+/g)).toHaveLength(10);
    expect(texto).toContain('E mais 15 avisos.\nVeja todos: https://alicit.exemplo/avisos/ver/x');
    expect(html).toContain('href="https://alicit.exemplo/avisos/ver/x"');
    expect(render(muitos.slice(0, 10), { maximo: 10 }).texto).not.toContain('Veja todos');
    expect(renderPaginaDeAvisos({ razaoSocial: null, cnpj: '11222333000181', avisos: muitos }).match(/Objeto \d+/g)).toHaveLength(25);
  });
  it('nothing written by others is markup, a line of a header or a command', () => {
    const ruim = { objeto: HOSTIL, orgao: HOSTIL, municipio: HOSTIL };
    const { assunto, texto, html } = render([recomendacao(ruim), prazo(ruim)], { razaoSocial: HOSTIL });
    expect(assunto).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(assuntoDe([recomendacao(ruim)], 'x')).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|\u0000|\u001b|\u202e/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;aspas&quot;');
    expect(texto).not.toMatch(/[\u0000\u001b\u202e]/);
    expect([html, texto, assunto].every((t) => t.isWellFormed())).toBe(true);
  });
  it('long texts are cut', () => expect(render([recomendacao({ objeto: 'cadeira '.repeat(500) })]).assunto.length).toBeLessThanOrEqual(140));
  it('unknown is left out', () => {
    const nada = { objeto: null, orgao: null, municipio: null, uf: null, modalidade: null, valorEstimado: null, encerramentoPropostas: null, numeroControlePNCP: null, licitacaoId: null };
    const { texto } = render([{ tipo: 'recomendacao', licitacao: { ...LICITACAO, ...nada }, score: 0.5, motivos: [] }]);
    expect(texto).toContain('* Licitação sem descrição\n  Afinidade com a empresa: 50%\n');
    expect(texto).not.toMatch(/null|undefined|R\$/);
  });
});

describe('a confirmation', () => {
  it('holds the link and nothing that who asked for it wrote', () => {
    const { texto, html } = renderConfirmacao({ cnpj: '11222333000181', confirmar: 'https://alicit.exemplo/avisos/confirmar/z', dias: 7 });
    for (const t of [texto, html]) expect([t.includes('11.222.333/0001-81'), t.includes('https://alicit.exemplo/avisos/confirmar/z')]).toEqual([true, true]);
  });
});

describe('escaping', () => {
  it.each([['<a href="x">\'&', '&lt;a href=&quot;x&quot;&gt;&#39;&amp;'], ['ação', 'ação']])('%s', (texto, esperado) => expect(escapeHtml(texto)).toBe(esperado));
  it.each([['https://a/b?c="d', 'https://a/b?c=&quot;d'], ['javascript:alert(1)', '#'], ['//a', '#'], ['data:text/html,x', '#']])('href %s', (url, esperado) => expect(escapeHref(url)).toBe(esperado));
});
