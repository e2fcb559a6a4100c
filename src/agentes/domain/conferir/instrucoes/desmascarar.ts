import { fold } from '../../../../kernel/index.js';

/** A text without the tricks that hide words from a search, and where each of its characters comes from. */
export interface Desmascarado {
  readonly texto: string;
  readonly lugares: Uint32Array;
  /** Characters of the invisible tag block: nothing in a tender is written with them. */
  readonly etiquetas: number;
}

/** Letters of other scripts that look like Latin ones. */
const SOSIAS: ReadonlyMap<string, string> = new Map([
  ...pairs('абвеёзикмнопгрстухьіјѕһԁԛԝ', 'abbeeznkmhonrpctyxbijshdqw'), ...pairs('АВЕЅІЈКМНОРСТУХ', 'abesijkmhopctyx'), ...pairs('αβεηικνορτυχ', 'abehiknoptux'), ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'abezhikmnoptyx'), ...pairs('ıɡɑοℓ', 'igaol'),
]);
function pairs(de: string, para: string): [string, string][] {
  return [...de].map((c, i) => [c, para[i]!]);
}

const INVISIVEL = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/;

/** Zero-width and direction marks, tags, letters of other scripts, full-width and mathematical letters, words spelled s p a c e d. */
export function desmascarar(texto: string): Desmascarado {
  const letras: string[] = [];
  const lugares: number[] = [];
  let etiquetas = 0;
  for (let i = 0; i < texto.length; i++) {
    const codigo = texto.codePointAt(i)!;
    const largura = codigo > 0xffff ? 2 : 1;
    const put = (c: string): void => { for (const x of c) { letras.push(x); lugares.push(i); } };
    if (codigo < 0x80) put(texto[i]!);
    else if (codigo >= 0xe0000 && codigo <= 0xe007f) { etiquetas++; if (codigo >= 0xe0020 && codigo < 0xe007f) put(String.fromCharCode(codigo - 0xe0000)); }
    else if (!INVISIVEL.test(texto[i]!)) {
      const c = String.fromCodePoint(codigo);
      put(SOSIAS.get(c) ?? (codigo > 0x24ff ? c.normalize('NFKC') : c));
    }
    i += largura - 1;
  }
  const dobrado = fold(letras.join(''));
  return { ...joinSoletrado(dobrado, lugares), etiquetas };
}

/** "i g n o r e", "i.g.n.o.r.e", "I-G-N-O-R-E": six letters or more, each alone; words are parted by more than one space. */
const SOLETRADO = /(?<![a-z\d])[a-z\d](?:(?:[ ]{1,3}|[.\-_*|/·])[a-z\d](?![a-z\d])){5,}/g;

function joinSoletrado(dobrado: string, lugares: readonly number[]): { texto: string; lugares: Uint32Array } {
  const saem = new Uint8Array(dobrado.length);
  for (const m of dobrado.matchAll(SOLETRADO)) {
    const largo = / {2,}/.test(m[0]);
    for (let i = 0; i < m[0].length; i++) {
      const c = m[0][i]!;
      if (/[a-z\d]/.test(c)) continue;
      const junto = c === ' ' && (m[0][i + 1] === ' ' || m[0][i - 1] === ' ');
      if (!largo || !junto) saem[m.index + i] = 1;
    }
  }
  let texto = '';
  const ficam: number[] = [];
  for (let i = 0; i < dobrado.length; i++) if (!saem[i]) { texto += dobrado[i]!; ficam.push(lugares[i]!); }
  return { texto, lugares: Uint32Array.from(ficam) };
}
