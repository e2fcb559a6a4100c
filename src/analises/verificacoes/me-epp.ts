import { Decimal } from 'decimal.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { formatDinheiro } from '../../kernel/index.js';
import { EXCLUSIVA_ATE, TETO_EPP } from '../me-epp/limites.js';
import { meEppPorItem, nomeDoItem, type MeEppItem } from '../me-epp/me-epp-item.js';
import type { Regra, Veredito } from './regra.js';
import { citar } from './trechos.js';
import { findAchados } from '../../editais/index.js';

const VIGENCIA_LC123 = { de: '2014-08-08', ate: null } as const;
const REGIMES = ['14133', '13303'] as const;
/** The edital explains why it gives no exclusivity or share (LC 123, art. 49). */
const ART_49 = /\bart(?:igo|\.)?\s*49\b[^;]{0,160}?(?:123|inciso|lei\s+complementar)|\b(?:123\/2006|lei\s+complementar)[^;]{0,160}?\bart(?:igo|\.)?\s*49\b|\bnao\s+(?:ha|foram|existem?|houve)[^.;]{0,80}?\b(?:minimo\s+de\s+)?(?:3|tres)\b[^.;]{0,80}?\b(?:microempresas|fornecedores|me\b)/;
const MAX_NOMES = 5;

const exemplos = (itens: readonly MeEppItem[]): string => `${itens.slice(0, MAX_NOMES).map(nomeDoItem).join('; ')}${itens.length > MAX_NOMES ? ` e mais ${itens.length - MAX_NOMES}` : ''}`;
const provas = (itens: readonly MeEppItem[]): NonNullable<Veredito['evidencias']> => itens.flatMap((i) => (i.evidencia ? [i.evidencia] : [])).slice(0, 3);

/** Who is no ME/EPP does not ask for what would keep it out: it watches for others who may. */
const suggest = (c: Contexto, pedido: string, que: string): string =>
  c.empresa.porte === 'demais' ? `Não convém à empresa pedir: ${que} a afastaria. Acompanhe as impugnações, porque outro interessado pode pedi-la.` : pedido;

function justificado(c: Contexto): Veredito | null {
  const a = findAchados(c.texto, ART_49).find((x) => x.regiao !== 'sumario' && x.regiao !== 'modelo');
  const e = a && citar(c.texto, a.inicio, a.fim);
  return e ? { resultado: 'ok', motivo: 'O edital invoca o art. 49 da LC 123/2006 para não reservar itens.', evidencias: [e] } : null;
}

/** Items up to 80 thousand are exclusive, unless art. 49 is invoked (LC 123, art. 48, I: "deverá"). */
export const meEppExclusiva: Regra = {
  id: 'me_epp_exclusiva_art48', titulo: 'Itens de até R$ 80 mil exclusivos de ME/EPP', dispositivo: 'arts. 48, I, e 49 da LC 123/2006', nivelFonte: 'V', vigencia: VIGENCIA_LC123, regimes: REGIMES,
  verificar: (c) => {
    const itens = meEppPorItem(c).filter((i) => i.valor !== null && i.beneficio !== null);
    if (!itens.length) return { resultado: 'nao_aferivel', motivo: 'Não se conhecem o valor e o tratamento de cada item.', limite: formatDinheiro(EXCLUSIVA_ATE.toString()) };
    const abertos = itens.filter((i) => i.esperado === 'exclusiva_me_epp' && i.beneficio === 'ampla');
    if (!abertos.length) return { resultado: 'ok', motivo: `Nenhum item de até ${formatDinheiro(EXCLUSIVA_ATE.toString())} foi deixado sem exclusividade.`, limite: formatDinheiro(EXCLUSIVA_ATE.toString()) };
    return justificado(c) ?? {
      resultado: 'indicio', limite: formatDinheiro(EXCLUSIVA_ATE.toString()), valor: String(abertos.length), evidencias: provas(abertos),
      motivo: `Itens de até ${formatDinheiro(EXCLUSIVA_ATE.toString())} sem exclusividade de ME/EPP e sem justificativa achada: ${exemplos(abertos)}.`, sugestao: suggest(c, 'Pedir a exclusividade, ou a justificativa do art. 49 da LC 123/2006.', 'a exclusividade'),
    };
  },
};

/** Exclusivity above 80 thousand keeps the others out without a federal rule; a local law may be more generous (art. 47, sole paragraph). */
export const meEppExclusivaAcima: Regra = {
  id: 'me_epp_exclusiva_acima_80mil', titulo: 'Exclusividade de ME/EPP acima de R$ 80 mil', dispositivo: 'arts. 47 e 48, I, da LC 123/2006', nivelFonte: 'V', vigencia: VIGENCIA_LC123, regimes: REGIMES,
  verificar: (c) => {
    const acima = meEppPorItem(c).filter((i) => i.beneficio === 'exclusiva_me_epp' && i.valor !== null && new Decimal(i.valor).gt(EXCLUSIVA_ATE));
    if (!acima.length) return null;
    return { resultado: 'indicio', valor: String(acima.length), limite: formatDinheiro(EXCLUSIVA_ATE.toString()), evidencias: provas(acima), motivo: `Exclusivos de ME/EPP acima de ${formatDinheiro(EXCLUSIVA_ATE.toString())}: ${exemplos(acima)}. Só uma norma local mais favorável o admitiria.`, sugestao: 'Perguntar que norma local ampara a exclusividade.' };
  },
};

