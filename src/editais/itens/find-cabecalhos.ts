import { readLote, readTotal } from './classify-linha.js';
import { cutFatias, type LinhaDePalavras, type PalavraNaLinha } from './palavras.js';
import { tipoDaColuna, tipoDaPalavra, type TipoColuna } from './vocabulario.js';

/** A header found on a page: its columns left to right and the lines it takes. */
export interface Cabecalho {
  readonly colunas: readonly ColunaCabecalho[];
  /** Index of the first and last of its lines among the page's. */
  readonly primeira: number;
  readonly ultima: number;
}
export interface ColunaCabecalho {
  readonly tipo: TipoColuna;
  readonly titulo: string;
  readonly x0: number;
  readonly x1: number;
}

interface Frase {
  palavras: readonly PalavraNaLinha[];
  x0: number;
  x1: number;
  titulo: string;
  tipos: Set<TipoColuna>;
}

const MAX_LINHAS = 14;
const MAX_TEXTO = 260;
/** Headers of several columns come in several cells; one long run of text is prose. */
const MAX_CELULA = 90;
const ESPACO = 1.7;
const VOCABULARIO = 0.6;
/** Words of a column's title; one of them may have a long explanation. */
const MAX_PALAVRAS = 9;
/** Closes a table or a lot, with or without its figure on the line. */
const RODAPE = /^\s*(?:sub-?\s?total|total\s+(?:geral|global|d[oae]s?)|valor\s+(?:total|global)\s+d[oae]s?\s+(?:lote|item|grupo|proposta))\b/i;
const CLAUSULA = /^\s*(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?\s|tabela\s*\d|quadro\s*\d|anexo\s)/i;

/** Headers of item tables among the lines of a page: number, description and at least one of unit, quantity, price. */
export function findCabecalhos(linhas: readonly LinhaDePalavras[]): Cabecalho[] {
  const achados: Cabecalho[] = [];
  let i = 0;
  while (i < linhas.length) {
    if (!isCabecalho(linhas[i]!)) {
      i++;
      continue;
    }
    let fim = i;
    while (fim + 1 < linhas.length && fim - i < MAX_LINHAS && isNear(linhas, fim) && (isCabecalho(linhas[fim + 1]!) || isEntre(linhas, fim + 1))) fim++;
    const bloco = shrink(linhas, i, fim);
    if (bloco) achados.push(bloco);
    i = fim + 1;
  }
  return achados;
}

const isNear = (linhas: readonly LinhaDePalavras[], i: number): boolean =>
  linhas[i + 1]!.y - linhas[i]!.y <= ESPACO * Math.max(linhas[i]!.altura, linhas[i + 1]!.altura);

/** A short line of unknown words set between two lines of the header, half a line from each. */
const isEntre = (linhas: readonly LinhaDePalavras[], i: number): boolean => {
  const [antes, l, depois] = [linhas[i - 1]!, linhas[i]!, linhas[i + 1]];
  return !!depois && l.palavras.length <= 3 && !/\d/.test(l.texto) && l.y - antes.y < l.altura && depois.y - l.y < 1.2 * l.altura && isCabecalho(depois);
};

/** The longest end of the block that is a header: titles above it ("PLANILHA DE PREÇOS") fall away. */
function shrink(linhas: readonly LinhaDePalavras[], inicio: number, fim: number): Cabecalho | null {
  for (let a = inicio; a <= fim; a++) {
    if (isTitulo(linhas[a]!, linhas.slice(a + 1, fim + 1)) || isSobra(linhas, a, fim)) continue;
    const ultima = dropDescricao(linhas, a, fim);
    const colunas = toColunas(linhas.slice(a, ultima + 1));
    if (isTabelaDeItens(colunas)) return { colunas, primeira: a, ultima };
  }
  return null;
}

/** A line above the header whose one phrase covers several of its columns is the table's title. */
const isTitulo = (l: LinhaDePalavras, abaixo: readonly LinhaDePalavras[]): boolean =>
  CLAUSULA.test(l.texto) || (l.celulas.length === 1 && abaixo.length > 0 && abaixo.some((b) => b.celulas.filter((c) => c.x0 >= l.celulas[0]!.x0 - 5 && c.x1 <= l.celulas[0]!.x1 + 5).length >= 3));

/** The end of the row before a repeated header: a line above the description's title, inside its column, that names nothing. */
function isSobra(linhas: readonly LinhaDePalavras[], a: number, fim: number): boolean {
  const area = areaDaDescricao(linhas.slice(a + 1, fim + 1));
  return area !== null && isDentro(linhas[a]!, area) && !linhas[a]!.palavras.some((p) => tipoDaPalavra(p.dobrado) === 'descricao');
}

interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly titulo: PalavraNaLinha;
}
/** Text of the description's column: nothing outside it, and some of it under (or over) the title. */
const isDentro = (l: LinhaDePalavras, { x0, x1, titulo }: Area): boolean =>
  l.palavras.every((p) => p.x0 >= x0 && p.x1 <= x1) && l.celulas.some((c) => c.x0 < titulo.x1 && c.x1 > titulo.x0);

/** Where descriptions may stand: between the titles beside theirs, on the line that names the item. Null when no line names both. */
function areaDaDescricao(linhas: readonly LinhaDePalavras[]): Area | null {
  for (const l of linhas) {
    const tipos = l.palavras.map((p) => tipoDaPalavra(p.dobrado));
    const titulo = tipos.indexOf('descricao');
    if (titulo < 0 || !tipos.includes('numero')) continue;
    const de = l.palavras.findLast((_, i) => i < titulo && tipos[i] !== 'descricao' && tipos[i] !== 'qualifica');
    const ate = l.palavras.find((_, i) => i > titulo && tipos[i] !== 'descricao' && tipos[i] !== 'qualifica');
    return { x0: de?.x1 ?? -Infinity, x1: ate?.x0 ?? Infinity, titulo: l.palavras[titulo]! };
  }
  return null;
}

/** More words than a title's line has, commas, or a gap above that lines of one title do not leave. */
const isTextoCorrido = (linhas: readonly LinhaDePalavras[], i: number): boolean =>
  linhas[i]!.palavras.length > 3 || linhas[i]!.palavras.some((p) => /[,;]$/.test(p.texto)) || linhas[i]!.y - linhas[i - 1]!.y > 1.35 * linhas[i]!.altura;

/** Last line of the header: a first row whose description begins with a word of headers ("Serviço de") is not part of it. */
function dropDescricao(linhas: readonly LinhaDePalavras[], a: number, fim: number): number {
  const tiposDe = (l: LinhaDePalavras) => l.palavras.map((p) => tipoDaPalavra(p.dobrado));
  const titulo = linhas.slice(a, fim + 1).flatMap((l) => l.palavras).filter((p) => tipoDaPalavra(p.dobrado) === 'descricao').sort((x, y) => x.x0 - y.x0)[0];
  const area = areaDaDescricao(linhas.slice(a, fim + 1));
  const chave = linhas.findLastIndex((l, i) => i >= a && i <= fim && tiposDe(l).includes('numero') && !(area && isDentro(l, area)));
  let ultima = fim;
  // Several words inside the description's column, below its title: a row.
  while (area && ultima > Math.max(chave, a) && isDentro(linhas[ultima]!, area) && isTextoCorrido(linhas, ultima)) ultima--;
  while (titulo && ultima > Math.max(chave, a) && tiposDe(linhas[ultima]!).every((t) => t === null || t === 'descricao' || t === 'qualifica') && linhas[ultima]!.palavras.every((p) => p.x0 < titulo.x1 + 60 && p.x1 > titulo.x0 - 60)) ultima--;
  return ultima;
}

export function isCabecalho(l: LinhaDePalavras): boolean {
  if (l.texto.length > MAX_TEXTO || (l.celulas.length === 1 && l.texto.length > MAX_CELULA)) return false;
  if (readTotal(l) !== null || RODAPE.test(l.texto)) return false;
  if (l.palavras.length > 26 || CLAUSULA.test(l.texto) || readLote(l.texto) !== null) return false;
  // "1 SERVIÇOS PRELIMINARES" is a row; "60 MESES" may be a header's line.
  if (/^\d/.test(l.palavras[0]!.texto) && !/^(?:mes|dias|anos|%)/.test(l.palavras[1]?.dobrado ?? '')) return false;
  const tipos = l.palavras.map((p) => (p.texto.length === 1 && /\p{Lu}/u.test(p.texto) ? 'qualifica' : tipoDaPalavra(p.dobrado)));
  const conhecidas = tipos.filter((t) => t !== null).length;
  const numeros = l.palavras.filter((p) => /^(?:R\$\s*)?[\d.,]+$/.test(p.texto)).length;
  if (numeros > 2 || numeros >= tipos.length) return false;
  return conhecidas / tipos.length >= VOCABULARIO || (numeros === 0 && namesColunas(l, tipos));
}

