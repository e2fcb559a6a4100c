import { firstLetters } from '../../kernel/index.js';
import type { Pagina } from './pagina.js';

/** Start of a numbered clause, a lettered item, a chapter in roman numerals or a clause of a contract. */
const INICIO = /[ \t](?=(?:\d{1,2}(?:\.\d{1,3}){1,5}\.?\s*[-–—)]?\s+\S|\d{1,2}\s*[.–—-]\s*[–—-]?\s*\p{Lu}|[a-z]\)\s+\S|[IVXL]{1,6}\s*[–—-]\s*\p{L}|CL[ÁA]USULA\s+\p{L}))/gu;
const CHAVE = 12;

/**
 * The page's text with the line breaks that the PDF's content order lost before a clause ("…do edital. 4.2 – O
 * licitante…"): a space becomes `\n`, so that offsets and quotes stay the same. When the page has geometry only the
 * starts of visual lines count; without it the clause must follow the end of a sentence.
 */
export function restoreQuebras(pagina: Pagina): string {
  const inicios = new Set<string>();
  for (const l of pagina.linhas) if (l.celulas[0]) inicios.add(keyOf(l.celulas.map((c) => c.texto).join('')));
  return pagina.texto.replace(INICIO, (espaco, i: number) => {
    if (i === 0 || pagina.texto[i - 1] === '\n') return espaco;
    const abre = inicios.size ? startsLine(inicios, keyOf(pagina.texto.slice(i, i + 60))) : /[.;:]\s*$/.test(pagina.texto.slice(Math.max(0, i - 2), i));
    return abre ? '\n' : espaco;
  });
}

const startsLine = (inicios: ReadonlySet<string>, chave: string): boolean => {
  for (let n = CHAVE; n >= 3; n--) if (inicios.has(chave.slice(0, n))) return true;
  return false;
};
const keyOf = (texto: string): string => firstLetters(texto, CHAVE);
