import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { isLicitacao, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { citar, findTrechos } from './trechos.js';
import { findAchados } from '../../editais/index.js';

/** By words, or by referring to art. 14. */
const VEDACAO_14 = /\b(?:art(?:igo|s)?\.?\s*(?:9[.º°o]*\s*,?\s*e\s+)?14\b[^.;\d]{0,40}?14\.?133)/;
const PARENTES = /\b(?:parent(?:e|es|esco)|conjuge|companheir[oa]|linha\s+reta|colateral|terceiro\s+grau|3º\s+grau|afinidade)\b/;

/** What the law says the edital must contain; silence over a text read whole is a breach. */
function obrigatoria(c: Contexto, padrao: RegExp, textos: { consta: string; falta: string; sugestao: string; grave: boolean }): Veredito {
  const a = findAchados(c.texto, padrao).find((x) => x.regiao !== 'sumario');
  const evidencia = a && citar(c.texto, a.inicio, a.fim);
  if (a) return { resultado: 'ok', motivo: textos.consta, evidencias: evidencia ? [evidencia] : [] };
  if (c.texto.incompleto) return { resultado: 'nao_aferivel', motivo: `Há páginas que não puderam ser lidas. Nas lidas: ${textos.falta}` };
  return { resultado: textos.grave ? 'violado' : 'indicio', motivo: textos.falta.charAt(0).toUpperCase() + textos.falta.slice(1), sugestao: textos.sugestao };
}

/** The bar to relatives of those who conduct the tender must be in the edital (art. 14, IV). */
export const vedacaoArt14: Regra = {
  id: 'vedacao_art14', titulo: 'Vedação a quem tem vínculo ou parentesco com o órgão', dispositivo: 'art. 14, IV, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => (isLicitacao(c) ? obrigatoria(c, new RegExp(`${PARENTES.source}|${VEDACAO_14.source}`), {
    consta: 'O edital traz a vedação de vínculo ou parentesco.', falta: 'não foi achada a vedação a quem tem vínculo ou parentesco com dirigente ou agente da licitação, que deve constar do edital.',
    sugestao: 'Pedir a inclusão da vedação do art. 14, IV.', grave: true,
  }) : null),
};

/** The same bar for subcontractors (art. 122 § 3º), where subcontracting is allowed. */
export const vedacaoArt122: Regra = {
  id: 'vedacao_art122', titulo: 'Vedação de subcontratar quem tem vínculo ou parentesco', dispositivo: 'art. 122, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (readFato(c.fatos, 'subcontratacao')?.valor !== 'permitida') return null;
    const t = findTrechos(c.texto, new RegExp(String.raw`\bsubcontrat[^]{0,700}?${PARENTES.source}`), { negado: true })[0];
    if (t) return { resultado: 'ok', motivo: 'O edital traz a vedação na subcontratação.', evidencias: [t.evidencia] };
    return { resultado: c.texto.incompleto ? 'nao_aferivel' : 'indicio', motivo: 'O edital admite subcontratação e não foi achada, junto dela, a vedação a quem tem vínculo ou parentesco, que deve constar do edital.', sugestao: 'Pedir a inclusão da vedação do art. 122, § 3º.' };
  },
};

/** Declaration that the price covers all labour costs, under pain of disqualification (art. 63 § 1º). */
export const declaracaoCustosTrabalhistas: Regra = {
  id: 'declaracao_custos_art63', titulo: 'Declaração de que a proposta cobre os custos trabalhistas', dispositivo: 'art. 63, § 1º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => (isLicitacao(c) ? obrigatoria(c, /\bintegralidade\s+d[oe]s?\s+custos\b|\bcustos\s+para\s+(?:o\s+)?atendimento\s+d[oe]s\s+direitos\s+trabalhistas\b/, {
    consta: 'O edital traz a declaração.', falta: 'não foi achada a cláusula que exige a declaração de que a proposta cobre os custos trabalhistas, obrigatória no edital.', sugestao: 'Perguntar onde se faz a declaração; na dúvida, envie-a com a proposta.', grave: false,
  }) : null),
};

/** Declaration of art. 4º § 2º: the agency must ask it of who wants the ME/EPP benefits. */
export const declaracaoMeEpp: Regra = {
  id: 'declaracao_me_epp_art4', titulo: 'Declaração do teto de contratos da ME/EPP', dispositivo: 'art. 4º, § 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (!/\b(?:microempresas?|pequeno\s+porte|me\s*\/\s*epp)\b/.test(c.texto.dobrado)) return null;
    return obrigatoria(c, /\bano[-\s]?calendario\b[^;]{0,300}?\b(?:contrat|celebr|valores)|\b(?:celebr\w+|contratos?)\b[^;]{0,200}?\bano[-\s]?calendario\b|\bart(?:igo|\.)?\s*4[.º°]?[^;.]{0,30}§+\s*(?:1[.º°]?\s*(?:e|ao?|a)\s*)?[23]|§+\s*(?:1[.º°o]?\s*(?:e|ao?)\s*)?[23][.º°o]?,?\s+d[oe]\s+art(?:igo|\.)?\s*4[.º°o]|\bcontratos\s+com\s+a\s+administracao\b[^;]{0,120}?\bextrapol\w+/, {
      consta: 'O edital pede a declaração.', falta: 'não foi achada a declaração de que os contratos do ano não passam do teto de receita, que o órgão deve exigir para dar o benefício.', sugestao: 'Perguntar onde se faz a declaração; na dúvida, envie-a com a proposta.', grave: false,
    });
  },
};
