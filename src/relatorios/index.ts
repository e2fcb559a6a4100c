export type { Bloco, Linha, Relatorio } from './bloco.js';
export { buildRelatorio, tituloDoEdital } from './build-relatorio.js';
export { renderHtml } from './render-html.js';
export { escapeMarkdown, renderMarkdown } from './render-markdown.js';
export { formatFato, formatInstante, formatValor } from './formatar.js';
export { DESFECHO, GRUPO, STATUS, TITULO_CAMPO } from './rotulos.js';
export type { CorpoPronto, RelatorioPronto } from './estagios/estagios-relatorio.js';
export { VERSAO_RELATORIO } from './versao.js';
export { packRelatorio, type FormaRelatorio } from './pacote.js';