const MAX_TITULO = 40;
/** Short cells of which several name columns of different kinds: the others are columns too ("Saúde", "Educação"). */
function namesColunas(l: LinhaDePalavras, tipos: readonly (TipoColuna | 'qualifica' | null)[]): boolean {
  const nomeiam = new Set<TipoColuna>(tipos.filter((t) => t !== null && t !== 'qualifica' && t !== 'outra'));
  const titulos = l.celulas.flatMap(cutFatias);
  if (titulos.length < 3 || titulos.some((c) => c.texto.length > MAX_TITULO || /[;:]$/.test(c.texto))) return false;
  return (nomeiam.has('numero') && nomeiam.has('descricao')) || (nomeiam.size >= 3 && (['numero', 'descricao', 'quantidade'] as const).some((t) => nomeiam.has(t)));
}

function isTabelaDeItens(colunas: readonly ColunaCabecalho[]): boolean {
  const posicao = (tipos: readonly TipoColuna[]): number => colunas.findIndex((c) => tipos.includes(c.tipo));
  if (isTexto(colunas)) return false;
  const numero = posicao(['numero', 'lote']);
  const descricao = posicao(['descricao']);
  if (descricao < 0 || colunas.filter((c) => c.titulo.split(' ').length > MAX_PALAVRAS).length > 1) return false;
  // Without numbers, only arithmetic can tell rows: the three figures must be there.
  if (numero < 0) return posicao(['quantidade']) >= 0 && posicao(['unitario']) >= 0 && posicao(['total', 'valor']) >= 0;
  return numero <= 2 && posicao(['unidade', 'quantidade', 'unitario', 'total', 'valor']) >= 0;
}

/** Words of a sentence that happen to be words of headers: the same kind of column again and again, commas. */
const isTexto = (colunas: readonly ColunaCabecalho[]): boolean =>
  ['numero', 'unidade', 'descricao'].some((t) => colunas.filter((c) => c.tipo === t).length > 2) || colunas.filter((c) => /[,;]$|[,;] /.test(c.titulo)).length > 1;

/** Columns of a block of header lines: words stacked over each other name one column. */
function toColunas(linhas: readonly LinhaDePalavras[]): ColunaCabecalho[] {
  const frases = [...linhas.flatMap(cutFrases), ...stackLetters(linhas)];
  const grupos: Frase[] = [];
  for (const f of frases.sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0))) {
    const sobre = grupos.filter((g) => overlaps(g, f));
    if (sobre.length === 0) grupos.push({ ...f, tipos: new Set(f.tipos) });
    else for (const [g, parte] of spread(f, sobre)) mergeInto(g, parte, sobre.length === 1);
  }
  return asLote(grupos.sort((a, b) => a.x0 - b.x0).map((g) => ({ tipo: tipoDaColuna(g.tipos, g.titulo), titulo: g.titulo, x0: g.x0, x1: g.x1 })));
}

/** "ITEM" beside "SUB ITEM": what is numbered and bid on is the second, the first gathers them. */
function asLote(colunas: readonly ColunaCabecalho[]): ColunaCabecalho[] {
  const sub = colunas.findIndex((c) => c.tipo === 'numero' && /\bsub/.test(c.titulo));
  return colunas.map((c, i) => (i < sub && c.tipo === 'numero' ? { ...c, tipo: 'lote' } : c));
}

const overlaps = (a: Frase, b: Frase): boolean => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.25 * Math.min(a.x1 - a.x0, b.x1 - b.x0);

/** What of a phrase goes to each of the columns it covers: each its own words ("MÍNIMA MÁXIMA" under "QTD." and "QTD."), else all of it to all. */
function spread(f: Frase, sobre: readonly Frase[]): (readonly [Frase, Frase])[] {
  const donos = f.palavras.map((p) => sobre.filter((g) => Math.min(g.x1, p.x1) - Math.max(g.x0, p.x0) > 0.4 * Math.min(g.x1 - g.x0, p.x1 - p.x0)));
  if (sobre.length < 2 || donos.some((d) => d.length !== 1) || sobre.some((g) => !donos.some((d) => d[0] === g))) return sobre.map((g) => [g, f] as const);
  return sobre.map((g) => [g, toFrase(f.palavras.filter((_, i) => donos[i]![0] === g))] as const);
}

const toFrase = (palavras: readonly PalavraNaLinha[]): Frase => ({
  palavras, x0: palavras[0]!.x0, x1: palavras.at(-1)!.x1, titulo: palavras.map((p) => p.dobrado).join(' '),
  tipos: new Set(palavras.map((p) => tipoDaPalavra(p.dobrado)).filter((t) => t !== null && t !== 'qualifica')),
});

