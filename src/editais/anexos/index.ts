export { findApartados, type AnexoApartado } from './find-apartados.js';
export { numeroDoAnexo } from './numero-anexo.js';
export { readAnexos } from './read-anexos.js';
