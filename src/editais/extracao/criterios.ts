import type { CriterioJulgamento } from '../domain/fato.js';

/** Source of a judgement criterion on folded text, group `criterio`. */
export const CRITERIO = String.raw`(?<criterio>menor\s+(?:preco|valor|lance|oferta|tarifa|taxa|percentual)|maior\s+(?:percentual\s+de\s+)?desconto|maior\s+lance|maior\s+oferta|maior\s+(?:valor\s+d[ae]\s+)?outorga|maior\s+(?:valor\s+)?retorno\s+economico|maior\s+retorno|tecnica\s+e\s+preco|melhor\s+tecnica\s+(?:e|ou)\s+(?:melhor\s+)?conteudo\s+artistico|melhor\s+conteudo\s+artistico|melhor\s+tecnica(?!\s+e\s+(?:menor\s+)?preco)|melhor\s+tecnica\s+e\s+(?:menor\s+)?preco)`;

/** The criterion a matched name stands for (Lei 14.133/2021, art. 33; Lei 8.987/1995, art. 15 for concessions). */
export function criterioDe(texto: string): CriterioJulgamento | null {
  const s = texto.replace(/\s+/g, ' ');
  if (/tecnica e (?:menor )?preco/.test(s)) return 'tecnica_e_preco';
  if (/conteudo artistico/.test(s)) return /tecnica/.test(s) ? 'melhor_tecnica' : 'conteudo_artistico';
  if (/^melhor tecnica/.test(s)) return 'melhor_tecnica';
  if (/desconto/.test(s)) return 'maior_desconto';
  if (/retorno/.test(s)) return 'maior_retorno';
  if (/^maior/.test(s)) return 'maior_lance';
  return /^menor/.test(s) ? 'menor_preco' : null;
}
