import { fromBufferPromise } from 'yauzl';
import type { TipoArquivo } from '../domain/documento.js';
import { LIMITES_REUNIR, toOrcamento } from './limites.js';
import { readZip } from './read-zip.js';

const MAX_NOMES = 2000;
const MIMETYPE = 'application/vnd.oasis.opendocument.';

/** Which file based on ZIP it is, by the names in its directory; a ZIP that cannot be listed is still a ZIP. */
export async function detectOffice(bytes: Buffer): Promise<TipoArquivo> {
  const nomes = await listNomes(bytes);
  if (nomes.has('[Content_Types].xml')) {
    const all = [...nomes];
    if (all.some((n) => /^word\/document[^/]*\.xml$/.test(n))) return 'docx';
    if (nomes.has('xl/workbook.xml')) return 'xlsx';
    if (all.some((n) => /^(ppt|xl)\//.test(n))) return 'desconhecido';
  }
  if (nomes.has('mimetype') && nomes.has('content.xml')) return detectOdf(await readMimetype(bytes));
  return 'zip';
}

const detectOdf = (mimetype: string): TipoArquivo => (mimetype.startsWith(`${MIMETYPE}text`) ? 'odt' : mimetype.startsWith(`${MIMETYPE}spreadsheet`) ? 'ods' : 'desconhecido');

/** It should stand first, without compression, but some writers do otherwise. */
async function readMimetype(bytes: Buffer): Promise<string> {
  const limites = { ...LIMITES_REUNIR, maxBytesArquivo: 1000 };
  for await (const e of readZip(bytes, limites, toOrcamento(limites), (n) => n === 'mimetype')) if ('bytes' in e) return e.bytes.toString('latin1').trim();
  return '';
}

async function listNomes(bytes: Buffer): Promise<Set<string>> {
  const nomes = new Set<string>();
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    for await (const e of zip.eachEntry()) {
      nomes.add(e.fileNameRaw.toString('latin1').replaceAll('\\', '/'));
      if (nomes.size >= MAX_NOMES) break;
    }
  } catch {
    // Truncated: what was listed so far is enough to tell, and the reader reports the damage.
  }
  return nomes;
}
