import { Decimal } from 'decimal.js';
import readXlsxFile from 'read-excel-file/universal';
import { AlicitError, invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { toPagina } from './paginate.js';
import { storeZip, unpackOffice } from './repack-zip.js';

/** Cells of the rectangle a sheet spans; a single cell far down and right makes libraries fill all that lies before it. */
const MAX_CELULAS = 2_000_000;

/**
 * XLSX → a page per sheet with content, its name on the first line, a line per row, its cells apart. Formulas are not
 * computed: the stored result is read. Numbers are written the Brazilian way.
 * @throws AlicitError `arquivo_corrompido`, `planilha_grande`, `zip_bomba`, `arquivo_grande`
 */
export async function readXlsx(bytes: Uint8Array): Promise<Pagina[]> {
  try {
    const partes = await unpackOffice(bytes, (n) => /\.(?:xml|rels)$/.test(n) && !/^xl\/(?:drawings|charts|media)\//.test(n));
    for (const [nome, xml] of partes) if (/^xl\/worksheets\/[^/]+\.xml$/.test(nome)) partes.set(nome, prepareSheet(xml));
    const zip = storeZip(partes);
    const folhas = await readXlsxFile(new Uint8Array(zip).buffer, { parseNumber: (n: string) => new Decimal(n) });
    return folhas
      .map(({ sheet, data }) => ({ titulo: sheet, linhas: data.map((linha) => linha.map(toTexto)).filter((l) => l.some(Boolean)) }))
      .filter((f) => f.linhas.length)
      .map((f, i) => toPagina([{ celulas: [f.titulo] }, ...f.linhas.map((celulas) => ({ celulas }))], i));
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    throw invalido('arquivo_corrompido', 'A planilha está corrompida e não pôde ser aberta. Baixe o arquivo de novo ou salve-a como PDF.');
  }
}

/** Checks what the sheet spans; cells with an error (#REF!), which the library refuses with all the rest, become text. */
function prepareSheet(xml: Buffer): Buffer {
  const texto = xml.toString('utf8');
  let linhas = 0;
  let colunas = 0;
  for (const m of texto.matchAll(/<c\s(?:[^>]{0,200}\s)?r="([A-Z]{1,3})(\d{1,7})"/g)) {
    linhas = Math.max(linhas, Number(m[2]));
    colunas = Math.max(colunas, [...m[1]!].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0));
  }
  for (const m of texto.matchAll(/<row\s(?:[^>]{0,200}\s)?r="(\d{1,7})"/g)) linhas = Math.max(linhas, Number(m[1]));
  if (linhas * Math.max(colunas, 1) > MAX_CELULAS) throw invalido('planilha_grande', 'A planilha abrange células demais para ser lida. Apague linhas e colunas vazias, ou salve-a como PDF.');
  return Buffer.from(texto.replace(/(<c\s[^>]{0,200}\s?)t="e"/g, '$1t="str"'));
}

function toTexto(valor: unknown): string {
  if (valor instanceof Date) return formatData(valor);
  if (Decimal.isDecimal(valor)) return formatNumero(valor);
  if (typeof valor === 'boolean') return valor ? 'Sim' : 'Não';
  return typeof valor === 'string' ? valor : '';
}

function formatData(d: Date): string {
  const [data, hora] = d.toISOString().split('T');
  const [ano, mes, dia] = data!.split('-');
  return `${dia}/${mes}/${ano}${hora!.startsWith('00:00') ? '' : ` ${hora!.slice(0, 5)}`}`;
}

/** "1.234,50"; whole numbers as they are, at most four decimals (spreadsheets store 0,1 + 0,2 as 0,30000000000000004). */
function formatNumero(n: Decimal): string {
  const arredondado = n.toDecimalPlaces(4);
  if (arredondado.isInteger()) return arredondado.toFixed(0);
  const [inteiro, decimais] = arredondado.toFixed(Math.max(2, arredondado.decimalPlaces())).split('.');
  return `${inteiro!.replace(/\B(?=(\d{3})+(?!\d))/g, '.')},${decimais}`;
}
