import { cutFatias, type LinhaDePalavras, type PalavraNaLinha } from './palavras.js';
import { tipoDaColuna, tipoDaPalavra, type TipoColuna } from './vocabulario.js';

/** A column as its header names it, with the extent of the title in points. */
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

/** Columns of a block of header lines: words stacked over each other name one column. */
export function toColunas(linhas: readonly LinhaDePalavras[]): ColunaCabecalho[] {
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
