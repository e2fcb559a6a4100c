// Whether the memory of a process grows, from samples of its resident memory over its longest life.
const AQUECE_MS = 20_000;
const MIN_AMOSTRAS = 30;
/** More than this, and more than a quarter, is growth. MB. */
const FOLGA_MB = 48;

const mediana = (v) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)];

/** @returns {nome, segundos, primeiro, ultimo, maximo, cresce} of the longest life; `primeiro` null: too short to tell */
export function judgeMemoria({ nome, vidas }) {
  const maximo = Math.max(0, ...vidas.flatMap((v) => v.amostras.map(([, mb]) => mb)));
  const maior = vidas.toSorted((a, b) => b.amostras.length - a.amostras.length)[0];
  const a = maior.amostras.filter(([t]) => t > maior.pronto + AQUECE_MS).map(([, mb]) => mb);
  if (a.length < MIN_AMOSTRAS) return { nome, segundos: a.length, primeiro: null, ultimo: null, maximo, cresce: false };
  const terco = Math.floor(a.length / 3);
  const [primeiro, ultimo] = [mediana(a.slice(0, terco)), mediana(a.slice(-terco))];
  return { nome, segundos: a.length, primeiro, ultimo, maximo, cresce: ultimo > primeiro * 1.25 && ultimo > primeiro + FOLGA_MB };
}
