import { findAchados, type TextoEdital } from '../../editais/index.js';

const DIZ = /\b(?:natureza|classific\w+|enquadr\w+|caracteriz\w+|considera\w+|obras?\s+e\s+servicos?|servicos?|obras?)\s[^.;]{0,60}?\b(?<c>comum|comuns)\b|\b(?:natureza|classific\w+|enquadr\w+|caracteriz\w+|considera\w+|obras?|servicos?)\s[^.;]{0,60}?\b(?<e>especial|especiais)\b(?=\s*(?:de\s+engenharia|,|\.|;|nos\s+termos|conforme|\())/;

/** Whether the edital calls the service or works "especial" (art. 6º, XIV and XXI, b) or "comum"; null when it says neither, or both. */
export function readEspecial(t: TextoEdital): boolean | null {
  const achados = findAchados(t, DIZ, { regioes: ['edital', 'tr'] }).filter((a) => !/nao\s/.test(a.g[0] ?? ''));
  const comum = achados.some((a) => a.nome['c']);
  const especial = achados.some((a) => a.nome['e']);
  return comum === especial ? null : especial;
}
