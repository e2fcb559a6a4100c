import type { CriterioJulgamento, Modalidade, ModoDisputa } from '../../editais/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme, type Lido } from '../contexto/lido.js';
import { isLicitacao, VIGENCIA_13303, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';

const NOMES: Readonly<Record<CriterioJulgamento | ModoDisputa | Modalidade, string>> = {
  menor_preco: 'menor preço', maior_desconto: 'maior desconto', tecnica_e_preco: 'técnica e preço', melhor_tecnica: 'melhor técnica', maior_lance: 'maior lance', maior_retorno: 'maior retorno econômico',
  conteudo_artistico: 'conteúdo artístico', aberto: 'aberto', fechado: 'fechado', aberto_fechado: 'aberto e fechado', fechado_aberto: 'fechado e aberto', dispensa_com_disputa: 'dispensa com disputa',
  nao_se_aplica: 'não se aplica', pregao: 'pregão', concorrencia: 'concorrência', dispensa: 'dispensa', inexigibilidade: 'inexigibilidade', credenciamento: 'credenciamento', leilao: 'leilão', concurso: 'concurso',
  dialogo_competitivo: 'diálogo competitivo',
};
const POR_PRECO: readonly CriterioJulgamento[] = ['menor_preco', 'maior_desconto'];

/** Closed dispute alone is forbidden with lowest price or largest discount (art. 56 § 1º). */
export const modoFechado: Regra = {
  id: 'modo_fechado_art56', titulo: 'Modo fechado com menor preço ou maior desconto', dispositivo: 'art. 56, § 1º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => checkModo(c, 'fechado', (k) => POR_PRECO.includes(k), 'O modo de disputa fechado, sozinho, é vedado com menor preço ou maior desconto.'),
};
/** Open dispute is forbidden with technique and price (art. 56 § 2º). */
export const modoAberto: Regra = {
  id: 'modo_aberto_art56', titulo: 'Modo aberto com técnica e preço', dispositivo: 'art. 56, § 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => checkModo(c, 'aberto', (k) => k === 'tecnica_e_preco', 'O modo de disputa aberto é vedado com técnica e preço.'),
};

function checkModo(c: Contexto, vedado: ModoDisputa, com: (k: CriterioJulgamento) => boolean, motivo: string): Veredito | null {
  const { modo, criterio } = c.certame;
  if (!isLicitacao(c) || !modo || !criterio) return null;
  const base = { valor: `${NOMES[modo.valor]}, ${NOMES[criterio.valor]}`, evidencias: evidenciasDe(modo, criterio) };
  if (modo.valor !== vedado || !com(criterio.valor)) return { ...base, resultado: 'ok', motivo: `Modo ${NOMES[modo.valor]} com ${NOMES[criterio.valor]}: admitido.` };
  return { ...base, resultado: firme(modo, criterio), motivo, sugestao: 'Pedir a mudança do modo de disputa.' };
}

const firme = (...lidos: readonly Lido<unknown>[]): 'violado' | 'indicio' => (lidos.every(isFirme) ? 'violado' : 'indicio');

/** Criteria each modality admits (arts. 6º, XXXVIII to XLI, and 33, V). Absent = any. */
const CRITERIOS: Partial<Record<Modalidade, readonly CriterioJulgamento[]>> = {
  pregao: POR_PRECO,
  concorrencia: ['menor_preco', 'maior_desconto', 'tecnica_e_preco', 'melhor_tecnica', 'maior_retorno', 'conteudo_artistico'],
  concurso: ['melhor_tecnica', 'conteudo_artistico'],
  leilao: ['maior_lance'],
};

export const criterioDaModalidade: Regra = {
  id: 'criterio_modalidade_art6', titulo: 'Critério de julgamento próprio da modalidade', dispositivo: 'arts. 6º, XXXVIII a XLI, e 33 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const { modalidade, criterio } = c.certame;
    const admitidos = modalidade && CRITERIOS[modalidade.valor];
    if (!admitidos || !criterio) return null;
    const base = { valor: `${NOMES[modalidade.valor]}, ${NOMES[criterio.valor]}`, evidencias: evidenciasDe(modalidade, criterio) };
    if (admitidos.includes(criterio.valor)) return { ...base, resultado: 'ok', motivo: `O critério de ${NOMES[criterio.valor]} cabe em ${NOMES[modalidade.valor]}.` };
    return { ...base, resultado: firme(modalidade, criterio), motivo: `O critério de ${NOMES[criterio.valor]} não cabe em ${NOMES[modalidade.valor]}.`, sugestao: 'Perguntar qual é o critério e pedir a correção.' };
  },
};

