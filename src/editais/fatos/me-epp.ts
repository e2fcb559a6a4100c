import type { ValorPorCampo } from '../domain/fato.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { readBeneficios, type DitoDeBeneficio, type TipoBeneficio } from './beneficios-me-epp.js';

type MeEpp = ValorPorCampo['me_epp'];
const FIRME = 0.7;
const NOTA_PADRAO = 'Nenhuma exclusividade ou cota foi encontrada no texto lido; só o tratamento favorecido da LC 123.';

/** The text speaks of small companies somewhere. */
const FALA_DE_ME = /\bmicro\s?-?\s?empres|\bpequeno\s+porte\b|\bme\s?[/e]{1,2}\s?epps?\b|\b(?:lei\s+complementar|lc)\s+(?:federal\s+)?(?:n[º.o]{0,3}\s{0,2})?123\b/;
/** Purchases that LC 123 rules unless they say otherwise. */
const COMPRA_COMUM: ReadonlySet<string> = new Set(['pregao', 'dispensa']);

/** Who may bid: only ME/EPP, with a reserved share, all, or a mix by item (LC 123/2006, arts. 47 and 48). The tie-break alone is not exclusivity. */
export const meEpp = defineCampo<'me_epp'>({
  campo: 'me_epp',
  read: ({ t, lidos }) => {
    // a concession or a leilão that never speaks of small companies leaves the matter open
    const calado = !COMPRA_COMUM.has(lidos.modalidade ?? '') && !FALA_DE_ME.test(t.dobrado);
    return decide(readBeneficios(t).filter((d) => !calado || d.tipo !== 'participacao'));
  },
});

function decide(ditos: readonly DitoDeBeneficio[]): Candidato<MeEpp>[] {
  const de = (...tipos: TipoBeneficio[]): DitoDeBeneficio[] => ditos.filter((d) => tipos.includes(d.tipo) && d.peso >= FIRME);
  const [exclusiva, itens, cota, ampla, negada, itensAmplos] = [de('exclusiva'), de('itens_exclusivos'), de('cota'), de('ampla'), de('nao_exclusiva'), de('itens_amplos')];
  const abertos = ampla.length + itensAmplos.length;
  // "Preferência ME/EPP: não" in so many words outweighs a stray mention of exclusive items.
  if (negada.length && !exclusiva.length) return [...as('ampla', [...negada, ...ampla]), ...as('misto', itens.slice(0, 1), 0.75)];
  if (exclusiva.length && (itensAmplos.length || cota.length)) return as('misto', exclusiva, 0.96);
  if (itens.length && (abertos || cota.length)) return as('misto', itens, 0.97);
  if (exclusiva.length) return [...as('exclusiva', exclusiva), ...as('ampla', [...ampla, ...negada])];
  if (cota.length) return as('cota_reservada', cota, 0.97);
  if (itens.length) return as('misto', itens, 0.72, 'Há itens exclusivos para ME/EPP; confira se há itens abertos a todos.');
  if (abertos) return as('ampla', [...ampla, ...itensAmplos]);
  // "Itens de até R$ 80.000,00 são exclusivos": neither open nor closed can be told without the table.
  if (de('por_valor').length) return [];
  const favorecido = de('favorecido');
  return favorecido.length ? as('ampla', favorecido, 1, NOTA_PADRAO) : as('ampla', ditos.filter((d) => d.tipo === 'participacao'), 0.95, NOTA_PADRAO);
}

const as = (valor: MeEpp, provas: readonly DitoDeBeneficio[], fator = 1, nota?: string): Candidato<MeEpp>[] =>
  provas.map((d) => ({ valor, inicio: d.inicio, fim: d.fim, peso: d.peso * fator, alvo: 60, ...(nota ? { nota } : {}) }));
