import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { VIGENCIA_14133, type Regra } from './regra.js';

const LIMITE = 2;

/** Balance sheets of at most the last two years (art. 69, I). */
export const balancoExercicios: Regra = {
  id: 'balanco_art69', titulo: 'Balanço dos 2 últimos exercícios', dispositivo: 'art. 69, I e § 6º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'balanco_exercicios');
    if (!f) return null;
    const base = { valor: `${f.valor} exercícios`, limite: `${LIMITE} exercícios`, evidencias: evidenciasDe(f) };
    if (f.valor <= LIMITE) return { ...base, resultado: 'ok', motivo: `O edital pede balanço de ${f.valor} ${f.valor === 1 ? 'exercício' : 'exercícios'}; a lei admite até ${LIMITE}.` };
    const tem = c.empresa.balancos?.length;
    return {
      ...base, resultado: isFirme(f) ? 'violado' : 'indicio', motivo: `O edital pede balanço de ${f.valor} exercícios; a lei admite até ${LIMITE}.`,
      sugestao: 'Pedir que bastem os 2 últimos exercícios.', excluiEmpresa: tem !== undefined && tem < f.valor,
    };
  },
};
