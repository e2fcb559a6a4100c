import { measure, parseTsv, type LinhaOcr } from './palavra.js';
import type { Giro, Reconhecido } from './tesseract.js';

/** What was recognised, and by how many quarter turns the page was turned for it. */
export interface Leitura {
  readonly linhas: readonly LinhaOcr[];
  readonly giro: Giro;
}

/** Recognises the page turned by `giro`; `rapido`: at half the resolution, only to compare. */
export type Reconhece = (giro: Giro, rapido: boolean) => Reconhecido;

/** An upright page of text is recognised with more than this, however bad the scan; a turned one never. */
const CONFIANCA_DE_PE = 0.72;
const MIN_LETRAS = 40;
/** A turn must recognise this many times what the page as it is does. */
const VANTAGEM = 1.5;

/**
 * The page read upright: as it is when that reads well, else turned by whichever quarter reads best. There is no
 * orientation model: text turned the wrong way gives few letters of little confidence, and that is what is compared.
 */
export function readUpright(reconhece: Reconhece): Leitura {
  const dePe = parse(reconhece(0, false));
  const medida = measure(dePe);
  if (medida.confianca >= CONFIANCA_DE_PE && medida.letras >= MIN_LETRAS) return { linhas: dePe, giro: 0 };
  let melhor: { giro: Giro; valor: number } = { giro: 0, valor: valueOf(dePe) * VANTAGEM };
  for (const giro of [1, 3, 2] as const) {
    const valor = valueOf(parse(reconhece(giro, true)));
    if (valor > melhor.valor && valor >= MIN_LETRAS * CONFIANCA_DE_PE) melhor = { giro, valor };
  }
  return melhor.giro === 0 ? { linhas: dePe, giro: 0 } : { linhas: parse(reconhece(melhor.giro, false)), giro: melhor.giro };
}

const parse = ({ tsv, inclinacao }: Reconhecido): LinhaOcr[] => parseTsv(tsv, inclinacao);

/** Letters the engine is fairly sure of. */
const valueOf = (linhas: readonly LinhaOcr[]): number => {
  const { letras, confianca } = measure(linhas.map((l) => l.filter((p) => p.confianca >= 0.6)));
  return letras * confianca;
};
