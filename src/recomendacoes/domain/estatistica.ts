import { fold } from '../../kernel/index.js';
import { radical } from './radical.js';
import { familiaDe, hashTermo } from './termo.js';

/** How rare each word is among tenders: number of texts and in how many each term stands. */
export interface Estatistica {
  readonly textos: number;
  readonly df: ReadonlyMap<number, number>;
}

export const SEM_ESTATISTICA: Estatistica = { textos: 0, df: new Map() };

/** What is supposed of a word before any text was seen: it stands in this many of so many texts. */
const PRIOR_TEXTOS = 1000;
const PRIOR_DF = 3;
/** The same for words every procurement office uses, of whatever trade. */
const PRIOR_DF_COMUM = 60;
const COMUNS: ReadonlySet<number> = new Set(
  `aquisição fornecimento prestação locação manutenção instalação execução construção reforma elaboração realização equipamento material escola escolar saúde educação hospital veículo frota unidade peça mão obra engenharia gestão sistema rede projeto apoio
   atendimento técnico social infantil básico centro rua via água energia limpeza transporte alimentação segurança administração administrativo ambiente infraestrutura operação suporte montagem entrega controle programa família assistência`
    .split(/\s+/).map((p) => hashTermo(radical(fold(p.normalize('NFC'))))),
);

/** Rarity of a term, 0..1: 1 stands in no text, 0 in half of them or more. */
export function raridade({ textos, df }: Estatistica, termo: number): number {
  const n = textos + PRIOR_TEXTOS;
  const d = (df.get(termo) ?? 0) + (COMUNS.has(termo) ? PRIOR_DF_COMUM : PRIOR_DF);
  return Math.min(1, Math.max(0.05, Math.log(n / d / 2) / Math.log(n / PRIOR_DF / 2)));
}

const FAMILIAS_COMUNS: ReadonlySet<number> = new Set([...COMUNS].map(familiaDe));
const familias = new WeakMap<Estatistica, ReadonlyMap<number, number>>();

/** In how many texts the words of each family stand, counted once for each statistic. */
function countFamilias(e: Estatistica): ReadonlyMap<number, number> {
  const feitas = familias.get(e);
  if (feitas) return feitas;
  const mapa = new Map<number, number>();
  for (const [termo, n] of e.df) mapa.set(familiaDe(termo), (mapa.get(familiaDe(termo)) ?? 0) + n);
  familias.set(e, mapa);
  return mapa;
}

/** What the family of a word tells, in the unit of BM25: 6 or more for the rarest, near 0 for what half of the texts have. */
export function informacaoDaFamilia(e: Estatistica, familia: number): number {
  const n = e.textos + PRIOR_TEXTOS;
  const d = Math.min(n, (countFamilias(e).get(familia) ?? 0) + (FAMILIAS_COMUNS.has(familia) ? PRIOR_DF_COMUM : PRIOR_DF));
  return Math.log(1 + (n - d + 0.5) / (d + 0.5));
}

/** Counts the words of texts; each text counts a word once. */
export function countEstatistica(textos: Iterable<{ readonly palavras: ArrayLike<number> }>): Estatistica {
  const df = new Map<number, number>();
  let n = 0;
  for (const t of textos) {
    n++;
    for (let i = 0; i < t.palavras.length; i++) df.set(t.palavras[i]!, (df.get(t.palavras[i]!) ?? 0) + 1);
  }
  return { textos: n, df };
}

/** As bytes: number of texts, then (term, count) in order of term, unsigned 32 bits little-endian. */
export function exportEstatistica({ textos, df }: Estatistica): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4 + df.size * 8));
  bytes.setUint32(0, textos, true);
  [...df].sort((a, b) => a[0] - b[0]).forEach(([termo, n], i) => {
    bytes.setUint32(4 + i * 8, termo, true);
    bytes.setUint32(8 + i * 8, n, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** Reads what `exportEstatistica` wrote. @throws RangeError when it is cut */
export function importEstatistica(bytes: Uint8Array): Estatistica {
  if (bytes.length < 4 || (bytes.length - 4) % 8) throw new RangeError('estatística cortada');
  const v = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const df = new Map<number, number>();
  for (let i = 4; i < bytes.length; i += 8) df.set(v.getUint32(i, true), v.getUint32(i + 4, true));
  return { textos: v.getUint32(0, true), df };
}
