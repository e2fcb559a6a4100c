import { fold, squeeze } from '../../kernel/index.js';
import { stem } from '../../portugues/index.js';
import { hasPronome, isPelaMetade, isPorSi, ligacaoDe, parseFrase, type Classe, type PalavraDaFrase } from './parse-frase.js';

/** What is carried over of a question, and the longest question made. Characters. */
const MAX_ANTERIOR = 240;
const MAX_COMPLETA = 480;
/** A question of more words says by itself what it asks. */
const MAX_PALAVRAS = 12;

const INICIO = /^((?:(?:ok|certo|entendi|obrigad[oa]|entao|mas|beleza|sim)[,.!]?\s+)*)e\s+(?!-?mail)(?:(?:quanto|em relacao|com relacao|no que se refere)\s+(?:a|ao|aos|as)\s+|sobre\s+)?/;
const CORTESIA = /^(?:(?:ok|certo|entendi|obrigad[oa]|beleza)[,.!]?\s+)+/;

const NOMEIA: ReadonlySet<Classe> = new Set<Classe>(['assunto', 'ordinal', 'referencia']);

interface Frase {
  readonly texto: string;
  readonly palavras: readonly PalavraDaFrase[];
}

/**
 * A question that leans on the one before it ("e o prazo?", "e para a segunda parcela?"), completed from it so that it can
 * be looked for alone; null when it says by itself what it asks. By the words' places only: no model. `anterior` is the
 * question before, completed the same way.
 */
export function completePergunta(pergunta: string, anterior: string | null): string | null {
  if (!anterior) return null;
  const limpa = squeeze(pergunta);
  const comE = leadingE(limpa);
  const nova = toFrase(limpa.slice(comE || (CORTESIA.exec(fold(limpa))?.[0].length ?? 0)));
  const antes = toFrase(flatten(squeeze(anterior).slice(0, MAX_ANTERIOR)));
  if (!nova.texto || !antes.palavras.length || nova.palavras.length > MAX_PALAVRAS) return null;
  const completa = complete(nova, antes, { ligada: comE > 0, pronome: hasPronome(nova.texto) });
  return completa === null ? null : `${upperFirst(completa.slice(0, MAX_COMPLETA).trim())}?`;
}

/** Turns that are looked at for one that says what it is about. */
const MAX_VOLTA = 4;

/** Of the questions of a talk as understood, oldest first, the last that names something: what the next one leans on. */
export const lastCompleta = (feitas: readonly string[]): string | null => feitas.slice(-MAX_VOLTA).findLast((p) => parseFrase(p).some((x) => NOMEIA.has(x.classe) && !COMENTARIO.has(x.termo))) ?? null;
const COMENTARIO = new Set(['obrigado', 'obrigada', 'ok', 'certo', 'entendi', 'beleza', 'valeu', 'legal', 'sim'].map((p) => stem(p)));

/** The question before without the "e" it began with and the parentheses it was completed by: "O prazo (entrega)" → "O prazo de entrega". */
function flatten(anterior: string): string {
  const m = /^([^()]+) \(([^()]*)\)?\??$/.exec(anterior.slice(leadingE(anterior)));
  if (!m) return anterior.slice(leadingE(anterior)).replace(/[()]+/g, ' ').replace(/\s+/g, ' ').trim();
  const [cabeca, assunto] = [m[1]!, m[2]!];
  return parseFrase(cabeca).at(-1)?.classe === 'atributo' && parseFrase(assunto)[0]?.classe === 'assunto' ? `${cabeca} de ${assunto}` : `${cabeca} ${assunto}`;
}

/** Characters of an "e …" that joins the question to what was said before; 0: there is none ("É exigida…" is no such thing). */
function leadingE(limpa: string): number {
  const m = INICIO.exec(fold(limpa));
  return m && limpa.charAt(m[1]!.length).toLowerCase() === 'e' ? m[0].length : 0;
}

