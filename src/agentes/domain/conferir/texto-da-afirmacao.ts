import { fold, squeeze } from '../../../kernel/index.js';
import { findInstrucoes } from './instrucoes/find-instrucoes.js';
import { recusa, type Recusa } from './tipos.js';

const MAX_TEXTO = 600;
const MIN_TEXTO = 12;
const MAX_FRASES = 4;

const MARCACAO = /<\s*\/?\s*[a-z!][^>\n]{0,200}>|&(?:lt|gt|#\d+|#x[\da-f]+);|```|`[^`]+`|\*\*|__|^\s{0,3}#{1,6}\s|^\s*[-*•]\s|^\s*>\s|\[[^\]]+\]\([^)]*\)|!\[|\{\{|\}\}|\$\{|<%|javascript:/im;
const ENDERECO = /\b[a-z][a-z\d+.-]*:\/\/|\b(?:https?|ftp|file|data|mailto):|\b(?:sk|pk|ghp|xox[bp])-[\w-]{8,}|\bwww\.|[\w.+-]+@[\w-]+\.\w+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|gov|io|br|info|xyz|site|app|dev|top|ru)\b(?:\/\S*)?/i;
/** Portals of the government said by name: no link. */
const NOME_DE_PORTAL = /(?<![\w.@/:-])(?:compras\.|transferegov\.)?gov\.br(?![\w/-]|\.\w)/g;
const LACUNA = /\[[^\]]{0,80}\]|\{[^}]{0,80}\}|<[^>]{0,60}>|\b(?:n\/a|undefined|null|nan|lorem ipsum|tbd|tba|xpto|placeholder)\b|(?<!(?:inciso|cap[ií]tulo|se[cç][aã]o|anexo|[ºo,])\s)\bx{2,}\b|_{3,}|\.{4,}|\?{2,}|r\$\s*(?:[x_-]|valor|\.\.\.|$)|\b(?:n[aã]o|nenhum)\s+informado\s*$/i;
const MODELO = /\b(?:como\s+(?:um\s+|uma\s+)?(?:ia|i\.a\.|inteligencia artificial|modelo\s+de\s+linguagem|assistente\s+(?:virtual|de\s+ia|de\s+inteligencia))\b|sou\s+(?:um|uma)\s|eu\s+(?:sou|nao|acho|acredito|penso|posso|recomendo)\b|nao\s+(?:posso|consigo|tenho\s+(?:acesso|como|permissao|informac\w+))\b|(?:desculpe|lamento|sinto\s+muito|infelizmente,?\s+(?:eu|nao\s+(?:posso|consigo)))\b|meu\s+(?:conhecimento|treinamento)|minhas?\s+(?:instruc\w+|analise|base|limitac\w+)|language\s+model|openai|chatgpt|claude|gpt-?\d|i\s+(?:cannot|can't|am|will)|i'm\s|as\s+an\s+ai|nao\s+ha\s+(?:informac\w+|dados)\s+suficientes\s+para\s+(?:responder|gerar|analisar))/;
const ORDEM = /\b(?:ignore|desconsidere|esqueca|disregard|forget)\b|\bdeixe[m]?\s+de\s+(?:apresentar|cumprir|entregar|juntar|enviar|comprovar|pagar|prestar|atender)\b|\b(?:pule|descumpra|burl(?:e|ar)|fraudar|falsifi(?:que|car)|omita|esconda)\s+(?:\w+\s+){0,3}(?:exigencia|edital|regra|lei|certid\w+|atestad\w+|document\w+|fisc\w+)/;
/** Small words that only one language has. */
const PORTUGUES = /\b(?:de|do|da|dos|das|em|no|na|nos|nas|ao|aos|a|o|os|as|que|com|para|por|nao|e|um|uma|se|ate|sera|deve|pelo|pela)\b/g;
const OUTRAS = /\b(?:the|of|and|is|are|must|shall|with|for|this|that|be|to|in|will|bidder|company|el|la|los|las|del|una|es|y|con|debe|debera|empresa's|su|sus|le|les|des|est|et|dans|pour|il|lo|licitador)\b/g;

/** The claim's own text: Portuguese, one to three sentences, plain. Null: fit to be shown. */
export function checkTexto(bruto: string, plataformas: readonly string[]): Recusa | null {
  const bad = (explicacao: string): Recusa => recusa('texto_invalido', explicacao);
  const texto = squeeze(bruto);
  if (texto.length < MIN_TEXTO) return bad('A afirmação está vazia ou curta demais: escreva uma frase completa.');
  if (texto.length > MAX_TEXTO) return bad(`A afirmação passa de ${MAX_TEXTO} caracteres: diga uma coisa só, em até três frases.`);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/.test(bruto)) return bad('A afirmação tem caracteres invisíveis ou de controle.');
  if (MARCACAO.test(bruto)) return bad('A afirmação tem marcação (HTML, Markdown ou código): escreva texto corrido.');
  const semPlataforma = plataformas.flatMap(enderecosDe).reduce((t, p) => t.split(p).join(' '), texto.toLowerCase()).replace(NOME_DE_PORTAL, ' ');
  if (ENDERECO.test(semPlataforma)) return bad('A afirmação tem endereço de internet ou de correio: tire-o.');
  if (LACUNA.test(texto)) return bad('A afirmação tem lacuna a preencher (colchetes, “N/A”, “R$ [valor]”): só afirme o que o documento diz.');
  const dobrado = fold(texto);
  if (MODELO.test(dobrado)) return bad('A afirmação fala de quem a escreveu: fale só do edital.');
  if (ORDEM.test(dobrado) || findInstrucoes(texto).length > 0) return bad('A afirmação dá ordens a quem lê ou a outro modelo: fale só do edital.');
  if (countFrases(texto) > MAX_FRASES) return bad('A afirmação tem frases demais: diga uma coisa só, em até três frases.');
  if (!isPortugues(dobrado)) return bad('A afirmação não está em português.');
  return null;
}

/** A known site as it may be written: as it is, without the scheme, without "www.", its host alone. */
function enderecosDe(plataforma: string): string[] {
  const inteiro = plataforma.toLowerCase().trim().replace(/\/+$/, '');
  const semEsquema = inteiro.replace(/^https?:\/\//, '');
  return [inteiro, semEsquema, semEsquema.split('/')[0]!, semEsquema.replace(/^www\./, ''), semEsquema.replace(/^www\./, '').split('/')[0]!].filter((p) => p.length > 3);
}

const countFrases = (texto: string): number => texto.split(/(?<=[a-zà-ú)%”"\d]{2}[.!?])\s+(?=[A-ZÀ-Ú])/).length;

function isPortugues(dobrado: string): boolean {
  const pt = dobrado.match(PORTUGUES)?.length ?? 0;
  const outras = dobrado.match(OUTRAS)?.length ?? 0;
  const letras = dobrado.match(/[a-z]/g)?.length ?? 0;
  return pt > outras && letras > dobrado.length * 0.3;
}
