import { invalido, AlicitError } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { CorpoDocx } from './docx-corpo.js';
import { NumeracaoDocx } from './docx-numeracao.js';
import { decodeEntidades } from './html-entidades.js';
import { paginate, type Bloco } from './paginate.js';
import { readHtml } from './read-html.js';
import { readMht } from './read-mht.js';
import { readRtf } from './read-rtf.js';
import { readTexto } from './read-texto.js';
import { unpackOffice } from './repack-zip.js';
import { attr, walkXml } from './xml.js';

/**
 * DOCX → logical pages (see `paginate`). Images, embedded files and links are never opened.
 * @throws AlicitError `arquivo_corrompido`, `zip_bomba`, `arquivo_grande`
 */
export async function readDocx(bytes: Uint8Array): Promise<Pagina[]> {
  const partes = await unpackOffice(bytes, (n) => /^word\/[^/]+\.xml$/.test(n));
  const documento = [...partes.keys()].find((n) => /^word\/document\d*\.xml$/.test(n));
  if (!documento) throw corrompido();
  const textOf = (nome: string): string => partes.get(nome)?.toString('utf8') ?? '';
  const xml = withPrefixoW(textOf(documento));
  if (!xml.includes('</w:document>')) throw corrompido();
  const numeracao = new NumeracaoDocx(textOf('word/numbering.xml'), textOf('word/styles.xml'));
  const notas = new Map([...CorpoDocx.readNotas(textOf('word/footnotes.xml'), 'footnote', null), ...CorpoDocx.readNotas(textOf('word/endnotes.xml'), 'endnote', null)]);
  const paginas = paginate([...margins(partes, 'header'), ...CorpoDocx.read(xml, numeracao, notas), ...margins(partes, 'footer')]);
  return xml.includes('<w:altChunk') ? renumber([...paginas, ...(await readPedacos(bytes, xml))]) : paginas;
}

/** Some writers name the namespace otherwise. */
function withPrefixoW(xml: string): string {
  const prefixo = /<([A-Za-z]\w{0,20}):document[\s>]/.exec(xml.slice(0, 5000))?.[1] ?? 'w';
  return prefixo === 'w' ? xml : xml.replaceAll(`<${prefixo}:`, '<w:').replaceAll(`</${prefixo}:`, '</w:').replaceAll(` ${prefixo}:`, ' w:');
}

const MAX_PEDACOS = 50;
const LEITORES: readonly (readonly [RegExp, (b: Buffer) => Pagina[]])[] = [[/\.mht(?:ml)?$/i, readMht], [/\.x?html?$/i, readHtml], [/\.rtf$/i, readRtf], [/\.txt$/i, readTexto]];

/** Documents of another format that lie in this one whole: programs that turn web pages into DOCX put everything there. */
async function readPedacos(bytes: Uint8Array, xml: string): Promise<Pagina[]> {
  const rels = (await unpackOffice(bytes, (n) => n === 'word/_rels/document.xml.rels')).get('word/_rels/document.xml.rels')?.toString('utf8') ?? '';
  const alvos = new Map<string, string>();
  walkXml(rels, { open: (_, a) => void alvos.set(attr(a, 'Id') ?? '', attr(a, 'Target') ?? ''), close: () => undefined, text: () => undefined });
  const nomes = [...xml.matchAll(/<w:altChunk\s[^>]{0,200}?r:id="([^"]{1,100})"/g)].slice(0, MAX_PEDACOS).map((m) => (alvos.get(m[1]!) ?? '').replace(/^\/?(?:word\/)?/, 'word/'));
  const partes = await unpackOffice(bytes, (n) => nomes.includes(n));
  return nomes.flatMap((nome) => {
    const parte = partes.get(nome);
    return parte ? (LEITORES.find(([r]) => r.test(nome))?.[1](parte) ?? []) : [];
  });
}

const renumber = (paginas: readonly Pagina[]): Pagina[] => paginas.map((p, i) => ({ ...p, numero: i + 1 }));

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
