/** A recognised word and where it stands: pixels, origin at the top left, lines made level. */
export interface Palavra {
  readonly texto: string;
  /** 0 to 1. */
  readonly confianca: number;
  readonly x0: number;
  readonly x1: number;
  readonly topo: number;
  readonly base: number;
}

/** Words of one line, left to right. */
export type LinhaOcr = readonly Palavra[];

/** Marks that are the lines of a table, dirt or a frame, and no text. */
const SUJEIRA = /^[|¦_~—–\-=.,'"`´‘’“”«»*°:;•·<>\\/[\](){}!^]+$/;
const CONFIANCA_SUJEIRA = 0.7;
const NIVEL_PALAVRA = '5';

/**
 * Lines of Tesseract's TSV in its order. Each row: level, page, block, paragraph, line, word, left, top, width, height,
 * confidence (0 to 100), text. `inclinacao`: by how much lines fall per pixel to the right.
 */
export function parseTsv(tsv: string, inclinacao: number): LinhaOcr[] {
  const linhas = new Map<string, Palavra[]>();
  for (const linha of tsv.split('\n')) {
    const [nivel, , bloco, paragrafo, ordem, , esquerda, topo, largura, altura, confianca, ...resto] = linha.split('\t');
    const texto = resto.join(' ').trim();
    if (nivel !== NIVEL_PALAVRA || !texto) continue;
    const c = Number(confianca) / 100;
    if (isSujeira(texto, c)) continue;
    const [x0, y0] = [Number(esquerda), Number(topo)];
    const desvio = (x0 + Number(largura) / 2) * inclinacao;
    const chave = `${bloco}.${paragrafo}.${ordem}`;
    const palavras = linhas.get(chave) ?? [];
    palavras.push(...splitNaLinha({ texto, confianca: Math.max(0, c), x0, x1: x0 + Number(largura), topo: y0 - desvio, base: y0 + Number(altura) - desvio }));
    linhas.set(chave, palavras);
  }
  return [...linhas.values()];
}

/**
 * A word with the line of a table read into it ("Recurso|na") is two, as far apart as cells are; a line at its end goes.
 * Among digits it may be a 1 and stays.
 */
function splitNaLinha(p: Palavra): Palavra[] {
  if (!p.texto.includes('|')) return [p];
  const texto = p.texto.replace(/^\|+(?=\p{L})|(?<=\p{L})\|+$/gu, '');
  const partes = texto.split(/(?<=\p{L})\|+(?=\p{L})/u);
  const passo = (p.x1 - p.x0) / p.texto.length;
  const recuo = (p.base - p.topo) / 2;
  let lidos = p.texto.indexOf(texto);
  return partes.map((parte, i) => {
    const inicio = p.x0 + lidos * passo;
    const fim = inicio + parte.length * passo;
    lidos += parte.length + 1;
    return { ...p, texto: parte, x0: i ? Math.min(inicio + recuo, fim) : inicio, x1: i < partes.length - 1 ? Math.max(fim - recuo, inicio) : fim };
  });
}

/** A lone "|" is the line of a table whatever the engine thinks of it; other marks alone are dirt when it doubts them. */
const isSujeira = (texto: string, confianca: number): boolean => /^[|¦_~]+$/.test(texto) || (SUJEIRA.test(texto) && confianca < CONFIANCA_SUJEIRA);

const letrasDe = (p: Palavra): number => p.texto.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How much was recognised: letters and digits, and the mean confidence of the words weighted by them (0 with none). */
export function measure(linhas: readonly LinhaOcr[]): { readonly letras: number; readonly confianca: number } {
  let letras = 0;
  let soma = 0;
  for (const palavra of linhas.flat()) {
    const n = letrasDe(palavra);
    letras += n;
    soma += n * palavra.confianca;
  }
  return { letras, confianca: letras ? soma / letras : 0 };
}
