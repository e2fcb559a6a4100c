import { hashOf } from '../pncp-server/sorteio.ts';

/** Other words for the same: what a model that understood would write. No number, no obligation and no condition changes. */
const SINONIMOS: readonly (readonly [RegExp, string])[] = [
  [/\s*\([^()]{0,80}\)/gu, ''], [/,?\s+nos termos d[aoe]s?\s+[^,.;]{3,120}(?=[,;]|\.$)/gu, ''], [/(?<!\p{L})deverá(?!\p{L})/gu, 'precisa'], [/(?<!\p{L})deverão(?!\p{L})/gu, 'precisam'], [/(?<!\p{L})no prazo (?:máximo )?de até(?!\p{L})/gu, 'em até'],
  [/(?<!\p{L})mediante(?!\p{L})/gu, 'por meio de'], [/(?<!\p{L})é vedad([oa]s?)(?!\p{L})/giu, 'é proibid$1'], [/(?<!\p{L})será vedad([oa])(?!\p{L})/giu, 'fica proibid$1'], [/(?<!\p{L})contad([oa]s?) d/gu, 'a partir d'], [/(?<!\p{L})efetuad([oa]s?)(?!\p{L})/gu, 'feit$1'],
  [/(?<!\p{L})em conformidade com(?!\p{L})/gu, 'de acordo com'], [/(?<!\p{L})a fim de(?!\p{L})/gu, 'para'], [/(?<!\p{L})caberá à contratada(?!\p{L})/giu, 'a contratada terá de'], [/(?<!\p{L})a licitante(?!\p{L})/gu, 'a empresa'], [/(?<!\p{L})o licitante(?!\p{L})/gu, 'o participante'],
];

/** What it means for the company: no fact of its own. */
const CONSEQUENCIAS: Readonly<Record<string, readonly string[]>> = {
  risco: ['Convém prever isso no preço e no planejamento.', 'O descumprimento pesa na execução do contrato.'],
  exigencia: ['Convém providenciar isso antes da sessão.', 'É preciso confirmar quem na empresa cuida disso.'],
  oportunidade: ['É um ponto a aproveitar na preparação da proposta.', 'Convém avaliar como usar essa regra.'],
  recomendacao: ['Convém tratar disso desde já.'],
  observacao: ['Convém considerar isso no planejamento.', 'Isso orienta a preparação da proposta.'],
};

/** A sentence told in other words, with what follows from it. The same sentence is always told the same way. */
export function parafrasear(dita: string, tipo: string): string {
  const trocada = SINONIMOS.reduce((t, [padrao, troca]) => t.replace(padrao, troca), dita).replace(/\s+([,.;:])/g, '$1').replace(/\s+/g, ' ').trim();
  const opcoes = CONSEQUENCIAS[tipo] ?? CONSEQUENCIAS['observacao']!;
  return `${trocada} ${opcoes[hashOf(dita) % opcoes.length]!}`;
}

/** Every other sentence, by its own text: models quote some and retell some. */
export const reconta = (dita: string): boolean => hashOf(dita) % 2 === 0;
