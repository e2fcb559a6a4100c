import { fold } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import type { ItemEdital } from '../domain/item.js';
import { readBeneficio, readLote } from './classify-linha.js';
import { findCabecalhos, type Cabecalho } from './find-cabecalhos.js';
import { colunaDoNumero, toLinhaTabela, type LinhaTabela } from './linha-tabela.js';
import { linhasDoDocumento } from './linhas-do-documento.js';
import type { LinhaDePalavras } from './palavras.js';
import { placeColunas } from './place-colunas.js';
import { readLinhas } from './read-linhas.js';
import { splitNumericas } from './split-numericas.js';
import { toConteudo, type ConteudoDaPagina } from './split-por-conteudo.js';
import type { Coluna, LinhaBruta, TabelaBruta } from './tabela.js';

const LINHAS_ANTES = 4;
/** Prose lines one after the other that end a table. */
const PROSAS = 2;
const CLAUSULA = /^\s*\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+\p{L}/u;
/** "1.2. DOTAÇÃO ORÇAMENTÁRIA:", "2.3 DA ENTREGA": the clause after the table, alone on its line. */
const TITULO_DE_CLAUSULA = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?:D[AEO]S?\s[\p{Lu}\s,]{3,60}|[\p{Lu}\s,]{6,60}:)$/u;

/** "2. FUNDAMENTAÇÃO DA CONTRATAÇÃO", "3 - DO PRAZO": the next chapter, whose number would pass for an item's. */
const CAPITULO = /^\s*\d{1,2}\s*[.)–-]\s*(?:D[AEO]S?\s+\p{Lu}|(?:FUNDAMENTAÇÃO|JUSTIFICATIVA|OBRIGAÇÕES|OBJETIVO|PRAZOS?|VIGÊNCIA|CONDIÇÕES|REQUISITOS|MODELO\sDE|FISCALIZAÇÃO|GESTÃO|PAGAMENTO|SANÇÕES|PENALIDADES|CRITÉRIOS?|DESCRIÇÃO\sDA\sSOLUÇÃO|ESTIMATIVAS?\sD|ADEQUAÇÃO|FORMA\s[ED]|DISPOSIÇÕES|DOTAÇÃO|LOCAL\s)[\p{Lu}\s,]*)[\p{Lu}\s,.:-]*$/u;

/** Part of the document where a text of a page stands; the end of the page when it is not found. */
export type RegiaoDe = (pagina: number, texto: string) => TipoRegiao;

interface Aberta {
  cabecalho: Cabecalho;
  /** Kinds of the columns as the header prints them. */
  assinatura: string;
  colunas: readonly Coluna[];
  colunaNumero: number;
  readonly regiao: TipoRegiao;
  readonly antes: string;
  readonly lote: string | null;
  readonly beneficio: ItemEdital['beneficio'];
  readonly fluxo: LinhaTabela[];
  /** Leftmost text beside an item number: where descriptions begin. Null until a row is read. */
  esquerda: number | null;
}

/** Every table with a header of items in a document, row by row, joined over its pages. `regiaoDe` tells the part a text of a page stands in. */
export function findTabelas(documento: DocumentoLido, regiaoDe: RegiaoDe): TabelaBruta[] {
  const tabelas: TabelaBruta[] = [];
  let aberta: Aberta | null = null;
  const conteudoDe = createConteudo(documento);
  const close = (): void => {
    const bruta = aberta && toBruta(aberta, documento.nome, conteudoDe);
    if (bruta) tabelas.push(...splitListas(bruta));
    aberta = null;
  };
  let fimDaAnterior: readonly LinhaDePalavras[] = [];
  for (const { pagina, linhas } of linhasDoDocumento(documento)) {
    const cabecalhos = findCabecalhos(linhas);
    if (aberta && !goOn(aberta, linhas.slice(0, cabecalhos[0]?.primeira ?? linhas.length), pagina, cabecalhos.length > 0)) close();
    cabecalhos.forEach((c, k) => {
      const corpo = linhas.slice(c.ultima + 1, cabecalhos[k + 1]?.primeira ?? linhas.length);
      // The title of a lot may close the page before its table.
      const antes = [...(c.primeira < LINHAS_ANTES ? fimDaAnterior : []), ...linhas.slice(Math.max(0, c.primeira - LINHAS_ANTES), c.primeira)].slice(-LINHAS_ANTES);
      const regiao = regiaoDe(pagina, linhas[c.ultima + 1]?.celulas.reduce((a, b) => (b.texto.length > a.texto.length ? b : a)).texto ?? '');
      if (!aberta || aberta.regiao !== regiao || aberta.assinatura !== signature(addNumero(c, corpo))) {
        close();
        aberta = openTabela(c, antes, regiao);
      } else addTitulos(aberta, antes, pagina);
      place(aberta, c, corpo);
      if (push(aberta, corpo, pagina)) close();
    });
    fimDaAnterior = linhas.slice(-LINHAS_ANTES);
  }
  close();
  return tabelas;
}

