import { formatValorDoCampo, palavra, type Campo } from '../../editais/index.js';

/** A field's value as people say it: "não exigida", "Menor preço", "30 dias". */
export function valorEmPalavras(campo: Campo, valor: unknown): string {
  const formatado = formatValorDoCampo(campo, valor);
  return typeof valor === 'string' && formatado === valor.replaceAll('_', ' ') && isCodigo(valor) ? palavra(valor) : formatado;
}

/** A value of a closed list ("nao_exige"), as no text of a document is written. */
const isCodigo = (valor: string): boolean => /^[a-z]+(?:_[a-z]+)*$/.test(valor);