/** A phrase over several columns ("VALOR ESTIMADO" above "UNIT." and "TOTAL") qualifies each without joining them. */
function mergeInto(g: Frase, f: Frase, alarga: boolean): void {
  for (const t of f.tipos) g.tipos.add(t);
  g.titulo = `${g.titulo} ${f.titulo}`;
  if (!alarga) return;
  g.x0 = Math.min(g.x0, f.x0);
  g.x1 = Math.max(g.x1, f.x1);
}

const isLetra = (p: PalavraNaLinha): boolean => p.texto.length === 1 && /\p{Lu}/u.test(p.texto);

/** Phrases of a line: a new one begins at a gap between cells or at a word that names another kind of column. */
function cutFrases(l: LinhaDePalavras): Frase[] {
  const frases: Frase[] = [];
  for (const celula of l.celulas) {
    let atual: Frase | null = null;
    let ligada = false;
    let parenteses = false;
    const inicios = new Set(cutFatias(celula).slice(1).map((f) => f.x0));
    for (const p of l.palavras.filter((x) => x.x0 >= celula.x0 - 0.5 && x.x0 < celula.x1)) {
      if (isLetra(p)) continue;
      const tipo = tipoDaPalavra(p.dobrado);
      const nomeia = tipo !== null && tipo !== 'qualifica';
      if (inicios.has(p.x0)) ligada = false;
      // A wide gap parts what does not name the same column together.
      const parte = inicios.has(p.x0) && (tipo === null || tipo === 'outra' || PERIODO.test(p.dobrado) || (nomeia && (atual?.tipos.has(tipo) ?? false)) || atual?.tipos.size === 0);
      if (!atual || parte || (!isLogica(celula) && !ligada && !p.texto.startsWith('(') && atual.tipos.size > 0 && nomeia && !agrees(atual.tipos, tipo))) frases.push((atual = { palavras: [p], x0: p.x0, x1: p.x1, titulo: p.dobrado, tipos: new Set() }));
      else {
        atual.x1 = p.x1;
        atual.palavras = [...atual.palavras, p];
        atual.titulo += ` ${p.dobrado}`;
      }
      if (nomeia && !(ligada && atual.tipos.size)) atual.tipos.add(tipo);
      // "Unidade – Descrição" is one column.
      // What is in parentheses goes with what it explains.
      parenteses = (parenteses || p.texto.startsWith('(')) && !p.texto.endsWith(')');
      ligada = parenteses || /^(?:d[aeo]s?|por|e|ou|\/)$/.test(p.dobrado) || (/^[-–—]$/.test(p.dobrado) && atual.tipos.size > 0);
    }
  }
  return frases;
}

/** A qualifier that after a wide gap is a column of its own: how many months, the price of one. */
const PERIODO = /^(?:mes|meses|mensa(?:l|is)|anua(?:l|is)|anos?)$/;

/** A cell of a format without geometry, set by its column's order (see the readers of DOCX and XLSX): never two columns. */
const isLogica = (c: { readonly x0: number; readonly x1: number }): boolean => c.x0 % 100 === 0 && c.x1 - c.x0 === 90;

const PARES: readonly (readonly TipoColuna[])[] = [['valor', 'unitario'], ['valor', 'total'], ['unidade', 'valor']];
/** True when the word can go on naming the same column. */
function agrees(tipos: ReadonlySet<TipoColuna>, novo: TipoColuna): boolean {
  if (tipos.size === 0 || tipos.has(novo)) return true;
  if (novo === 'outra' || (novo === 'total' && tipos.has('quantidade'))) return true;
  return PARES.some(([a, b]) => (tipos.has(a!) && novo === b) || (tipos.has(b!) && novo === a && b !== 'valor'));
}

/** Headers written one letter under the other, top to bottom. */
function stackLetters(linhas: readonly LinhaDePalavras[]): Frase[] {
  const colunas: { x0: number; x1: number; texto: string; y: number }[] = [];
  for (const l of linhas) {
    for (const p of l.palavras.filter(isLetra)) {
      const pilha = colunas.find((c) => Math.abs((c.x0 + c.x1) / 2 - (p.x0 + p.x1) / 2) < 5 && l.y - c.y < 30);
      if (pilha) {
        pilha.texto += p.dobrado;
        pilha.y = l.y;
      } else colunas.push({ x0: p.x0, x1: p.x1, texto: p.dobrado, y: l.y });
    }
  }
  return colunas.filter((c) => c.texto.length >= 3).map((c) => {
    const tipo = tipoDaPalavra(c.texto) ?? tipoDaPalavra(c.texto.slice(0, 3));
    return { palavras: [], x0: c.x0, x1: c.x1, titulo: c.texto, tipos: new Set<TipoColuna>(tipo && tipo !== 'qualifica' ? [tipo] : ['outra']) };
  });
}
