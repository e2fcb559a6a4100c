/** What a line begins with that starts something of its own, besides a number: the heading words of articles and of data sheets. */
const ARTIGO = /^\s{0,8}(?:Art\.|ARTIGO|Artigo)\s?\d{1,3}\s?[º°.]{0,2}\s{0,2}[-–]?\s+[\p{Lu}"“]/u;
const LINHA_DE_FOLHA = /^\s{0,8}(?:CGL|IAP|IAL|ITB|IAO|CGE|FD|DL)\s\d{1,2}\.\d/;
/** "Prazo de execução: 720 dias": a label of few words, its colon and what it says. */
const ROTULO = /^\s{0,8}\p{Lu}[\p{L} /()-]{3,46}:\s\S/u;
/** The same in a table whose cells are told apart by a wide gap, lost in the text: "Vigência do contrato 14 meses". */
const CELULA = /^\s{0,8}(?:Objeto|Abertura|Entrega d|Recebimento d|In[ií]cio d|Local|Esclareciment|Impugna[çc]|Valor|Validade|Prazo|Vig[êe]ncia|Garantia|Patrim[ôo]nio l|Cons[óo]rcio|Participa[çc][ãa]o (?:de|em) cons|Subcontrata|Visita t|Vistoria|Amostra|Prova de conceito|Reajuste|Pagamento|Regime|Crit[ée]rio|Modo d|Sistema|Plataforma|Or[çc]amento|Tipo|Sess[ãa]o)[\p{L} /]{0,44}? [\p{Lu}\d]/iu;
/** The line before goes on in this one. */
const CONTINUA = /(?:[,(/–-]|(?:^|\s)(?:d[aeo]s?|e|ou|[ao]s?|ao|à|às|em|n[ao]s?|para|por|pel[ao]s?|com|sem|que|até|conforme|pelo menos))$/i;
const ALCANCE = 60;

/** True when the line at `i` of a text as printed opens an article, a row of a data sheet or a row "label: value". */
export function isInicioDeLinhaPropria(texto: string, i: number): boolean {
  const linha = texto.slice(i, i + ALCANCE);
  if (ARTIGO.test(linha) || LINHA_DE_FOLHA.test(linha)) return true;
  return (ROTULO.test(linha) || (/^\s{0,8}\p{Lu}/u.test(linha) && CELULA.test(linha.split('\n')[0]!) && /^\s{0,8}[^.;]{0,60}$/.test(linha.split('\n')[0]!.replace(/\d[.,]\d/g, '')))) && !CONTINUA.test(texto.slice(Math.max(0, i - 14), i).trimEnd());
}
