import { fold } from '../../kernel/index.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const PRIORIDADE = /\bprioridade\s+(?:de|na|para)\s+(?:a\s+)?contratac\w+[^;]{0,200}?\b(?:sediad|estabelecid|localizad)\w+\s+(?:\w+\s+){0,2}?(?:local|regional|no\s+municipio|n[oa]s?\s+(?:municipio|regiao|limites))/;
/** The decree quoted, or a benefit that was not given. */
const SO_EM_TESE = /\bpoder(?:a|ao)\b[^;]{0,60}\b(?:conceder|estabelecer|ser)\b|se\s+couber|nao\s+(?:se\s+aplica|havera|sera)/;

/** Priority of ME/EPP of the place, up to 10 % above the best price (LC 123, art. 48 § 3º): lawful with reasons, and it weighs against who comes from elsewhere. */
export const prioridadeLocal: Regra = {
  id: 'prioridade_local_lc123', titulo: 'Prioridade para ME/EPP do lugar', dispositivo: 'art. 48, § 3º, da LC 123/2006', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133', '13303'],
  verificar: (c) => {
    const t = findTrechos(c.texto, PRIORIDADE, { regioes: ['edital', 'tr'], exceto: SO_EM_TESE, semCondicao: true })[0];
    if (!t) return null;
    const { municipio } = c.certame.orgao;
    const local = municipio !== null && c.empresa.municipio !== undefined && fold(municipio) === fold(c.empresa.municipio);
    const base = { limite: 'até 10% do melhor preço', evidencias: [t.evidencia] };
    if (local) return { ...base, resultado: 'ok', motivo: 'O edital dá prioridade às ME/EPP do lugar, e a empresa é do lugar.' };
    return {
      ...base, resultado: 'nao_aferivel', motivo: 'O edital dá prioridade às ME/EPP do lugar: uma delas pode cobrir a oferta de quem é de fora. A justificativa que a lei exige fica no processo, não no edital.',
      sugestao: 'Contar com a prioridade local ao formar o preço e, se for o caso, pedir a justificativa.',
    };
  },
};
