import type { LinhaOcr, Palavra } from './palavra.js';

/** Money as it is printed, with its cents: what may follow "R$". */
const DINHEIRO = String.raw`\d{1,3}(?:\.\d{3})*,\d{2}`;
const DINHEIRO_ADIANTE = new RegExp(`^${DINHEIRO}`);
const CIFRAO_COLADO = new RegExp(`^(\\(?)R[S58]\\$?(?=${DINHEIRO})`);
/** Number, date, time or code in which letters that look like digits stand among digits. */
const NUMERICA = /^[(]?[\dOolI|][\dOolI|.,/:-]*[\dOolI|%]?[).,;:]?$/;

/**
 * What OCR does to numbers, undone where nothing else can be meant: "R5 1.234,56" and "RS1.234,56" are R$, the "O" and
 * "l" among digits are 0 and 1, "n* 12" is nº. One place for all readers of facts, tables and quotes; words that are no
 * numbers stay as recognised. Pure.
 */
export const normalizeLinha = (linha: LinhaOcr): LinhaOcr =>
  linha.map((p, i) => {
    const texto = normalizePalavra(p.texto, linha[i + 1]);
    return texto === p.texto ? p : { ...p, texto };
  });

function normalizePalavra(texto: string, proxima: Palavra | undefined): string {
  const adiante = proxima?.texto ?? '';
  if (/^\(?R[S5$8]\$?$/.test(texto) && DINHEIRO_ADIANTE.test(fixDigitos(adiante))) return texto.startsWith('(') ? '(R$' : 'R$';
  if (/^[nN][*"'”“’?]\.?$/.test(texto) && /^\d/.test(adiante)) return `${texto[0]}º`;
  const comDigitos = fixDigitos(texto);
  return comDigitos.replace(CIFRAO_COLADO, '$1R$ ');
}

/** "2O26" → "2026", "l4.133/2021" → "14.133/2021"; at least two digits and half of the letters and digits must be digits. */
function fixDigitos(texto: string): string {
  if (!/[OolI|]/.test(texto) || !NUMERICA.test(texto)) return texto;
  const digitos = texto.match(/\d/g)?.length ?? 0;
  const duvidosos = texto.match(/[OolI|]/g)!.length;
  return digitos >= 2 && digitos >= duvidosos ? texto.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1') : texto;
}
