import { fold, lettersOf, squeeze, type Evidencia } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { Mudanca } from '../domain/mudanca.js';
import { campoDoTexto } from './campo-do-texto.js';
import { citar, cutTexto } from './citar.js';

/** A change an errata orders, with the whole new text (the quote may be cut). */
export interface Correcao extends Mudanca {
  readonly novoTexto: string;
}

const ONDE_SE_LE = /\bonde\s+(?:se\s+)?(?:le|lia)(?:\s?-\s?se)?\b\s*[:;,.–-]?\s*/g;
const LEIA_SE = /\b(?:leia|ler)\s?-?\s?se\s?-?\s?a?\b(?:\s+como\s+segue|\s+o\s+seguinte)?\s*[:;,.–-]?\s*/;
/** Orders without "onde se lê": the sentence is the change. */
const ORDEM = /(?:\b(?:fica(?:m)?|passa(?:m)?\s+a)\s+(?:\w+\s+)?(?:(?:ser|vigorar|ter|constar|viger)\b|(?:incluid|acrescid|acrescentad|excluid|suprimid|revogad|alterad|retificad|prorrogad|adiad|remarcad|redesignad|transferid|designad|postergad|substituid|modificad|definid)[oa]s?\b)|\b(?:inclu[ai]|exclu[ai]|suprim[ae]|acrescent[ae]|acresc[ae]|retifi(?:ca|que)|alter[ae]|substitu[ai]|revog(?:a|ue)|adi[ae]|prorrog(?:a|ue)|retir[ae])(?:m)?\s?-\s?se\b|\b(?:foi|foram|esta|sera)\s+(?:adiad|prorrogad|remarcad|transferid|postergad|redesignad|excluid|suprimid|alterad|incluid)[oa]s?\b)(?:[^"]{0,160}?\bredacao\s*[:,-]?\s*"[^"]{8,2500}"|[^]{0,900}?(?:(?<!\b(?:n|no|nº|art|inc|fls?|dr|sr)|[\s"]\d{1,2}(?:\.\d{1,3}){0,4})\.(?=\s|$)|\n\s*\n|$))/g;
/** The new text is over: a signature, a rule, another heading of the errata. */
const FIM = /\n\s*(?:_{4,}|(?:as|os)\s+demais\s+(?:clausulas|itens|condicoes|disposicoes)|permanecem\b|em\s+razao\s+d|[a-z][a-z .'/-]{2,40},\s+(?:em\s+)?\d{1,2}\s*º?\s+de\s+[a-z]+\s+de\s+20\d{2}|atenciosamente)/;
/** "2. No item 4.1 do Anexo I," at the end: it introduces the next "onde se lê". */
const PONTE = /(?<=[.;:"']|\n)\s*(?:(?:\d{1,2}|[a-z])\s?[.)-]{1,2}\s*)?(?:e\s+)?(?:n[oa]s?|d[oa]s?)\s+(?:sub)?(?:item|itens|clausula|alinea|anexo|pagina|pag|folha|preambulo|quadro|tabela|capa|termo|edital|minuta)\b[^.;\n]{0,120}(?:\.\d[^.;\n]{0,60}){0,3}[,:]?\s*$/;
const MAX_TEXTO = 3000;
/** An errata is a few pages; "onde se lê" further on belongs to something else. */
const MAX_PAGINAS_NA_FRENTE = 5;

/** Pages joined with where each begins: a correction may run over to the next page. */
interface Texto {
  readonly texto: string;
  readonly dobrado: string;
  readonly paginaEm: (offset: number) => { readonly numero: number; readonly fim: number };
}

function joinPaginas(d: DocumentoLido): Texto {
  const limites: { numero: number; fim: number }[] = [];
  let texto = '';
  for (const p of d.paginas) {
    texto += `${p.texto}\n`;
    limites.push({ numero: p.numero, fim: texto.length });
  }
  return { texto, dobrado: fold(texto), paginaEm: (offset) => limites.find((l) => offset < l.fim) ?? limites.at(-1)! };
}

/** A quick look: most documents have no correction, and joining their pages costs memory. */
const hasPares = (d: DocumentoLido): boolean => d.paginas.some((p) => /\bonde\s+(?:se\s+)?l[êei]/i.test(p.texto));

/** [start, end) of the old and new text of each "onde se lê … leia-se …" pair. */
function findPares({ dobrado }: Texto): { de: [number, number]; para: [number, number] }[] {
  const inicios = [...dobrado.matchAll(ONDE_SE_LE)];
  return inicios.flatMap((m, i) => {
    const inicio = m.index + m[0].length;
    const limite = Math.min(inicios[i + 1]?.index ?? dobrado.length, inicio + MAX_TEXTO * 2);
    const leia = LEIA_SE.exec(dobrado.slice(inicio, limite));
    if (!leia) return [];
    const inicioPara = inicio + leia.index + leia[0].length;
    return [{ de: [inicio, inicio + leia.index], para: [inicioPara, inicioPara + lengthOfNovo(dobrado.slice(inicioPara, Math.min(limite, inicioPara + MAX_TEXTO)))] }];
  });
}

/** A text in quotes ends where they close; another at the end of the errata or at the words that lead to the next pair. */
function lengthOfNovo(resto: string): number {
  const aspas = /^["'][^]*?["'](?=\s|[.;,)]|$)/.exec(resto);
  if (aspas && aspas[0].length > 2) return aspas[0].length;
  const fim = FIM.exec(resto)?.index ?? resto.length;
  const ponte = PONTE.exec(resto.slice(0, fim));
  return ponte ? ponte.index : fim;
}

/** The corrections of an errata: its "onde se lê … leia-se …" pairs and, in an errata proper (`ordens`), the sentences that order a change. */
export function readErrata(d: DocumentoLido, ordens = true): Correcao[] {
  const t = joinPaginas(d);
  const pares = findPares(t);
  const correcoes = pares.map(({ de, para }) => toCorrecao(d.nome, t, de, para));
  if (!ordens) return correcoes;
  const soltas = [...t.dobrado.matchAll(ORDEM)].filter((m) => !pares.some((p) => m.index >= p.de[0] && m.index < p.para[1]));
  return [...correcoes, ...soltas.map((m) => toCorrecao(d.nome, t, null, [sentenceStart(t, m.index), m.index + m[0].length]))];
}

/**
 * The pages of an errata bound in front of the edital it corrects; null when the document has none. What follows them
 * is the edital as it was.
 */
export function cutErrataNaFrente(d: DocumentoLido): { readonly errata: DocumentoLido; readonly edital: DocumentoLido } | null {
  if (!hasPares(d)) return null;
  const t = joinPaginas(d);
  const ultimo = findPares(t).at(-1);
  const ate = ultimo && t.paginaEm(ultimo.para[1] - 1).numero;
  if (!ate || ate > MAX_PAGINAS_NA_FRENTE || ate >= d.totalPaginas) return null;
  return { errata: { ...d, paginas: d.paginas.filter((p) => p.numero <= ate) }, edital: { ...d, paginas: d.paginas.filter((p) => p.numero > ate) } };
}

/** After the last full stop, empty line or line in capitals before it. */
function sentenceStart({ texto, dobrado }: Texto, i: number): number {
  const desde = Math.max(0, i - 300);
  const corte = [...dobrado.slice(desde, i).matchAll(/[.;]\s|\n\s*\n/g)].at(-1);
  const alto = [...texto.slice(desde, i).matchAll(/(?:^|\n)[^\n\p{Ll}]{6,}\n/gu)].at(-1);
  return desde + Math.max(corte ? corte.index + 1 : 0, alto ? alto.index + alto[0].length : 0);
}

function toCorrecao(nome: string, t: Texto, de: readonly [number, number] | null, para: readonly [number, number]): Correcao {
  const textoDe = de && clean(t.texto.slice(...de));
  const novoTexto = clean(t.texto.slice(...para));
  return {
    campo: campoDoTexto(fold(`${textoDe ?? ''} ${novoTexto}`)), de: textoDe && cutTexto(textoDe), para: cutTexto(novoTexto), novoTexto,
    evidenciaDe: de && quote(nome, t, de), evidenciaPara: quote(nome, t, para),
  };
}

const clean = (texto: string): string => squeeze(texto).replace(/^["“'‘]+|["”'’]+[.;,]?$/g, '');

/** Quote of the part that stands on the page where it begins. */
function quote(nome: string, t: Texto, [inicio, fim]: readonly [number, number]): Evidencia | null {
  const visivel = inicio + (t.texto.slice(inicio, fim).length - t.texto.slice(inicio, fim).trimStart().length);
  const pagina = t.paginaEm(visivel);
  // A short new text ("05/08/2025") cannot stand as a quote: it is shown with the words that introduce it.
  const curto = squeeze(t.texto.slice(visivel, Math.min(fim, pagina.fim)));
  return citar(nome, pagina.numero, curto.length >= 12 ? curto : t.texto.slice(Math.max(0, visivel - 30), Math.min(fim, pagina.fim)));
}

/**
 * The document with the "onde se lê" passages blanked (same lengths): what no longer holds must not be read as a fact.
 * The same object when it has none.
 */
export function eraseRevogado(d: DocumentoLido): DocumentoLido {
  if (!hasPares(d)) return d;
  const t = joinPaginas(d);
  const pares = findPares(t);
  if (!pares.length) return d;
  let inicio = 0;
  const paginas = d.paginas.map((p) => {
    const fim = inicio + p.texto.length;
    let texto = p.texto;
    for (const { de } of pares) {
      const [a, b] = [Math.max(de[0], inicio) - inicio, Math.min(de[1], fim) - inicio];
      if (b > a) texto = texto.slice(0, a) + texto.slice(a, b).replace(/[^\n]/g, ' ') + texto.slice(b);
    }
    inicio = fim + 1;
    return texto === p.texto ? p : { ...p, texto, linhas: [] };
  });
  return { ...d, paginas };
}

/** The edital already says what the errata orders: it was republished with it. */
export const isIncorporada = (c: Correcao, letrasDoEdital: string): boolean => {
  const letras = lettersOf(c.novoTexto);
  return letras.length >= 8 && letrasDoEdital.includes(letras.slice(0, 400));
};
