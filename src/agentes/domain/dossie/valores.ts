import { evidenciaDoFato, formatValorDoCampo, palavra, type Campo, type Fato } from '../../../editais/index.js';

/** A field's value in words, as a person reads it. */
export function valorEmPalavras(campo: Campo, valor: unknown): string {
  const formatado = formatValorDoCampo(campo, valor);
  return typeof valor === 'string' && formatado === valor.replaceAll('_', ' ') ? palavra(valor) : formatado;
}

const AUSENCIA = { nao_exige: 'o edital diz que não há', nao_encontrado: 'não encontrado', nao_lido: 'não lido', nao_se_aplica: 'não se aplica' } as const;

/** A fact's value, or why it has none. */
export const valorDoFato = (f: Fato): string => (f.valor === null ? AUSENCIA[f.ausencia] : valorEmPalavras(f.campo, f.valor));

export { evidenciaDoFato };

/** "15/12/2026 às 08:30" of an ISO instant or day, in its own offset. */
export const formatInstante = (iso: string): string => formatValorDoCampo('sessao_abertura', iso);
