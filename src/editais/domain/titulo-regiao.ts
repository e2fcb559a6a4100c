import type { TipoRegiao } from './estrutura.js';
import { isInterrompida, isUpper, type LinhaTexto } from './linhas-texto.js';

const ORDINAL = String.raw`(?:[ivxlc]{1,6}|\d{1,2}|unico|[a-h])(?:\s?[-.]\s?(?:[a-h]|\d{1,2}|[ivx]{1,4})\b)?`;
const ANEXO = new RegExp(String.raw`^\(?\s*(?:anexo|apendice|encarte)\s+(?:n?[ºo.]?\s*)?${ORDINAL}(?![\w])`);
/** "MODELO DE CARTA – ANEXO III AO EDITAL": the annex named at the end of its own title. */
const ANEXO_NO_FIM = new RegExp(String.raw`[-(]\s*anexo\s+${ORDINAL}\b`);
/** Titles of parts that begin without the word "anexo"; a list of what must follow keeps sentences and table cells out. */
const TITULO_SOLTO = [
  /^minuta d[eoa]\s+(?:termo|contrato|ata|instrumento|carta)/, /^termo de referencia\b/, /^projeto basico\b/, /^memorial descritivo\b/,
  /^estudos? tecnicos? preliminar(?:es)?\b/,
  /^modelo d[eoa]\s+(?:declarac|proposta|carta|procurac|termo|credenc|ficha|planilha|atestado|ordem|contrato|solicitac)/,
  /^(?:termo de contrato|contrato(?: administrativo)?|ata de registro de precos)\s+n[ºo°.]+(?!\s*:)/,
];
/** Documents made in compras.gov ("Estudo Técnico Preliminar 5/2024"), not in capitals. */
const DIGITAL = /^(?:uasg \d+ )?(?:estudo tecnico preliminar|termo de referencia)\s+\d{1,4}\/\d{4}$/;
const TOPO_ANEXO = 7;
const TOPO_TITULO = 12;

const TIPOS: readonly [RegExp, TipoRegiao][] = [
  [/\bminuta\b.*\b(?:contrat|ata|termo|instrumento)|\bcontrato (?:administrativo|n[ºo.])|^contrato\b|^termo de contrato|\bata de registro de precos?\b/, 'minuta'],
  [/estudos? tecnicos? preliminar|\betp\b/, 'etp'],
  [/\bmodelos?\b|declarac|\bcarta\b|procurac|credenciamento d|termo de credenc|formulario|proposta (?:de preco|comercial|padrao|padronizada|readequada|final)|termo de (?:renuncia|vistoria|ciencia|compromisso|confidencial|responsabilidade|aceite)|\brecibo\b|\batestado de (?:visita|vistoria)/, 'modelo'],
  [/termo de referencia|projeto basico|memorial descritivo|especificac|\btr\b|quantitativos/, 'tr'],
  [/planilha|orcament|cronograma|relacao d[eo]s? itens|composic|\bbdi\b|precos? (?:maxim|estimad|referenc)|valor(?:es)? (?:maxim|estimad|de referenc)|estimativa de (?:demanda|preco|quantidade)/, 'planilha'],
];

/** Type of a part by its title; `anexo` when the title tells nothing. */
export const tipoDoTitulo = (titulo: string): TipoRegiao => TIPOS.find(([r]) => r.test(titulo))?.[1] ?? 'anexo';

