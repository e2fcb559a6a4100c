import { escapeHtml } from '../../kernel/index.js';
import type { AvisoDados, TipoAviso } from '../domain/aviso.js';
import { assuntoDe, nomeDaEmpresa, ORDEM } from './assunto.js';
import { toBloco, type BlocoDeAviso } from './bloco-do-aviso.js';
import { botaoLink, escapeHref, layoutHtml, paragrafo } from './html.js';

/** An e-mail's texts. */
export interface TextosDoEmail {
  readonly assunto: string;
  readonly texto: string;
  readonly html: string;
}

export interface EntradaAvisos {
  readonly razaoSocial: string | null;
  readonly cnpj: string;
  /** In the order they are shown. */
  readonly avisos: readonly AvisoDados[];
  /** Shown in the message; the others are behind `verTudo`. */
  readonly maximo: number;
  /** Absolute addresses. */
  readonly verTudo: string;
  readonly descadastrar: string;
}

const SECOES: Readonly<Record<TipoAviso, string>> = { prazo: 'Prazos', mudanca: 'Licitações que mudaram', certidao: 'Certidões que vencem antes', recomendacao: 'Licitações que servem à empresa' };
const secoesDe = (avisos: readonly AvisoDados[]): (readonly [string, readonly BlocoDeAviso[]])[] =>
  ORDEM.map((tipo) => [SECOES[tipo], avisos.filter((a) => a.tipo === tipo).map(toBloco)] as const).filter(([, blocos]) => blocos.length > 0);
const sobra = (n: number): string => (n === 1 ? 'E mais 1 aviso.' : `E mais ${n} avisos.`);

/** Kinds in the order of urgency, and within a kind as they came. */
export const sortAvisos = (avisos: readonly AvisoDados[]): readonly AvisoDados[] => ORDEM.flatMap((tipo) => avisos.filter((a) => a.tipo === tipo));

/** A digest, or what is told at once: both forms say the same. */
export function renderAvisos(e: EntradaAvisos): TextosDoEmail {
  const empresa = nomeDaEmpresa(e.razaoSocial, e.cnpj);
  const todos = sortAvisos(e.avisos);
  const [mostrados, resto] = [todos.slice(0, e.maximo), Math.max(0, todos.length - e.maximo)];
  const assunto = assuntoDe(todos, empresa);
  const texto = [
    `Avisos para ${empresa}`, '', ...secoesDe(mostrados).flatMap(([titulo, blocos]) => [titulo.toUpperCase(), '', ...blocos.flatMap(textoDoBloco)]),
    ...(resto ? [sobra(resto), `Veja todos: ${e.verTudo}`, ''] : []), '--', 'Confira sempre no edital e no portal da licitação antes de agir.', `Para não receber mais estes e-mails: ${e.descadastrar}`, '',
  ].join('\n');
  const html = layoutHtml(assunto, [
    `<h1 style="font-size:20px">Avisos para ${escapeHtml(empresa)}</h1>`, ...secoesDe(mostrados).map(htmlDaSecao), ...(resto ? [paragrafo(sobra(resto)), botaoLink('Ver todos', e.verTudo)] : []),
    `<hr style="border:0;border-top:1px solid #d9dee4"><p style="font-size:12px;color:#616e7c">Confira sempre no edital e no portal da licitação antes de agir.<br><a href="${escapeHref(e.descadastrar)}">Não receber mais estes e-mails</a></p>`,
  ].join('\n'));
  return { assunto, texto, html };
}

const textoDoBloco = ({ titulo, linhas, link }: BlocoDeAviso): string[] => [`* ${titulo}`, ...linhas.map((l) => `  ${l}`), ...(link ? [`  ${link}`] : []), ''];

/** A section as HTML; also used by the page that shows a whole message. */
export const htmlDaSecao = ([titulo, blocos]: readonly [string, readonly BlocoDeAviso[]]): string => `<h2 style="font-size:16px;margin-top:24px">${escapeHtml(titulo)}</h2>\n${blocos.map(htmlDoBloco).join('\n')}`;

function htmlDoBloco({ titulo, linhas, link }: BlocoDeAviso): string {
  const nome = link ? `<a href="${escapeHref(link)}" style="color:#0b5cab">${escapeHtml(titulo)}</a>` : escapeHtml(titulo);
  return `<div style="margin:12px 0;padding:10px 12px;border-left:3px solid #0b5cab"><strong>${nome}</strong>${linhas.map((l) => `<br>${escapeHtml(l)}`).join('')}</div>`;
}

/** The page with everything a message told. */
export function renderPaginaDeAvisos({ razaoSocial, cnpj, avisos }: Pick<EntradaAvisos, 'razaoSocial' | 'cnpj' | 'avisos'>): string {
  const empresa = nomeDaEmpresa(razaoSocial, cnpj);
  return layoutHtml(`Avisos para ${empresa}`, [`<h1 style="font-size:20px">Avisos para ${escapeHtml(empresa)}</h1>`, ...secoesDe(avisos).map(htmlDaSecao)].join('\n'));
}
