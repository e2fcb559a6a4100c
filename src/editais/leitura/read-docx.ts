import { invalido, AlicitError } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { CorpoDocx } from './docx-corpo.js';
import { NumeracaoDocx } from './docx-numeracao.js';
import { decodeEntidades } from './html-entidades.js';
import { paginate, type Bloco } from './paginate.js';
import { unpackOffice } from './repack-zip.js';

/**
 * DOCX → logical pages (see `paginate`). Images, embedded files and links are never opened.
 * @throws AlicitError `arquivo_corrompido`, `zip_bomba`, `arquivo_grande`
 */
export async function readDocx(bytes: Uint8Array): Promise<Pagina[]> {
  const partes = await unpackOffice(bytes, (n) => /^word\/[^/]+\.xml$/.test(n));
  const documento = [...partes.keys()].find((n) => /^word\/document\d*\.xml$/.test(n));
  if (!documento) throw corrompido();
  const textOf = (nome: string): string => partes.get(nome)?.toString('utf8') ?? '';
  const xml = textOf(documento);
  if (!/<\/w:(?:body|document)>\s{0,20}(?:<\/w:document>\s{0,20})?$/.test(xml.slice(-200))) throw corrompido();
  const numeracao = new NumeracaoDocx(textOf('word/numbering.xml'), textOf('word/styles.xml'));
  const notas = new Map([...CorpoDocx.readNotas(textOf('word/footnotes.xml'), 'footnote', null), ...CorpoDocx.readNotas(textOf('word/endnotes.xml'), 'endnote', null)]);
  return paginate([...margins(partes, 'header'), ...CorpoDocx.read(xml, numeracao, notas), ...margins(partes, 'footer')]);
}

const corrompido = (): AlicitError => invalido('arquivo_corrompido', 'O DOCX está corrompido e não pôde ser aberto. Baixe o arquivo de novo ou salve-o como PDF.');

/** Text of the page headers (or footers), once each: the agency's name and CNPJ are often only there. */
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
