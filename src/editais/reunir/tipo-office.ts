import { fromBufferPromise } from 'yauzl';
import type { TipoArquivo } from '../domain/documento.js';

const MAX_NOMES = 2000;
const MIMETYPE_ODT = 'application/vnd.oasis.opendocument.text';

/** Which file based on ZIP it is, by the names in its directory; a ZIP that cannot be listed is still a ZIP. */
export async function detectOffice(bytes: Buffer): Promise<TipoArquivo> {
  const nomes = await listNomes(bytes);
  if (nomes.has('[Content_Types].xml')) {
    const all = [...nomes];
    if (all.some((n) => /^word\/document[^/]*\.xml$/.test(n))) return 'docx';
    if (nomes.has('xl/workbook.xml')) return 'xlsx';
    if (all.some((n) => /^(ppt|xl)\//.test(n))) return 'desconhecido';
  }
  // Its mimetype stands first, stored without compression: readable in the raw bytes.
  if (nomes.has('mimetype') && nomes.has('content.xml')) return bytes.subarray(0, 200).includes(MIMETYPE_ODT) ? 'odt' : 'desconhecido';
  return 'zip';
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
