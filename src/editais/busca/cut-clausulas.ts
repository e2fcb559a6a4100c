import { isUpper, type LinhaTexto } from '../domain/linhas-texto.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findRepetidas } from './find-repetidas.js';
import type { Clausula } from './passagem.js';
import { createTrilha } from './trilha.js';

/** Longest unit; a longer clause is cut at the end of a sentence. */
const MAXIMO = 900;
/** Shorter pieces (a heading, "c) multa;") are ranked together with what follows. */
const MINIMO = 50;

const ITEM = /^(?:\d{1,2}(?:\.\d{1,3}){1,5}\.?\s*[-)]?\s|\d{1,2}(?:\.\d{1,3}){1,5}\.?[a-z]|\d{1,3}\s*[.)-]\s|[a-z]\.?\d?\s?\)\s?|[ivxl]{1,6}\s*[-.)]\s|paragrafo\s|§|clausula\s|art\.?\s*\d|-\s|[>]\s|obs\.?\s?:|nota\s?\d?:)/;
const FIM_DE_FRASE = /[.;:!?]["”)]?\s*$/;

/** Every clause of the set, in order, without tables of contents. */
export function cutClausulas(t: TextoEdital): Clausula[] {
  const clausulas: Clausula[] = [];
  const porPagina = linhasPorPagina(t);
  const repetidas = findRepetidas(porPagina);
  let trilha = createTrilha();
  t.paginas.forEach((pagina, ordemPagina) => {
    const linhas = porPagina[ordemPagina]!.filter((l) => !repetidas.has(l.inicio));
    if (pagina.documento !== t.paginas[ordemPagina - 1]?.documento) trilha = createTrilha();
    for (const [inicio, fim] of joinShort(cutLinhasEmBlocos(t, linhas))) {
      const regiao = t.regiaoEm(inicio).tipo;
      if (regiao === 'sumario') continue;
      const secao = t.secaoEm(inicio)?.titulo ?? '';
      const contexto = trilha(t.texto.slice(inicio, fim), secao, clausulas.at(-1)?.ordemPagina !== ordemPagina);
      clausulas.push({ inicio, fim, documento: pagina.documento, pagina: pagina.pagina, ordemPagina, regiao, secao, contexto });
    }
  });
  return clausulas;
}

function linhasPorPagina(t: TextoEdital): LinhaTexto[][] {
  let k = 0;
  return t.paginas.map((pagina) => {
    const linhas: LinhaTexto[] = [];
    while (k < t.linhas.length && t.linhas[k]!.inicio < pagina.fim) linhas.push(t.linhas[k++]!);
    return linhas;
  });
}

type Bloco = readonly [inicio: number, fim: number];

function cutLinhasEmBlocos(t: TextoEdital, linhas: readonly LinhaTexto[]): Bloco[] {
  const largura = typicalLength(linhas);
  const blocos: [number, number][] = [];
  linhas.forEach((l, i) => {
    const anterior = linhas[i - 1];
    const atual = blocos.at(-1);
    if (!atual || !anterior || startsClausula(l, anterior, largura)) {
      blocos.push([l.inicio, l.fim]);
    } else atual[1] = l.fim;
  });
  return blocos.flatMap(([inicio, fim]) => (fim - inicio > MAXIMO ? splitLong(t.texto, inicio, fim) : [[inicio, fim] as const]));
}

function startsClausula(l: LinhaTexto, anterior: LinhaTexto, largura: number): boolean {
  if (ITEM.test(l.dobrado)) return true;
  const titulo = isUpper(l.texto) && l.texto.length < 90;
  const anteriorTitulo = isUpper(anterior.texto) && anterior.texto.length < 90;
  if (titulo !== anteriorTitulo && (FIM_DE_FRASE.test(anterior.texto) || anteriorTitulo)) return true;
  return FIM_DE_FRASE.test(anterior.texto) && anterior.texto.length < largura * 0.85 && /^\s*[\p{Lu}\d"“(]/u.test(l.texto);
}

/** Length of a full line of the page: the 80th percentile. */
function typicalLength(linhas: readonly LinhaTexto[]): number {
  const tamanhos = linhas.map((l) => l.texto.length).sort((a, b) => a - b);
  return tamanhos[Math.floor(tamanhos.length * 0.8)] ?? 0;
}

/** Cuts at the last end of a sentence, else of a line, before `MAXIMO`. */
function splitLong(texto: string, inicio: number, fim: number): Bloco[] {
  const partes: Bloco[] = [];
  let a = inicio;
  while (fim - a > MAXIMO) {
    const janela = texto.slice(a, a + MAXIMO);
    const frase = Math.max(janela.lastIndexOf('.\n'), janela.lastIndexOf(';\n'), janela.lastIndexOf('. '), janela.lastIndexOf('; '));
    const linha = janela.lastIndexOf('\n');
    const corte = frase > MAXIMO * 0.4 ? frase + 1 : linha > MAXIMO * 0.4 ? linha : Math.max(janela.lastIndexOf(' '), MAXIMO / 2);
    partes.push([a, a + corte]);
    a += corte + 1;
  }
  if (fim > a) partes.push([a, fim]);
  return partes;
}

function joinShort(blocos: readonly Bloco[]): Bloco[] {
  const saida: [number, number][] = [];
  let pendente: number | null = null;
  for (const [inicio, fim] of blocos) {
    const a: number = pendente ?? inicio;
    if (fim - a < MINIMO) pendente = a;
    else {
      saida.push([a, fim]);
      pendente = null;
    }
  }
  const ultimo = blocos.at(-1);
  if (pendente !== null && ultimo) {
    const anterior = saida.at(-1);
    if (anterior && ultimo[1] - anterior[0] < MAXIMO) anterior[1] = ultimo[1];
    else saida.push([pendente, ultimo[1]]);
  }
  return saida;
}