function complete(nova: Frase, antes: Frase, { ligada, pronome }: { readonly ligada: boolean; readonly pronome: boolean }): string | null {
  const assuntos = nova.palavras.filter((p) => p.classe === 'assunto' || p.classe === 'referencia');
  const pergunta = nova.palavras.some((p) => p.classe === 'atributo' || p.classe === 'interrogativa');
  const comeca = nova.palavras[0] && ligacaoDe(nova.palavras[0].texto);
  const soOrdinal = !assuntos.length && !pergunta && nova.palavras.some((p) => p.classe === 'ordinal');
  if (!assuntos.length && /^por que?$/.test(fold(nova.texto))) return about(nova, antes.texto);
  if (isPelaMetade(nova.texto)) return about(nova, assuntoDe(antes));
  if (soOrdinal) return replaceOrdinal(nova, antes) ?? about(nova, antes.texto);
  if (comeca && !pergunta && !nova.palavras.some((p) => p.classe === 'predicado') && (ligada || nova.palavras.length <= 6)) return replaceSlot(nova, antes, comeca);
  if (!assuntos.length) return about(nova, pergunta ? assuntoDe(antes) : antes.texto);
  if (pronome) return about(nova, assuntoDe(antes));
  if (!ligada) return null;
  if (!pergunta) return nova.palavras.some((p) => p.classe === 'predicado') ? about(nova, assuntoDe(antes)) : replaceAssunto(nova, antes);
  const comum = sharedSlot(nova, antes);
  if (comum) return about(nova, without(antes, comum));
  return assuntos.length === 1 && !nova.palavras.some((p) => p.classe === 'atributo') ? about(nova, assuntoDe(antes)) : null;
}

/** "e o prazo?" about "garantia de proposta". */
const about = (nova: Frase, assunto: string): string => (assunto ? `${nova.texto} (${assunto})` : nova.texto);

/** "e da segunda?": the question before with the other ordinal. */
function replaceOrdinal(nova: Frase, antes: Frase): string | null {
  const [de, para] = [antes.palavras.find((p) => p.classe === 'ordinal'), nova.palavras.find((p) => p.classe === 'ordinal')];
  return de && para ? antes.texto.slice(0, de.inicio) + nova.texto.slice(para.inicio, para.fim) + antes.texto.slice(de.fim) : null;
}

/** "e para a segunda parcela?", "e de entrega?": takes the place of the phrase that says the same kind of thing, or is added at the end. */
function replaceSlot(nova: Frase, antes: Frase, ligacao: string): string {
  const slots = slotsDe(antes);
  const forma = nova.palavras[0]!.texto;
  const iguais = slots.filter((s) => s.ligacao === ligacao);
  const troca = sharedSlot(nova, antes) ?? iguais.findLast((s) => antes.palavras[s.de]!.texto === forma) ?? (ligacao === 'de' ? iguais[0] : iguais.at(-1));
  if (!troca) return `${antes.texto} ${nova.texto}`;
  return joinAround(antes, troca, nova.texto);
}

const ARTIGO = /^(?:as?|os?|uma?s?)$/;
/** "e a multa?": what is asked for anew, whatever was asked before. */
const askWhich = (nova: Frase): string => `${/^[ao]s\s/i.test(nova.texto) ? 'Quais' : 'Qual'} ${nova.texto}`;

