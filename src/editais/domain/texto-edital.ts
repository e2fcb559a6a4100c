import { fold, squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type Evidencia } from '../../kernel/index.js';
import { beforeLigatura } from './before-ligatura.js';
import type { Regiao, Secao, TipoRegiao } from './estrutura.js';
import type { DocumentoLido } from './documento.js';
import { clarifyDobrado } from './clarify-dobrado.js';
import { cutLinhas, findRegioes, type LinhaTexto } from './find-regioes.js';
import { isInicioDeLinhaPropria } from './inicio-de-linha.js';
import { findSecoes } from './find-secoes.js';
import { restoreQuebras } from './restore-quebras.js';

/** A document and the kind of region its text is when no annex heading says otherwise. */
export interface Parte {
  readonly documento: DocumentoLido;
  readonly regiao: TipoRegiao;
}

interface PaginaNoTexto {
  readonly documento: string;
  readonly pagina: number;
  readonly inicio: number;
  readonly fim: number;
  readonly origem: string;
  /** Confidence of OCR; absent for native text. */
  readonly ocr?: number;
}

/**
 * The whole set as one text that remembers where each character stands. `dobrado` has the same length as `texto`
 * (see `fold`): expressions are matched on `dobrado` (lower case, no accents, see `clarifyDobrado`), quotes are cut from `texto`.
 * Pages are separated by `\f`, lines by `\n`: write `\s+` between words.
 */
export class TextoEdital {
  readonly texto: string;
  readonly dobrado: string;
  readonly linhas: readonly LinhaTexto[];
  readonly regioes: readonly Regiao[];
  readonly secoes: readonly Secao[];
  readonly paginas: readonly PaginaNoTexto[];
  /** True when some page of some part could not be read. */
  readonly incompleto: boolean;

  constructor(readonly partes: readonly Parte[]) {
    const pedacos: string[] = [];
    const paginas: PaginaNoTexto[] = [];
    const limites: { inicio: number; fim: number; regiao: TipoRegiao }[] = [];
    let offset = 0;
    for (const { documento, regiao } of partes) {
      const inicioParte = offset;
      for (const p of documento.paginas) {
        // Nothing stands between empty pages: thousands of them are no text for expressions to run over.
        if (p.texto) pedacos.push(restoreQuebras(p), '\f');
        paginas.push({ documento: documento.nome, pagina: p.numero, inicio: offset, fim: offset + p.texto.length, origem: p.origem, ...(p.origem === 'ocr' ? { ocr: p.confiancaOcr ?? 0 } : {}) });
        if (p.texto) offset += p.texto.length + 1;
      }
      limites.push({ inicio: inicioParte, fim: offset, regiao });
    }
    this.texto = pedacos.join('');
    const dobrado = fold(this.texto);
    this.paginas = paginas;
    this.linhas = cutLinhas(this.texto, dobrado);
    this.dobrado = clarifyDobrado(dobrado, this.linhas);
    const linhasDe = limites.map((l) => this.linhas.filter((x) => x.inicio >= l.inicio && x.inicio < l.fim));
    this.regioes = limites.flatMap((l, i) => findRegioes(linhasDe[i]!, l.fim, l.regiao, l.inicio));
    const sumarios = this.regioes.filter((r) => r.tipo === 'sumario');
    this.secoes = limites.flatMap((l, i) => findSecoes(linhasDe[i]!, l.fim, sumarios));
    this.incompleto = partes.some((p) => p.documento.naoLido.length > 0);
  }

  /** The page an offset stands on. */
  paginaEm(offset: number): PaginaNoTexto {
    return this.paginas[this.ordemPaginaEm(offset)]!;
  }
  /** Order of the page in the set, 0-based: the cover is 0. */
  ordemPaginaEm(offset: number): number {
    return Math.max(0, lastIndex(this.paginas, offset));
  }
  regiaoEm(offset: number): Regiao {
    return last(this.regioes, offset) ?? this.regioes[0]!;
  }
  /** The titled section an offset stands in; undefined before the first title. A section never reaches across regions. */
  secaoEm(offset: number): Secao | undefined {
    const s = last(this.secoes, offset);
    return s && s.inicio >= this.regiaoEm(offset).inicio - 1 ? s : undefined;
  }

