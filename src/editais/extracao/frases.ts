/** Words whose dot does not end a sentence. */
const ABREVIATURA = /(?:\b(?:av|r|n|no|nos|art|arts|inc|fls?|dr|dra|sr|sra|eng|prof|cia|ltda|obs|pag|p|cnpj|ed|min|max|un|und|unid|km|ex|ref|qd|lt|jd|sta|sto|gov|mun|est|tel|lc|dec|res|port|aprox|esp|st|etc|a\.n|s\.a|[a-z])|\d)$/;
/** A line that begins something else: a numbered or letter item, a label of the summary table, a row of a table. */
const NOVO_ITEM = /^\s*(?:\d{1,2}\s*[.)-]\s+\S|\d{1,2}(?:\.\d{1,3}){1,4}[.)-]?\s*[a-z(]|[a-z]\)\s|[ivx]{1,5}\s*[-)]\s|-\s|§|paragrafo\s|anexo\s+[ivx\d]|(?:cgl|iap|itb|ial)\s+\d{1,2}\.\d|clausula\s|secao\s|lote\s+\d|item\s+(?:descri|especif|produto|\d)|r\$|total\b|em\s+atendimento\s+a\s+secretaria)/;
const ROTULO = /^\s*(?:(?:valor|data|criterio|modo|preferencia|local|tipo|modalidade|regime|prazo|responsavel|agente|pregoeir[oa]|recebimento|inicio|abertura|horario|processo|orgao|interessad[oa]s?|plataforma|validade|dotacao|recursos?|fonte|edital|amparo|obtencao|consulta|margem|contratante|entrega|periodo|unidade|secretaria|publicacao|endereco|objeto)\b[^\n:]{0,60}:|(?:valor\s+(?:total|estimado|global|maximo)|data\s+d[ae]|criterio\s+de\s+julgamento|modo\s+de\s+disputa|preferencia\s+|margem\s+de|regime\s+de\s+execucao|periodo\s+de|recebimento\s+das?\s+propostas?|local\s+d[ae]\s+sess)[^\n]{0,45}\n)/;
/** The line before plainly goes on in the next. */
const CONTINUA = /(?:\b(?:d[aeo]s?|e|ou|a|as|o|os|com|para|por|em|n[ao]s?|que|ao?s?|pel[ao]s?|sob|seus?|suas?)|[,/(-])\s*$/;

/**
 * End of the sentence that begins at `inicio` in `dobrado`, at most `maximo` characters on: a full stop that is not an
 * abbreviation's, a semicolon or colon at a line's end, an empty line, a line that begins something else. Page breaks
 * are crossed when the sentence plainly goes on.
 */
export function endOfFrase(dobrado: string, inicio: number, maximo = 900): number {
  const limite = Math.min(dobrado.length, inicio + maximo);
  for (let i = inicio; i < limite; i++) {
    const c = dobrado[i]!;
    if (c === '.' && isPontoFinal(dobrado, i)) return i;
    if ((c === ';' || c === ':') && /^[;:]\s*(?:\n|\f|$)/.test(dobrado.slice(i, i + 4))) return i;
    if (c === '\n' || c === '\f') {
      const resto = dobrado.slice(i + 1, i + 90);
      if (i > inicio + 12 && !CONTINUA.test(dobrado.slice(Math.max(inicio, i - 12), i)) && (/^\s*\n/.test(resto) || NOVO_ITEM.test(resto) || ROTULO.test(resto))) return i;
    }
  }
  return limite;
}

function isPontoFinal(dobrado: string, i: number): boolean {
  const seguinte = dobrado.slice(i + 1, i + 3);
  if (seguinte && !/^\s/.test(seguinte)) return false;
  const antes = dobrado.slice(Math.max(0, i - 8), i);
  // "nº 5." before a new line ends; "art. 5", "R. das Flores" do not
  return !ABREVIATURA.test(antes) || /^\s*\n/.test(dobrado.slice(i + 1, i + 4)) || (/\d$/.test(antes) && !/^\s\d/.test(seguinte));
}

const CAUDA = /[\s,;.-]*\b(?:tudo\s+)?(?:conforme|de\s+acordo\s+com|em\s+conformidade\s+com|nos\s+(?:termos|moldes)|segundo|observad[ao]s|nas\s+condicoes|consoante|atendid[ao]s)\b(?=[^.]{0,160}?\b(?:edital|anexos?|termo\s+de\s+referencia|instrumento|aviso|tabela|memorial\s+descritivo)\b)(?!\s+o\s+termo\s+de\s+compromisso)[\s\S]*$/;

/** Length of `dobrado` without the formula that ends the statement of an object ("conforme condições, quantidades e exigências…"). */
export function withoutCauda(dobrado: string): number {
  const m = CAUDA.exec(dobrado);
  return m && m.index > 40 ? m.index : dobrado.length;
}
