import { indisponivel } from '../../kernel/index.js';

/** The first list of a company, or of a new engine, is being made. */
export const emPreparo = () => indisponivel('recomendacoes_em_preparo', 'As recomendações desta empresa estão sendo calculadas: tente de novo em instantes.', { tentarEmS: 5 });
