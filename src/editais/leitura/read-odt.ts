import { invalido, type AlicitError } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';
import { CorpoOdt } from './odt-corpo.js';
import { ListasOdt } from './odt-listas.js';
import { paginate, type Bloco } from './paginate.js';
import { unpackOffice } from './repack-zip.js';
import { attr, walkXml } from './xml.js';

/**
 * ODT → logical pages (see `paginate`): page headers first and footers last, once each. Pictures and embedded objects
 * are never opened.
 * @throws AlicitError `arquivo_corrompido`, `arquivo_cifrado`, `zip_bomba`, `arquivo_grande`
 */
export async function readOdt(bytes: Uint8Array): Promise<Pagina[]> {
  const partes = await unpackOffice(bytes, (n) => n === 'content.xml' || n === 'styles.xml' || n === 'META-INF/manifest.xml');
  const textOf = (nome: string): string => partes.get(nome)?.toString('utf8') ?? '';
  if (textOf('META-INF/manifest.xml').includes('manifest:encryption-data')) throw invalido('arquivo_cifrado', 'O documento está protegido por senha. Envie uma cópia sem senha.');
  const conteudo = textOf('content.xml');
  const estilos = textOf('styles.xml');
  if (!conteudo.includes('</office:document-content>')) throw corrompido();
  const listas = new ListasOdt(estilos, conteudo);
  const inicio = conteudo.indexOf('<office:body');
  return paginate([...margins(estilos, 'header'), ...CorpoOdt.read(conteudo.slice(Math.max(0, inicio)), listas, findQuebras(conteudo)), ...margins(estilos, 'footer')]);
}

const corrompido = (): AlicitError => invalido('arquivo_corrompido', 'O documento ODT está corrompido e não pôde ser aberto. Baixe o arquivo de novo ou salve-o como PDF.');

/** Paragraph styles that begin a page. */
function findQuebras(xml: string): Set<string> {
  const quebras = new Set<string>();
  let estilo = '';
  walkXml(xml.slice(0, Math.max(0, xml.indexOf('<office:body'))), {
    open: (nome, a) => {
      if (nome === 'style:style') estilo = attr(a, 'style:name') ?? '';
      else if (nome === 'style:paragraph-properties' && attr(a, 'fo:break-before') === 'page') quebras.add(estilo);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return quebras;
}

/** Lines of the page headers (or footers) of all page styles, once each. */
function margins(estilos: string, tipo: 'header' | 'footer'): Bloco[] {
  const nada = new ListasOdt();
  const partes = [...estilos.matchAll(new RegExp(`<style:${tipo}(?:-left|-first)?[ >]`, 'g'))].map((m) => {
    const fim = estilos.indexOf(`</style:${tipo}`, m.index);
    return fim < 0 ? '' : estilos.slice(m.index, fim);
  });
  const linhas = partes.flatMap((p) => CorpoOdt.read(p, nada, new Set())).map((b) => b.celulas.join(' ').trim()).filter(Boolean);
  return [...new Set(linhas)].slice(0, 20).map((l) => ({ celulas: [l] }));
}
