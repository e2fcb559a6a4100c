import { fromUnits, normalizeText } from '../../kernel/index.js';
import type { Celula, Linha } from '../domain/pagina.js';
import type { Caracteres } from './caracteres.js';

/** A gap wider than this many times the line's height separates two cells. */
const VAO_CELULA = 0.8;
/** A gap wider than this separates two words. */
const VAO_PALAVRA = 0.1;

/** A gap wider than this inside a cell is kept with it: spaces between words are a quarter of the height. */
const VAO_LARGO = 0.42;

/** Characters whose vertical centres are nearer than this many times the line's height share a line: less than the half line by which cells centred beside each other differ. */
const MESMA_LINHA = 0.33;

/** A line being built: `itens` are indexes of characters. */
interface LinhaAberta {
  readonly centro: number;
  altura: number;
  readonly itens: number[];
}

/** Visual lines of a page, top to bottom, each cut into cells at wide gaps: what a table needs. */
export function rebuildLinhas(c: Caracteres, alturaPagina: number): Linha[] {
  const linhas: LinhaAberta[] = [];
  for (const i of sortDescending(c)) {
    const centro = (c.topo[i]! + c.base[i]!) / 2;
    const altura = Math.max(c.topo[i]! - c.base[i]!, 1);
    const alvo = findLinha(linhas, centro, altura);
    if (alvo) {
      alvo.itens.push(i);
      if (altura > alvo.altura) alvo.altura = altura;
    } else linhas.push({ centro, altura, itens: [i] });
  }
  return linhas.map((l) => ({ y: round(alturaPagina - l.centro), altura: round(l.altura), celulas: cutCelulas(c, l.itens, l.altura) }));
}

/** Indexes of the characters from the top of the page to its foot. */
function sortDescending({ topo, base, total }: Caracteres): number[] {
  const soma = new Float64Array(total);
  const ordem: number[] = [];
  for (let i = 0; i < total; i++) {
    soma[i] = topo[i]! + base[i]!;
    ordem.push(i);
  }
  return ordem.sort((a, b) => soma[b]! - soma[a]!);
}

function findLinha(linhas: readonly LinhaAberta[], centro: number, altura: number): LinhaAberta | undefined {
  for (let i = linhas.length - 1; i >= Math.max(0, linhas.length - 4); i--) {
    const l = linhas[i]!;
    if (Math.abs(l.centro - centro) < Math.max(l.altura, altura) * MESMA_LINHA) return l;
  }
  return undefined;
}

function cutCelulas(c: Caracteres, itens: number[], altura: number): Celula[] {
  itens.sort((a, b) => c.x0[a]! - c.x0[b]!);
  const celulas: Celula[] = [];
  // A character may take two units and have a space before it.
  const unidades = new Uint16Array(itens.length * 3);
  let n = 0;
  let x0 = 0;
  let x1 = 0;
  let vaos: number[] = [];
  const close = (): void => {
    if (n) {
      const texto = fromUnits(unidades, n);
      const normal = normalizeText(texto);
      if (!vaos.length) celulas.push({ texto: normal, x0: round(x0), x1: round(x1) });
      else {
        // Ligatures opened and accents composed move what follows them.
        if (normal.length !== texto.length) vaos = vaos.map((v, i) => (i % 3 === 0 ? normalizeText(texto.slice(0, v)).length : v));
        celulas.push({ texto: normal, x0: round(x0), x1: round(x1), vaos });
        vaos = [];
      }
    }
    n = 0;
  };
  for (const i of itens) {
    const vao = c.x0[i]! - x1;
    if (n && vao > altura * VAO_CELULA) close();
    else if (n && vao > altura * VAO_PALAVRA) {
      if (vao > altura * VAO_LARGO) vaos.push(n, round(x1), round(c.x0[i]!));
      unidades[n++] = ESPACO;
    }
    if (!n) x0 = c.x0[i]!;
    n = addUnits(unidades, n, c.codigo[i]!);
    x1 = n === 1 ? c.x1[i]! : Math.max(x1, c.x1[i]!);
  }
  close();
  return celulas;
}

const ESPACO = 32;

/** Writes a character at `n`; returns where the next one goes. */
function addUnits(unidades: Uint16Array, n: number, codigo: number): number {
  if (codigo > 0xffff) {
    unidades[n++] = 0xd800 + ((codigo - 0x10000) >> 10);
    unidades[n++] = 0xdc00 + ((codigo - 0x10000) & 0x3ff);
  } else unidades[n++] = codigo;
  return n;
}

const round = (n: number): number => Math.round(n * 10) / 10;
