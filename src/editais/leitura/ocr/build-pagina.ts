import { normalizeText } from '../../../kernel/index.js';
import type { Pagina } from '../../domain/pagina.js';
import { Caracteres } from '../caracteres.js';
import { rebuildLinhas } from '../rebuild-linhas.js';
import { normalizeLinha } from './normalize-ocr.js';
import { measure, type LinhaOcr } from './palavra.js';

/** Height of letters with neither stem nor tail, as a share of a line with both: what is added to lines of lower case, so that gaps are measured alike. */
const ALTURA_MINIMA = 0.6;

/**
 * A page of recognised lines: text in the engine's reading order, and visual lines cut into cells rebuilt with the same
 * geometry as native text. `escala`: points a pixel; `altura`: of the image, pixels. Pure.
 */
export function buildPagina(numero: number, reconhecidas: readonly LinhaOcr[], escala: number, altura: number): Pagina {
  const linhas = reconhecidas.map(normalizeLinha);
  const { confianca } = measure(linhas);
  const texto = normalizeText(linhas.map((l) => l.map((p) => p.texto).join(' ')).join('\n'));
  return {
    numero, texto, linhas: rebuildLinhas(toCaracteres(linhas, escala, altura), altura * escala), origem: 'ocr', confiancaOcr: Math.round(confianca * 1000) / 1000,
  };
}

/** Characters side by side within each word, all of a line as tall as the line: Tesseract's boxes are of ink, and a comma's would be a line of its own. */
function toCaracteres(linhas: readonly LinhaOcr[], escala: number, alturaImagem: number): Caracteres {
  const total = linhas.reduce((n, l) => n + l.reduce((m, p) => m + p.texto.length, 0), 0);
  const caracteres = new Caracteres(total);
  const media = medianOf(linhas.map(heightOf));
  const caixa = new Float32Array(4);
  for (const linha of linhas) {
    const topo = Math.min(...linha.map((p) => p.topo));
    const base = Math.max(Math.max(...linha.map((p) => p.base)), topo + media * ALTURA_MINIMA);
    for (const p of linha) {
      const letras = [...p.texto];
      const passo = (p.x1 - p.x0) / letras.length;
      letras.forEach((letra, i) => {
        if (letra === ' ') return;
        caixa[0] = (p.x0 + i * passo) * escala;
        caixa[1] = (alturaImagem - topo) * escala;
        caixa[2] = (p.x0 + (i + 1) * passo) * escala;
        caixa[3] = (alturaImagem - base) * escala;
        caracteres.add(letra.codePointAt(0)!, caixa);
      });
    }
  }
  return caracteres;
}

const heightOf = (l: LinhaOcr): number => Math.max(...l.map((p) => p.base)) - Math.min(...l.map((p) => p.topo));
const medianOf = (numeros: readonly number[]): number => [...numeros].sort((a, b) => a - b)[Math.floor(numeros.length / 2)] ?? 0;
