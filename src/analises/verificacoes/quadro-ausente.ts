import type { Contexto } from '../contexto/contexto.js';
import { findAchados, type Achado } from '../../editais/index.js';
import type { Evidencia } from '../../kernel/index.js';
import { textoDaFrase } from '../contexto/frase.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { citar } from './trechos.js';

const REMISSAO = /\b(?<que>quadros?|tabelas?|relac(?:ao|oes)|planilhas?|listagem|lista)\s+(?:(?:constantes?|descrit\w+|apresentad\w+|indicad\w+|discriminad\w+)\s+)?(?<onde>acima|abaixo|a\s+seguir|seguintes?|anterior)\b/;
const EXIGE = /\batestad|\bparcela|\bqualifica|\bcomprov|\bquantitativ|\bquantidade|\bindice|\bhabilita|\bexecu\w+\s+(?:de\s+)?(?:servicos|obras)|\brelevancia|\bexperiencia|\bcapacidade/;
/** Lines looked at on the side the sentence points to. */
const LINHAS = 14;
const LARGURA = 110;
/** Longest lettered line still taken for an entry of a list. */
const LINHA_DE_LISTA = 70;

/** A requirement that points to a table which is not there: nobody knows what is asked. */
export interface RequisitoIndefinido {
  readonly texto: string;
  readonly evidencia: Evidencia;
}

/** Sentences that set a requirement by "quadro abaixo" or "tabela acima" with no table on that side of the text. */
export function findRequisitosIndefinidos(c: Contexto): RequisitoIndefinido[] {
  return findAchados(c.texto, REMISSAO, { regioes: ['edital', 'tr', 'anexo'] }).flatMap((a) => {
    const frase = textoDaFrase(c.texto, a.inicio, a.fim);
    if (!EXIGE.test(frase) || hasTabela(c, a)) return [];
    const evidencia = citar(c.texto, a.inicio, a.fim);
    const que = `${a.original('que')?.toLowerCase() ?? 'quadro'} ${a.original('onde')?.toLowerCase().replace(/\s+/g, ' ') ?? ''}`.trim();
    return evidencia ? [{ texto: `O edital remete a "${que}" para definir a exigência, e não há ${a.original('que')?.toLowerCase() ?? 'quadro'} nesse ponto: pergunte o que é exigido.`, evidencia }] : [];
  });
}

function hasTabela(c: Contexto, a: Achado): boolean {
  const antes = /acima|anterior/.test(a.nome['onde'] ?? '');
  const i = c.texto.linhas.findIndex((l) => l.fim > a.inicio);
  const vizinhas = antes ? c.texto.linhas.slice(Math.max(0, i - LINHAS), i) : c.texto.linhas.slice(i + 1, i + 1 + LINHAS);
  const juntas = antes ? vizinhas.slice(-JUNTO) : vizinhas.slice(0, JUNTO);
  return vizinhas.filter((l) => isLinhaDeTabela(l.dobrado)).length >= 2 || juntas.some((l) => isEmCaixaAlta(l.texto));
}

/** A single service, printed in capitals right there. */
const JUNTO = 3;
const isEmCaixaAlta = (linha: string): boolean => linha.length > 15 && linha === linha.toUpperCase() && /\p{Lu}{4}/u.test(linha) && !/^\s*\d{1,2}\s*[.)-]/.test(linha);

/** A row or a list item: short, with a number or a marker; not the next numbered clause of the edital. */
function isLinhaDeTabela(linha: string): boolean {
  if (linha.length > LARGURA) return false;
  if (/^\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+[a-z]{2,}.{50,}/.test(linha)) return false;
  // A lettered clause that runs on over the line is prose, not a row.
  if (/^(?:[a-z](?:\.\d{1,2})?|[ivx]{1,4})\s*[-)]/.test(linha) && linha.length > LINHA_DE_LISTA && !/[;:]\s*(?:e\s*)?$/.test(linha)) return false;
  return /^(?:[a-z]\)|[ivx]{1,4}\s*[-)]|-\s|\*|item\b|descricao|servico|parcela|unid|quant)/.test(linha) || /\d[\d.,]*\s*(?:%|m²|m2|m³|m3|m\b|km|kg|un\b|und|t\b|ton|ha\b|l\b|h\b|mes|unid|horas?)/.test(linha) || /^\d{1,3}\s+\S/.test(linha) || /[\d.,]{3,}\s*$/.test(linha)
    || /^(?:lg|sg|lc|ilg|isg|ilc|ig|ge|ie)\b\s*[=:]|=\s*.{0,60}ativo|passivo\s+circulante/.test(linha);
}

export const quadroAusente: Regra = {
  id: 'requisito_indefinido', titulo: 'Exigência que remete a quadro que não está no texto', dispositivo: 'art. 25, caput, da Lei 14.133/2021', nivelFonte: 'D', vigencia: VIGENCIA_14133, regimes: ['14133', '13303'],
  verificar: (c) => {
    const r = findRequisitosIndefinidos(c);
    if (!r.length) return null;
    return { resultado: 'nao_aferivel', motivo: 'O edital define exigência por um quadro ou tabela que não aparece no ponto indicado.', evidencias: r.slice(0, 3).map((x) => x.evidencia), sugestao: 'Pedir o quadro, ou que se diga o que é exigido.' };
  },
};
