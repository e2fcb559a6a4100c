import { fold } from '../../../kernel/index.js';
import { deonticasDe } from './modalidade-deontica.js';
import type { ProvaLida } from './provar-numeros.js';
import { createBusca, readTermos } from './termos.js';

/** Papers and standings that a tender may ask for: never brought in by advice. */
export const PAPEL = /\b(?:certific\w+|licenc\w+|registr\w+|alvara\w*|atestad\w+|certid\w+|autorizac\w+|seguro\w*|garanti\w+|cauc\w+|declarac\w+|laudo\w*|selo\w*|credenci\w+|inscric\w+|sede|filial|capital\s+social|patrimonio)\b/;

/** What a consultant tells the company to do: orders to prepare, never to leave undone. */
const FACA = /^\s*(?:[-–]\s*)?(?:(?:por\s+isso|portanto|assim|ent[aã]o|mas|e|j[aá]|antes(?:\s+de\s+\S+)?|se\s+for\s+o\s+caso)\s*,?\s+)?(?:(?:treine|calcule|revise|confira|cheque|chegue|prepare|planeje|organize|separe|junte|guarde|reserve|monte|levante|negocie|verifique|avalie|compare|some|simule|estime|orce|cote|considere|programe|antecipe|adiante|agende|marque|mapeie|liste|consulte|observe|evite|cuide|capriche|ajuste|atualize|renove|valide|dimensione|contrate|aloque|designe|mobilize|alinhe|combine|busque|procure|use|aproveite|fique|note|anote|destaque|provisione|precifique|embuta|desconte|controle|acompanhe|monitore|conte|pense|teste|ensaie|leve|deixe|espere|conserve|padronize|numere|assine|digitalize|proteja|documente|registre|fotografe|questione|redobre|envie|mande|trabalhe|trate|fa[cç]a|re[uú]na|inclua|mantenha|tenha|leia|releia|preveja|veja|pe[cç]a|esclare[cç]a|obtenha|construa|distribua|defina|escolha|garanta|decida|corra|v[aá]|d[eê]|confirme)(?:-(?:l?[oa]s?|se|lhes?))?)(?=[\s,.:;]|$)/i;

/** A clause of pure advice: it asks for no paper that the quotes do not have, and says nothing that a party owes or may not. */
export function isConselhoLivre(clausula: string, provas: readonly ProvaLida[]): boolean {
  if (!FACA.test(clausula)) return false;
  const dobrado = fold(clausula);
  if (/\b(?:municipio|prefeitura|administracao|orgao|contratante|nao\s+e|vedad\w+|proib\w+|obrigatori\w+|exig\w+|dispensad\w+|sera|serao|devera|deverao|multa\w*|sanc\w+|desclassific\w+|inabilit\w+)\b/.test(dobrado) || deonticasDe(clausula).has('proibe')) return false;
  if (/\bdeixe\s+de\b|\bde\s+(?:lado|fora)\b|\bnao\b/.test(dobrado) || /\bevite\b/.test(dobrado) && PAPEL.test(dobrado)) return false;
  const isDita = createBusca(provas.flatMap((p) => [...p.termos, ...p.contexto]));
  return readTermos(clausula).every((t) => !PAPEL.test(fold(clausula.slice(t.inicio, t.fim))) || isDita(t.raiz));
}