const signature = (c: Cabecalho): string => c.colunas.map((x) => x.tipo).join();

function openTabela(cabecalho: Cabecalho, antes: readonly LinhaDePalavras[], regiao: TipoRegiao): Aberta {
  const texto = antes.map((l) => l.texto).join(' ');
  const lote = antes.map((l) => readLote(l.texto)).findLast((x) => x !== null) ?? null;
  return { cabecalho, assinatura: signature(cabecalho), colunas: [], colunaNumero: -1, regiao, antes: fold(texto), lote, beneficio: readBeneficio(texto), fluxo: [], esquerda: null };
}

/** Titles of lots and benefits between the end of one stretch and the repeated header of the next. */
function addTitulos(a: Aberta, antes: readonly LinhaDePalavras[], pagina: number): void {
  const titulos = antes.map((l) => toLinhaTabela(l, a.colunas, a.colunaNumero, pagina, nextY(a))).filter((l) => l.tipo === 'lote' || l.beneficio);
  a.fluxo.push(...titulos.map((l) => ({ ...l, tipo: l.tipo === 'lote' ? l.tipo : ('beneficio' as const) })));
}

function place(a: Aberta, cabecalho: Cabecalho, corpo: readonly LinhaDePalavras[]): void {
  const comNumero = addNumero(cabecalho, corpo);
  a.assinatura = signature(comNumero);
  const novo = { ...comNumero, colunas: splitNumericas(comNumero.colunas, placeColunas(comNumero.colunas, corpo), corpo) };
  // The stretches of one table have the same columns, however few rows a page shows.
  if (!a.fluxo.length || novo.colunas.length === a.cabecalho.colunas.length) a.cabecalho = novo;
  a.colunas = placeColunas(a.cabecalho.colunas, corpo);
  const coluna = colunaDoNumero(corpo, a.colunas);
  if (a.fluxo.length === 0 || corpo.length > 8) a.colunaNumero = coluna;
}

/** A column of numbers that the header leaves without a name: 1, 2… at the left of the description. */
function addNumero(c: Cabecalho, corpo: readonly LinhaDePalavras[]): Cabecalho {
  if (c.colunas.some((x) => x.tipo === 'numero' || x.tipo === 'lote')) return c;
  const primeiras = corpo.map((l) => l.celulas[0]!).filter((x) => /^\d{1,3}[.)]?$/.test(x.texto.trim()) && x.x1 < c.colunas[0]!.x0);
  const sequencia = primeiras.every((x, i) => Number.parseInt(x.texto, 10) === i + 1);
  if (primeiras.length < 2 || !sequencia) return c;
  const [x0, x1] = [Math.min(...primeiras.map((x) => x.x0)), Math.max(...primeiras.map((x) => x.x1))];
  return { ...c, colunas: [{ tipo: 'numero', titulo: '', x0, x1 }, ...c.colunas] };
}

const nextY = (a: Aberta): number => {
  const ultima = a.fluxo.at(-1);
  return ultima ? ultima.y + ultima.altura * 1.2 : 0;
};

/** Adds the lines of a page to the table; true when the table ends among them. */
function push(a: Aberta, linhas: readonly LinhaDePalavras[], pagina: number): boolean {
  const base = nextY(a) - (linhas[0]?.y ?? 0);
  let prosas = 0;
  for (const l of linhas) {
    const lida = toLinhaTabela(l, a.colunas, a.colunaNumero, pagina, base + l.y);
    prosas = lida.tipo === 'prosa' ? prosas + 1 : lida.numero ? 0 : prosas;
    if (lida.numero !== null) a.esquerda = leftOf(l, a.esquerda);
    if (isTituloDeClausula(l, lida, a.esquerda)) return true;
    if (lida.tipo === 'prosa' && (prosas >= PROSAS || CLAUSULA.test(l.texto)) && a.fluxo.some((x) => x.numero)) return true;
    a.fluxo.push(lida);
  }
  return false;
}

