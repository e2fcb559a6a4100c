import { lettersOf } from '../../kernel/index.js';
import type { LinhaTabela } from './linha-tabela.js';

/** Text of a page in content order, letters only, with the place where each of its lines begins. */
export interface ConteudoDaPagina {
  readonly letras: string;
  readonly linhas: readonly { readonly inicio: number; readonly texto: string }[];
}

export function toConteudo(texto: string): ConteudoDaPagina {
  let letras = '';
  const linhas = texto.split('\n').map((t) => {
    const inicio = letras.length;
    letras += lettersOf(t);
    return { inicio, texto: t.trim() };
  });
  return { letras, linhas };
}

/** Share of rows that must be found in the content for it to decide. */
const MINIMO = 0.8;

/**
 * Which lines belong to which row, told by the order in which the file writes the cells: number, description, values,
 * row after row. Null when the file is not written so. Indexes of `ancoras` point at the lines with the numbers.
 */
export function splitPorConteudo(linhas: readonly LinhaTabela[], ancoras: readonly number[], descricao: number, conteudoDe: (pagina: number) => ConteudoDaPagina): LinhaTabela[][] | null {
  const inicios = findInicios(linhas, ancoras, descricao, conteudoDe);
  if (!inicios) return null;
  const blocos: LinhaTabela[][] = ancoras.map((a) => [linhas[a]!]);
  const cursor = new Map<number, number>();
  linhas.forEach((l, i) => {
    const k = ancoras.indexOf(i);
    if (!l.celulas[descricao]) {
      if (k < 0) blocos[nearest(linhas, ancoras, i)]!.push(l);
      return;
    }
    const { letras } = conteudoDe(l.pagina);
    const procura = lettersOf(l.celulas[descricao]!);
    const offset = letras.indexOf(procura, cursor.get(l.pagina) ?? 0);
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

/** Where each row begins in the content of its page: the line that opens with its number, between the values of the row before and its own. */
function findInicios(linhas: readonly LinhaTabela[], ancoras: readonly number[], descricao: number, conteudoDe: (pagina: number) => ConteudoDaPagina): { pagina: number; offset: number }[] | null {
  const inicios: { pagina: number; offset: number }[] = [];
  let achados = 0;
  let pagina = 0;
  let depois = 0;
  for (const a of ancoras) {
    const l = linhas[a]!;
    const { letras, linhas: doTexto } = conteudoDe(l.pagina);
    if (l.pagina !== pagina) depois = 0;
    pagina = l.pagina;
    const valores = lettersOf(l.celulas.slice(descricao + 1).join(''));
    const fim = valores.length >= 2 ? letras.indexOf(valores, depois) : -1;
    const abre = findNumero(doTexto, l.numero!, depois, fim);
    if (abre !== null) achados++;
    inicios.push({ pagina, offset: abre ?? depois });
    depois = fim >= 0 ? fim + valores.length : abre !== null ? abre + 1 : depois;
  }
  return achados >= ancoras.length * MINIMO ? inicios : null;
}

/** Where the number stands in the content: opening a line before the row's values, alone on one when they were not found, else closing the line before. */
function findNumero(linhas: ConteudoDaPagina['linhas'], numero: string, depois: number, fim: number): number | null {
  const n = numero.replace(/\./g, '\\.');
  const abre = new RegExp(`^(?:item\\s+)?${n}[.)ºo°-]*(?:\\s|$)`, 'i');
  const fecha = new RegExp(`\\s${n}[.)]?$`);
  const janela = linhas.filter((t) => t.inicio >= depois && (fim < 0 || t.inicio < fim));
  const linha = janela.find((t) => abre.test(t.texto) && (fim >= 0 || t.texto.length <= numero.length + 2));
  if (linha) return linha.inicio;
  const ultima = janela.find((t) => fecha.test(t.texto));
  return ultima ? ultima.inicio + lettersOf(ultima.texto).length - lettersOf(numero).length : null;
}

/** The row whose number is nearest to a line that has only values. */
const nearest = (linhas: readonly LinhaTabela[], ancoras: readonly number[], i: number): number =>
  ancoras.reduce((melhor, a, k) => (Math.abs(linhas[a]!.y - linhas[i]!.y) < Math.abs(linhas[ancoras[melhor]!]!.y - linhas[i]!.y) ? k : melhor), 0);
