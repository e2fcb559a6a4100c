export { itensToCsv } from './to-csv.js';
export { itensToXlsx, type ItensParaCotar } from './to-xlsx.js';
export { tituloDosItens, type TituloItens } from './titulo.js';