/** Price registration: lowest price or largest discount only (art. 82, V). */
export const criterioSrp: Regra = {
  id: 'srp_criterio_art82', titulo: 'Critério de julgamento do registro de preços', dispositivo: 'art. 82, V, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const { srp, criterio } = c.certame;
    if (!srp?.valor || !criterio) return null;
    const base = { valor: NOMES[criterio.valor], limite: 'menor preço ou maior desconto', evidencias: evidenciasDe(srp, criterio) };
    if (POR_PRECO.includes(criterio.valor)) return { ...base, resultado: 'ok', motivo: `O registro de preços usa ${NOMES[criterio.valor]}.` };
    return { ...base, resultado: firme(srp, criterio), motivo: `O registro de preços usa ${NOMES[criterio.valor]}; a lei só admite menor preço ou maior desconto.`, sugestao: 'Pedir a correção do critério de julgamento.' };
  },
};

/** A pregão does not serve works (art. 29, sole paragraph); common engineering services may. The nature is inferred: never more than a sign. */
export const pregaoParaObra: Regra = {
  id: 'pregao_obra_art29', titulo: 'Pregão para obra', dispositivo: 'art. 29, parágrafo único, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (c.certame.modalidade?.valor !== 'pregao') return null;
    if (c.certame.natureza !== 'obras') return { resultado: 'ok', motivo: 'O objeto do pregão não parece ser obra.' };
    return { resultado: 'indicio', motivo: 'O objeto parece ser obra, e o pregão só serve a bens e serviços comuns, inclusive os de engenharia.', evidencias: evidenciasDe(c.certame.modalidade), sugestao: 'Perguntar por que o objeto foi classificado como serviço comum de engenharia.' };
  },
};

/** Largest discount needs the estimate in the edital: it cannot be confidential (art. 24, sole paragraph; art. 34 § 1º of Lei 13.303). */
const descontoComSigilo = (id: string, dispositivo: string, regime: '14133' | '13303'): Regra => ({
  id, titulo: 'Maior desconto com orçamento sigiloso', dispositivo, nivelFonte: 'V', vigencia: regime === '14133' ? VIGENCIA_14133 : VIGENCIA_13303, regimes: [regime],
  verificar: (c) => {
    const { criterio, sigiloso } = c.certame;
    if (criterio?.valor !== 'maior_desconto' || !sigiloso) return null;
    if (!sigiloso.valor) return { resultado: 'ok', motivo: 'O orçamento não é sigiloso, como o maior desconto exige.', evidencias: evidenciasDe(criterio) };
    return { resultado: firme(criterio, sigiloso), motivo: 'O julgamento é por maior desconto e o orçamento é sigiloso: o preço estimado tem de constar do edital.', evidencias: evidenciasDe(criterio, sigiloso), sugestao: 'Pedir a divulgação do preço estimado.' };
  },
});
export const maiorDescontoSigilo = descontoComSigilo('maior_desconto_sigilo_art24', 'art. 24, parágrafo único, da Lei 14.133/2021', '14133');
export const maiorDescontoSigilo13303 = descontoComSigilo('maior_desconto_sigilo_art34', 'art. 34, § 1º, da Lei 13.303/2016', '13303');
