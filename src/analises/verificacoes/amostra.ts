import { readFato, evidenciasDe } from '../contexto/lido.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos, mentions } from './trechos.js';

const AMOSTRA = /\b(?:amostras?|prova\s+de\s+conceito|poc)\b/;
const SO_DO_PRIMEIRO = /\b(?:provisoriamente\s+(?:classificad\w+|vencedor\w*)|primeir[oa]\s+(?:colocad|classificad)\w+|melhor\s+classificad\w+|mais\s+bem\s+classificad\w+|vencedor\w*|arrematante|detentor\w*|contratad\w+|convocad\w+)\b/;
const DE_TODOS = /\b(?:tod[oa]s?\s+[oa]s?\s+(?:licitantes|participantes|proponentes|empresas)|cada\s+licitante)\b|\b(?:juntamente|junto)\s+com\s+a\s+proposta|\bate\s+a\s+(?:data|abertura)\s+d[aeo]\s+(?:sessao|abertura|certame)|\bantes\s+da\s+(?:abertura|sessao)/;

/** Samples and proof of concept from the provisional winner only (arts. 17 § 3º and 41, sole paragraph). */
export const amostraDeTodos: Regra = {
  id: 'amostra_art41', titulo: 'Amostra ou prova de conceito só do provisoriamente vencedor', dispositivo: 'arts. 17, § 3º, e 41, parágrafo único, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'amostra_ou_poc');
    if (!f?.valor) return null;
    const de = findTrechos(c.texto, AMOSTRA, { requer: DE_TODOS, exceto: SO_DO_PRIMEIRO })[0];
    if (de) return { resultado: 'violado', motivo: 'O edital pede amostra ou prova de conceito a todos, ou junto com a proposta; a lei só a admite do provisoriamente vencedor.', evidencias: [de.evidencia], sugestao: 'Pedir que a amostra seja exigida só do provisoriamente vencedor.' };
    const so = findTrechos(c.texto, AMOSTRA, { requer: SO_DO_PRIMEIRO })[0];
    if (so) return { resultado: 'ok', motivo: 'A amostra ou prova de conceito é pedida só de quem vence provisoriamente.', evidencias: [so.evidencia] };
    return { resultado: 'nao_aferivel', motivo: 'O edital pede amostra ou prova de conceito sem dizer de quem.', evidencias: evidenciasDe(f), sugestao: 'Perguntar se a amostra é exigida só do provisoriamente vencedor.' };
  },
};

/** A sample needs objective criteria of evaluation (Ac. TCU 529/2018-P). */
export const amostraCriterios: Regra = {
  id: 'amostra_criterios', titulo: 'Critérios objetivos para avaliar a amostra', dispositivo: 'art. 41, II, da Lei 14.133/2021; Acórdão TCU 529/2018-Plenário', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const f = readFato(c.fatos, 'amostra_ou_poc');
    if (!f?.valor) return null;
    if (mentions(c.texto, /\b(?:criterios?|requisitos|itens|roteiro|parametros|aspectos|testes?|quesitos)\b[^.;]{0,160}?\b(?:amostra|prova\s+de\s+conceito|poc|avalia[cd]\w+|analis\w+)\b|\b(?:amostra|prova\s+de\s+conceito|poc)\b[^;]{0,260}?\b(?:criterios?|requisitos|roteiro|parametros|quesitos|laudo|serao\s+(?:avaliad|analisad|verificad|observad)\w+)/)) {
      return { resultado: 'ok', motivo: 'O edital diz como a amostra ou a prova de conceito será avaliada.', evidencias: evidenciasDe(f) };
    }
    return { resultado: c.texto.incompleto || !c.texto.regioes.some((r) => r.tipo === 'tr') ? 'nao_aferivel' : 'indicio', motivo: 'O edital pede amostra ou prova de conceito e não foram achados critérios para avaliá-la.', evidencias: evidenciasDe(f), sugestao: 'Pedir os critérios objetivos de avaliação da amostra.' };
  },
};
