import { rx } from './expressao.js';

const OU = rx(String.raw`\b(?:e/)?ou (?:(?:por|pel[ao]|mediante|atraves d[ae]|com|d[ae]|a|o|ainda|em substituicao|na falta dest[ea],?|outro|outra) )*(?:positiva com|certidao|declarac|atestad|certificad|contrato|balanc|registro|comprova|prova|document|consulta|extrato|publicac|protocolo|capital|patrimonio|alvara|licenca|compromisso|carteira|estatuto|ato|inscricao|isenc|cau|crea|equivalente|similar)[^,;.]{0,120}`, 'g');

/** [inicio, fim) in the folded text of what may be shown instead, at most four. */
export const findAlternativas = (dobrado: string): { inicio: number; fim: number }[] => [...dobrado.matchAll(OU)].slice(0, 4).map((m) => ({ inicio: m.index, fim: m.index + m[0].length }));
