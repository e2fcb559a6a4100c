const CHEIA = String.raw`(?:\(\s?x\s?\)|\[\s?x\s?\]|[☒☑✓✔■●])`;
const VAZIA = String.raw`(?:\(\s{0,4}\)|\[\s{0,4}\]|[☐□○])`;
const CAIXA = new RegExp(String.raw`${CHEIA}|${VAZIA}`, 'g');
const CHEIO = new RegExp(CHEIA);
/** A line that neither follows an empty box nor begins with one is another field. */
const FIM_DAS_OPCOES = new RegExp(String.raw`(?<!${CHEIA}|${VAZIA})\n(?!\s{0,8}(?:${CHEIA}|${VAZIA}))`);
const PECA = new RegExp(String.raw`(?<cheia>${CHEIA})|(?<vazia>${VAZIA})|(?<palavra>\b(?:sim|nao)\b)`, 'g');

/**
 * "( x ) não exigida ( ) facultativa": the words of the only option ticked, with the offset after them; no words when none
 * or more than one is. Null when no box follows.
 */
export function readOpcaoMarcada(depois: string): { readonly texto: string; readonly fim: number } | null {
  const trecho = depois.slice(0, 200).split(FIM_DAS_OPCOES)[0]!;
  const pecas = [...trecho.matchAll(CAIXA)];
  if (!pecas[0] || !/^[\s:?–-]{0,6}$/.test(trecho.slice(0, pecas[0].index))) return null;
  const cheias = pecas.filter((p) => CHEIO.test(p[0]));
  const [unica] = cheias;
  if (!unica || cheias.length > 1) return { texto: '', fim: pecas.at(-1)!.index };
  const inicio = unica.index + unica[0].length;
  const fim = pecas.find((p) => p.index > unica.index)?.index ?? inicio + (trecho.slice(inicio).search(/[;.\n]|$/));
  return { texto: trecho.slice(inicio, fim).replace(/\s+/g, ' ').trim(), fim };
}

export interface SimNao {
  readonly sim: boolean;
  /** Offset after the answer, in the text given. */
  readonly fim: number;
}

/**
 * The answer of a yes/no field, read in the folded text that follows its label: "[X] SIM [ ] NÃO", "sim ( ) não (x)",
 * "☐ Sim … ☒ Não", or the bare word right after the label. Null when nothing is marked or both are.
 */
export function readSimNao(depois: string): SimNao | null {
  const pecas = [...depois.slice(0, 260).matchAll(PECA)];
  const primeira = pecas[0];
  if (!primeira || primeira.index > 60) return null;
  const palavra = (p: RegExpMatchArray | undefined): string | undefined => p?.groups!['palavra'];
  const temMarca = pecas.slice(0, 5).some((p) => palavra(p) === undefined);
  if (!temMarca) return primeira.index <= 6 && /^[\s:?–-]*$/.test(depois.slice(0, primeira.index)) ? { sim: palavra(primeira) === 'sim', fim: primeira.index + 3 } : null;
  const passo = palavra(primeira) === undefined ? 1 : -1;
  const marcadas = pecas.flatMap((p, i) => (p.groups!['cheia'] !== undefined && palavra(pecas[i + passo]) !== undefined ? [{ marca: p, resposta: pecas[i + passo]! }] : [])).slice(0, 2);
  const [unica] = marcadas;
  if (!unica || marcadas.some((m) => palavra(m.resposta) !== palavra(unica.resposta))) return null;
  const ultima = unica.resposta.index! > unica.marca.index! ? unica.resposta : unica.marca;
  return { sim: palavra(unica.resposta) === 'sim', fim: ultima.index! + ultima[0].length };
}
