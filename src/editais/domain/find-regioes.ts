import { fold } from '../../kernel/index.js';
import type { Regiao, TipoRegiao } from './estrutura.js';

/** A line of the text with its place. */
export interface LinhaTexto {
  readonly inicio: number;
  readonly fim: number;
  readonly texto: string;
  readonly dobrado: string;
  /** 0 for the first line with text of its page. */
  readonly ordemNaPagina: number;
}

/** Lines with text, in order. `texto` uses `\f` between pages. */
export function cutLinhas(texto: string): LinhaTexto[] {
  const linhas: LinhaTexto[] = [];
  let inicio = 0;
  let ordem = 0;
  for (let i = 0; i <= texto.length; i++) {
    const c = texto[i];
    if (i < texto.length && c !== '\n' && c !== '\f') continue;
    const linha = texto.slice(inicio, i);
    if (linha.trim()) linhas.push({ inicio, fim: i, texto: linha, dobrado: fold(linha).trim(), ordemNaPagina: ordem++ });
    if (c === '\f') ordem = 0;
    inicio = i + 1;
  }
  return linhas;
}

const ANEXO = /^(?:\(?\s*)anexo\s+(?:n?[ºo.]?\s*)?([ivxlc]{1,6}|\d{1,2}|unico|[a-h])(?:\s*[-.]?\s*[a-h]\b)?\s*[-:.)/]*\s*(.*)$/;
const TITULO_SOLTO = /^(?:minuta d[eoa]|estudo tecnico preliminar|termo de referencia|projeto basico|modelo d[eoa]|memorial descritivo)\b/;

const TIPOS: readonly [RegExp, TipoRegiao][] = [
  [/\bminuta\b.*\b(?:contrato|ata|termo|instrumento)|\bcontrato (?:administrativo|n[ºo.])|^contrato\b|\bata de registro de precos?\b/, 'minuta'],
  [/estudos? tecnicos? preliminar|\betp\b/, 'etp'],
  [/termo de referencia|projeto basico|memorial descritivo|especificac|\btr\b/, 'tr'],
  [/modelo|declarac|carta|procurac|credencia|formulario|proposta (?:de preco|comercial)|termo de (?:renuncia|vistoria|ciencia)/, 'modelo'],
  [/planilha|orcament|cronograma|relacao d[eo]s? itens|composic|\bbdi\b/, 'planilha'],
];

/** Type of a part by its title; `anexo` when the title tells nothing. */
export const tipoDoTitulo = (titulo: string): TipoRegiao => TIPOS.find(([r]) => r.test(titulo))?.[1] ?? 'anexo';

/**
 * Cuts the text into the edital's body and its annexes. An annex begins at a line "ANEXO II …" that stands as a
 * heading (near the top of a page, or short and upper case) and is not a row of the list of annexes, nor a mention
 * inside a sentence.
 */
export function findRegioes(linhas: readonly LinhaTexto[], fim: number, inicial: TipoRegiao = 'edital', inicio = 0): Regiao[] {
  const cortes: { inicio: number; tipo: TipoRegiao; titulo: string }[] = [{ inicio, tipo: inicial, titulo: '' }];
  linhas.forEach((l, i) => {
    const titulo = headingAt(linhas, i);
    if (titulo === null) return;
    const tipo = tipoDoTitulo(titulo);
    const anterior = cortes.at(-1)!;
    // "TERMO DE REFERÊNCIA" right under "ANEXO I" names the same part.
    if (l.inicio - anterior.inicio < 400 && anterior.titulo && (anterior.tipo === tipo || tipo === 'anexo')) return;
    if (l.inicio - anterior.inicio < 400 && anterior.titulo && anterior.tipo === 'anexo') cortes.pop();
    cortes.push({ inicio: l.inicio, tipo, titulo });
  });
  return cortes.map((c, i) => ({ ...c, fim: cortes[i + 1]?.inicio ?? fim }));
}

function headingAt(linhas: readonly LinhaTexto[], i: number): string | null {
  const l = linhas[i]!;
  if (l.texto.length > 140 || /\.{5,}/.test(l.texto)) return null;
  const anexo = ANEXO.exec(l.dobrado);
  const alto = l.ordemNaPagina < 7;
  if (anexo) {
    if (/^(?:anexo\s+\S+)\s*(?:,|;|\)|deste|desse|do edital|ao edital|e\b|da\b|do\b(?!.{0,3}edital))/.test(l.dobrado) && !isUpper(l.texto)) return null;
    if (/[;,]\s*$/.test(l.texto)) return null;
    const vizinho = (k: number): boolean => ANEXO.test(linhas[k]?.dobrado ?? '') || /^anexo/.test(linhas[k]?.dobrado ?? '');
    const lista = vizinho(i + 1) || vizinho(i - 1) || (vizinho(i + 2) && vizinho(i - 2));
    if (lista && !(alto && !vizinho(i - 1) && !vizinho(i + 1))) return null;
    if (!alto && !(isUpper(l.texto) && l.texto.length < 90 && !/[.:]\s*$/.test(l.texto.slice(0, -1)))) return null;
    return `${l.dobrado} ${linhas[i + 1]?.dobrado ?? ''} ${linhas[i + 2]?.dobrado ?? ''}`.slice(0, 200);
  }
  if (l.ordemNaPagina < 4 && TITULO_SOLTO.test(l.dobrado) && l.texto.length < 90 && isUpper(l.texto)) return l.dobrado;
  return null;
}

/** True when the letters are mostly capitals: a heading. */
export function isUpper(texto: string): boolean {
  const letras = texto.replace(/[^\p{L}]/gu, '');
  return letras.length > 2 && letras.replace(/\p{Ll}/gu, '').length / letras.length > 0.75;
}
