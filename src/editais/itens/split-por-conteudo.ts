import { lettersOf } from '../../kernel/index.js';
import type { LinhaTabela } from './linha-tabela.js';

/** Text of a page in content order, letters only, with the place where each of its lines begins. */
export interface ConteudoDaPagina {
  readonly letras: string;
  readonly linhas: readonly { readonly inicio: number; readonly texto: string }[];
  /** Offsets of `letras` where a word ends and another begins: "40.000" is not the start of "400.000". */
  readonly limites: ReadonlySet<number>;
}

export function toConteudo(texto: string): ConteudoDaPagina {
  let letras = '';
  const limites = new Set<number>([0]);
  const linhas = texto.split('\n').map((t) => {
    const inicio = letras.length;
    for (const palavra of t.split(/\s+/)) {
      letras += lettersOf(palavra);
      limites.add(letras.length);
    }
    return { inicio, texto: t.trim() };
  });
  return { letras, linhas, limites };
}

/** Share of rows that must be found in the content for it to decide. */
const MINIMO = 0.6;
/** Number and codes together are unmistakable from this length on. */
const CODIGO = 7;

/**
 * Which lines belong to which row, told by the order in which the file writes the cells: number, description, values,
 * row after row. Null when the file is not written so. Indexes of `ancoras` point at the lines with the numbers.
 */
export function splitPorConteudo(linhas: readonly LinhaTabela[], ancoras: readonly number[], descricao: number, conteudoDe: (pagina: number) => ConteudoDaPagina): LinhaTabela[][] | null {
  const inicios = findInicios(linhas, ancoras, descricao, conteudoDe);
  if (!inicios || isVisual(linhas, ancoras[0]!, inicios[0]!, descricao, conteudoDe)) return null;
  const blocos: LinhaTabela[][] = ancoras.map((a) => [linhas[a]!]);
  const cursor = new Map<number, number>();
  const ordemDaAncora = new Map(ancoras.map((a, k) => [a, k]));
  let anterior = 0;
  linhas.forEach((l, i) => {
    const k = ordemDaAncora.get(i) ?? -1;
    if (k >= 0) anterior = k;
    if (!l.celulas[descricao]) {
      if (k < 0) blocos[nearest(linhas, ancoras, anterior, i)]!.push(l);
      return;
    }
    const { letras } = conteudoDe(l.pagina);
    const procura = lettersOf(l.celulas[descricao]!);
    // The same words may stand in the clauses above the table.
    const offset = letras.indexOf(procura, cursor.get(l.pagina) ?? (l.pagina === inicios[0]!.pagina ? inicios[0]!.offset : 0));
    if (offset >= 0) cursor.set(l.pagina, offset + 1);
    const dona = offset < 0 ? (k >= 0 ? k : -1) : inicios.findLastIndex((n) => n.pagina < l.pagina || (n.pagina === l.pagina && n.offset <= offset));
    if (dona < 0) return;
    if (k < 0) blocos[dona]!.push(l);
    else if (dona !== k) {
      // The number's own visual line carries a piece of another row's description.
      blocos[k] = blocos[k]!.map((x) => (x === l ? { ...l, celulas: l.celulas.map((c, j) => (j === descricao ? '' : c)) } : x));
      blocos[dona]!.push({ ...l, celulas: l.celulas.map((c, j) => (j === descricao ? c : '')) });
    }
  });
  const sortBloco = (b: LinhaTabela[]): LinhaTabela[] => b.sort((x, y) => x.y - y.y);
  const vazias = blocos.filter((b) => !b.some((l) => l.celulas[descricao])).length;
  return vazias > ancoras.length * (1 - MINIMO) ? null : blocos.map(sortBloco);
}

/** The file writes line after line as seen: what stands above the first number comes before it, and tells nothing of rows. */
function isVisual(linhas: readonly LinhaTabela[], ancora: number, inicio: { pagina: number; offset: number }, descricao: number, conteudoDe: (pagina: number) => ConteudoDaPagina): boolean {
  const acima = linhas[ancora - 1];
  const texto = lettersOf(acima?.celulas[descricao] ?? '');
  if (!acima || acima.pagina !== inicio.pagina || texto.length < 4 || linhas[ancora]!.y - acima.y > 1.6 * acima.altura) return false;
  const offset = conteudoDe(inicio.pagina).letras.lastIndexOf(texto, inicio.offset);
  return offset >= 0 && inicio.offset - offset <= texto.length && conteudoDe(inicio.pagina).letras.indexOf(texto, inicio.offset) < 0;
}

