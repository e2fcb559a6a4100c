import { maiuscula } from './palavras.js';

/**
 * The analysis speaks to the company ("confirme", "conte o de maior antecedência"); a draft speaks to the agency. These
 * functions turn one voice into the other, and drop what is only advice. Pure text to text.
 */
const FRASES = /(?<=[.?!])\s+(?=[\p{Lu}“])/u;

/** A whole sentence of advice, or about the reading itself. */
const CONSELHO = /^(?:Pedir|Perguntar|Confirmar|Conferir|Baixar|Contar com|Use|Conte|Cumpra|Peça|Pergunte|Confira|Confirme|Enquanto|Guie-se|Tenha|Na dúvida|Não se sabe que lei|Os dados de que a conta|Há páginas que não puderam|A minuta do contrato não foi lida)(?![\p{L}-])/u;
/** Advice at the end of a sentence, after a colon or semicolon. */
const APOSTO = /\s*[:;]\s*(?:pergunte|confirme|confira|conte|peça|cumpra|tenha|use|na dúvida|enquanto)(?![\p{L}])[^.]*(?=\.|$)/giu;
const TROCAS: readonly (readonly [RegExp, string])[] = [
  [/\bachad(os|as|o|a)\b/g, 'localizad$1'],
  [/não está nos arquivos lidos/g, 'não está entre os arquivos a que a empresa teve acesso'],
  [/a publicidade do edital foi violada/g, 'a publicidade do edital fica prejudicada'],
  [/de quem é de fora/g, 'de empresa de outro lugar'],
  [/: é desproporcional ou erro de digitação/g, ', o que parece desproporcional ou erro de digitação'],
  [/\bno texto lido\b/g, 'no texto divulgado'],
  [/\bdo texto lido\b/g, 'do texto divulgado'],
  [/\btexto lido\b/g, 'texto divulgado'],
];

/** What the analysis found, as it may be told to the agency; '' when it was only advice. */
export function toPeticao(texto: string): string {
  const frases = texto.replace(APOSTO, '').split(FRASES).filter((f) => f.trim() && !CONSELHO.test(f.trim()));
  return TROCAS.reduce((t, [de, para]) => t.replace(de, para), frases.join(' ').trim());
}

/** The first request inside a suggestion: its verb and what follows, without the full stop. */
function splitSugestao(sugestao: string): { readonly verbo: string; readonly oQue: string } | null {
  const frase = (sugestao.split(FRASES)[0] ?? '').split(';')[0]!.trim().replace(/\.$/, '');
  const m = /^(?:Se [^,]+, )?(Baixar ou pedir:|Pedir|pedir|Perguntar|Confirmar)\s+(.+)$/su.exec(frase) ?? /\b(pedir)\s+(.+)$/su.exec(frase);
  return m ? { verbo: m[1]!.toLowerCase(), oQue: m[2]! } : null;
}

/** What a suggestion asks for, to follow "requer": "a correção das sanções", "que baste…". Null when it asks for nothing. */
export function toPedido(sugestao: string | undefined): string | null {
  const s = sugestao === undefined ? null : splitSugestao(sugestao);
  if (!s) return null;
  if (s.verbo === 'perguntar') return `que se informe ${s.oQue}`;
  if (s.verbo === 'confirmar') return `a confirmação ${s.oQue.startsWith('que ') ? 'de ' : 'sobre '}${s.oQue}`;
  if (s.verbo === 'baixar ou pedir:') return `a disponibilização de: ${s.oQue}`;
  return s.oQue;
}

const SEM_PERGUNTA = 'Como o licitante deve entender e atender esse ponto?';

/** A suggestion as a question to the agency. */
export function toPergunta(sugestao: string | undefined): string {
  const pedido = toPedido(sugestao);
  if (pedido === null) return SEM_PERGUNTA;
  return pedido.startsWith('que se informe ') ? `Solicita-se informar ${pedido.slice('que se informe '.length)}.` : `A empresa solicita ${pedido}.`;
}

/** The sentences of a point that are its suggestion, when it has one. */
export const sugestaoDe = (texto: string): string | undefined => texto.split(FRASES).find((f) => /^(?:Pedir|Perguntar|Confirmar|Baixar ou pedir)\b/.test(f));

/** A sentence with its first letter in capitals and a full stop. */
export const toFrase = (texto: string): string => (texto === '' ? '' : maiuscula(/[.?!]$/.test(texto) ? texto : `${texto}.`));
