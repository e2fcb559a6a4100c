import { findInstrucoes, neutralizar, NOTA_NEUTRA } from '../../agentes/index.js';
import { evidenciaDoFato, type Fato, type IndiceBusca } from '../../editais/index.js';
import { lettersOf, squeeze } from '../../kernel/index.js';

/** What of a set talks to whoever reads it by machine, and so answers no one. */
export interface AoLeitorAutomatico {
  /** Clauses, by their place in `IndiceBusca.clausulas`, that hold some of it. */
  readonly clausulas: ReadonlySet<number>;
  /** `documento pagina` → its stretches, white space squeezed. */
  readonly trechos: ReadonlyMap<string, readonly string[]>;
}

const chave = (documento: string, pagina: number): string => `${pagina} ${documento}`;
const lembrados = new WeakMap<IndiceBusca, AoLeitorAutomatico>();

/** The stretches of a set that talk to a machine; looked for once for each index. */
export function aoLeitorAutomatico(indice: IndiceBusca): AoLeitorAutomatico {
  let feito = lembrados.get(indice);
  if (!feito) lembrados.set(indice, (feito = find(indice)));
  return feito;
}

function find({ t, clausulas }: IndiceBusca): AoLeitorAutomatico {
  const trechos = new Map<string, string[]>();
  const zonas: { readonly inicio: number; readonly fim: number }[] = [];
  for (const p of t.paginas) {
    if (p.inicio === p.fim) continue;
    for (const z of findInstrucoes(t.texto.slice(p.inicio, p.fim))) {
      zonas.push({ inicio: p.inicio + z.inicio, fim: p.inicio + z.fim });
      const onde = chave(p.documento, p.pagina);
      trechos.set(onde, [...(trechos.get(onde) ?? []), squeeze(z.trecho)]);
    }
  }
  const sujas = zonas.length ? clausulas.flatMap((c, id) => (zonas.some((z) => c.inicio < z.fim && c.fim > z.inicio) ? [id] : [])) : [];
  return { clausulas: new Set(sujas), trechos };
}

/** Shortest overlap of a cut stretch that is looked for. */
const MINIMO = 16;

/** A passage of a page as it may be shown: a note where it talks to a machine, whole or cut by the passage's ends. */
export function cleanTrecho(sujo: AoLeitorAutomatico, documento: string, pagina: number, texto: string): string {
  let limpo = texto;
  for (const zona of sujo.trechos.get(chave(documento, pagina)) ?? []) {
    if (limpo.includes(zona)) limpo = limpo.split(zona).join(NOTA_NEUTRA);
    else if (zona.includes(limpo)) return NOTA_NEUTRA;
    else limpo = cutEnds(limpo, zona);
  }
  return neutralizar(limpo);
}

/** Without the beginning of the stretch at the text's end, and without its end at the text's beginning. */
function cutEnds(texto: string, zona: string): string {
  const menor = Math.min(texto.length, zona.length);
  for (let n = menor - 1; n >= MINIMO; n--) if (texto.endsWith(zona.slice(0, n))) return `${texto.slice(0, -n)}${NOTA_NEUTRA}`;
  for (let n = menor - 1; n >= MINIMO; n--) if (texto.startsWith(zona.slice(-n))) return `${NOTA_NEUTRA}${texto.slice(n)}`;
  return texto;
}

/** Whether the quote of a fact stands where its page talks to a machine. */
export function isFatoSujo(sujo: AoLeitorAutomatico, fato: Fato): boolean {
  const e = evidenciaDoFato(fato);
  const trechos = e && sujo.trechos.get(chave(e.documento, e.pagina));
  if (!trechos) return false;
  const letras = lettersOf(e.trecho);
  return trechos.some((z) => overlaps(lettersOf(z), letras));
}

function overlaps(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  for (let n = Math.min(a.length, b.length) - 1; n >= MINIMO; n--) if (a.endsWith(b.slice(0, n)) || b.endsWith(a.slice(0, n))) return true;
  return false;
}