const RECUO = 8;

/** Leftmost cell with words of a numbered row; a cell that holds the number too counts from the number on. */
const leftOf = (l: LinhaDePalavras, ate: number | null): number | null =>
  l.celulas.filter((c) => /\p{L}{2}/u.test(c.texto)).reduce<number | null>((min, c) => (min === null || c.x0 < min ? c.x0 : min), ate);

/** The title of the next clause, to the left of where descriptions begin: "2.2. PROCESSADOR:" inside one is specification. */
const isTituloDeClausula = (l: LinhaDePalavras, lida: LinhaTabela, esquerda: number | null): boolean =>
  CAPITULO.test(l.texto) ? esquerda === null || l.celulas[0]!.x0 < esquerda - RECUO
  : lida.numero === null && esquerda !== null && l.celulas.length === 1 && l.celulas[0]!.x0 < esquerda - RECUO && TITULO_DE_CLAUSULA.test(l.texto);

/** The table goes on at the head of a page that does not begin with its header: rows or the rest of one, not prose. */
function goOn(a: Aberta, linhas: readonly LinhaDePalavras[], pagina: number, temCabecalho: boolean): boolean {
  if (!linhas.length) return temCabecalho;
  const { colunas, colunaNumero } = a;
  a.colunas = placeColunas(a.cabecalho.colunas, linhas);
  const antes = a.fluxo.length;
  const acabou = push(a, linhas, pagina);
  const novas = a.fluxo.slice(antes);
  const ultimo = a.fluxo.slice(0, antes).findLast((l) => l.numero)?.numero;
  const primeiro = novas.find((l) => l.numero)?.numero;
  const outroLote = primeiro !== null && primeiro !== undefined && Number(primeiro) === 1 && (a.colunas.some((c) => c.tipo === 'lote') || a.fluxo.slice(a.fluxo.findLastIndex((l, i) => i < antes && l.numero) + 1, antes + novas.findIndex((l) => l.numero)).some((l) => l.tipo === 'lote'));
  const continua = primeiro && ultimo ? isNext(ultimo, primeiro) || outroLote : !acabou && novas.every((l) => l.tipo !== 'prosa');
  if (!continua && (primeiro || acabou || novas.some((l) => l.tipo === 'prosa')) && !(primeiro && !ultimo)) {
    a.fluxo.length = antes;
    Object.assign(a, { colunas, colunaNumero });
    return temCabecalho && !acabou;
  }
  return !acabou;
}

const isNext = (anterior: string, numero: string): boolean => {
  const [a, b] = [anterior.split('.').map(Number), numero.split('.').map(Number)];
  return a.length > 1 || b.length > 1 ? true : b[0]! > a[0]! && b[0]! - a[0]! <= 4;
};

/** Content of each page, made when first asked for. */
function createConteudo(documento: DocumentoLido): (pagina: number) => ConteudoDaPagina {
  const textos = new Map(documento.paginas.map((p) => [p.numero, p.texto]));
  const memoria = new Map<number, ConteudoDaPagina>();
  return (pagina) => {
    let c = memoria.get(pagina);
    if (!c) memoria.set(pagina, (c = toConteudo(textos.get(pagina) ?? '')));
    return c;
  };
}

function toBruta(a: Aberta, documento: string, conteudoDe: (pagina: number) => ConteudoDaPagina): TabelaBruta | null {
  const { linhas, totais } = readLinhas(a.fluxo, a.colunas, a.colunaNumero, a, conteudoDe);
  return linhas.length ? { documento, regiao: a.regiao, colunas: a.colunas, linhas, totais, antes: a.antes } : null;
}

/** Numbers that start again without a lot's title open another list. */
function splitListas(t: TabelaBruta): TabelaBruta[] {
  const listas: LinhaBruta[][] = [[]];
  const vistos = new Set<string>();
  for (const l of t.linhas) {
    const chave = `${l.lote ?? ''}|${l.numero}`;
    if (vistos.has(chave)) {
      vistos.clear();
      listas.push([]);
    }
    vistos.add(chave);
    listas.at(-1)!.push(l);
  }
  return listas.length === 1 ? [t] : listas.map((linhas) => ({ ...t, linhas, totais: [] }));
}
