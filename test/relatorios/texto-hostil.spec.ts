import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Analise } from '../../src/analises/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../../src/relatorios/index.js';
import { openExemplo } from '../support/analise-exemplo.js';

const HOSTIL = `"><img src=x onerror=alert(1)>'<script>alert(2)</script> & [clique](javascript:alert(3)) **a** | b\u001b[2J\u009b31m\u202efdp.exe\0\ud800`;
const LINHAS = 'fim\n\n# Título falso\r## Outro\u2028- item';
let a: Analise;

/** The example with hostile text wherever a document, a name or a profile can put it. */
beforeAll(async () => {
  const base = (await openExemplo())('empresa.json', { razaoSocial: HOSTIL });
  const prova = { documento: `${HOSTIL}.pdf`, pagina: 7, trecho: `${HOSTIL} ${LINHAS}` };
  a = {
    ...base,
    fatos: { ...base.fatos, objeto: { ...base.fatos.objeto, valor: HOSTIL, ...prova, confianca: 0.9 } as Analise['fatos']['objeto'] },
    documentos: base.documentos.map((d) => ({ ...d, nome: `${HOSTIL}.pdf` })),
    itens: base.itens.map((i) => ({ ...i, descricao: HOSTIL, evidencia: prova })),
    lacunas: [LINHAS],
    naoLido: [{ documento: HOSTIL, paginas: [3, 7, 8], codigo: 'ilegivel', motivo: LINHAS }],
  };
});

describe('hostile text', () => {
  it('never becomes markup in HTML', () => {
    const html = renderHtml(buildRelatorio(a));
    expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;');
    expect(html).not.toMatch(/<script|<img/i);
    const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map((m) => m[1]!.toLowerCase()));
    expect([...tags].filter((t) => !/^(?:html|head|meta|title|style|body|header|nav|main|section|footer|div|p|h[123]|b|strong|span|ul|ol|li|dl|dt|dd|a|button|sup|table|colgroup|col|thead|tbody|tr|th|td|blockquote)$/.test(t))).toEqual([]);
  });

  it('never becomes markup in Markdown', () => {
    const md = renderMarkdown(buildRelatorio(a));
    expect(md).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(md).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(md).toContain('\\<script\\>');
    expect(md).not.toMatch(/^#+ (?:Título falso|Outro)/m);
    expect(md).not.toMatch(/[\r\u2028]/);
  });

  it('commands no terminal and turns no text round', () => {
    const relatorio = buildRelatorio(a);
    for (const saida of [renderHtml(relatorio), renderMarkdown(relatorio)]) {
      expect(saida).toContain('fdp.exe');
      expect(saida).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(saida.isWellFormed()).toBe(true);
    }
  });

  it('keeps the tables whole', () => {
    const linhas = renderMarkdown(buildRelatorio(a)).split('\n');
    const i = linhas.findIndex((l) => l.startsWith('| Item |'));
    const colunas = (l: string): number => l.split(/(?<!\\)\|/).length;
    for (const l of linhas.slice(i, i + 12)) expect(colunas(l)).toBe(colunas(linhas[i]!));
  });
});
