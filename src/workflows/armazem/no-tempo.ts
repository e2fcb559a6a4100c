import { AlicitError, indisponivel } from '../../kernel/index.js';

/** Something that may never end, given up after `ms`; it goes on, and its end is nobody's. @throws AlicitError `tempo_esgotado` */
export async function noTempo<T>(fazendo: Promise<T>, ms: number): Promise<T> {
  let relogio: NodeJS.Timeout | undefined;
  const tarde = new Promise<never>((_, reject) => (relogio = setTimeout(() => reject(indisponivel('tempo_esgotado', 'O armazenamento do estado das execuções não respondeu a tempo.')), ms)));
  fazendo.catch(() => undefined);
  return Promise.race([fazendo, tarde]).finally(() => clearTimeout(relogio));
}

/** A store that does not do what it is asked, whatever its technology: a passing fault. */
export const CODIGO_INDISPONIVEL = 'execucoes_indisponiveis';

export function asIndisponivel(erro: unknown): AlicitError {
  if (erro instanceof AlicitError && erro.codigo === CODIGO_INDISPONIVEL) return erro;
  const novo = indisponivel(CODIGO_INDISPONIVEL, 'O armazenamento do estado das execuções está fora do ar. A análise continua quando ele voltar; veja o item `execucoes` em /health.');
  novo.cause = erro;
  return novo;
}
