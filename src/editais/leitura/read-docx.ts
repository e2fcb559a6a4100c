import mammoth from 'mammoth';
import { invalido, AlicitError } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { toBlocos, type NoDocx } from './docx-blocos.js';
import { decodeEntidades } from './html-entidades.js';
import { paginate, type Bloco } from './paginate.js';
import { storeZip, unpackOffice } from './repack-zip.js';

/** Root of mammoth's tree. */
interface DocumentoDocx {
  readonly children: readonly NoDocx[];
  readonly notes: { resolve(referencia: NoDocx): { readonly body: readonly NoDocx[] } | undefined };
}

/**
 * DOCX → logical pages (see `paginate`). Images, embedded files and links are never opened; automatic numbering is not
 * written out, since the numbers are not in the file.
 * @throws AlicitError `arquivo_corrompido`, `zip_bomba`, `arquivo_grande`
 */
export async function readDocx(bytes: Uint8Array): Promise<Pagina[]> {
  try {
    const partes = await unpackOffice(bytes, (n) => !/^word\/(?:media|embeddings|fonts|theme)\//.test(n));
    const corpo = await readCorpo(storeZip(partes));
    return paginate([...margins(partes, 'header'), ...corpo, ...margins(partes, 'footer')]);
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    throw invalido('arquivo_corrompido', 'O DOCX está corrompido e não pôde ser aberto. Baixe o arquivo de novo ou salve-o como PDF.');
  }
}

async function readCorpo(buffer: Buffer): Promise<Bloco[]> {
  let blocos: Bloco[] = [];
  await mammoth.convertToHtml({ buffer }, {
    // The tree is all that is wanted: what is converted to HTML afterwards is empty.
    transformDocument: (documento: DocumentoDocx) => {
      blocos = toBlocos(documento.children, (r) => documento.notes.resolve(r)?.body ?? []);
      return { ...documento, children: [] };
    },
  });
  return blocos;
}

/** Text of the page headers (or footers), once each: the agency's name and CNPJ are often only there. mammoth leaves them out. */
function margins(partes: ReadonlyMap<string, Buffer>, tipo: 'header' | 'footer'): Bloco[] {
  const textos = new Set<string>();
  for (const nome of [...partes.keys()].sort()) {
    if (!new RegExp(`^word/${tipo}\\d*\\.xml$`).test(nome)) continue;
    for (const paragrafo of partes.get(nome)!.toString('utf8').split('</w:p>')) {
      const texto = [...paragrafo.matchAll(/<w:t(?:\s[^>]{0,100})?>([^<]*)<\/w:t>|<w:tab\/>/g)].map((m) => m[1] ?? ' ').join('');
      if (texto.trim()) textos.add(decodeEntidades(texto).trim());
    }
  }
  return [...textos].slice(0, 20).map((t) => ({ celulas: [t] }));
}