/** Lines that only identify the tender, between "ANEXO I" and the title of the annex. */
const IDENTIFICACAO = /^(?:municipio|prefeitura|estado d|governo|secretaria|camara|fundo|processo|edital|pregao|concorrencia|dispensa|inexigibilidade|credenciamento n|modalidade|tipo\b|licitac|registro de precos? n|srp\b|n[ºo°]|sei\b|\(?ao? (?:edital|processo)|do edital)/;

export interface TituloRegiao {
  readonly tipo: TipoRegiao;
  readonly titulo: string;
  readonly anexo: boolean;
}

/** Reads line `i` as the heading of a part; null when it is not one. */
export function readTituloRegiao(linhas: readonly LinhaTexto[], i: number): TituloRegiao | null {
  const l = linhas[i]!;
  if (l.texto.length > 150 || /\.{5,}\s*\d*$|…{2,}/.test(l.dobrado)) return null;
  const anterior = linhas[i - 1];
  if (anterior && isInterrompida(anterior)) return null;
  if (isAnexo(l)) return isItemDeLista(anterior, l) ? null : { ...describe(linhas, i), anexo: true };
  if (l.ordemNaPagina < TOPO_ANEXO && isUpper(l.texto) && l.texto.length < 120 && /^[a-z][^;]*[^;,]$/.test(l.dobrado) && ANEXO_NO_FIM.test(l.dobrado)) return { ...describe(linhas, i), anexo: true };
  if (l.ordemNaPagina >= TOPO_TITULO || l.texto.length >= 110 || /[:;,]$/.test(l.dobrado)) return null;
  if (DIGITAL.test(l.dobrado) || (isUpper(l.texto) && TITULO_SOLTO.some((r) => r.test(l.dobrado)))) return { tipo: tipoDoTitulo(l.dobrado), titulo: l.dobrado, anexo: false };
  return null;
}

/** True for a line that begins with "ANEXO II", heading or row of a list. */
export const startsWithAnexo = (l: LinhaTexto): boolean => ANEXO.test(l.dobrado);

function isAnexo(l: LinhaTexto): boolean {
  if (!ANEXO.test(l.dobrado) || /[;,]$/.test(l.dobrado)) return false;
  const alto = isUpper(l.texto);
  if (l.dobrado.startsWith('(') && !(l.ordemNaPagina < 3 && /^\([^()]{7,20}\)$/.test(l.dobrado))) return false;
  if (!alto && /[a-z]{3}\.\s+\(?[a-z]/.test(l.dobrado)) return false;
  if (!alto && /^anexo\s+\S+\s*(?:,|;|\)|deste|desse|do edital|ao edital|e\b|da\b|do\b|de\b|que\b|com\b|ou\b|para\b)/.test(l.dobrado)) return false;
  return l.ordemNaPagina < TOPO_ANEXO || (alto && l.texto.length < 90 && !/[.:]$/.test(l.dobrado));
}

/** "Anexo III: Declaração de enquadramento" under "Anexo IV: Declaração unificada;": what must be handed in, carried over to the next page. */
const isItemDeLista = (anterior: LinhaTexto | undefined, l: LinhaTexto): boolean =>
  anterior !== undefined && !isUpper(l.texto) && startsWithAnexo(anterior) && /[;,:]$/.test(anterior.dobrado) && l.dobrado.replace(ANEXO, '').trim().length > 3;

/** The title as printed on the heading's line and, when that tells nothing, the first of the next lines that does. */
function describe(linhas: readonly LinhaTexto[], i: number): { tipo: TipoRegiao; titulo: string } {
  const partes = [linhas[i]!.dobrado];
  let tipo = tipoDoTitulo(linhas[i]!.dobrado);
  for (let k = i + 1; tipo === 'anexo' && k < linhas.length && k <= i + 8; k++) {
    const l = linhas[k]!;
    if (l.ordemNaPagina === 0 || l.texto.length > 150 || /^\d{1,2}\s*[.)-]?\s/.test(l.dobrado)) break;
    if (IDENTIFICACAO.test(l.dobrado)) continue;
    partes.push(l.dobrado);
    tipo = tipoDoTitulo(l.dobrado);
    if (partes.length > 4) break;
  }
  if (partes.length === 1 && linhas[i + 1]) partes.push(linhas[i + 1]!.dobrado);
  return { tipo, titulo: partes.join(' ').slice(0, 200) };
}
