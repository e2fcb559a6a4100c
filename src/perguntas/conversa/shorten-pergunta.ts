import { squeeze } from '../../kernel/index.js';

/** Longest question that passages are looked for by. */
const MAX_BUSCA = 500;

/** What of a long question is looked for: its sentences that ask, the last ones when they too are long. */
export function shortenPergunta(pergunta: string): string {
  const limpa = squeeze(pergunta);
  if (limpa.length <= MAX_BUSCA) return limpa;
  const perguntas = limpa.match(/[^.!?;]+\?/g)?.map((p) => p.trim()).join(' ') ?? limpa.slice(0, MAX_BUSCA);
  return perguntas.length <= MAX_BUSCA ? perguntas : perguntas.slice(-MAX_BUSCA).replace(/^\S*\s/, '');
}
