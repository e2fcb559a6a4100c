import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { findAchados } from '../../editais/index.js';
import { VIGENCIA_14133, type Regra } from './regra.js';

/** "declaração de que conhece o local", "declaração formal assinada pelo responsável técnico", "termo de renúncia à visita". */
const ALTERNATIVA = /\b(?:visita|vistoria)[^;]{0,500}?\b(?:substitu\w+|declara\w+|termo\s+de\s+renuncia|renuncia\w*|opta\w+\s+por\s+nao|dispensa\w*)\b|\bdeclara\w+[^;]{0,200}?\b(?:conhec\w+|ciencia|tem\s+pleno)[^;]{0,200}?\b(?:local|condicoes|peculiaridades|visita|vistoria)/;
const SUBSTITUI = /\bsubstitu|renuncia|opta\w+\s+por\s+nao|em\s+lugar|ou\s+(?:a\s+)?declara|facultad|nao\s+(?:realiz|visit|efetu)|caso\s+(?:o|a)\s+(?:licitante|empresa|interessad)/;

/** True when the edital lets a declaration take the place of the visit. */
export const hasAlternativaAVisita = (c: Contexto): boolean =>
  findAchados(c.texto, ALTERNATIVA).some((a) => a.regiao !== 'sumario' && a.regiao !== 'etp' && SUBSTITUI.test(a.clausula));

/** A visit may always be replaced by a declaration of the técnico (art. 63 §§ 2º and 3º). */
export const visitaObrigatoria: Regra = {
  id: 'visita_art63', titulo: 'Visita técnica substituível por declaração', dispositivo: 'art. 63, §§ 2º e 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'visita_tecnica');
    if (!f || f.valor === 'nao_exige') return null;
    const base = { valor: f.valor === 'facultativa' ? 'facultativa' : 'obrigatória', limite: 'sempre substituível por declaração', evidencias: evidenciasDe(f) };
    if (f.valor === 'facultativa') return { ...base, resultado: 'ok', motivo: 'A visita é facultativa.' };
    if (hasAlternativaAVisita(c)) return { ...base, resultado: 'ok', motivo: 'A visita é exigida, mas o edital aceita declaração no lugar dela.' };
    const motivo = 'A visita é obrigatória e não foi achada a alternativa de declaração do responsável técnico, que o edital sempre tem de prever.';
    return { ...base, resultado: isFirme(f) && !c.texto.incompleto ? 'violado' : 'indicio', motivo, sugestao: 'Pedir que a visita possa ser substituída por declaração do responsável técnico.' };
  },
};
