import type { Exigencia } from '../domain/exigencia.js';

/** Words of a clause that carry its meaning. */
const palavras = (x: Exigencia): ReadonlySet<string> => new Set(x.texto.toLowerCase().normalize('NFD').replace(/[^a-z0-9 ]/g, ' ').split(/\s+/).filter((p) => p.length > 3));
const PARECIDAS = 0.6;

/** The same demand again, in another part of the set or another page: kept once, with where else it stands. Another number makes it another demand. */
export function mergeRepetidas(lista: readonly Exigencia[]): Exigencia[] {
  const saida: (Exigencia & { palavrasDela: ReadonlySet<string> })[] = [];
  for (const x of lista) {
    const dela = palavras(x);
    const i = saida.findIndex((s) => s.tipo === x.tipo && s.quem === x.quem && sameDados(s, x) && !isOutraAlinea(s, x) && isParecida(s.palavrasDela, dela));
    if (i < 0) saida.push({ ...x, palavrasDela: dela });
    else saida[i] = { ...saida[i]!, tambemEm: [...saida[i]!.tambemEm, x.evidencia] };
  }
  return saida.map(({ palavrasDela: _palavras, ...x }) => x);
}

/** Two numbers of the same page are two demands, however alike their words: "sociedade simples: …", "filial: …". */
const isOutraAlinea = (a: Exigencia, b: Exigencia): boolean =>
  a.clausula !== null && b.clausula !== null && a.clausula !== b.clausula && a.evidencia.pagina === b.evidencia.pagina && a.evidencia.documento === b.evidencia.documento;

const sameDados = (a: Exigencia, b: Exigencia): boolean => JSON.stringify(a.dados) === JSON.stringify(b.dados);

function isParecida(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [menor, maior] = a.size <= b.size ? [a, b] : [b, a];
  if (!menor.size) return a.size === b.size;
  let comuns = 0;
  for (const p of menor) if (maior.has(p)) comuns++;
  return comuns / menor.size >= PARECIDAS && comuns / maior.size >= PARECIDAS / 2;
}
