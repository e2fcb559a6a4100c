const IDADE = /\b(?:emitid|expedid|datad|emiss|expedic)\w*[^.;]{0,60}?\b(?:maxim\w+|menos\s+de|ate|ultimos|nao\s+superior\s+a|inferior\s+a|ha)\b[^.;\d]{0,30}(\d{1,3})\s*(?:\([a-z\s]{2,30}\)\s*)?dias\b/;

/**
 * Age in days that a demand admits in a paper ("emitida há no máximo 90 dias"), from its folded sentence. Null when it
 * says none: the paper's own validity holds.
 */
export function readIdadeMaxima(frase: string): number | null {
  const n = Number(IDADE.exec(frase)?.[1]);
  return n > 0 ? n : null;
}
