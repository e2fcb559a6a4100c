export interface Resposta {
  readonly sim: boolean;
  /** Characters read, from the label to the end of the answer. */
  readonly tamanho: number;
}

const CAIXA = String.raw`(?:\(\s*x?\s*\)|\[\s*x?\s*\]|[☐☒□■])`;
const ESCOLHA = new RegExp(String.raw`^\s*[?:-]?\s*(?:${CAIXA}\s*(?:sim|nao)\b[\s,;/]*){2}`);
const DIRETA = /^\s*[?:-]\s*(sim|nao)\b/;
const MARCADA = /(?:\(\s*x\s*\)|\[\s*x\s*\]|[☒■])\s*(sim|nao)\b/;

/** Answer of a form, right after its label on folded text: ": não", "? Sim", "( ) sim (x) não". Null when blank or no answer. */
export function readResposta(depois: string): Resposta | null {
  const direta = DIRETA.exec(depois);
  if (direta) return { sim: direta[1] === 'sim', tamanho: direta[0].length };
  const escolha = ESCOLHA.exec(depois)?.[0];
  const marcada = escolha && MARCADA.exec(escolha);
  return marcada ? { sim: marcada[1] === 'sim', tamanho: escolha.trimEnd().length } : null;
}
