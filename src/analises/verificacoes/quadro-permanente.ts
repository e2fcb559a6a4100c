import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos, semClausula } from './trechos.js';

const FUTURO = /\b(?:contratacao\s+futura|futura\s+contratacao|compromisso\s+de\s+(?:contratacao|vinculacao|disponibilidade)|contrato\s+futuro|promessa\s+de\s+contrat\w+|declaracao\s+de\s+(?:contratacao|disponibilidade|anuencia)|venha\s+a\s+(?:possuir|contratar|integrar)|caso\s+(?:seja\s+)?vence\w+|se\s+vencedor)/;
const CIVIL = /\bcontrato\s+(?:civil|de\s+prestacao\s+de\s+servicos?|particular)|\bprestador\w*\s+de\s+servicos?|\bautonomo/;
const PERTO = 1800;

/** A professional need not be on the payroll when proposals are made: a contract or a promise of one will do (art. 67, I; Ac. TCU 1450/2022-P). */
export const quadroPermanente: Regra = {
  id: 'quadro_permanente_art67', titulo: 'Profissional no quadro permanente já na proposta', dispositivo: 'art. 67, I e § 6º, da Lei 14.133/2021; Acórdão TCU 1450/2022-Plenário', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const trechos = findTrechos(c.texto, /\bquadro\s+(?:permanente|efetivo|de\s+(?:pessoal|funcionarios|empregados|profissionais)\s+permanente)\b/, { requer: /licitante|empresa|proponente|profission|responsave|engenheir|arquitet/, exceto: /orgao|servidor|prefeitura|secretaria|administracao\s+publica|quadro\s+permanente\s+d[ao]\s+(?:orgao|munic|adm|contratante)/ });
    const primeiro = trechos[0];
    if (!primeiro) return semClausula(c, 'exija profissional no quadro permanente');
    const aceita = trechos.some((t) => {
      const perto = c.texto.dobrado.slice(Math.max(0, t.achado.inicio - 600), t.achado.fim + PERTO);
      return FUTURO.test(perto) && (CIVIL.test(perto) || /\bdeclaracao\b/.test(perto));
    });
    if (aceita) return { resultado: 'ok', motivo: 'O edital fala em quadro permanente, mas aceita contrato civil ou contratação futura.', evidencias: [primeiro.evidencia] };
    return {
      resultado: 'indicio', motivo: 'O edital exige o profissional no quadro permanente e não foi achada a alternativa de contratação futura; o TCU entende que basta o compromisso de contratar.',
      evidencias: [primeiro.evidencia], sugestao: 'Pedir que se aceite declaração de contratação futura com anuência do profissional.',
    };
  },
};
