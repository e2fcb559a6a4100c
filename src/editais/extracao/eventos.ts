/** What happens at a moment of the tender's calendar. */
export type Evento =
  | 'sessao' | 'sessao_disputa' | 'abertura' | 'disputa' | 'realizacao'
  | 'propostas_fim' | 'propostas' | 'propostas_inicio' | 'abertura_a_seguir' | 'outro';

const PROPOSTAS = String.raw`(?:propostas?|envelopes?|documentos?|documentacao|cotac(?:ao|oes)|orcamentos?|inscric(?:ao|oes))`;
const RECEBER = String.raw`(?:receb\w+|acolh\w+|envi\w+|entreg\w+|apresenta\w+|cadastr\w+|encaminha\w+|inser\w+|inclu\w+|protocol\w+|lancamento|registr\w+|anex(?:ar|ad\w+))`;
const LIMITE = String.raw`(?:limite|fim|final|termino|encerra\w*|ate)`;
const CERTAME = String.raw`(?:sessao|licitacao|pregao|concorrencia|dispensa|certame|disputa|leilao|credenciamento)`;

const PADROES: readonly (readonly [Evento, RegExp])[] = [
  ['outro', /\b(?:impugna\w*|esclareciment\w*|questionament\w*|publica(?:cao|do|da)\b|divulga(?:cao|do|da)\b|visita|vistoria|recursos?\b|contrarraz\w+|amostras?|homologa\w+|assinatura|expediente|funcionamento|atendimento|retirada|portaria|decreto|lei\b|vigencia|resultado|convalida\w+|prova de conceito)/],
  ['propostas_inicio', new RegExp(String.raw`\b(?:inicio|abertura|comeco|a partir)\b.{0,25}\b(?:receb|acolh|envi|entreg|apresenta|cadastr)\w*.{0,25}${PROPOSTAS}|\b(?:inicio|comeco)\b.{0,12}\b${PROPOSTAS}`)],
  ['propostas_fim', new RegExp(String.raw`\b${LIMITE}\b.{0,45}\b(?:${PROPOSTAS}|${RECEBER})|\b${RECEBER}.{0,45}\b${PROPOSTAS}.{0,45}\b${LIMITE}\b|\b${PROPOSTAS}.{0,90}\b${RECEBER}.{0,60}\b${LIMITE}\b`)],
  ['propostas', new RegExp(String.raw`\b${RECEBER}.{0,45}\b${PROPOSTAS}|\b${PROPOSTAS}.{0,60}\b${RECEBER}|\b(?:periodo|prazo|horario|data)\b.{0,12}\b${PROPOSTAS}|^inscricoes$|^(?:[a-z]{2,4}\s\d[\d.]*\s+)?propostas(?:\s+de\s+precos?)?(?:\s+ate)?$`)],
  ['sessao_disputa', /\bsessao\b(?:\s+publica)?\s+(?:de|da|dos|para)\s+(?:disputa|lances)|\binicio\b.{0,25}\bsessao\b.{0,25}\b(?:disputa|lances)/],
  ['sessao', /\b(?:abertura|data|dia|inicio|realizacao|horario|hora)\b.{0,30}\bsessao\b|\bsessao\s+(?:publica|virtual|eletronica|inaugural|presencial)|^(?:da\s+)?sessao\b/],
  ['abertura', /\babertura\b.{0,45}\b(?:propostas?|envelopes?|certame|licitacao|pregao|concorrencia|documenta\w+|processo|dispensa)|\b(?:data|hora|horario|dia|inicio)\b.{0,22}\babertura\b|^abertura\b|\b(?:cuja|sua)\s+abertura\b|(?<!lances\s)\babertos\b|\b(?:data|horario|inicio|realizacao|dia)\b.{0,20}\b(?:pregao|certame|licitacao|concorrencia|leilao)\b|^(?:(?:\d\s?[ºª]|primeir[oa]|unic[oa])\s*)?(?:leilao|praca)(?:\s+public[oa])?(?:\s+na\s+b3)?$/],
  ['disputa', /\b(?:inicio|fase|etapa|periodo|abertura|horario|data|recebimento)\b.{0,30}\b(?:disputa|lances)\b|^(?:disputa|lances)\b/],
  ['realizacao', new RegExp(String.raw`^(?:data|dia)\s+(?:e\s+hor(?:a|ario)\s+)?(?:d[ae]\s+|para\s+)?(?:a\s+)?realizacao$|\b(?:reali[zs]\w+|tera\s+inicio|ocorrera|acontecera|dar-se-a|sera\s+(?:aberta|iniciada)|reunir-se-a)\b.{0,120}\b${CERTAME}|\b${CERTAME}.{0,120}\b(?:reali[zs]ad\w+|reali[zs]ar-se-a|tera\s+inicio|ocorrera|acontecera|dar-se-a|sera\s+(?:aberta|iniciada|realizada))\b`)],
];
/** Words that say "a moment follows", naming nothing. */
const VAZIO = new RegExp(String.raw`^(?:[\s,;:.()/|º0-9-]|\b(?:d[aeo]s?|as?|o|e|n[ao]s?|em|data|dia|hora|horas|horario|horarios|local|inicio|termino|partir|ate|previst[ao]|fim|final|min|hs|h|brasilia|df|oficial|marcad[ao]|limite|maxim[ao]|fixad[ao])\b)*$`);
/** What opens a phrase before its label: "(sexta-feira), com abertura das propostas às …". */
export const ENTRADA = /^[\s,;.–-]*(?:\([^()]{0,40}\))?[\s,;.–-]*(?:(?:com|e|sendo|para|a|o)\s+)*/;
const FRASE_LONGA = 14;
const CAUDA = 6;

export interface EventosLidos {
  readonly eventos: readonly Evento[];
  /** The phrase, from the word that names the event. */
  readonly frase: string;
  /** Which of the phrases, 0 = nearest. */
  readonly ordem: number;
}

/** The events a phrase names. A short label may name two ("entrega e abertura dos envelopes"); a sentence names its first. */
export function eventosDe(frase: string): Omit<EventosLidos, 'ordem'> | null {
  const achados = PADROES.flatMap(([evento, r]) => {
    const m = r.exec(frase);
    return m ? [{ evento, em: m.index }] : [];
  }).sort((a, b) => a.em - b.em);
  const primeiro = achados[0];
  if (!primeiro) return null;
  const resto = frase.slice(primeiro.em);
  if (primeiro.evento === 'outro') return { eventos: ['outro'], frase: resto };
  const longa = frase.split(' ').length > FRASE_LONGA;
  const nomeados = achados.filter((a) => a.evento !== 'outro' && (!longa || a.em === primeiro.em));
  return { eventos: [...new Set(nomeados.map((a) => a.evento))], frase: resto };
}

/** The events of a list of phrases, nearest first: the first that says anything decides. `null` when it names none. */
export function eventosDosRotulos(rotulos: readonly string[]): EventosLidos | null {
  const frases = rotulos.map((r) => r.replace(ENTRADA, ''));
  const ordem = frases.findIndex((f) => !VAZIO.test(f));
  if (ordem < 0) return null;
  const frase = frases[ordem]!;
  // The tail of a wrapped sentence names nothing alone: "… deverão ser↵protocolados até as".
  const cauda = frase.split(' ').length < CAUDA ? `${frases[ordem + 1] ?? ''} ${frase}` : '';
  const lidos = eventosDe(frase) ?? (cauda ? eventosDe(cauda) : null);
  return lidos && { ...lidos, ordem };
}