/** "e a garantia de execução?", "e amostra?": another thing of which the same is asked. */
function replaceAssunto(nova: Frase, antes: Frase): string | null {
  const [artigo, coisa] = nova.palavras;
  if (!sharedSlot(nova, antes)) {
    if (nova.palavras.some((p) => p.classe === 'referencia')) return `${antes.texto} para ${nova.texto}`;
    if (artigo && coisa && ARTIGO.test(artigo.texto) && isPorSi(coisa.texto)) return askWhich(nova);
  }
  const nome = nova.texto.replace(/^(?:as?|os?|uma?s?)\s+/i, '');
  const troca = sharedSlot(nova, antes) ?? slotsDe(antes).find((s) => s.ligacao === 'de' && antes.palavras[s.de - 1]?.classe === 'atributo');
  if (troca) return joinAround(antes, troca, `${antes.texto.slice(antes.palavras[troca.de]!.inicio, antes.palavras[troca.de]!.fim)} ${nome}`);
  const primeira = antes.palavras.findIndex((p) => NOMEIA.has(p.classe));
  if (primeira <= 0 || !antes.palavras.slice(0, primeira).some((p) => p.classe !== 'vazia' && p.classe !== 'ligacao')) return null;
  if (antes.palavras[primeira - 1]!.classe === 'atributo' && ARTIGO.test(artigo?.texto ?? '')) return askWhich(nova);
  const antesDoArtigo = ARTIGO.test(antes.palavras[primeira - 1]!.texto) ? primeira - 1 : primeira;
  return `${antes.texto.slice(0, antes.palavras[antesDoArtigo]!.inicio)}${nova.texto}`;
}

/** A phrase that begins with a preposition; places of its first word and of the word after its last. */
interface Slot {
  readonly ligacao: string;
  readonly de: number;
  readonly ate: number;
}

function slotsDe({ palavras }: Frase): Slot[] {
  const inicios = palavras.flatMap((p, i) => (p.classe === 'ligacao' ? [i] : []));
  return inicios.map((de, k) => ({ ligacao: ligacaoDe(palavras[de]!.texto)!, de, ate: inicios[k + 1] ?? palavras.length })).filter((s) => palavras.slice(s.de, s.ate).some((p) => NOMEIA.has(p.classe) || p.classe === 'atributo'));
}

/** The first phrase of `antes` that names something `nova` names too. */
function sharedSlot(nova: Frase, antes: Frase): Slot | undefined {
  const termos = new Set(nova.palavras.filter((p) => p.classe === 'assunto' || (p.classe === 'referencia' && !/\d/.test(p.texto))).map((p) => p.termo));
  return slotsDe(antes).find((s) => antes.palavras.slice(s.de, s.ate).some((p) => (p.classe === 'assunto' || p.classe === 'referencia') && termos.has(p.termo)));
}

/** `antes` with another phrase at the place of the slot and of what hangs on it ("da garantia" + "de proposta"). */
function joinAround(antes: Frase, slot: Slot, frase: string): string {
  let { ate } = slot;
  for (const s of slotsDe(antes)) if (s.de === ate && s.ligacao === 'de') ate = s.ate;
  const depois = antes.palavras[ate] ? ` ${antes.texto.slice(antes.palavras[ate]!.inicio)}` : '';
  return `${antes.texto.slice(0, antes.palavras[slot.de]!.inicio)}${frase}${depois}`;
}

/** What `antes` is about, without the phrase. */
function without(antes: Frase, slot: Slot): string {
  const fim = antes.palavras[slot.de]!.inicio;
  return assuntoDe({ texto: antes.texto.slice(0, fim).trim(), palavras: antes.palavras.slice(0, slot.de) });
}

/** What a question is about: from the first word that names something to its end. */
function assuntoDe({ texto, palavras }: Frase): string {
  const primeira = palavras.find((p) => NOMEIA.has(p.classe)) ?? palavras.find((p) => p.classe === 'atributo');
  return primeira ? texto.slice(primeira.inicio).replace(/[()]+/g, ' ').replace(/\s+/g, ' ').trim() : '';
}

function toFrase(texto: string): Frase {
  const limpo = texto.replace(/[\s?!.…;:,]+$/u, '').trim();
  return { texto: limpo, palavras: parseFrase(limpo) };
}

const upperFirst = (texto: string): string => texto.charAt(0).toLocaleUpperCase('pt-BR') + texto.slice(1);
