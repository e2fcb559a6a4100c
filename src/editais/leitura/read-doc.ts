import WordExtractor from 'word-extractor';
import { invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { paginate, type Bloco } from './paginate.js';

const SETOR = 512;
const FIB = 0xa5ec;
const CIFRADO = 0x0100;
/** Lines of a table's row at most: a cell may hold several paragraphs. */
const MAX_LINHAS_DE_CELULA = 40;

/**
 * DOC (Word 97 to 2003) → logical pages: body with its tables, then notes and text boxes; page headers first and footers
 * last, once each. Deleted text is left out. The numbers Word generates are not in the text, and are not written out.
 * @throws AlicitError `arquivo_corrompido`, `arquivo_cifrado`
 */
export async function readDoc(bytes: Uint8Array): Promise<Pagina[]> {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isCifrado(b)) throw invalido('arquivo_cifrado', 'O documento está protegido por senha. Envie uma cópia sem senha.');
  try {
    const doc = await new WordExtractor().extract(b);
    const cru = { filterUnicode: false };
    return paginate([
      ...margins(doc.getHeaders({ ...cru, includeFooters: false })), ...toBlocos(doc.getBody(cru)), ...toBlocos(doc.getTextboxes({ ...cru, includeHeadersAndFooters: false })),
      ...toBlocos(doc.getFootnotes(cru)), ...toBlocos(doc.getEndnotes(cru)), ...margins(doc.getFooters(cru)),
    ]);
  } catch {
    throw invalido('arquivo_corrompido', 'O documento do Word (.doc) está corrompido, ou é de versão anterior à de 1997, e não pôde ser aberto. Salve-o como DOCX ou PDF e envie de novo.');
  }
}

/** The flag of the file information block, which begins at some sector. */
function isCifrado(b: Buffer): boolean {
  for (let i = SETOR; i + 12 <= b.length; i += SETOR) if (b.readUInt16LE(i) === FIB) return (b.readUInt16LE(i + 10) & CIFRADO) !== 0;
  return false;
}

/**
 * Lines of the text as the library gives it: a cell ends with a tab, a row with a tab and a line break. A cell of
 * several paragraphs breaks its row in lines, which are joined back by the number of cells the table has.
 */
export function toBlocos(texto: string): Bloco[] {
  const blocos: Bloco[] = [];
  /** Cells of the row before. */
  let colunas = 0;
  for (const linha of texto.replace(/\r\n?/g, '\n').split('\n')) {
    if (!linha.endsWith('\t')) {
      if (linha.trim()) blocos.push({ celulas: [linha], paragrafo: true });
      continue;
    }
    const partes = blocos.splice(blocos.length - countPartes(blocos, countTabs(linha), colunas)).map((b) => b.celulas[0]!);
    const celulas = [...partes, linha].join(' ').slice(0, -1).split('\t');
    colunas = celulas.length;
    blocos.push({ celulas: celulas.length === 1 ? [celulas[0]!, ''] : celulas });
  }
  return blocos.map((b) => (b.paragrafo ? { ...b, celulas: b.celulas[0]!.split(/\t+/) } : b));
}

/** How many of the lines before are the beginning of this row: those that complete its cells, or, in a table's first row, those that hold cells. */
function countPartes(blocos: readonly Bloco[], tabs: number, colunas: number): number {
  let total = tabs;
  for (let n = 1; n < MAX_LINHAS_DE_CELULA; n++) {
    const anterior = blocos.at(-n);
    if (!anterior?.paragrafo) return 0;
    const proprias = countTabs(anterior.celulas[0]!);
    total += proprias;
    if (colunas && total === colunas && proprias) return n;
    if (colunas ? total > colunas || tabs >= colunas : !proprias) return colunas ? 0 : n - 1;
  }
  return 0;
}

const countTabs = (linha: string): number => linha.split('\t').length - 1;

/** Lines of page headers or footers, each once. */
const margins = (texto: string): Bloco[] =>
  [...new Set(texto.split('\n').map((l) => l.replace(/\t+/g, ' ').trim()).filter(Boolean))].slice(0, 20).map((l) => ({ celulas: [l] }));