  /**
   * Bounds of the clause around [inicio, fim): back to the start of its numbered item, paragraph or sentence and on to
   * its end, never leaving the page. For the condition, negation and context of a match.
   */
  clausulaEm(inicio: number, fim = inicio, maximo = 1200): { inicio: number; fim: number } {
    const pagina = this.paginaEm(inicio);
    let a = inicio;
    while (a > pagina.inicio && inicio - a < maximo && !isInicioClausula(this.dobrado, this.texto, a)) a--;
    let b = Math.max(fim, inicio + 1);
    while (b < pagina.fim && b - fim < maximo && !isInicioClausula(this.dobrado, this.texto, b)) b++;
    return { inicio: a, fim: b };
  }

  /**
   * A quote for [inicio, fim): the match widened, while it is shorter than `alvo` characters, to whole words of its
   * sentence. It is not widened over the break between two short lines (labels, headers, cells of a table): readers of
   * PDF order those differently. Null when it cannot be a quote (crosses a page, longer than 400, shorter than 12).
   */
  trechoEm(inicio: number, fim: number, alvo = 110): Evidencia | null {
    const pagina = this.paginaEm(inicio);
    if (fim > pagina.fim) return null;
    const clausula = this.clausulaEm(inicio, fim);
    const corrido = this.widen(inicio, fim, clausula, alvo, true);
    const trecho = corrido.length >= TRECHO_MINIMO ? corrido : this.widen(inicio, fim, { inicio: pagina.inicio, fim: pagina.fim }, alvo / 2, false);
    const escolhido = trecho.length <= TRECHO_MAXIMO ? trecho : squeeze(this.texto.slice(inicio, fim));
    if (escolhido.length < TRECHO_MINIMO || escolhido.length > TRECHO_MAXIMO) return null;
    return { documento: pagina.documento, pagina: pagina.pagina, trecho: escolhido, ...(pagina.ocr === undefined ? {} : { ocr: pagina.ocr }) };
  }

  private widen(inicio: number, fim: number, limite: { inicio: number; fim: number }, alvo: number, soTextoCorrido: boolean): string {
    const segue = (quebra: number): boolean => this.texto[quebra] !== '\n' || !soTextoCorrido || isTextoCorrido(this.texto, quebra);
    let a = inicio;
    let b = fim;
    while (a > limite.inicio && b - a < alvo && inicio - a < alvo / 2 && segue(a - 1)) a--;
    while (b < limite.fim && b - a < alvo + 20 && segue(b)) b++;
    while (a > limite.inicio && !/\s/.test(this.texto[a - 1]!)) a--;
    while (b < limite.fim && !/\s/.test(this.texto[b]!)) b++;
    const curto = b - a < alvo / 2 ? b : beforeLigatura(this.texto, fim, b);
    return squeeze(this.texto.slice(a, Math.max(curto, Math.min(b, a + TRECHO_MINIMO))));
  }
}

/** A line break inside a paragraph: the line before is long and unfinished, the next goes on in lower case or with a number. */
function isTextoCorrido(texto: string, quebra: number): boolean {
  const anterior = texto.slice(texto.lastIndexOf('\n', quebra - 1) + 1, quebra).trimEnd();
  return anterior.length >= 45 && !/[.:;]$/.test(anterior) && /^\s*[\p{Ll}\d(%“"]/u.test(texto.slice(quebra + 1, quebra + 8));
}

const last = <T extends { inicio: number }>(itens: readonly T[], offset: number): T | undefined => itens[lastIndex(itens, offset)];

/** Index of the last that begins at or before an offset; -1 when none does. */
function lastIndex(itens: readonly { readonly inicio: number }[], offset: number): number {
  let lo = 0;
  let hi = itens.length - 1;
  while (lo <= hi) {
    const m = (lo + hi) >> 1;
    if (itens[m]!.inicio <= offset) lo = m + 1;
    else hi = m - 1;
  }
  return hi;
}

const INICIO_ITEM = /^(?:\d{1,2}(?:\.\d{1,3}){1,5}\.?[\s)]|\d{1,2}\s*[.)-]\s+[a-z]|[a-z]\)\s|[ivx]{1,5}\s*[-)]\s|paragrafo\s|§|clausula\s|-\s)/;
function isInicioClausula(dobrado: string, texto: string, i: number): boolean {
  const anterior = dobrado[i - 1];
  if (anterior === '\f') return true;
  if (anterior === '\n') return INICIO_ITEM.test(dobrado.slice(i, i + 24)) || dobrado[i - 2] === '\n' || isInicioDeLinhaPropria(texto, i);
  return false;
}
