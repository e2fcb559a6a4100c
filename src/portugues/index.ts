/**
 * Portuguese analysis for search and matching: text → terms that join what a reader takes for the same word (ação/ações,
 * prazo/prazos, contratação/contratar) and keep apart what the law keeps apart (contratante/contratada, licitante/licitação,
 * habilitação/inabilitação). One place for all of it: search in the documents today, matching of companies and tenders next.
 */
export { analyze } from './analise.js';
export { toSingular } from './plural.js';
export { stem } from './radical.js';
export { tokenize, type Palavra } from './tokens.js';
export { isVazia } from './vazias.js';
