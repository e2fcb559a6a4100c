import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { readSigilos } from './sigilo.js';
import { readValores } from './valor-estimado-total.js';

/** A printed total is proof enough that the budget is not confidential. */
const TETO_POR_VALOR = 0.92;

/** Whether the estimated budget is confidential (Lei 14.133, art. 24). The secrecy of the parametrised bid is another thing. */
export const orcamentoSigiloso = defineCampo<'orcamento_sigiloso'>({
  campo: 'orcamento_sigiloso',
  read: ({ t }) => {
    const ditos = readSigilos(t).map((d): Candidato<boolean> => ({ valor: d.sigiloso, inicio: d.inicio, fim: d.fim, peso: d.peso, alvo: 14 }));
    const sigiloso = ditos.some((d) => d.valor && d.peso >= 0.8);
    const divulgado = readValores(t).map((c): Candidato<boolean> => ({
      valor: false, inicio: c.inicio, fim: c.fim, alvo: 14, peso: Math.min(TETO_POR_VALOR, c.peso) - (sigiloso ? 0.2 : 0), nota: 'O valor estimado está divulgado no edital.',
    }));
    return [...ditos, ...divulgado];
  },
});
