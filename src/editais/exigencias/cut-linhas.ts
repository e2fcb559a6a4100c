import { isUpper, type LinhaTexto } from '../domain/linhas-texto.js';

/** How a line or a part of one begins: `nivel` tells numbers from letters and roman numerals. */
export interface Marca {
  readonly tipo: 'numero' | 'secao' | 'letra' | 'romano' | 'travessao';
  /** "8.2.1", "8", "a", "a.1", "iv"; empty for a dash. */
  readonly rotulo: string;
  /** Characters up to the text. */
  readonly tamanho: number;
}

const NUMERO = /^\s*(?:item\s+|subitem\s+)?(\d{1,2}(?:\s?\.\s?\d{1,3}(?![\d,]|\.\d{3}\b)){1,6}(?:\.?[a-z](?=\)))?)(?:\s*[.)º-]{0,2}\s*-?\s*(?=\S)|\s+)(?![%\d]|(?:dias?|meses|m2|m3|kg|km|un|und)\b)/;
const SECAO = /^\s*(\d{1,2})\s*(?:[.)-]\s*-?\s*|\s+)(?=["(]?[a-z])/;
const LETRA = /^\s*\(?([a-z]{1,2}(?:\.?\d{1,2}){0,3})\s?(?:\)\s*\.?\s*-?|\s?-\s|\.\s(?=[a-z]))\s*(?=\S)/;
const ROMANO = /^\s*\(?([ivxl]{1,6}(?:\.\d{1,2}){0,2})\s?(?:[-)]|\.\s)\s*-?\s*(?=\S)/;
const TRAVESSAO = /^\s*(?:[-*■▪●►➢✓✔⮚❖☐☒☑□]|[([]\s{0,4}x?\s{0,4}[)\]]|§\s?\d{1,2}\s?[ºo]?|paragrafo\s+(?:unico|primeiro|segundo|terceiro|quarto))\s*[:.-]?\s+(?=\S)/;

/** Reads the number, letter or dash at the start of folded text; null when it has none. `titulo`: a bare "7 TEXTO" counts only in capitals. */
export function readMarca(dobrado: string, alto: boolean): Marca | null {
  const numero = NUMERO.exec(dobrado);
  if (numero) return { tipo: 'numero', rotulo: numero[1]!.replace(/\s/g, ''), tamanho: numero[0].length };
  const romano = ROMANO.exec(dobrado);
  if (romano && romano[1] !== 'l' && romano[1] !== 'x') return { tipo: 'romano', rotulo: romano[1]!, tamanho: romano[0].length };
  const secao = SECAO.exec(dobrado);
  if (secao && (alto || /[.)-]/.test(secao[0]))) return { tipo: 'secao', rotulo: secao[1]!, tamanho: secao[0].length };
  const letra = LETRA.exec(dobrado);
  if (letra && (letra[0].includes(')') || /^\s*[a-z](?:\.?\d)?\s?[-.]/.test(dobrado))) return { tipo: 'letra', rotulo: letra[1]!, tamanho: letra[0].length };
  const travessao = TRAVESSAO.exec(dobrado);
  return travessao ? { tipo: 'travessao', rotulo: '', tamanho: travessao[0].length } : null;
}

const FIM_DE_FRASE = /[.;:!?]["”)]?\s*$/;
const CONTINUA = /(?:[,(/-]|\b(?:a|ao|aos?|as?|com|como|conforme|d[aeo]s?|e|em|n[ao]s?|n[º°]|o|os|ou|para|pel[ao]s?|por|que|se|sob|seus?|suas?|art|arts|item|itens|lei|inciso)\.?)\s*$/;

/** An unnumbered line that begins a paragraph or a heading of its own. */
export function startsParagrafo(l: LinhaTexto, anterior: LinhaTexto, largura: number): boolean {
  const comeco = l.texto.trimStart();
  if (!/^[\p{Lu}"“(]/u.test(comeco) || CONTINUA.test(anterior.dobrado)) return false;
  if (/;\s*(?:e|ou|e\/ou)?\s*$/.test(anterior.dobrado)) return true;
  const [titulo, antes] = [isUpper(l.texto) && l.texto.length < 110, isUpper(anterior.texto) && anterior.texto.length < 110];
  if (titulo !== antes && (antes || FIM_DE_FRASE.test(anterior.texto))) return true;
  return (FIM_DE_FRASE.test(anterior.texto) && (anterior.texto.length < largura * 0.9 || comeco.length < largura * 0.6)) || (anterior.texto.trim().length < largura * 0.45 && anterior.texto.trim().length < 60);
}

/** Enumerations inside a paragraph: "…do juízo. a.2) Caso", "prova de: a) CNPJ; b) …", "; II - …". Offsets in the folded text given. */
const INTERNA = /[;:.]\s+(?:e\s+|ou\s+)?(?=(?:[a-z](?:\.?\d{1,2}){0,2}\s?\)|\d{1,2}(?:\.\d{1,3}){2,5}\.?\s(?!\d)|[ivx]{1,5}\s?-)\s*[a-z])/g;

export const findInternas = (dobrado: string): number[] => [...dobrado.matchAll(INTERNA)].map((m) => m.index + m[0].length);
