export type { Bloco, Linha, Relatorio } from './bloco.js';
export { buildRelatorio } from './build-relatorio.js';
export { renderHtml } from './render-html.js';
export { renderMarkdown } from './render-markdown.js';
export { formatInstante } from './formatar.js';
export { DESFECHO } from './rotulos.js';
export type { CorpoPronto, RelatorioPronto } from './estagios/estagios-relatorio.js';
export { VERSAO_RELATORIO } from './versao.js';
export { packRelatorio, type FormaRelatorio } from './pacote.js';
