import type { Pagina } from '../domain/pagina.js';
import type { Leitura } from './read-documento.js';

/** Letters of a document that are read on: the largest edital known of (1,400 pages) has some 4 million. */
const MAX_LETRAS = 10_000_000;
/** White space in a row that means no more than this much of it; expressions look through it from each of its characters. */
const MAX_BRANCOS = 40;
const BRANCOS = new RegExp(`\\s{${MAX_BRANCOS + 1},}`, 'g');

/** Pure: the reading without endless white space, and cut where its text would keep the next stages busy for minutes. */
export function boundTexto(leitura: Leitura): Leitura {
  const paginas = leitura.paginas.map(calmBrancos);
  const cabem = countCabem(paginas);
  if (cabem === paginas.length) return { ...leitura, paginas };
  const numeros = paginas.slice(cabem).map((p) => p.numero);
  const motivo = `O documento tem mais de ${MAX_LETRAS / 1_000_000} milhões de letras: foram lidas as primeiras ${cabem} páginas. Divida-o em partes.`;
  const pendentes = leitura.pendentes?.filter((p) => !numeros.includes(p.numero));
  return { ...leitura, ...(pendentes ? { pendentes } : {}), paginas: paginas.slice(0, cabem), naoLido: [...leitura.naoLido, { paginas: numeros, codigo: 'limite_paginas', motivo }] };
}

function calmBrancos(pagina: Pagina): Pagina {
  const texto = pagina.texto.replace(BRANCOS, (brancos) => (brancos.includes('\n') ? '\n\n' : ' '.repeat(MAX_BRANCOS)));
  return texto === pagina.texto ? pagina : { ...pagina, texto };
}

/** Pages that fit; the first always does. */
function countCabem(paginas: readonly Pagina[]): number {
  let letras = 0;
  const i = paginas.findIndex((p, k) => (letras += p.texto.length) > MAX_LETRAS && k > 0);
  return i < 0 ? paginas.length : i;
}
