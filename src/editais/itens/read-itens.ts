import type { ConferenciaItens } from '../domain/conferencia.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import { TextoEdital, type Parte } from '../domain/texto-edital.js';
import { chooseItens } from './choose-itens.js';
import { conferirItem, conferirItens } from './conferir-itens.js';
import { fillDeCopias } from './fill-de-copias.js';
import { findFaltantes } from './find-faltantes.js';
import { findTabelas, type RegiaoDe } from './find-tabelas.js';
import { readBlocos } from './read-blocos.js';
import { readRelacao } from './read-relacao.js';
import { readTexto } from './read-texto.js';
import type { TabelaItens } from './tabela.js';
import { toTabela } from './to-tabela.js';

export interface ItensLidos {
  /** Items of the tender, as the best of the tables prints them; empty when no table is sure. */
  readonly itens: readonly ItemEdital[];
  /** The tables they come from, with their checks. */
  readonly escolhidas: readonly TabelaItens[];
  /** Every table of items read, the chosen ones among them. */
  readonly tabelas: readonly TabelaItens[];
  /** Rows and sum against what is printed. */
  readonly conferencia: ConferenciaItens;
}

/** Item tables of a set of documents as read: from the geometry of the pages (PDF, DOCX and XLSX alike), else from the text. */
export function readItens(partes: readonly Parte[], texto: TextoEdital = new TextoEdital(partes)): ItensLidos {
  const tabelas = partes.flatMap(({ documento }) => readTabelas(documento, regiaoDe(texto, documento)));
  const escolhidas = chooseItens(tabelas);
  const itens = fillDeCopias(escolhidas.flatMap((t) => t.itens), escolhidas, tabelas);
  const todos = [...itens, ...findFaltantes(itens, escolhidas, tabelas, partes)].map((i) => (i.confere === undefined ? conferirItem(i) : i));
  return { itens: todos, escolhidas, tabelas, conferencia: conferirItens(todos, escolhidas) };
}

function readTabelas(documento: DocumentoLido, regiao: RegiaoDe): TabelaItens[] {
  const relacao = readRelacao(documento);
  if (relacao) return [relacao];
  const tabelas = findTabelas(documento, regiao).map((b) => toTabela(b, documento)).filter((t) => t !== null);
  const doTexto = tabelas.length ? null : (readTexto(documento) ?? readBlocos(documento));
  return doTexto ? [doTexto] : tabelas;
}

function regiaoDe(t: TextoEdital, documento: DocumentoLido): RegiaoDe {
  return (numero, texto) => {
    const pagina = t.paginas.find((p) => p.documento === documento.nome && p.pagina === numero);
    if (!pagina) return 'anexo';
    const achado = texto.length >= 8 ? t.texto.indexOf(texto, pagina.inicio) : -1;
    return t.regiaoEm(achado >= 0 && achado < pagina.fim ? achado : Math.max(pagina.inicio, pagina.fim - 1)).tipo;
  };
}
