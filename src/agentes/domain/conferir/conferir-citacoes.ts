import { squeeze, TRECHO_MINIMO, type Evidencia } from '../../../kernel/index.js';
import { acharCitacao, prepararCitacao, type CitacaoPreparada, type Zona } from './achar-citacao.js';
import { paginaDobrada, totalDePaginas } from './paginas.js';
import { recusa, type BaseDeConferencia, type CitacaoProposta, type Recusa } from './tipos.js';

/** Quotes a claim may rest on. */
export const MAX_CITACOES = 4;

/** A quote that stands on its page, with where. */
export interface CitacaoAchada {
  readonly evidencia: Evidencia;
  readonly zona: Zona;
}

/** Every quote must stand: a claim that rests on a true and on a false one is refused. */
export function conferirCitacoes(citacoes: readonly CitacaoProposta[], base: BaseDeConferencia): { readonly ok: true; readonly achadas: readonly CitacaoAchada[] } | Recusa {
  if (!citacoes.length) return recusa('sem_citacao', 'A afirmação não cita o documento: transcreva o trecho em que se apoia, com documento e página.');
  const achadas: CitacaoAchada[] = [];
  for (const c of citacoes) {
    const r = conferirCitacao(c, base);
    if ('ok' in r) return r;
    for (const a of r) if (!achadas.some((b) => b.evidencia.documento === a.evidencia.documento && b.evidencia.pagina === a.evidencia.pagina && b.evidencia.trecho === a.evidencia.trecho)) achadas.push(a);
  }
  return { ok: true, achadas: achadas.slice(0, MAX_CITACOES) };
}

function conferirCitacao({ documento, pagina, trecho }: CitacaoProposta, base: BaseDeConferencia): CitacaoAchada[] | Recusa {
  if (squeeze(trecho).length < TRECHO_MINIMO) return recusa('citacao_curta', `A citação “${mostra(trecho)}” é curta demais: transcreva ao menos ${TRECHO_MINIMO} caracteres seguidos da página.`);
  const total = totalDePaginas(base, documento);
  if (total === 0) return recusa('documento_desconhecido', `O documento “${mostra(documento)}” não está entre os desta licitação: cite pelo id de um documento do dossiê.`);
  if (!Number.isInteger(pagina) || pagina < 1 || pagina > total) return recusa('pagina_inexistente', `A página ${pagina} não existe em “${mostra(documento)}”, que tem ${total}.`);
  const citacao = prepararCitacao(trecho);
  return naPagina(base, documento, pagina, citacao) ?? emOutraPagina(base, documento, pagina, total, citacao)
    ?? recusa('citacao_ausente', `O trecho “${mostra(trecho)}” não está na página ${pagina} de “${mostra(documento)}”: copie-o como está na página.`);
}

function naPagina(base: BaseDeConferencia, documento: string, pagina: number, citacao: CitacaoPreparada): CitacaoAchada[] | null {
  const p = paginaDobrada(base, documento, pagina);
  const zonas = p && acharCitacao(p, citacao);
  if (!p || !zonas) return null;
  return zonas.map((zona) => ({ zona, evidencia: { documento, pagina, trecho: squeeze(p.texto.slice(zona.inicio, zona.fim)) } }));
}

/** The true page, when the quote stands on exactly one other page of the same document. */
function emOutraPagina(base: BaseDeConferencia, documento: string, pagina: number, total: number, citacao: CitacaoPreparada): CitacaoAchada[] | null {
  let unica: CitacaoAchada[] | null = null;
  for (let n = 1; n <= total; n++) {
    const achada = n === pagina ? null : naPagina(base, documento, n, citacao);
    if (!achada) continue;
    if (unica) return null;
    unica = achada;
  }
  return unica;
}

const mostra = (texto: string): string => (texto.length > 80 ? `${texto.slice(0, 79)}…` : texto);