/** Where each row begins in the content of its page: the line that opens with its number, between the values of the row before and its own. */
function findInicios(linhas: readonly LinhaTabela[], ancoras: readonly number[], descricao: number, conteudoDe: (pagina: number) => ConteudoDaPagina): { pagina: number; offset: number }[] | null {
  const inicios: { pagina: number; offset: number }[] = [];
  let achados = 0;
  let pagina = 0;
  let depois = 0;
  for (const [k, a] of ancoras.entries()) {
    const l = linhas[a]!;
    const { letras, linhas: doTexto, limites } = conteudoDe(l.pagina);
    if (l.pagina !== pagina) depois = 0;
    pagina = l.pagina;
    const valores = lettersOf(l.celulas.slice(descricao + 1).join(''));
    const fim = valores.length >= 2 ? indexOfWords(letras, limites, valores, depois) : -1;
    const perto = fim >= 0 ? [] : linhas.slice(k === 0 ? 0 : ancoras[k - 1]! + 1, ancoras[k + 1] ?? linhas.length).map((x) => lettersOf(x.celulas[descricao]!)).filter((x) => x.length >= 5);
    const codigos = lettersOf(l.celulas.slice(0, descricao).join(''));
    const abre = findCodigos(letras, codigos, depois, fim) ?? findNumero(doTexto, l.numero!, depois, fim, perto);
    const antes = abre === null ? findNaPaginaAnterior(linhas[ancoras[k - 1] ?? a]!, inicios.at(-1), l, conteudoDe) : null;
    if (abre !== null || antes) achados++;
    inicios.push(antes ?? { pagina, offset: abre ?? depois });
    depois = fim >= 0 ? fim + valores.length : abre !== null ? abre + 1 : depois;
  }
  return achados >= ancoras.length * MINIMO ? inicios : null;
}

/**
 * Where the number stands in the content: opening a line before the row's values; when those were not found, alone on a
 * line or before one of the descriptions around it (`perto`); else closing the line before.
 */
function findNumero(linhas: ConteudoDaPagina['linhas'], numero: string, depois: number, fim: number, perto: readonly string[]): number | null {
  const n = numero.replace(/\./g, '\\.');
  const abre = new RegExp(`^(?:item\\s+)?${n}[.)ºo°-]*(?:\\s|$)`, 'i');
  const fecha = new RegExp(`\\s${n}[.)]?$`);
  const janela = linhas.filter((t) => t.inicio >= depois && (fim < 0 || t.inicio < fim));
  const abrem = janela.filter((t) => abre.test(t.texto));
  const segue = (t: string): boolean => perto.some((d) => lettersOf(t.replace(abre, '')).startsWith(d.slice(0, 12)));
  const linha = fim >= 0 ? abrem[0] : (abrem.find((t) => segue(t.texto)) ?? abrem.find((t) => t.texto.length <= numero.length + 2));
  if (linha) return linha.inicio;
  const ultima = janela.find((t) => fecha.test(t.texto));
  return ultima ? ultima.inicio + lettersOf(ultima.texto).length - lettersOf(numero).length : null;
}

function indexOfWords(letras: string, limites: ReadonlySet<number>, procura: string, de: number): number {
  for (let i = letras.indexOf(procura, de); i >= 0; i = letras.indexOf(procura, i + 1)) if (limites.has(i) && limites.has(i + procura.length)) return i;
  return -1;
}

/** Number and codes of the row ("9 6512 078352009"), wherever in a line they stand. */
function findCodigos(letras: string, codigos: string, depois: number, fim: number): number | null {
  if (codigos.length < CODIGO) return null;
  const i = letras.indexOf(codigos, depois);
  return i >= 0 && (fim < 0 || i < fim) ? i : null;
}

/** A row whose number is drawn on its second page opens at the foot of the page before. */
function findNaPaginaAnterior(anterior: LinhaTabela, inicio: { pagina: number; offset: number } | undefined, l: LinhaTabela, conteudoDe: (pagina: number) => ConteudoDaPagina): { pagina: number; offset: number } | null {
  const pagina = l.pagina - 1;
  if (pagina < anterior.pagina) return null;
  const offset = findNumero(conteudoDe(pagina).linhas, l.numero!, inicio?.pagina === pagina ? inicio.offset + 1 : 0, -1, []);
  return offset === null ? null : { pagina, offset };
}

/** Of the numbers before and after a line that has only values, the nearer one's row. */
function nearest(linhas: readonly LinhaTabela[], ancoras: readonly number[], anterior: number, i: number): number {
  const distancia = (k: number): number => Math.abs(linhas[ancoras[k]!]!.y - linhas[i]!.y);
  return anterior + 1 < ancoras.length && distancia(anterior + 1) < distancia(anterior) ? anterior + 1 : anterior;
}
