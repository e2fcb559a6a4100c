import { squeeze } from '../../kernel/index.js';

/** Greetings and turns before the question itself. */
const ANTES = /^(?:oi|ol[aá]|opa|bom dia|boa tarde|boa noite|por favor|por gentileza|ent[aã]o|pessoal|(?:eu )?(?:gostaria|queria|quero|preciso) (?:de )?saber(?: se)?|(?:voc[eê] )?(?:pode|poderia|sabe|saberia) me (?:dizer|informar)(?: se)?|me (?:diga|diz|fala|informe)(?: se)?|voc[eê]s? sabem?(?: se)?)(?![\p{L}\d])[\s,!.:;-]*/iu;

/** The question without what only opens a talk; as it is when nothing else would remain. */
export function cleanPergunta(pergunta: string): string {
  const inteira = squeeze(pergunta);
  let limpa = inteira;
  while (ANTES.test(limpa)) limpa = limpa.replace(ANTES, '');
  return limpa || inteira;
}
