import { AlicitError, invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { MB } from '../reunir/limites.js';
import { isOle, isOleSadio } from './ole-sadio.js';
import { formatCelula, type CelulaPlanilha, type ModoCelula } from './planilha-celula.js';
import { toPagina } from './paginate.js';
import { storeZip, unpackOffice } from './repack-zip.js';

export type TipoPlanilha = 'xlsx' | 'xls' | 'ods';

/** Cells of a whole file. The largest budget of works known of has some 60,000. */
const MAX_CELULAS = 500_000;
/** Nothing of an XLS can be counted before it is read: a cell takes 14 bytes at least, a hundred and more in memory. */
const MAX_BYTES_XLS = 40 * MB;

/**
 * XLSX, XLS (BIFF, also Excel's XML of 2003) or ODS → a page per visible sheet with content, its name on the first line,
 * a line per row, its cells apart. Formulas are not computed: the stored result is read. Numbers, dates and percentages
 * are written as the sheet shows them, the Brazilian way.
 * @throws AlicitError `arquivo_corrompido`, `arquivo_cifrado`, `planilha_grande`, `zip_bomba`, `arquivo_grande`
 */
export async function readPlanilha(tipo: TipoPlanilha, bytes: Uint8Array): Promise<Pagina[]> {
  try {
    const xlsx = await import('@e965/xlsx');
    if (tipo === 'xls') xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    if (tipo === 'xls' && isOle(bytes) && !isOleSadio(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) throw new Error('chains that come back to themselves');
    const preparada = await prepare(tipo, bytes);
    const livro = quietly(() => xlsx.read(preparada, { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellNF: true, bookVBA: false, ...(tipo === 'xls' ? { codepage: 1252 } : {}) }));
    const data1904 = livro.Workbook?.WBProps?.date1904 === true;
    const visiveis = livro.SheetNames.filter((_, i) => !livro.Workbook?.Sheets?.[i]?.Hidden);
    return visiveis
      .map((titulo) => ({ titulo, linhas: readLinhas((livro.Sheets[titulo] ?? {})['!data'] ?? [], { data1904, comoEscrito: tipo === 'ods' }) }))
      .filter((f) => f.linhas.length)
      .map((f, i) => toPagina([{ celulas: [f.titulo] }, ...f.linhas.map((celulas) => ({ celulas }))], i));
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    if (/password|Encryption scheme|ODS Encryption|encryption algorithm/i.test(String(erro))) throw invalido('arquivo_cifrado', 'A planilha está protegida por senha. Envie uma cópia sem senha.');
    throw invalido('arquivo_corrompido', 'A planilha está corrompida e não pôde ser aberta. Baixe o arquivo de novo ou salve-a como PDF.');
  }
}

function readLinhas(linhas: readonly (readonly (CelulaPlanilha | undefined)[] | undefined)[], modo: ModoCelula): string[][] {
  const saida: string[][] = [];
  // Rows far apart are holes, which `forEach` passes over.
  linhas.forEach((linha) => {
    const celulas: string[] = [];
    linha?.forEach((celula, coluna) => {
      const texto = celula ? formatCelula(celula, modo) : '';
      if (texto) celulas[coluna] = texto;
    });
    if (celulas.length) saida.push(Array.from(celulas, (c) => c ?? ''));
  });
  return saida;
}

/** The library tells the console of each record it does not know: a hostile file would fill the log. Nothing else runs meanwhile. */
function quietly<T>(read: () => T): T {
  const terminal: { error: unknown } = console;
  const { error } = terminal;
  terminal.error = () => undefined;
  try {
    return read();
  } finally {
    terminal.error = error;
  }
}

/** What the library gets: parts inflated under our own bounds and stored, none that it has no need of. */
async function prepare(tipo: TipoPlanilha, bytes: Uint8Array): Promise<Buffer> {
  if (tipo === 'xls') {
    if (bytes.length > MAX_BYTES_XLS) throw tooLarge();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  const partes = await unpackOffice(bytes, (n) => /\.(?:xml|rels)$|^mimetype$/.test(n) && !/^xl\/(?:drawings|charts|media)\/|^(?:Object|Configurations|Thumbnails)/.test(n));
  let celulas = 0;
  for (const [nome, xml] of partes) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(nome)) celulas += count(xml, '<c ');
    if (tipo === 'ods' && nome === 'content.xml') celulas += count(xml, ':table-cell');
    // Formats of numbers are not needed (the text shown is there), and the library complains aloud of some.
    if (tipo === 'ods') partes.set(nome, Buffer.from(xml.toString('utf8').replace(FORMATOS_ODS, '').replace(REPETIDAS, (tudo, de: string, n: string) => (Number(n) > MAX_REPETIDAS ? `number-${de}-repeated="1"` : tudo))));
  }
  if (celulas > MAX_CELULAS) throw tooLarge();
  return storeZip(partes);
}

/** ODS fills sheets to their end with one empty row repeated a million times. */
const REPETIDAS = /number-(columns|rows)-repeated="(\d{1,9})"/g;
const MAX_REPETIDAS = 200;
const FORMATOS_ODS = /<number:[a-z]{1,20}-style\b[^]{0,20000}?<\/number:[a-z]{1,20}-style>/g;

function count(b: Buffer, marca: string): number {
  let n = 0;
  for (let i = b.indexOf(marca); i >= 0; i = b.indexOf(marca, i + marca.length)) n++;
  return n;
}

const tooLarge = (): AlicitError => invalido('planilha_grande', 'A planilha tem células demais para ser lida. Apague linhas e colunas vazias, ou salve-a como PDF.');
