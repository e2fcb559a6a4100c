import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Analise } from '../../src/analises/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../../src/relatorios/index.js';
import { openExemplo, type EmpresaExemplo } from '../support/analise-exemplo.js';
import { numbersOf, proseOf } from '../support/prosa.js';

/** Invariants of the report (relatorio.md § 2) on the real analysis of the example. */
const EMPRESAS: readonly EmpresaExemplo[] = ['empresa.json', 'empresa-certidao-vencendo.json', 'empresa-impedida.json'];
let para: Awaited<ReturnType<typeof openExemplo>>;
beforeAll(async () => {
  para = await openExemplo();
});

const primeiraPagina = (a: Analise): string => renderMarkdown(buildRelatorio(a)).split('\n## Linha do tempo')[0]!;

describe.each(EMPRESAS)('report of the example for %s', (arquivo) => {
  it('leaves no placeholder outside the quotes', () => {
    for (const t of proseOf(buildRelatorio(para(arquivo)))) expect(t).not.toMatch(/\[|\]|\bN\/A\b|undefined|\bnull\b|NaN|\$\{|\(s\)|\(ões\)|_|\bInvalid\b|;\s*\.|:\s*\.|\.\.(?!\.)/);
  });

  it('says no number that the analysis does not hold', () => {
    const a = para(arquivo);
    const r = buildRelatorio(a);
    const fracoes = [a.decisao.confianca, ...a.decisao.dimensoes.map((d) => d.cobertura)].map((x) => String(Math.round(x * 100)));
    const dos = new Set([...numbersOf(JSON.stringify(a).replace(/(\d{4})-(\d\d)-(\d\d)/g, '$1 $2 $3').replace(/T(\d\d):(\d\d):(\d\d)/g, ' $1 $2 $3')), ...fracoes]);
    const DAS_PALAVRAS = ['100', '10', '1', '2', '3'];
    const estranhos = proseOf(r).flatMap((t) => numbersOf(t).filter((n) => !dos.has(n) && !DAS_PALAVRAS.includes(n)).map((n) => `${n} em “${t.slice(0, 80)}”`));
    expect(estranhos).toEqual([]);
  });

  it('asks nothing of the network and runs nothing', () => {
    const html = renderHtml(buildRelatorio(para(arquivo)));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|<form|\son\w+=|javascript:|@import|url\(|\ssrc=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, h]) => h!.startsWith('#'))).toBe(true);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
  });

  it('every button opens a quote that holds its document, page and text', () => {
    const r = buildRelatorio(para(arquivo));
    const html = renderHtml(r);
    const botoes = [...html.matchAll(/popovertarget="(\w+)"[^>]*>p\. (\d+)<sup>(\d+)</g)];
    expect(botoes.length).toBeGreaterThan(40);
    for (const [, id, pagina, n] of botoes) {
      const e = r.evidencias[Number(n) - 1]!;
      const aberto = html.split(`<div popover id="${id}" class="prova">`)[1]!.split('</div>')[0]!;
      expect(String(e.pagina)).toBe(pagina);
      expect(aberto).toContain(`página <b>${pagina}</b>`);
      expect(decode(aberto)).toContain(e.trecho);
      expect(decode(aberto)).toContain(e.documento);
    }
  });

  it('every footnote of the Markdown is defined once and used', () => {
    const md = renderMarkdown(buildRelatorio(para(arquivo)));
    const definidas = [...md.matchAll(/^\[\^(\d+)\]: /gm)].map((m) => m[1]);
    const usadas = new Set([...md.replace(/^\[\^\d+\]: .*$/gm, '').matchAll(/\[\^(\d+)\]/g)].map((m) => m[1]));
    expect(new Set(definidas).size).toBe(definidas.length);
    expect(usadas).toEqual(new Set(definidas));
  });

  it('tells the same in the two formats and is a function', () => {
    const a = para(arquivo);
    expect(renderHtml(buildRelatorio(a))).toBe(renderHtml(buildRelatorio(a)));
    for (const m of a.decisao.motivos) expect(decode(renderHtml(buildRelatorio(a)))).toContain(m.texto);
  });
});

describe('the first page', () => {
  it('shows the two traps: the bond of 6.9 and the certificate over the legal limit, with their pages', () => {
    const md = primeiraPagina(para('empresa.json'));
    expect(md).toMatch(/garantia de proposta de 1% do valor estimado \(R\$ 16\.203,80\)\. \(p\. 4\)/);
    expect(md).toMatch(/O que o edital exige contra a lei[^#]*atestado de 60%; o limite é 50%[^#]*\(p\. 11\)[^#]*Cabe impugnar até 10\/12\/2026 às 17:00/);
  });

  it('names the certidão that expires', () => expect(primeiraPagina(para('empresa-certidao-vencendo.json'))).toMatch(/Regularidade do FGTS/));

  it('of who may not bid: the bar by its subject, no conditions, no plan', () => {
    const md = primeiraPagina(para('empresa-impedida.json'));
    expect(md).toContain('NÃO PARTICIPAR');
    expect(md).toContain('se pudesse participar');
    expect(md).toMatch(/O que impede\n\n- \*\*Sanções\*\*: motivo 1, acima\./);
    expect(md).not.toMatch(/Condições para participar|Nenhuma sanção vigente/);
    expect(renderMarkdown(buildRelatorio(para('empresa-impedida.json')))).toContain('Sem plano de participação');
  });

  it('says nothing twice', () => {
    const linhas = primeiraPagina(para('empresa-certidao-vencendo.json')).split('\n').map((l) => l.replace(/^[-\d.\s]+|\(p\. \d+\)\[\^\d+\]|\*\*[^*]+\*\*: /g, '').trim()).filter((l) => l.length > 20);
    expect(new Set(linhas).size).toBe(linhas.length);
  });
});

const decode = (html: string): string => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