/** Divisible goods above 80 thousand reserve up to 25 % (LC 123, art. 48, III: "deverá"). */
export const meEppCota: Regra = {
  id: 'me_epp_cota_art48', titulo: 'Cota de até 25% em bens divisíveis', dispositivo: 'arts. 48, III, e 49 da LC 123/2006', nivelFonte: 'V', vigencia: VIGENCIA_LC123, regimes: REGIMES,
  verificar: (c) => {
    if (c.certame.natureza !== 'bens') return null;
    const itens = meEppPorItem(c);
    const semCota = itens.filter((i) => i.esperado === 'cota_reservada' && i.beneficio === 'ampla');
    const temCota = itens.some((i) => i.beneficio === 'cota_reservada') || /\bcota\s+(?:reservada|principal)\b/.test(c.texto.dobrado);
    if (!semCota.length) return itens.some((i) => i.valor !== null && i.beneficio !== null) ? { resultado: 'ok', motivo: 'Nenhum item acima de R$ 80 mil foi achado sem cota.' } : { resultado: 'nao_aferivel', motivo: 'Não se conhecem o valor e o tratamento de cada item.' };
    if (temCota) return { resultado: 'ok', motivo: 'O edital reserva cota a ME/EPP.' };
    return justificado(c) ?? { resultado: 'indicio', valor: String(semCota.length), limite: 'até 25%', evidencias: provas(semCota), motivo: `Bens acima de R$ 80 mil sem cota reservada e sem justificativa achada: ${exemplos(semCota)}. A cota vale se o bem for divisível.`, sugestao: suggest(c, 'Pedir a cota reservada, ou a justificativa do art. 49 da LC 123/2006.', 'a cota reservada') };
  },
};

/** No benefit at all above 4.8 million: by item of goods and services, by tender of works (art. 4º § 1º of Lei 14.133). */
export const meEppTeto: Regra = {
  id: 'me_epp_teto_art4', titulo: 'Benefício de ME/EPP acima de R$ 4,8 milhões', dispositivo: 'art. 4º, § 1º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: { de: '2021-04-01', ate: null }, regimes: ['14133'],
  verificar: (c) => {
    const obra = c.certame.natureza === 'obras' || c.certame.natureza === 'servicos_engenharia';
    const limite = formatDinheiro(TETO_EPP.toString());
    if (obra) return checkObra(c, limite);
    const acima = meEppPorItem(c).filter((i) => i.valor !== null && new Decimal(i.valor).gt(TETO_EPP));
    const comBeneficio = acima.filter((i) => i.beneficio === 'exclusiva_me_epp' || i.beneficio === 'cota_reservada');
    if (!acima.length) return null;
    if (!comBeneficio.length && acima.some((i) => i.beneficio === null)) return { resultado: 'nao_aferivel', motivo: `Itens acima de ${limite} sem tratamento de ME/EPP conhecido: ${exemplos(acima)}.`, limite };
    if (!comBeneficio.length) return { resultado: 'ok', motivo: `Itens acima de ${limite} estão em ampla disputa: ${exemplos(acima)}. Neles não há benefício de ME/EPP.`, limite };
    return { resultado: 'violado', limite, evidencias: provas(comBeneficio), motivo: `Itens acima de ${limite} reservados a ME/EPP: ${exemplos(comBeneficio)}. Neles a lei não aplica o benefício.`, sugestao: 'Pedir a ampla disputa nesses itens.', excluiEmpresa: c.empresa.porte === 'demais' };
  },
};

function checkObra(c: Contexto, limite: string): Veredito | null {
  const total = c.certame.valorEstimado;
  const f = readFato(c.fatos, 'me_epp');
  if (!total || new Decimal(total.valor).lte(TETO_EPP)) return null;
  if (f && f.valor !== 'ampla') return { resultado: 'violado', valor: formatDinheiro(total.valor), limite, evidencias: evidenciasDe(f, total), motivo: `A obra, de ${formatDinheiro(total.valor)}, passa de ${limite} e é reservada a ME/EPP: a lei não aplica o benefício.`, sugestao: 'Pedir a ampla disputa.', excluiEmpresa: c.empresa.porte === 'demais' };
  return { resultado: 'ok', valor: formatDinheiro(total.valor), limite, motivo: `A obra passa de ${limite}: não há benefício de ME/EPP, nem o empate ficto.`, evidencias: evidenciasDe(total) };
}
