import { AlicitError, indisponivel } from '../kernel/index.js';
import { isBancoFora } from '../storage/index.js';

/** A database that does not answer now, as who asks should hear it: not a defect, try again soon. Any other error as it came. */
export const toBancoFora = (erro: unknown): unknown =>
  !(erro instanceof AlicitError) && isBancoFora(erro) ? indisponivel('banco_indisponivel', 'O banco de dados não está respondendo: tente de novo em instantes.', { tentarEmS: 5 }) : erro;
