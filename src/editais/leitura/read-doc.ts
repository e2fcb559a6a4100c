import { AlicitError, invalido } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { openDoc, type EstruturaDoc } from './doc-estrutura.js';
import { TextoDoc } from './doc-texto.js';
import { isOleSadio } from './ole-sadio.js';
import { paginate, type Bloco } from './paginate.js';

const MARGENS = 11;
/** Stories before the first page header (separators of notes), stories of a section, and which of these are footers. */
const ANTES = 6;
const POR_SECAO = 6;
const RODAPES: ReadonlySet<number> = new Set([2, 3, 5]);

/**
 * DOC (Word 97 to 2003, [MS-DOC]) → logical pages: text and tables with the numbers Word generates, notes after the
 * paragraph that cites them, text boxes last; page headers first and footers last, once each. Deleted, hidden and
 * struck-through text is left out; pictures and objects are never opened.
 * @throws AlicitError `arquivo_corrompido`, `arquivo_cifrado`
 */
export async function readDoc(bytes: Uint8Array): Promise<Pagina[]> {
  const { CFB } = await import('@e965/xlsx');
  try {
    const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!isOleSadio(b)) throw new Error('chains that come back to themselves');
    const pacote = CFB.read(b, { type: 'buffer' }) as object;
    return paginate(readBlocos(openDoc((nome) => toBuffer((CFB.find(pacote, `/${nome}`) as { content?: ArrayLike<number> } | null)?.content))));
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    throw invalido('arquivo_corrompido', 'O documento do Word (.doc) está corrompido, ou é de versão anterior à de 1997, e não pôde ser aberto. Salve-o como DOCX ou PDF e envie de novo.');
  }
}

/** A buffer of its own: structures are read past the length the file gives them, never past the stream. */
const toBuffer = (conteudo: ArrayLike<number> | undefined): Buffer | null => (conteudo ? Buffer.from(Uint8Array.from(conteudo).buffer) : null);

function readBlocos(doc: EstruturaDoc): Bloco[] {
  const { corpo, notas, margens, comentarios, notasFinais, caixas } = doc.partes;
  const texto = new TextoDoc(doc);
  const depois = corpo + notas + margens + comentarios + notasFinais;
  return [...readMargens(doc, texto, false), ...texto.read(0, corpo), ...texto.read(depois, depois + caixas), ...readMargens(doc, texto, true)];
}

/** Lines of the page headers, or footers, once each. */
function readMargens(doc: EstruturaDoc, texto: TextoDoc, rodapes: boolean): Bloco[] {
  const plc = doc.structure(MARGENS);
  const base = doc.partes.corpo + doc.partes.notas;
  const linhas = new Set<string>();
  for (let k = ANTES; (k + 2) * 4 <= plc.length && k < 200; k++) {
    if (RODAPES.has((k - ANTES) % POR_SECAO) !== rodapes) continue;
    for (const b of texto.read(base + plc.readUInt32LE(k * 4), base + plc.readUInt32LE(k * 4 + 4))) linhas.add(b.celulas.join(' ').replace(/\s+/g, ' ').trim());
  }
  linhas.delete('');
  return [...linhas].slice(0, 20).map((l) => ({ celulas: [l] }));
}
