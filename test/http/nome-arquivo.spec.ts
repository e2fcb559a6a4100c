import { describe, expect, it } from '@jest/globals';
import { cleanNomeArquivo, contentDisposition } from '../../src/http/index.js';

describe('file names of clients', () => {
  it.each([
    ['edital nº 5.pdf', 'edital nº 5.pdf'], ['../../etc/passwd', 'passwd'], ['..\\..\\windows\\win.ini', 'win.ini'], ['C:\\Users\\x\\edital.pdf', 'edital.pdf'], ['a\u202egnp.pdf', 'agnp.pdf'], ['a\u0000b\r\n.pdf', 'ab.pdf'], ['.htaccess', 'htaccess'],
    ['..', 'arquivo'], ['', 'arquivo'], [null, 'arquivo'], ['   ', 'arquivo'], ['\ud800x.pdf', 'x.pdf'], ['e\u0301dito.pdf', 'édito.pdf'], ['a \u00a0\t b.pdf', 'a b.pdf'], ['pasta/', 'arquivo'],
  ])('%j is shown as %j', (nome, limpo) => {
    expect(cleanNomeArquivo(nome)).toBe(limpo);
  });

  it('a long name keeps its extension, and whole characters', () => {
    const limpo = cleanNomeArquivo(`${'😀'.repeat(500)}.pdf`);
    expect([...limpo]).toHaveLength(180);
    expect(limpo).toMatch(/^(?:😀)+\.pdf$/u);
    expect(cleanNomeArquivo('x'.repeat(100_000))).toHaveLength(180);
  });

  it('the header of a download carries no quote, line or direction of its own', () => {
    expect(contentDisposition('Edital "ção" 100%\r\nX-A: 1.pdf')).toBe(`attachment; filename="Edital _cao_ 100_X-A: 1.pdf"; filename*=UTF-8''Edital%20%22%C3%A7%C3%A3o%22%20100%25X-A%3A%201.pdf`);
    expect(contentDisposition('日本.pdf')).toBe(`attachment; filename=".pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`);
  });
});
