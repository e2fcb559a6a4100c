/** The part of a notice that fills its general conditions in, by the names editais give it. */
export const NOME_DA_FOLHA = String.raw`(?:folha\s+de\s+dados|quadro(?:\s+de)?\s+(?:informacoes|resumo|dados)|quadro-resumo|tabela\s+de\s+dados|dados\s+d[aoe]\s+(?:licitacao|certame|edital|contratacao)|condicoes\s+especificas|instrucoes\s+especificas)`;
const FOLHA = String.raw`(?:${NOME_DA_FOLHA}|cgl\s?\d)`;
const REMISSAO = new RegExp(String.raw`\b(?:quando|se|caso|desde\s+que|somente\s+se|sempre\s+que)\b[^.;]{0,60}?\b(?:permitid|previst|estabelecid|exigid|indicad|admitid|autorizad|solicitad|assim\s+(?:dispu|dispos|estabelec|indic|prev))\w*[^.;]{0,50}?\b${FOLHA}`);

const DEIXA_A_FOLHA = new RegExp(String.raw`\b(?:constante|indicad|descrit|definid|estabelecid|previst|fixad|informad|especificad|conforme|consoante)[^.;]{0,80}?\b(?:${FOLHA}|ite(?:m|ns)\s+\d[\d.]*\s+d[oa]\s+(?:preambulo|quadro|folha))`);
/** A statement whose content is only "as told in the data sheet". Folded text, white space collapsed. */
export const isSoRemissao = (frase: string): boolean => DEIXA_A_FOLHA.test(frase);

/** A general condition that leaves the answer to the data sheet: alone it says neither yes nor no. Folded text, white space collapsed. */
export const isRemetidoAFolha = (frase: string): boolean => REMISSAO.test(frase);

/** Start of a row of a data sheet before its label: number of the clause it fills in. Source, on folded text. */
export const INICIO_DE_LINHA = String.raw`(?:^|[\n\f])[ \t]{0,8}(?:(?:cgl|iap|item|dados?)[ \t])?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\)?[ \t]{1,6})?`;
/** Between the label of a row and what it says. */
export const ENTRE_CELULAS = String.raw`\s{0,3}[:|–-]?(?:\s{0,6}|[ \t]{0,80})`;
