/** How a body may be sent, the smallest first. */
export const CODIFICACOES = ['br', 'gzip', 'identity'] as const;
export type Codificacao = (typeof CODIFICACOES)[number];

const NOMES: Readonly<Record<string, Codificacao>> = { br: 'br', gzip: 'gzip', 'x-gzip': 'gzip', identity: 'identity' };
const PARTE = /^\s*([\w*-]{1,40})\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;
const MAX_CARACTERES = 500;

/**
 * The encoding an `Accept-Encoding` likes best (RFC 9110, 12.5.3): the greatest weight; of equal ones the smallest body.
 * What is not named has the weight of `*`, or none; identity is good unless it is refused. When all is refused: identity.
 */
export function chooseCodificacao(aceita: string | undefined): Codificacao {
  if (aceita === undefined || aceita === '' || aceita.length > MAX_CARACTERES) return 'identity';
  const pesos: Partial<Record<Codificacao | '*', number>> = {};
  for (const parte of aceita.split(',')) {
    const [, nome = '', q = '1'] = PARTE.exec(parte) ?? [];
    const codificacao = nome === '*' ? '*' : NOMES[nome.toLowerCase()];
    if (codificacao) pesos[codificacao] = Number(q);
  }
  const resto = pesos['*'];
  const pesoDe = (c: Codificacao): number => pesos[c] ?? (c === 'identity' && resto === undefined ? 0.0001 : (resto ?? 0));
  return CODIFICACOES.reduce<Codificacao>((melhor, c) => (pesoDe(c) > pesoDe(melhor) ? c : melhor), pesoDe('br') > 0 ? 'br' : pesoDe('gzip') > 0 ? 'gzip' : 'identity');
}
