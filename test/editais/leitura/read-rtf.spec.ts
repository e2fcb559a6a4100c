import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';

const LIMITES = { maxPaginas: 2000 };
const leitura = (rtf: string) => readBytes('rtf', Buffer.from(rtf, 'latin1'), LIMITES);
const textoDe = async (corpo: string): Promise<string> => (await leitura(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Wingdings;}{\\f2\\fcharset204 Arial Cyr;}}${corpo}}`)).paginas.map((p) => p.texto).join('\f');

describe('reading an RTF', () => {
  it('reads accents by code page and by \\u, symbols and special characters', async () => {
    expect(await textoDe("Licita\\'e7\\'e3o n\\'ba 1 \\endash  preg\\u227 ?o \\ldblquote x\\rdblquote\\par \\uc2 \\u231 ab\\u227 cd\\uc0 o\\u233 \\par a\\~b\\_c")).toBe('Licitação nº 1 – pregão “x”\n\nçãoé\n\na b-c');
    expect(await textoDe("{\\f1 \\'fe} SIM {\\f1 \\'a8} N\\'c3O {\\f2 \\'e0}")).toBe('☒ SIM ☐ NÃO а');
    expect((await leitura("{\\rtf1\\pca Licita\\'87\\'c6o p\\'a3blica}")).paginas[0]!.texto).toBe('Licitação pública');
  });

  it('gives table rows a line each, columns in agreement', async () => {
    const linha = (bordas: number[], celulas: string[]): string => `\\trowd ${bordas.map((b) => `\\cellx${b}`).join('')}\\pard\\intbl ${celulas.map((c) => `${c}\\cell `).join('')}\\row `;
    const r = await leitura(`{\\rtf1 antes\\par ${linha([1000, 3000, 5000], ['Item', 'Descri\\u231 ?\\u227 ?o', 'Valor'])}${linha([3010, 5000], ['Total', 'R$ 1,00'])}${linha([1000, 3000, 5000], ['1', 'Mesa\\par redonda', ''])}${linha([5000], ['LOTE 2'])}\\pard depois\\par}`);
    expect(r.paginas[0]!.texto).toBe('antes\nItem\tDescrição\tValor\nTotal\tR$ 1,00\n1\tMesa redonda\n\nLOTE 2\n\ndepois');
    expect(r.paginas[0]!.linhas.map((l) => l.celulas.map((c) => c.x0))).toEqual([[0], [0, 100, 200], [0, 200], [0, 100], [0], [0]]);
  });

  it('keeps the numbers of lists, headers once, notes after their paragraph; hides what is hidden', async () => {
    expect(await textoDe('{\\header PREFEITURA\\par}{\\headerl PREFEITURA\\par}{\\listtext 1.1\\tab}Do objeto{\\footnote nota}\\par {\\v oculto}{\\strike riscado}{\\deleted apagado}visto{\\*\\desconhecido nada}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt sítio}}\\par')).toBe('PREFEITURA\n\n1.1 Do objeto\n\nnota\n\nvistosítio');
  });

  it('passes over pictures, binary data and drawing properties; breaks pages', async () => {
    expect(await textoDe(`um{\\pict\\pngblip ${'89504e47'.repeat(1000)}}{\\shp{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt caixa}}}{\\object{\\objdata ff}}\\bin5 }}}{{ dois\\page três`)).toBe('umcaixa dois\ftrês');
  });

  it('ends on anything: unclosed, closed too often, nested without end', async () => {
    expect(await textoDe('texto {{{{ \\par')).toBe('texto');
    expect(await textoDe(`a}}}}}} b`)).toContain('a');
    expect(await textoDe(`${'{'.repeat(200_000)}fundo`)).toBe('fundo');
    expect(await textoDe('\\constructor\\valueOf\\toString x')).toBe('x');
    await expect(leitura('{\\par nada')).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
  });
});
