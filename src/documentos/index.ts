export type * from './estagios/tipos.js';
export { readDocumentosEmpresa } from './domain/read-documento-empresa.js';
export { TITULO_DO_TIPO } from './domain/titulos.js';
export { createPerfil } from './domain/create-perfil.js';
