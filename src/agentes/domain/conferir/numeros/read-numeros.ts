import { fold } from '../../../../kernel/index.js';
import { LEITORES } from './leitores.js';
import type { ChaveNumero, NumeroLido } from './tipos.js';

/** Every number of a text with what it counts, in order; offsets are those of the text (NFC). The first kind that reads a stretch keeps it. */
export function readNumeros(texto: string): NumeroLido[] {
  let resto = fold(texto);
  const lidos: NumeroLido[] = [];
  for (const { padrao, read } of LEITORES) {
    if (!padrao.test(resto)) { padrao.lastIndex = 0; continue; }
    padrao.lastIndex = 0;
    const tirar: [number, number][] = [];
    for (const m of resto.matchAll(padrao)) {
      const numeros = read(m);
      if (!numeros?.length) continue;
      const fim = m.index + m[0].length;
      for (const n of numeros) lidos.push({ tipo: n.tipo, chaves: n.chaves, ...(n.folga === undefined ? {} : { folga: n.folga }), porExtenso: n.porExtenso ?? false, inicio: m.index, fim, bruto: texto.slice(m.index, fim).trim() });
      tirar.push([m.index, fim]);
    }
    resto = blank(resto, tirar);
  }
  lidos.sort((a, b) => a.inicio - b.inicio);
  return enumerate(lidos.map((n, i) => inherit(n, lidos[i + 1], texto)), texto);
}

/** "de 3 a 5 dias úteis", "10 e 20%": the first takes the unit of the second. */
function inherit(n: NumeroLido, proximo: NumeroLido | undefined, texto: string): NumeroLido {
  if (n.tipo !== 'plano' || !proximo || !COM_UNIDADE.has(proximo.tipo) || !/^\s*(?:a|e|ou|ate|até|-|–)\s+$/i.test(texto.slice(n.fim, proximo.inicio))) return n;
  const prefixo = proximo.chaves[0]!.replace(/[\d.]+$/, '');
  const vezes = /anos?$/i.test(proximo.bruto) ? 12 : 1;
  return { ...n, tipo: proximo.tipo, chaves: n.chaves.map((c) => `${prefixo}${Number(c.slice('plano:'.length)) * vezes}`) };
}
/** "artigos 155 e 156", "itens 5.1, 5.2 e 7": what follows in the list is of the kind of the first. */
function enumerate(lidos: readonly NumeroLido[], texto: string): NumeroLido[] {
  const feitos: NumeroLido[] = [];
  for (const n of lidos) {
    const antes = feitos.at(-1);
    const lista = antes !== undefined && antes.tipo === 'artigo' && n.tipo === 'plano' && /^\s*(?:,|e|ou|a)\s+$/i.test(texto.slice(antes.fim, n.inicio));
    feitos.push(lista ? { ...n, tipo: 'artigo', chaves: n.chaves.map((c): ChaveNumero => `artigo:${c.slice('plano:'.length)}`) } : n);
  }
  return feitos;
}
const COM_UNIDADE: ReadonlySet<string> = new Set(['pct', 'dias', 'dias_uteis', 'meses', 'horas', 'medida']);

/** What was read, out of the way of the other readers: as long as before, and no word or number. */
function blank(texto: string, trechos: readonly [number, number][]): string {
  let feito = '';
  let desde = 0;
  for (const [inicio, fim] of trechos) {
    feito += texto.slice(desde, inicio) + '\u0001'.repeat(fim - inicio);
    desde = fim;
  }
  return feito + texto.slice(desde);
}
